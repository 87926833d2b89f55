"""Decision matrices: how they are made from definitions, and what methods ask of them."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from steelyard.contracts import DecisionMatrix
from steelyard.documents.criterion import Criterion, LevelsScale
from steelyard.documents.definitions import Definitions
from steelyard.figures import listed
from steelyard.results.valuation import Numbers

_NAMED = 3
"""As many criteria are named where a method refuses them."""


def decision_matrix(definitions: Definitions, scores: Numbers, values: Numbers, shares: Numbers) -> DecisionMatrix:
    """The matrix of those scores, values and shares, with what the definitions say of each criterion."""
    criteria = definitions.criteria_in_order()
    return DecisionMatrix(
        criteria=tuple(each.id for each in criteria),
        better=tuple(each.better for each in criteria),
        ratio=tuple(_on_a_ratio_scale(each) for each in criteria),
        scores=scores,
        values=values,
        shares=shares,
    )


def _on_a_ratio_scale(criterion: Criterion) -> bool:
    """Whether twice the number is twice as much: a quantity or a cost, on a scale without negative numbers.

    Levels are named by numbers that could as well begin elsewhere (Stevens 1946, On the theory of scales of
    measurement, Science 103, 677-680).
    """
    return not isinstance(criterion.scale, LevelsScale) and min(criterion.worst, criterion.best) >= 0


def weighed(matrix: DecisionMatrix) -> DecisionMatrix:
    """The matrix without criteria whose share is 0: they must change nothing."""
    kept = np.flatnonzero(matrix.shares > 0)
    return DecisionMatrix(
        criteria=tuple(matrix.criteria[each] for each in kept),
        better=tuple(matrix.better[each] for each in kept),
        ratio=tuple(matrix.ratio[each] for each in kept),
        scores=matrix.scores[:, kept],
        values=matrix.values[:, kept],
        shares=matrix.shares[kept],
    )


def rows_of(matrix: DecisionMatrix, rows: "np.ndarray[tuple[int], np.dtype[np.intp]]") -> DecisionMatrix:
    """The matrix of those options, in that order; a row may come twice."""
    return replace(matrix, scores=matrix.scores[rows], values=matrix.values[rows])


def replaced(matrix: DecisionMatrix, by: DecisionMatrix, row: int) -> DecisionMatrix:
    """The matrix with one option's row taken from another."""
    scores, values = matrix.scores.copy(), matrix.values.copy()
    scores[row], values[row] = by.scores[row], by.values[row]
    return replace(matrix, scores=scores, values=values)


def signs(matrix: DecisionMatrix) -> Numbers:
    """1 for each criterion on which more is better, -1 where less is."""
    return np.array([1.0 if better == "more" else -1.0 for better in matrix.better])


def refuse_without_ratios(matrix: DecisionMatrix) -> None:
    """Raise ValueError, in a sentence, where a criterion's numbers have no ratios."""
    without = [name for name, ratio in zip(matrix.criteria, matrix.ratio, strict=True) if not ratio]
    if without:
        raise ValueError(
            "it needs ratio scales, which levels and scales with negative numbers are not: "
            f"it cannot take {_few(without)}"
        )


def refuse_unless_positive(matrix: DecisionMatrix) -> None:
    """Raise ValueError, in a sentence, where a number has no ratio to others: zeros are refused, not nudged."""
    refuse_without_ratios(matrix)
    below = [name for column, name in enumerate(matrix.criteria) if (matrix.scores[:, column] <= 0).any()]
    if below:
        raise ValueError(f"it needs numbers above 0, and there are others on {_few(below)}")


def _few(names: Sequence[str]) -> str:
    """Names, only the first where they are many."""
    more = len(names) - _NAMED
    return listed([*names[:_NAMED], f"{more} more"] if more > 1 else names)
