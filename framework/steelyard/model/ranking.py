"""Ranks with ties, margins, and who leads."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

import numpy as np

from steelyard.results.valuation import Leader, Numbers

PLACES = 9
"""Totals are compared after rounding to this many places, here as in the workbook's cells."""
OFTEN_AHEAD = 0.2
"""An option ahead of the first in more than this share of score draws is a leader too."""
_UNIT = Decimal(1).scaleb(-PLACES)
_ENOUGH = Context(prec=400)
"""Room for every digit of every finite number."""


def rounded(total: float) -> float:
    """A total rounded half away from zero to nine places, as a cell's ROUND does.

    Works on the shortest decimal form of the number, as a spreadsheet does, so that 0.5 in the tenth place
    is seen as the half it is written as.
    """
    return float(Decimal(repr(float(total))).quantize(_UNIT, ROUND_HALF_UP, _ENOUGH))


def ranks(totals: Iterable[float]) -> tuple[int, ...]:
    """Ranks from the highest total (1) down; equal totals share a rank and the next is skipped (1, 2, 2, 4)."""
    compared = [rounded(total) for total in totals]
    first_at: dict[float, int] = {}
    for position, total in enumerate(sorted(compared, reverse=True), start=1):
        first_at.setdefault(total, position)
    return tuple(first_at[total] for total in compared)


def margin(totals: Iterable[float]) -> float | None:
    """How far the first total is above the second, unrounded; 0 on a tie; None where there is no second."""
    highest = sorted((float(total) for total in totals), reverse=True)[:2]
    if len(highest) < 2:  # noqa: PLR2004 - a margin takes two
        return None
    first, second = highest
    return 0.0 if rounded(first) == rounded(second) else first - second


def leaders(options: Sequence[str], totals: Numbers, close_call: float, ahead_in: Numbers | None) -> tuple[Leader, ...]:
    """Every option within `close_call` of the first, or ahead of it in more than a fifth of the score draws.

    `ahead_in` is, for each option, the share of draws in which it is ahead of the first; None where the
    scores have no ranges to draw from.
    """
    best = float(np.max(totals))
    found: list[Leader] = []
    for row in np.argsort(-totals, kind="stable"):
        behind = rounded(best - float(totals[row]))
        ahead = None if ahead_in is None else float(ahead_in[row])
        if behind <= close_call or (ahead is not None and ahead > OFTEN_AHEAD):
            found.append(Leader(options[row], behind, ahead if found else None))
    return tuple(found)
