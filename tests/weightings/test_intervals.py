"""Bounds of weights: the point that stands for them, and bounds that do not fit together. Numbers worked by hand."""

import pytest

from steelyard.contracts import Judged
from steelyard.results.weighed import Weighed
from steelyard.weightings import shelf


def _weighed(bounds: dict[str, tuple[float, float]]) -> Weighed:
    return shelf["intervals"].weigh(Judged(bounds, list(bounds)))


def test_each_weight_stands_equally_far_up_its_interval() -> None:
    """Lows sum to 0.7 and highs to 1.2, so each goes (1 - 0.7) / 0.5 = 0.6 of the way up."""
    weighed = _weighed({"a": (0.4, 0.6), "b": (0.2, 0.4), "c": (0.1, 0.2)})
    assert weighed.points == pytest.approx({"a": 0.52, "b": 0.32, "c": 0.16}, abs=1e-12)


def test_the_bounds_are_the_region() -> None:
    """The region is bounded as stated, and orders nothing."""
    region = _weighed({"a": (0.4, 0.6), "b": (0.4, 0.7)}).region
    assert region is not None
    assert region.least == {"a": 0.4, "b": 0.4}
    assert region.most == {"a": 0.6, "b": 0.7}
    assert region.above == ()


@pytest.mark.parametrize("bounds", [{"a": (0.7, 0.7), "b": (0.3, 0.3)}, {"a": (0.7, 0.8), "b": (0.3, 0.5)}])
def test_bounds_that_leave_one_weighting_give_it(bounds: dict[str, tuple[float, float]]) -> None:
    """Where the lows alone fill the whole, they are the weights."""
    assert _weighed(bounds).points == pytest.approx({"a": 0.7, "b": 0.3}, abs=1e-12)


def test_decimals_that_do_not_sum_to_1_in_binary_still_fit() -> None:
    """Ten times 0.1 is 1 to a reader, whatever a machine makes of it."""
    bounds = {f"criterion-{number}": (0.1, 0.1) for number in range(10)}
    assert _weighed(bounds).points == pytest.approx(dict.fromkeys(bounds, 0.1), abs=1e-12)


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        ({"a": (0.6, 0.9), "b": (0.5, 0.6)}, "the lowest weights already sum to 1.1, which is above 1"),
        ({"a": (0.1, 0.4), "b": (0.2, 0.5)}, "even the highest weights only sum to 0.9, which is below 1"),
        ({"a": (0.6, 0.5), "b": (0.2, 0.6)}, "the lowest weight is above the highest for a"),
    ],
)
def test_bounds_that_no_weights_fit_are_refused(bounds: dict[str, tuple[float, float]], said: str) -> None:
    """In a sentence that gives the sum, or names what is crossed."""
    with pytest.raises(ValueError, match=said):
        _weighed(bounds)


def test_a_name_without_bounds_is_refused() -> None:
    """Names that have no bounds are listed."""
    with pytest.raises(ValueError, match="no bounds are given for b, c"):
        shelf["intervals"].weigh(Judged({"a": (0, 1)}, ["a", "b", "c"]))


@pytest.mark.parametrize(
    ("bounds", "value", "said"),
    [
        ({"a": (0.4, 0.6), "b": (0.4, 0.6)}, 0, "each can be reached within the others"),
        # The others leave `a` 1 - 0.5 = 0.5 at most, and `b` 1 - 0.6 = 0.4 at least, which it keeps.
        ({"a": (0.1, 0.6), "b": (0.5, 0.9)}, 0.1, "'a' cannot weigh as much as 0.6, since the others leave it 0.5"),
        # The others leave `a` 1 - 0.7 = 0.3 at least, and `b` 1 - 0.2 = 0.8 at most.
        ({"a": (0.2, 0.5), "b": (0.5, 0.7)}, 0.1, "'a' cannot weigh as little as 0.2, since the others leave it 0.3"),
    ],
)
def test_a_bound_out_of_reach_is_said(bounds: dict[str, tuple[float, float]], value: float, said: str) -> None:
    """How far the worst lies beyond what the others leave, and which it is; the set still weighs."""
    (fact,) = _weighed(bounds).consistency
    assert fact.value == pytest.approx(value, abs=1e-12)
    assert fact.said == said
    assert fact.holds == (value == 0)
