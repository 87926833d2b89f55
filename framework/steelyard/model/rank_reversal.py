"""What a ranking makes of options that should not matter to it: one left out, one doubled, one made worse.

The order of two options should not hang on a third. A method whose totals are measured from the options at hand can
fail this; one that measures on declared scales cannot.

Source: Belton & Gear (1983), On a short-coming of Saaty's method of analytic hierarchies, Omega 11(3), 228-230
(copies); Triantaphyllou (2000), Multi-Criteria Decision Making Methods: A Comparative Study, chapter 9 (an option
that is not the best, replaced by a worse one); Wang & Luo (2009), On rank reversal in decision analysis, Mathematical
and Computer Modelling 49, 1221-1229.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from steelyard.contracts import DecisionMatrix
from steelyard.model.decision_matrix import replaced, rows_of
from steelyard.model.ranking import PLACES
from steelyard.results.valuation import Numbers

Totals = Callable[[DecisionMatrix], Numbers]


@dataclass(frozen=True)
class Change:
    """What one trial changed in the order of the others: `row` was tried; `first` are their first rows then and now."""

    row: int
    first: tuple[tuple[int, ...], tuple[int, ...]]

    @property
    def of_first(self) -> bool:
        """Whether another of them is first."""
        return self.first[0] != self.first[1]


@dataclass(frozen=True)
class Trials:
    """One kind of test: how many options were tried, and the trials in which the order of the others changed."""

    tried: int
    changes: tuple[Change, ...]


def left_out(totals: Totals, matrix: DecisionMatrix, rows: Sequence[int]) -> Trials:
    """Each of those options left out in turn."""
    then, everyone = totals(matrix), np.arange(len(matrix.scores))

    def without(row: int) -> Change | None:
        others = np.delete(everyone, row)
        return _change(row, others, then[others], totals(rows_of(matrix, others)))

    return _tried(rows, without)


def doubled(totals: Totals, matrix: DecisionMatrix, rows: Sequence[int]) -> Trials:
    """Each of those options entered a second time in turn."""
    then, everyone = totals(matrix), np.arange(len(matrix.scores))

    def with_a_copy(row: int) -> Change | None:
        now = totals(rows_of(matrix, np.append(everyone, row)))[:-1]
        return _change(row, everyone, then, now)

    return _tried(rows, with_a_copy)


def made_worse(totals: Totals, matrix: DecisionMatrix, worse: DecisionMatrix, rows: Sequence[int]) -> Trials:
    """Each of those options that is not first, replaced in turn by its row of a matrix in which all are worse."""
    then, everyone = totals(matrix), np.arange(len(matrix.scores))
    places = _placed(then)

    def with_a_worse(row: int) -> Change | None:
        others = np.delete(everyone, row)
        now = totals(replaced(matrix, worse, row))
        return _change(row, others, then[others], now[others])

    return _tried([row for row in rows if places[row] > 0], with_a_worse)


def _tried(rows: Sequence[int], trial: Callable[[int], Change | None]) -> Trials:
    changes = (trial(row) for row in rows)
    return Trials(len(rows), tuple(each for each in changes if each is not None))


def _change(row: int, others: np.ndarray, then: Numbers, now: Numbers) -> Change | None:
    """What changed in the order of the others, or None where nothing did."""
    before, after = _placed(then), _placed(now)
    if (before == after).all():
        return None
    first, first_now = (tuple(others[places == 0].tolist()) for places in (before, after))
    return Change(row, (first, first_now))


def _placed(totals: Numbers) -> np.ndarray:
    """Places from the highest total (0) down, equal ones sharing a place, after rounding as for ranks."""
    return np.unique(-np.round(totals, PLACES), return_inverse=True)[1]
