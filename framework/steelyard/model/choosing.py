"""Who leads where one option is to be chosen, or several."""

from collections.abc import Mapping

import numpy as np

from steelyard.documents.definitions import Definitions
from steelyard.model.leading import ahead_of_first
from steelyard.model.ranking import OFTEN_AHEAD, rounded
from steelyard.model.standing import grid
from steelyard.results.curve import Curve
from steelyard.results.doubts import Doubts, DoubtsFrom
from steelyard.results.valuation import Numbers, Standing


def leading(
    definitions: Definitions,
    curves: Mapping[str, Curve],
    standing: Standing,
    count: int = 1,
    doubts_from: DoubtsFrom | None = None,
) -> tuple[str, ...]:
    """The options that lead where `count` are to be chosen, first to last.

    For one, these are the leaders that the ranking names. For several, what is near the last place that is chosen
    leads too: whatever is above it, within `close_call` of it, or ahead of it in more than a fifth of the score draws.
    `doubts_from` gives all that is known of the scores from their lows, values and highs; absent, their ranges.
    """
    totals = standing.totals
    last = float(np.sort(totals)[-min(count, len(totals))])
    ahead = _ahead_of(last, definitions, curves, standing, doubts_from or Doubts)
    close = [rounded(last - float(total)) <= definitions.decision.close_call for total in totals]
    often = [False] * len(close) if ahead is None else (ahead > OFTEN_AHEAD).tolist()
    return tuple(standing.options[row] for row in standing.order if close[row] or often[row])


def _ahead_of(
    last: float, definitions: Definitions, curves: Mapping[str, Curve], standing: Standing, doubts_from: DoubtsFrom
) -> Numbers | None:
    """For each option the share of score draws in which it is ahead of the one whose total is `last`.

    Whatever is above that one leads without being drawn: with it set aside, that one is the first.
    """
    low, high = grid(definitions, lambda each: each.lowest), grid(definitions, lambda each: each.highest)
    columns, doubts = [curves[name] for name in standing.criteria], doubts_from(low, standing.scores, high)
    contending = np.where(standing.totals > last, -np.inf, standing.totals)
    return ahead_of_first(doubts, columns, standing.shares, contending, definitions.decision.seed)
