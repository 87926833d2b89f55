"""Where a share can move before places change: by hand, and against ranking again on a fine grid."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steelyard.model.ranking import ranks
from steelyard.model.stability import stability
from steelyard.results.robustness import Holds

NAMES = ("a", "b", "c", "d", "e")
NEAR = 1e-6


def test_two_options_by_hand() -> None:
    """Totals t + 0 (1 - t) and 0.25 t + 0.5 (1 - t) tie at t = 0.4; above it the first option stays first."""
    values = np.array([[1.0, 0.0], [0.25, 0.5]])
    shares = np.array([0.6, 0.4])
    found = stability(values, shares, [0], NAMES[:2], values @ shares)
    assert found.share == 0.6
    assert found.first is not None
    assert found.first.least == pytest.approx(0.4)
    assert (found.first.below, found.first.most, found.first.above) == ("b", None, None)
    assert found.whole_ranking == found.first


def test_a_group_keeps_its_ratios() -> None:
    """Criteria 1 and 2 stand 2 to 1 within their group, whatever share the group takes."""
    values = np.array([[1.0, 0.4, 0.0], [0.0, 0.0, 1.0]])
    shares = np.array([0.4, 0.2, 0.4])
    found = stability(values, shares, [0, 1], NAMES[:2], values @ shares)
    assert found.first is not None
    # Inside: 2/3 + 0.4/3 = 0.8 against 0; outside: 0 against 1. They tie where 0.8 t = 1 - t.
    assert found.first.least == pytest.approx(1 / 1.8)


def test_criteria_without_shares_count_alike() -> None:
    """Inside, a has (0 + 0.2) / 2 and b (0.6 + 0.8) / 2; outside 1 and 0.4: level at a half."""
    values = np.array([[1.0, 0.0, 0.2], [0.4, 0.6, 0.8]])
    shares = np.array([1.0, 0.0, 0.0])
    found = stability(values, shares, [1, 2], NAMES[:2], values @ shares)
    assert (found.share, found.first) == (0.0, Holds(None, pytest.approx(0.5), None, "b"))


@pytest.mark.parametrize("rows", [[0, 1, 2], [0, 2, 1]])
def test_of_several_crossings_the_nearest_holds(rows: list[int]) -> None:
    """A has t, b 0.4, and c 0.25 (1 - t): a meets b at 0.4 and c at 0.2, whichever row they stand in."""
    values = np.array([[1.0, 0.0], [0.4, 0.4], [0.0, 0.25]])[rows]
    options, shares = [NAMES[row] for row in rows], np.array([0.6, 0.4])
    falling = stability(values, shares, [0], options, values @ shares)
    assert falling.first == Holds(pytest.approx(0.4), None, "b", None)
    growing = stability(values, shares, [1], options, values @ shares)
    assert growing.first == Holds(None, pytest.approx(0.6), None, "b")


@pytest.mark.parametrize("rows", [[0, 1, 2], [0, 2, 1]])
def test_of_those_that_draw_level_together_the_one_that_gains_fastest_takes_over(rows: list[int]) -> None:
    """A has 0.75 (1 - t), b 0.5 and c 0.25 + 0.75 t: all have 0.5 at a third, and beyond it c is first."""
    values = np.array([[0.0, 0.75], [0.5, 0.5], [1.0, 0.25]])[rows]
    options, shares = [NAMES[row] for row in rows], np.array([0.1, 0.9])
    found = stability(values, shares, [0], options, values @ shares)
    assert found.first == Holds(None, pytest.approx(1 / 3), None, "c")
    turned = stability(values, shares, [1], options, values @ shares)
    assert turned.first == Holds(pytest.approx(2 / 3), None, "c", None)


def test_ties_now_hold_nowhere_beyond() -> None:
    """Two options that share first place part as soon as the share moves, each to its own side."""
    values = np.array([[1.0, 0.0], [0.0, 1.0]])
    shares = np.array([0.5, 0.5])
    found = stability(values, shares, [0], NAMES[:2], values @ shares)
    assert found.first == Holds(0.5, None, "b", None)


def test_alike_options_change_nothing() -> None:
    """Options with the same values tie at every share, which ends no interval."""
    values = np.array([[1.0, 0.0], [1.0, 0.0]])
    shares = np.array([0.5, 0.5])
    assert stability(values, shares, [0], NAMES[:2], values @ shares).first == Holds(None, None)


@pytest.mark.parametrize("part", [[0], [0, 1]])
def test_what_holds_all_the_weight_has_no_interval(part: list[int]) -> None:
    """Where the rest has no weight, it has no ratios to keep."""
    values = np.array([[1.0, 0.0], [0.25, 0.5]])
    shares = np.array([1.0, 0.0])
    found = stability(values, shares, part, NAMES[:2], values @ shares)
    assert (found.first, found.whole_ranking) == (None, None)


@st.composite
def _cases(draw: st.DrawFn) -> tuple[Any, Any]:
    options, criteria = draw(st.integers(2, 5)), draw(st.integers(2, 5))
    values = [[draw(st.integers(0, 4)) / 4 for _ in range(criteria)] for _ in range(options)]
    points = np.array([draw(st.integers(1, 100)) for _ in range(criteria)], dtype=float)
    return np.array(values), points / points.sum()


@given(_cases(), st.integers(0, 4), st.integers(1, 199))
def test_as_ranking_again_finds(case: tuple[Any, Any], column: int, step: int) -> None:
    """Inside the interval the first stays first and outside it does not; likewise for a whole ranking without ties.

    Who is named beyond an end is first there. A tie that comes about at no share, or at all of it, passes nobody.
    """
    values, shares = case
    column %= len(shares)
    totals = values @ shares
    before = ranks(totals)
    order = sorted(range(len(totals)), key=lambda row: (before[row], row))
    found = stability(values, shares, [column], NAMES[: len(totals)], totals)
    assert found.first is not None
    assert found.whole_ranking is not None
    at = step / 200
    after = ranks(values @ _with(shares, column, at))
    assert _agrees(found.first, at, holds=after[order[0]] == 1)
    for end, option, beyond in ((found.first.least, found.first.below, -1), (found.first.most, found.first.above, 1)):
        if option is not None and end is not None:
            assert ranks(values @ _with(shares, column, end + beyond * NEAR))[NAMES.index(option)] == 1
    if len(set(before)) == len(before):
        assert _agrees(found.whole_ranking, at, holds=after == before)


def _with(shares: Any, column: int, at: float) -> Any:  # noqa: ANN401 - arrays
    """The shares with one of them moved, the others keeping their ratios."""
    moved = shares * (1 - at) / (1 - shares[column])
    moved[column] = at
    return moved


def _agrees(interval: Holds, at: float, *, holds: bool) -> bool:
    """Whether the interval says of a share what ranking again says; right at an end either may be said."""
    least = -1.0 if interval.least is None else interval.least
    most = 2.0 if interval.most is None else interval.most
    return holds == (least <= at <= most) or min(abs(at - least), abs(at - most)) < NEAR
