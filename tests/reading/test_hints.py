"""Where YAML cannot be read, the remedy names the slip where the lines show it."""

import pytest

from steelyard.reading.yaml_text import parse


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("a:\n    b: 1\n     c: 2\n", "Line 3 begins with 5 spaces, its neighbours with 4 spaces: make them equal."),
        ("a:\n  b: 1\n c: 2\n", "Line 3 begins with 1 space, its neighbours with 2 spaces: make them equal."),
        ("a:\n  low:1\n  b: 2\n", "Put a space after the colon in line 2: `low: ...`."),
        ("a: b: c\n", "The text after `a:` in line 1 has a colon in it: put the whole of it in quotes."),
        ('a: "b" c\n', "The text in line 1 begins with a quote: put the whole of it in single quotes."),
        ("a: [b] c\n", "The text in line 1 begins with a bracket: put the whole of it in double quotes."),
        ("a: {b: 1} c\n", "The text in line 1 begins with a brace: put the whole of it in double quotes."),
        ("a: ? b\n", "The text in line 1 begins with a question mark: put the whole of it in double quotes."),
        ("a: %b\n", "The text in line 1 begins with a per cent sign: put the whole of it in double quotes."),
        ("a: `b`\n", "The text in line 1 begins with a backtick: put the whole of it in double quotes."),
        ("a: 1\nb = 2\n", "Write a colon instead of the equals sign in line 2: `b: ...`."),
        (
            "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n",
            "Line 2 is a mark that git left where two edits met: keep one side, and delete the marks.",
        ),
        (
            "a:\n  b: 1\n \u00a0c: 2\n  d: 3\n",
            "Line 3 begins with a no-break space, which YAML does not take as a space: type it anew.",
        ),
        (
            "a: 1\nb 2\n",
            (
                "If line 2 goes on with the text above, let it begin with more spaces than that; "
                "if it begins a key, put a colon and a space after the key."
            ),
        ),
        ("a:\n  b: 'it's'\n", "Inside single quotes write an apostrophe twice (line 2), or use double quotes."),
    ],
)
def test_a_slip_that_the_lines_show_is_named(text: str, remedy: str) -> None:
    """Lines indented unlike their neighbours, colons, quotes and brackets out of place, what git and Word leave."""
    (fault,) = parse(text)[1]
    assert (fault.code, fault.remedy) == ("Y002", remedy)


@pytest.mark.parametrize("text", ["a: [1, 2\nb: 3\n", "a: 'http://x\nb: 1"])
def test_other_faults_keep_the_general_advice(text: str) -> None:
    """Where the lines show no such slip, nothing is guessed."""
    (fault,) = parse(text)[1]
    assert fault.remedy.startswith("Look at this line and the one above;")


@pytest.mark.parametrize(("sign", "what"), [("*", "alias"), ("&", "anchor")])
def test_text_that_begins_with_a_sign_of_yaml_is_told_of_quotes(sign: str, what: str) -> None:
    """A writer who meant emphasis, or a firm's name, is told what to do with the sign."""
    (fault,) = parse(f"a: {sign}b\n")[1]
    assert (fault.code, fault.message.split("`")[0]) == ("Y005", f"the {what} ")
    assert fault.remedy.startswith(f"Put text that begins with {sign} in quotes, or ")
