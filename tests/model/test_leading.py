import math
import random
from typing import Any

import numpy as np
import pytest

from steelyard.model.leading import CONTENDERS, DRAWS, ahead_of_first
from steelyard.results.curve import Curve
from steelyard.results.doubts import Doubts
from steelyard.results.valuation import Numbers

FULL = Curve((0, 1), (0, 1))


def _ahead(
    cells: list[list[tuple[float, float, float]]], shares: list[float], curves: list[Curve], seed: int = 1
) -> Numbers | None:
    """The share of draws ahead of the first, from cells of low, value and high."""
    low, mode, high = (np.array([[cell[at] for cell in row] for row in cells], dtype=float) for at in range(3))
    nominal = [
        sum(share * curve.value(cell[1]) for share, curve, cell in zip(shares, curves, row, strict=True))
        for row in cells
    ]
    return ahead_of_first(Doubts(low, mode, high), curves, np.array(shares), np.array(nominal), seed)


def _error(share: float) -> float:
    return math.sqrt(share * (1 - share) / DRAWS)


def test_symmetric_overlap_gives_one_half() -> None:
    """Two options with the same triangle are ahead of one another half the time, within four errors."""
    found = _ahead([[(0, 0.5, 1)], [(0, 0.5, 1)]], [1.0], [FULL])
    assert found is not None
    assert found[1] == pytest.approx(0.5, abs=4 * _error(0.5))


def test_a_triangle_against_a_fixed_score() -> None:
    """A triangle from 0 over 1/4 to 1 is above a sure 1/2 in one third of draws.

    Above the mode the share beyond x is (high - x)^2 / ((high - low) (high - mode)); here
    (1/2)^2 / (1 * 3/4) = 1/3.
    """
    found = _ahead([[(0.5, 0.5, 0.5)], [(0, 0.25, 1)]], [1.0], [FULL])
    assert found is not None
    assert found[1] == pytest.approx(1 / 3, abs=4 * _error(1 / 3))


def test_exact_ties_count_half() -> None:
    """Options that no draw tells apart are ahead of one another in half of the draws, exactly."""
    cells = [[(0.5, 0.5, 0.5)], [(0.5, 0.5, 0.5)], [(0, 0.1, 0.2)]]
    found = _ahead(cells, [1.0], [FULL])
    assert found is not None
    assert found.tolist() == [0.5, 0.5, 0.0]


def test_without_ranges_there_is_nothing_to_draw() -> None:
    """Where no score has a range the answer is None, not a share of identical draws."""
    assert _ahead([[(0.5, 0.5, 0.5)], [(0.1, 0.1, 0.1)]], [1.0], [FULL]) is None


def test_only_the_highest_totals_are_drawn() -> None:
    """Options beyond the contenders are given 0, and the contenders stand where their rows do."""
    cells = [[(0.0, number / 100, 1.0)] for number in range(CONTENDERS + 10)]
    found = _ahead(cells, [1.0], [FULL])
    assert found is not None
    assert (found[:10] == 0).all()
    assert (found[10:] > 0).all()


def test_against_a_recomputation_by_other_means() -> None:
    """Shares agree with those from another generator and plain arithmetic, within four errors of the two."""
    cells = [
        [(0.2, 0.6, 0.9), (2, 3, 8), (0.5, 0.5, 0.5)],
        [(0.1, 0.5, 1.0), (1, 4, 6), (0.2, 0.6, 0.9)],
        [(0.0, 0.2, 0.3), (5, 9, 9), (0.1, 0.4, 0.8)],
    ]
    curves = [FULL, Curve((0, 4, 10), (1, 0.3, 0)), Curve((0.3, 0.7), (0, 1), "extrapolate")]
    shares = [0.5, 0.3, 0.2]
    nominal = [_total([cell[1] for cell in row], shares, curves) for row in cells]
    first = nominal.index(max(nominal))
    chance, draws, ahead = random.Random(7), 20_000, [0.0] * len(cells)  # noqa: S311 - no secret
    for _ in range(draws):
        totals = [_total([_triangular(chance, *cell) for cell in row], shares, curves) for row in cells]
        for row, total in enumerate(totals):
            ahead[row] += 1.0 if total > totals[first] else 0.5 if total == totals[first] else 0.0
    found = _ahead(cells, shares, curves, seed=2)
    assert found is not None
    for row, share in enumerate(found):
        expected = ahead[row] / draws
        error = math.sqrt(expected * (1 - expected) * (1 / DRAWS + 1 / draws))
        assert share == pytest.approx(expected, abs=4 * error), row


def _triangular(chance: random.Random, low: float, mode: float, high: float) -> float:
    return mode if low == high else chance.triangular(low, high, mode)


def _total(scores: list[float], shares: list[float], curves: list[Curve]) -> float:
    return sum(share * curve.value(each) for share, curve, each in zip(shares, curves, scores, strict=True))


def _stated(cells: list[tuple[float, float, float]], **stated: Any) -> list[float]:  # noqa: ANN401 - what is stated
    """The same for options with one score each, of which more is stated."""
    low, value, high = (np.array([[cell[at]] for cell in cells], dtype=float) for at in range(3))
    found = ahead_of_first(Doubts(low, value, high, **stated), [FULL], np.ones(1), value[:, 0], 1)
    assert found is not None
    shares: list[float] = found.tolist()
    return shares


def _itself(chances: Numbers) -> Numbers:
    """The quantiles of a number that is uniform from 0 to 1."""
    return chances


def test_a_stated_distribution_takes_the_place_of_the_triangle() -> None:
    """A score uniform from 0 to 1 is above a sure 3/4 in a quarter of draws, whatever triangle it would have had."""
    found = _stated([(0.75, 0.75, 0.75), (0, 0.1, 0.2)], quantiles={(1, 0): _itself})
    assert found[1] == pytest.approx(0.25, abs=4 * _error(0.25))


def test_a_distribution_without_a_range_is_drawn_too() -> None:
    """Where no score has a range but one states a distribution, there is something to draw."""
    found = _stated([(0.5, 0.5, 0.5), (0.4, 0.4, 0.4)], quantiles={(1, 0): _itself})
    assert found[1] == pytest.approx(0.5, abs=4 * _error(0.5))


def test_rows_of_a_file_stay_together() -> None:
    """Scores that rise and fall together never pass one another, though drawn apart they would nearly half the time."""
    column = np.linspace(0.1, 1, 11)
    sure = [(0.5, 0.5, 0.5), (0.5, 0.5, 0.5)]
    assert _stated(sure, rows={(0, 0): column, (1, 0): column}) == [0.5, 0.5]
    assert _stated(sure, rows={(0, 0): column, (1, 0): column - 0.01}) == [0.5, 0.0]


def test_other_cells_are_drawn_as_ever_beside_a_stated_one() -> None:
    """What is stated of an option far behind changes nothing, to the digit, for the two that contend."""
    cells = [(0, 0.5, 1), (0, 0.4, 1), (0.0, 0.0, 0.0)]
    without = _ahead([[each] for each in cells], [1.0], [FULL])
    assert without is not None
    assert _stated(cells, quantiles={(2, 0): lambda chances: 0.01 * chances})[:2] == without[:2].tolist()
