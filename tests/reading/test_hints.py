"""Where YAML cannot be read, the remedy names the slip where the lines show it."""

import pytest

from steelyard.reading.yaml_text import parse


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("a:\n    b: 1\n     c: 2\n", "Line 3 begins with 5 spaces, its neighbours with 4 spaces: make them equal."),
        ("a:\n  b: 1\n c: 2\n", "Line 3 begins with 1 space, its neighbours with 2 spaces: make them equal."),
        ("a:\n  low:1\n  b: 2\n", "Put a space after the colon in line 2: `low: ...`."),
        ("a:\n  b: 'it's'\n", "Inside single quotes write an apostrophe twice (line 2), or use double quotes."),
    ],
)
def test_a_slip_that_the_lines_show_is_named(text: str, remedy: str) -> None:
    """A line indented unlike its neighbours, a colon without a space, an apostrophe in single quotes."""
    (fault,) = parse(text)[1]
    assert (fault.code, fault.remedy) == ("Y002", remedy)


@pytest.mark.parametrize("text", ["a: [1, 2\nb: 3\n", "a: b: c\n", "a: 'http://x\nb: 1"])
def test_other_faults_keep_the_general_advice(text: str) -> None:
    """Where the lines show no such slip, nothing is guessed."""
    (fault,) = parse(text)[1]
    assert fault.remedy.startswith("Look at this line and the one above;")
