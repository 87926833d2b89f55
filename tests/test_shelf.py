"""Names that are nearly right, and what was probably meant."""

import pytest

from steelyard.shelf import did_you_mean, nearest


@pytest.mark.parametrize(("name", "expected"), [("taste", "taste"), ("tast", "taste"), ("nosie", "noise"), ("x", None)])
def test_the_nearest_name_is_the_one_most_alike(name: str, expected: str | None) -> None:
    """A letter left out or two exchanged lead to the name; nothing leads from a name that is like none."""
    assert nearest(name, ["taste", "noise", "price"]) == expected


def test_a_name_of_a_hundred_letters_is_no_slip_of_the_pen() -> None:
    """Letter by letter it would be compared for long, with every name there is."""
    known = "a" * 101
    assert nearest("a" * 100, [known]) == known
    assert nearest("a" * 101, [known]) is None
    assert did_you_mean("b" * 1_000_000, ["x"]) == "Known: 'x'."
