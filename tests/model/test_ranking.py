from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from steelyard.model.ranking import leaders, margin, ranks, rounded

TOTALS = st.floats(-2, 2, allow_nan=False)


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (0.0000000005, 0.000000001),
        (-0.0000000005, -0.000000001),
        (0.1234567885, 0.123456789),
        (0.1234567895, 0.12345679),
        (0.1234567884999, 0.123456788),
        (0.9999999995, 1.0),
        (2.5000000005, 2.500000001),
        (0.0000000004999, 0.0),
        (1e22, 1e22),
        (1.7e308, 1.7e308),
        (5e-324, 0.0),
    ],
)
def test_halves_go_away_from_zero_at_nine_places(total: float, expected: float) -> None:
    """A half in the tenth place, as the number is written, goes away from zero, as a cell's ROUND does."""
    assert rounded(total) == expected


@given(TOTALS)
@example(0.0000000015)
@example(0.1)
def test_rounding_is_exact_decimal_arithmetic(total: float) -> None:
    """Rounding equals half away from zero on the number's shortest decimal form, by whole-number arithmetic."""
    units = Fraction(repr(total)) * 10**9
    whole = int(abs(units) + Fraction(1, 2))
    assert rounded(total) == float(Fraction(whole if units >= 0 else -whole, 10**9))


def test_equal_totals_share_a_rank_and_the_next_is_skipped() -> None:
    """Ranks run 1, 2, 2, 4."""
    assert ranks([0.9, 0.5, 0.5, 0.1]) == (1, 2, 2, 4)
    assert ranks([0.1, 0.5, 0.9, 0.5]) == (4, 2, 1, 2)
    assert ranks([0.3, 0.3, 0.3]) == (1, 1, 1)
    assert ranks([]) == ()


def test_noise_below_nine_places_splits_no_tie() -> None:
    """Totals that agree to nine places share a rank; a difference in the ninth place does not."""
    assert ranks([0.3, 0.1 + 0.2]) == (1, 1)
    assert ranks([0.123456789, 0.12345678949]) == (1, 1)
    assert ranks([0.123456789, 0.12345679]) == (2, 1)


@given(st.lists(TOTALS, max_size=8))
def test_a_rank_is_one_more_than_the_number_above(totals: list[float]) -> None:
    """An option's rank is one more than the number of options whose rounded total is higher."""
    compared = [rounded(total) for total in totals]
    assert ranks(totals) == tuple(1 + sum(other > own for other in compared) for own in compared)


def test_the_margin_is_the_first_less_the_second() -> None:
    """The margin is unrounded; 0 on a tie at nine places; None where there is no second."""
    assert margin([0.25, 0.75, 0.5]) == 0.25
    assert margin([0.5, 0.5, 0.1]) == 0
    assert margin([0.5, 0.5000000001]) == 0
    assert margin([0.5]) is None


def test_leaders_are_those_close_behind_or_often_ahead() -> None:
    """An option leads within the close call of the first, or ahead of it in more than a fifth of the draws."""
    totals = np.array([0.5, 0.7, 0.69, 0.68, 0.4])
    ahead = np.array([0.2, 0.0, 0.0, 0.0, 0.21])
    found = leaders(("a", "b", "c", "d", "e"), totals, 0.01, ahead)
    assert [each.option for each in found] == ["b", "c", "e"]
    assert [each.behind for each in found] == [0, 0.01, 0.3]
    assert [each.ahead_in for each in found] == [None, 0.0, 0.21]


def test_without_ranges_only_closeness_makes_leaders() -> None:
    """Where no score has a range, leaders are told by their totals alone."""
    found = leaders(("a", "b"), np.array([0.5, 0.52]), 0.02, None)
    assert [(each.option, each.ahead_in) for each in found] == [("b", None), ("a", None)]
    assert len(leaders(("a", "b"), np.array([0.5, 0.52]), 0.0199, None)) == 1
