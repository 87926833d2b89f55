"""How often an option is ahead of the first when scores are drawn within their ranges."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from steelyard.model.additive import totals, values_along
from steelyard.model.sampling.triangles import triangular_draws
from steelyard.results.curve import Curve
from steelyard.results.doubts import Doubts
from steelyard.results.valuation import Numbers

DRAWS = 4_000
"""Draws of every score: the standard error of a share of a fifth is then 0.006."""
CONTENDERS = 50
"""Only this many of the highest totals are drawn: whoever leads is among them."""
_AT_A_TIME = 500


def ahead_of_first(
    doubts: Doubts,
    curves: Sequence[Curve],
    shares: Numbers,
    nominal: Numbers,
    seed: int,
) -> Numbers | None:
    """For each option the share of score draws in which its total is above the first's; ties count half.

    `nominal` are the totals at the values. Cells are drawn independently from triangular distributions, unless it is
    stated otherwise: then from what is stated, with chance of its own, so that the other cells are drawn as ever. None
    where no score has a range or a distribution. Options that are not among the highest totals are given 0 without
    being drawn.
    """
    if not doubts.any:
        return None
    contenders = np.argsort(-nominal, kind="stable")[:CONTENDERS]
    chance, other = np.random.default_rng(seed), np.random.default_rng((seed, 1))
    low, mode, high = doubts.low[contenders], doubts.value[contenders], doubts.high[contenders]
    wins = np.zeros(len(contenders))
    for _ in range(DRAWS // _AT_A_TIME):
        drawn = triangular_draws(low, mode, high, _AT_A_TIME, chance)
        _redraw(drawn, contenders, doubts, other)
        total = _drawn_totals(drawn, curves, shares)
        lead = total - total[:, :1]
        wins += (lead > 0).sum(axis=0) + 0.5 * (lead == 0).sum(axis=0)
    ahead = np.zeros(len(nominal))
    ahead[contenders] = wins / DRAWS
    return ahead


def _redraw(drawn: Numbers, contenders: npt.NDArray[np.intp], doubts: Doubts, chance: np.random.Generator) -> None:
    """Draw the cells that say how likely they are from what they say, in the place of what was drawn for them."""
    place = {int(row): at for at, row in enumerate(contenders)}
    for (row, column), quantile in sorted(doubts.quantiles.items(), key=lambda each: each[0]):
        if row in place:
            drawn[:, place[row], column] = quantile(chance.random(len(drawn)))
    here = {cell: rows for cell, rows in doubts.rows.items() if cell[0] in place}
    if here:
        picked = chance.integers(0, len(next(iter(here.values()))), len(drawn))
        for (row, column), rows in here.items():
            drawn[:, place[row], column] = rows[picked]


def _drawn_totals(drawn: Numbers, curves: Sequence[Curve], shares: Numbers) -> Numbers:
    """Totals of drawn scores: an array of draws by options."""
    draws, options, criteria = drawn.shape
    flat = drawn.reshape(draws * options, criteria)
    values = np.column_stack([values_along(curve, flat[:, at]) for at, curve in enumerate(curves)])
    return totals(values, shares).reshape(draws, options)
