"""What moves the lead of the first option over the second, one number at a time.

Each score goes to either end of its range, each judged weight up and down by its precision with the others keeping
their ratios (a tornado diagram: Eschenbach 1992, Spiderplots versus tornado diagrams for sensitivity analysis,
Interfaces 22(6), 40-46).
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from steelyard.model.curves import value_span
from steelyard.results.curve import Curve
from steelyard.results.robustness import Swing
from steelyard.results.valuation import Numbers, Standing


def score_swings(standing: Standing, curves: Sequence[Curve], low: Numbers, high: Numbers) -> Iterator[Swing]:
    """The lead at either end of the range of each score of the first two options; scores without one move nothing."""
    first, second, *_ = standing.order
    lead = float(standing.totals[first] - standing.totals[second])
    for row, sign in ((first, 1.0), (second, -1.0)):
        for column, criterion in enumerate(standing.criteria):
            share, value = float(standing.shares[column]), float(standing.values[row, column])
            least, most = value_span(curves[column], float(low[row, column]), float(high[row, column]))
            at_least, at_most = (lead + sign * share * (each - value) for each in (least, most))
            if at_least != at_most:
                yield Swing(("score", standing.options[row], criterion), at_least, at_most)


def weight_swings(
    standing: Standing, parts: Mapping[str, tuple[Sequence[int], Sequence[int]]], precision: float
) -> Iterator[Swing]:
    """The lead with each judged weight lower and higher by `precision`.

    `parts` gives, by the name of what was judged, the columns it moves and the columns among which it is shared out:
    all of them for a criterion or a group judged among all, those of its group for a criterion judged within one.
    """
    first, second, *_ = standing.order
    apart = standing.values[first] - standing.values[second]
    for name, (moved, among) in parts.items():
        low, high = (float(apart @ _scaled(standing.shares, moved, among, 1 + by)) for by in (-precision, precision))
        if low != high:
            yield Swing(("weight", name), low, high)


def _scaled(shares: Numbers, moved: Sequence[int], among: Sequence[int], factor: float) -> Numbers:
    """Shares with one part multiplied by a factor, and those it is shared out among brought back to their sum."""
    scaled = shares.copy()
    scaled[list(moved)] *= factor
    whole, now = shares[list(among)].sum(), scaled[list(among)].sum()
    if now > 0:
        scaled[list(among)] *= whole / now
    changed: Numbers = np.asarray(scaled, dtype=float)
    return changed
