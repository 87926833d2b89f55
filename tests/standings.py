"""A standing made from numbers alone, for tests of what looks at one."""

from collections.abc import Sequence

import numpy as np

from steelyard.model.ranking import margin, ranks
from steelyard.results.curve import Curve
from steelyard.results.valuation import Standing

STRAIGHT = Curve((0.0, 1.0), (0.0, 1.0))


def standing_of(
    scores: Sequence[Sequence[float]], shares: Sequence[float], curves: Sequence[Curve] | None = None
) -> Standing:
    """Options a, b, c ... on criteria u, v, w ...; without curves, scores are values."""
    numbers, weights = np.array(scores, dtype=float), np.array(shares, dtype=float)
    along = curves or [STRAIGHT] * numbers.shape[1]
    columns = [[curve.value(x) for x in numbers[:, at]] for at, curve in enumerate(along)]
    values = np.array(columns, dtype=float).T.reshape(numbers.shape)
    totals = values @ weights
    return Standing(
        weights="w",
        method="additive",
        options=tuple("abcde"[: len(numbers)]),
        criteria=tuple("uvwxyz"[: numbers.shape[1]]),
        scores=numbers,
        values=values,
        shares=weights,
        contributions=values * weights,
        totals=totals,
        ranks=ranks(totals),
        above_baseline=totals - totals[0],
        margin=margin(totals),
    )
