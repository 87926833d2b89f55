"""Decision matrices for tests of methods, from plain lists."""

from collections.abc import Sequence
from typing import Literal

import numpy as np

from steelyard.contracts import DecisionMatrix

Better = Literal["more", "less"]


def matrix_of(
    scores: Sequence[Sequence[float]],
    shares: Sequence[float],
    better: Sequence[Better] | None = None,
    *,
    ratio: bool = True,
) -> DecisionMatrix:
    """A matrix whose values run straight from the worst score of each column (0) to the best (1).

    Criteria are named a, b, c and so on. A column in which nothing differs has the value a half.
    """
    table, count = np.array(scores, dtype=float), len(shares)
    directions: tuple[Better, ...] = tuple(better) if better is not None else ("more",) * count
    oriented = table * np.array([1 if each == "more" else -1 for each in directions])
    width = np.ptp(oriented, axis=0)
    values = np.divide(oriented - oriented.min(axis=0), width, out=np.full(table.shape, 0.5), where=width > 0)
    return DecisionMatrix(
        criteria=tuple("abcdefghijklmnopqrstuvwxyz"[:count]),
        better=directions,
        ratio=(ratio,) * count,
        scores=table,
        values=values,
        shares=np.array(shares, dtype=float),
    )
