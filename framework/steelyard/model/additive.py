"""Values, contributions and totals of the additive model."""

from collections.abc import Sequence

import numpy as np

from steelyard.results.curve import Curve
from steelyard.results.valuation import Numbers


def values_along(curve: Curve, scores: Numbers) -> Numbers:
    """The value of every score by a curve; the same shape as `scores`."""
    values: Numbers = np.interp(scores, curve.x, curve.v)
    if curve.outside == "extrapolate":
        below, above = scores < curve.x[0], scores > curve.x[-1]
        values = np.where(below, curve.v[0] + curve.slopes[0] * (scores - curve.x[0]), values)
        values = np.where(above, curve.v[-1] + curve.slopes[-1] * (scores - curve.x[-1]), values)
    return values


def values_of(curves: Sequence[Curve], scores: Numbers) -> Numbers:
    """Values of options (rows) on criteria (columns), each column by its own curve."""
    columns = [values_along(curve, scores[:, column]) for column, curve in enumerate(curves)]
    return np.column_stack(columns) if columns else np.zeros_like(scores)


def contributions(values: Numbers, shares: Numbers) -> Numbers:
    """What each criterion adds to each option's total: value times share."""
    return values * shares


def totals(values: Numbers, shares: Numbers) -> Numbers:
    """Each option's total: the sum of its values times the shares (Keeney & Raiffa 1976, chapter 3).

    Summed criterion by criterion in one fixed order, so that equal rows give equal totals to the last bit.
    """
    total: Numbers = np.zeros(values.shape[0])
    for column in range(values.shape[1]):
        total = total + values[:, column] * shares[column]
    return total
