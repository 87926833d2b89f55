import pytest

from steelyard.contracts import Judged, Weighting
from steelyard.weightings import shelf


def test_the_shelf_holds_the_three_methods() -> None:
    """Direct, equal and swing are on offer, each a weighting."""
    assert {"direct", "equal", "swing"} <= set(shelf)
    assert all(isinstance(shelf[name], Weighting) for name in shelf)


@pytest.mark.parametrize("method", ["direct", "swing"])
def test_points_are_taken_as_given(method: str) -> None:
    """Points stay what they are, by name and in the order asked for; names not asked for are left."""
    points = shelf[method].weigh(Judged({"b": 50, "a": 100, "c": 7}, ["a", "b"])).points
    assert list(points.items()) == [("a", 100), ("b", 50)]


@pytest.mark.parametrize("method", ["direct", "swing"])
@pytest.mark.parametrize(
    ("judgements", "said"),
    [
        (None, "no points are given for a, b"),
        ({"a": 1}, "no points are given for b"),
        ({"a": 1, "b": -1}, "points are never negative"),
        ({"a": 0, "b": 0}, "all points are 0"),
    ],
)
def test_points_that_weigh_nothing_are_refused(method: str, judgements: dict[str, float] | None, said: str) -> None:
    """Missing and negative points, and none above 0, are refused in a sentence."""
    with pytest.raises(ValueError, match=said):
        shelf[method].weigh(Judged(judgements, ["a", "b"]))


def test_equal_gives_each_the_same_and_takes_no_judgements() -> None:
    """Equal weights are one point each; judgements beside them are a contradiction."""
    assert shelf["equal"].weigh(Judged(None, ["a", "b"])).points == {"a": 1, "b": 1}
    assert shelf["equal"].weigh(Judged({}, ["a"])).points == {"a": 1}
    with pytest.raises(ValueError, match="takes no judgements"):
        shelf["equal"].weigh(Judged({"a": 1}, ["a"]))
