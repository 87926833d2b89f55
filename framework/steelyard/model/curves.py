"""What a value curve does over a range of scores."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from steelyard.results.curve import Curve
from steelyard.results.valuation import Numbers


def stops(curve: Curve, start: float, end: float) -> list[float]:
    """The numbers between which the curve is straight from `start` to `end`: both, and the breakpoints between."""
    low, high = sorted((start, end))
    between = [x for x in curve.x if low < x < high]
    return [start, *(between if start < end else reversed(between)), end]


def value_span(curve: Curve, low: float, high: float) -> tuple[float, float]:
    """The least and the most value that a score has within its range; curves need not rise or fall throughout."""
    values = [curve.value(x) for x in stops(curve, low, high)]
    return min(values), max(values)


def value_spans(curves: Sequence[Curve], low: Numbers, high: Numbers) -> tuple[Numbers, Numbers]:
    """The least and the most value of every score within its range: options (rows) by criteria (columns)."""
    least, most = np.empty_like(low), np.empty_like(high)
    for (row, column), bound in np.ndenumerate(low):
        least[row, column], most[row, column] = value_span(curves[column], float(bound), float(high[row, column]))
    return least, most


def nearest_passing(curve: Curve, start: float, end: float, level: float, *, downwards: bool) -> float | None:
    """The number nearest to `start`, on the way to `end`, from which the curve goes below a level (or above it).

    None where it stays on this side. The curve is taken to start on this side.
    """
    sign = -1.0 if downwards else 1.0
    for here, there in pairwise(stops(curve, start, end)):
        before, after = sign * (curve.value(here) - level), sign * (curve.value(there) - level)
        if after > 0:
            return here + (there - here) * max(-before, 0.0) / (after - min(before, 0.0))
    return None
