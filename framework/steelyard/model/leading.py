"""How often an option is ahead of the first when scores are drawn within their ranges."""

from collections.abc import Sequence

import numpy as np

from steelyard.model.additive import totals, values_along
from steelyard.model.sampling.triangles import triangular_draws
from steelyard.results.curve import Curve
from steelyard.results.valuation import Numbers

DRAWS = 4_000
"""Draws of every score: the standard error of a share of a fifth is then 0.006."""
CONTENDERS = 50
"""Only this many of the highest totals are drawn: whoever leads is among them."""
_AT_A_TIME = 500


def ahead_of_first(
    bounds: tuple[Numbers, Numbers, Numbers],
    curves: Sequence[Curve],
    shares: Numbers,
    nominal: Numbers,
    seed: int,
) -> Numbers | None:
    """For each option the share of score draws in which its total is above the first's; ties count half.

    `bounds` are the lows, values and highs, options by criteria; `nominal` the totals at the values. Cells
    are drawn independently from triangular distributions. None where no score has a range. Options that are
    not among the highest totals are given 0 without being drawn.
    """
    low, mode, high = bounds
    if not (low < high).any():
        return None
    contenders = np.argsort(-nominal, kind="stable")[:CONTENDERS]
    chance = np.random.default_rng(seed)
    wins = np.zeros(len(contenders))
    for _ in range(DRAWS // _AT_A_TIME):
        drawn = triangular_draws(low[contenders], mode[contenders], high[contenders], _AT_A_TIME, chance)
        total = _drawn_totals(drawn, curves, shares)
        lead = total - total[:, :1]
        wins += (lead > 0).sum(axis=0) + 0.5 * (lead == 0).sum(axis=0)
    ahead = np.zeros(len(nominal))
    ahead[contenders] = wins / DRAWS
    return ahead


def _drawn_totals(drawn: Numbers, curves: Sequence[Curve], shares: Numbers) -> Numbers:
    """Totals of drawn scores: an array of draws by options."""
    draws, options, criteria = drawn.shape
    flat = drawn.reshape(draws * options, criteria)
    values = np.column_stack([values_along(curve, flat[:, at]) for at, curve in enumerate(curves)])
    return totals(values, shares).reshape(draws, options)
