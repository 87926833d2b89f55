"""Partial orders of importance: the middle of their weights, and what is refused."""

from fractions import Fraction
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steelyard.contracts import Judged
from steelyard.results.weighed import Weighed
from steelyard.weightings import shelf

NAMES = ["a", "b", "c", "d", "e"]


def _weighed(above: dict[str, list[str]], names: list[str]) -> Weighed:
    return shelf["orderings"].weigh(Judged(above, names))


def test_a_complete_order_weighs_as_its_centroid() -> None:
    """Three in a row weigh 11/18, 5/18 and 1/9, as by the method `rank-order`."""
    weighed = _weighed({"c": ["b"], "b": ["a"]}, ["a", "b", "c"])
    assert weighed.points == pytest.approx({"a": 1 / 9, "b": 5 / 18, "c": 11 / 18}, abs=1e-12)


def test_a_partial_order_weighs_as_the_mean_of_its_complete_ones() -> None:
    """With `a` above `b` and nothing said of `c`, the orders are abc, acb and cab.

    a: (11/18 + 11/18 + 5/18) / 3 = 1/2; b: (5/18 + 2/18 + 2/18) / 3 = 1/6; c: (2/18 + 5/18 + 11/18) / 3 = 1/3.
    """
    weighed = _weighed({"a": ["b"], "c": []}, ["a", "b", "c"])
    assert weighed.points == pytest.approx({"a": 1 / 2, "b": 1 / 6, "c": 1 / 3}, abs=1e-12)


def _by_every_order(above: dict[str, list[str]], names: list[str]) -> dict[str, Fraction]:
    """The mean, order by order, of the centroid weights of all complete orders that agree."""
    count = len(names)
    centroid = [
        sum((Fraction(1, later) for later in range(place, count + 1)), Fraction()) / count
        for place in range(1, count + 1)
    ]
    fitting = [
        each
        for each in permutations(names)
        if all(each.index(one) < each.index(two) for one in above for two in above[one])
    ]
    return {name: sum((centroid[each.index(name)] for each in fitting), Fraction()) / len(fitting) for name in names}


@given(
    st.permutations(NAMES),
    st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(lambda each: each[0] < each[1])),
)
def test_the_middle_is_that_of_all_complete_orders(order: list[str], pairs: set[tuple[int, int]]) -> None:
    """Whatever five names' partial order is, the points are the mean over every complete order, counted one by one."""
    above = {name: [order[low] for high, low in sorted(pairs) if order[high] == name] for name in NAMES}
    exact = {name: float(each) for name, each in _by_every_order(above, NAMES).items()}
    assert _weighed(above, NAMES).points == pytest.approx(exact, abs=1e-12)


def test_many_alike_and_a_long_row_are_counted_too() -> None:
    """One above a hundred others has its place for sure, and so has each of sixty in a row."""
    others = [f"other-{number}" for number in range(100)]
    points = _weighed({"first": others}, ["first", *others]).points
    assert points["first"] == pytest.approx(sum(1 / place for place in range(1, 102)) / 101, abs=1e-12)
    row = [f"place-{number}" for number in range(60)]
    points = _weighed({one: [other] for one, other in pairwise(row)}, row).points
    assert points["place-59"] == pytest.approx(1 / 3600, abs=1e-12)


def test_an_order_that_leaves_too_much_open_is_refused() -> None:
    """Thirty names of which each is above its own two have more beginnings than can be counted."""
    above = {f"a{number}": [f"b{number}", f"b{(number + 1) % 30}"] for number in range(30)}
    with pytest.raises(ValueError, match="leaves too much open"):
        _weighed(above, [*above, *(f"b{number}" for number in range(30))])


def test_what_is_said_is_the_region() -> None:
    """Each pair as it was said, once."""
    region = _weighed({"a": ["b", "c", "b"], "b": ["c"]}, ["a", "b", "c"]).region
    assert region is not None
    assert region.above == (("a", "b"), ("a", "c"), ("b", "c"))


def test_a_circle_is_refused_by_its_names() -> None:
    """The names of the circle are given in order, and the one outside it is not."""
    with pytest.raises(ValueError, match="the order goes in a circle: ") as refusal:
        _weighed({"z": ["a"], "a": ["b"], "b": ["c"], "c": ["a"]}, ["z", "a", "b", "c"])
    said = str(refusal.value).removeprefix("the order goes in a circle: ").split(" over ")
    assert said[0] == said[-1]
    assert "".join(said[:-1]) in ("abc", "bca", "cab")


def test_a_swing_above_itself_is_a_circle() -> None:
    """The smallest circle has one name."""
    with pytest.raises(ValueError, match="in a circle: a over a"):
        _weighed({"a": ["a"], "b": []}, ["a", "b"])


def test_a_name_of_which_nothing_is_said_is_refused() -> None:
    """Forgotten names are listed; an empty list says that nothing can be said."""
    with pytest.raises(ValueError, match="nothing is said of c, d"):
        _weighed({"a": ["b"]}, ["a", "b", "c", "d"])
    assert _weighed({"a": [], "b": []}, ["a", "b"]).points == {"a": 0.5, "b": 0.5}
