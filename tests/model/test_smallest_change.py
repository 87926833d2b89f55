"""The nearest weighting that puts another option first, and who could ever be first."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standings import standing_of
from steelyard.model.optimality import dominance, potentially_optimal
from steelyard.model.smallest_change import smallest_change
from steelyard.results.valuation import Numbers, Standing


def test_two_criteria_by_hand() -> None:
    """From (3/4, 1/4) to the tie at (1/2, 1/2): moves of 1/4 and 1/4."""
    standing = standing_of([[1, 0], [0, 1]], [0.75, 0.25])
    by_sum, by_squares = smallest_change(standing, "l1"), smallest_change(standing, "euclidean")
    assert by_sum is not None
    assert by_squares is not None
    assert (by_sum.distance, by_sum.new_first) == (pytest.approx(0.5), "b")
    assert by_squares.distance == pytest.approx(0.5**1.5, abs=1e-12)
    assert by_squares.shares == {"u": pytest.approx(0.5, abs=1e-12), "v": pytest.approx(0.5, abs=1e-12)}


def test_only_what_tells_options_apart_moves() -> None:
    """With d = (1, -1, 0, 0) a lead of 0.3 goes with moves of 0.15 and 0.15, and of nothing else."""
    standing = standing_of([[1, 0, 0, 0], [0, 1, 0, 0]], [0.5, 0.2, 0.2, 0.1])
    found = smallest_change(standing, "euclidean")
    assert found is not None
    assert found.distance == pytest.approx(0.15 * 2**0.5, abs=1e-12)
    assert list(found.shares.values()) == pytest.approx([0.35, 0.35, 0.2, 0.1], abs=1e-12)


def test_a_tie_now_takes_no_change() -> None:
    """Where two share first place, the second is there already."""
    found = smallest_change(standing_of([[1, 0], [0, 1]], [0.5, 0.5]), "l1")
    assert found is not None
    assert (found.distance, found.new_first) == (pytest.approx(0, abs=1e-9), "b")


def test_a_dominating_option_is_never_overtaken() -> None:
    """No weighting puts the other first."""
    assert smallest_change(standing_of([[1, 1], [0, 0.5]], [0.5, 0.5]), "l1") is None
    assert smallest_change(standing_of([[1, 1]], [0.5, 0.5]), "euclidean") is None


def test_without_criteria_there_is_nothing_to_change() -> None:
    """Options that are valued on nothing have no shares that could move."""
    assert smallest_change(standing_of([[], []], []), "l1") is None


def test_shares_that_reach_zero() -> None:
    """A weight gives up all it has and no more: from (0.1, 0.45, 0.45), d = (-3, 1, -1) for b."""
    standing = standing_of([[0, 1, 0], [0.3, 0, 0.1]], [0.1, 0.9, 0.0])
    for measure in ("l1", "euclidean"):
        found = smallest_change(standing, measure)
        assert found is not None
        assert min(found.shares.values()) >= 0
        assert sum(found.shares.values()) == pytest.approx(1)


def _grid(criteria: int, steps: int) -> list[Numbers]:
    return [np.array(each) / steps for each in product(range(steps + 1), repeat=criteria) if sum(each) == steps]


@st.composite
def _cases(draw: st.DrawFn) -> Standing:
    options, criteria = draw(st.integers(2, 4)), draw(st.integers(2, 3))
    values = [[draw(st.integers(0, 4)) / 4 for _ in range(criteria)] for _ in range(options)]
    points = [draw(st.integers(0, 9)) for _ in range(criteria)]
    points[0] += 1
    return standing_of(values, [each / sum(points) for each in points])


@given(_cases())
@settings(max_examples=60, deadline=None)
def test_as_searching_a_grid_finds(standing: Standing) -> None:
    """No weighting of a grid that puts another option first is nearer, and the one that is found does put it there."""
    first, grid = standing.order[0], _grid(len(standing.criteria), 24)
    others = [
        each
        for each in grid
        if max(np.delete(standing.values @ each, first)) >= (standing.values @ each)[first] - 1e-12
    ]
    for measure, order in (("l1", 1), ("euclidean", 2)):
        found = smallest_change(standing, measure)
        assert (found is not None) or not others
        if found is None:
            continue
        shares = np.array(list(found.shares.values()))
        totals = standing.values @ shares
        assert totals[standing.options.index(found.new_first)] >= totals.max() - 1e-7
        assert np.linalg.norm(shares - standing.shares, order) == pytest.approx(found.distance, abs=1e-9)
        nearest = min((np.linalg.norm(each - standing.shares, order) for each in others), default=np.inf)
        assert found.distance <= nearest + 1e-7


@given(_cases())
@settings(max_examples=60, deadline=None)
def test_potentially_optimal_as_a_grid_finds(standing: Standing) -> None:
    """Whoever is first somewhere on a grid of weightings can be first; whoever cannot is so nowhere on it."""
    found = set(potentially_optimal(standing.values))
    for weights in _grid(len(standing.criteria), 24):
        totals = standing.values @ weights
        assert {int(row) for row in np.flatnonzero(totals >= totals.max() - 1e-12)} <= found


def test_potential_optimality_by_hand() -> None:
    """The middle of two extremes leads from a value above a half on; below, one of them is always ahead."""
    values = np.array([[1, 0], [0, 1], [0.4, 0.4], [0.6, 0.6], [0.5, 0.5]])
    assert potentially_optimal(values) == (0, 1, 3)
    assert potentially_optimal(values[[0, 1, 4]]) == (0, 1, 2)
    assert potentially_optimal(values[:1]) == (0,)


def test_dominance_by_hand() -> None:
    """Nowhere less and somewhere more; alike options do not dominate one another; ranges must not overlap."""
    values = np.array([[1, 0.5], [1, 0.25], [0, 1], [1, 0.5]])
    assert list(dominance(values, values)) == [(0, 1), (3, 1)]
    assert list(dominance(values - 0.1, values + 0.1)) == []
    assert list(dominance(values - np.array([0, 0.1]), values + np.array([0, 0.1]))) == [(0, 1), (3, 1)]
