import pytest
from hypothesis import given
from hypothesis import strategies as st

from steelyard.model.shares import judged_widths, shares_from, swing_points
from steelyard.results.curve import Curve

NAMES = ("a", "b", "c")


def test_group_points_are_dealt_out_in_proportion() -> None:
    """A group with 60 points and leaves of 100 and 50 deals out 40 and 20; one with none deals out nothing."""
    dealt = swing_points({"one": 60, "two": 0}, {"one": {"a": 100, "b": 50}, "two": {"c": 1}})
    assert dealt == pytest.approx({"a": 40, "b": 20, "c": 0}, abs=1e-12)


def test_widths_are_values_between_the_ends_of_ranges() -> None:
    """A range's width is the value between its ends, in either order; the full scale is worth 1."""
    curve = Curve((0, 2, 10), (0, 0.8, 1))
    falling = Curve((0, 10), (1, 0))
    widths = judged_widths({"a": curve, "b": curve, "c": falling}, {"a": (10, 2), "c": (2, 4.5)})
    assert widths == pytest.approx({"a": 0.2, "b": 1, "c": 0.25}, abs=1e-15)


def test_shares_are_points_over_widths_normalised() -> None:
    """Points 1, 1 and 2 on widths 1/2, 1 and 1 are in the ratio 2 to 1 to 2."""
    shares = shares_from({"a": 1, "b": 1, "c": 2}, {"a": 0.5, "b": 1, "c": 1}, NAMES)
    assert shares == pytest.approx((0.4, 0.2, 0.4), abs=1e-15)


def test_no_points_are_no_share_whatever_the_range() -> None:
    """A criterion without points has share 0, even where its judged range spans no value."""
    assert shares_from({"a": 0, "b": 1, "c": 3}, {"a": 0, "b": 1, "c": 1}, NAMES) == (0, 0.25, 0.75)


@given(
    st.lists(st.floats(0, 1e200), min_size=3, max_size=3).filter(any),
    st.lists(st.floats(1e-9, 1), min_size=3, max_size=3),
)
def test_shares_sum_to_one(points: list[float], widths: list[float]) -> None:
    """Whatever the points and widths, shares are never negative and sum to 1."""
    shares = shares_from(dict(zip(NAMES, points, strict=True)), dict(zip(NAMES, widths, strict=True)), NAMES)
    assert min(shares) >= 0
    assert sum(shares) == pytest.approx(1, abs=1e-12)


@given(st.floats(0.001, 1000))
def test_only_ratios_of_points_count(factor: float) -> None:
    """Points multiplied by one number give the same shares."""
    widths = dict.fromkeys(NAMES, 0.5)
    before = shares_from({"a": 1, "b": 2, "c": 5}, widths, NAMES)
    after = shares_from({"a": factor, "b": 2 * factor, "c": 5 * factor}, widths, NAMES)
    assert after == pytest.approx(before, abs=1e-12)
