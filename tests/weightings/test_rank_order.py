"""Ties, gaps and what an order leaves open; the weights of places themselves are held by a published table."""

import pytest

from steelyard.contracts import Judged
from steelyard.results.weighed import Weighed
from steelyard.weightings import shelf


def _weighed(places: dict[str, int], variant: str = "centroid") -> Weighed:
    return shelf["rank-order"].weigh(Judged(places, list(places), variant))


@pytest.mark.parametrize(
    ("variant", "expected"),
    [
        # Places 2 and 3 of three: (5/18 + 1/9) / 2 = 7/36; (2/6 + 1/6) / 2 = 1/4; (3/11 + 2/11) / 2 = 5/22.
        ("centroid", [11 / 18, 7 / 36, 7 / 36]),
        ("rank-sum", [1 / 2, 1 / 4, 1 / 4]),
        ("reciprocal", [6 / 11, 5 / 22, 5 / 22]),
    ],
)
def test_ties_share_the_weights_of_their_places(variant: str, expected: list[float]) -> None:
    """Two that share a place get the mean of the two places that they take up."""
    assert list(_weighed({"a": 1, "b": 2, "c": 2}, variant).points.values()) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("places", [{"a": 1, "b": 2, "c": 2, "d": 4}, {"a": 3, "b": 7, "c": 7, "d": 90}])
def test_only_the_order_counts(places: dict[str, int]) -> None:
    """Places left free say nothing, after a tie or elsewhere."""
    assert _weighed(places) == _weighed({"a": 1, "b": 2, "c": 2, "d": 3})


def test_the_region_orders_neighbouring_places_and_leaves_ties_open() -> None:
    """Each name of a place is above each of the next; between names that tie nothing is said."""
    region = _weighed({"c": 2, "a": 1, "b": 2, "d": 3}).region
    assert region is not None
    assert set(region.above) == {("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")}
    assert not region.least
    assert not region.most


def test_all_tied_weigh_the_same_and_anything_goes() -> None:
    """One place for all is no order: equal points, and a region without bounds."""
    weighed = _weighed({"a": 1, "b": 1})
    assert weighed.points == {"a": 0.5, "b": 0.5}
    assert weighed.region is not None
    assert weighed.region.above == ()


def test_a_name_without_a_place_is_refused() -> None:
    """Names that the order leaves out are listed; places of names not asked for are left."""
    with pytest.raises(ValueError, match="no place in the order is given for b, c"):
        shelf["rank-order"].weigh(Judged({"a": 1, "z": 2}, ["a", "b", "c"], "centroid"))
