"""Single scores that would put another option first, moved within their own range while all else stays.

One-way sensitivity with the stated ranges as bounds (Clemen & Reilly 2014, Making Hard Decisions, chapter 5).
"""

from collections.abc import Iterator, Sequence

import numpy as np

from steelyard.model.curves import nearest_passing, value_span
from steelyard.model.ranking import rounded
from steelyard.results.curve import Curve
from steelyard.results.robustness import DecisiveScore
from steelyard.results.valuation import Numbers, Standing


def decisive_scores(
    standing: Standing, curves: Sequence[Curve], low: Numbers, high: Numbers
) -> Iterator[DecisiveScore]:
    """Every score that takes first place elsewhere somewhere in its range, with the number at which it turns.

    `low` and `high` are options by criteria, as the scores of the standing. Where options share first place, a score
    is decisive that parts them. A score that turns the ranking at both ends is given twice.
    """
    for row, column in np.ndindex(standing.scores.shape):
        if standing.shares[column] > 0:
            stated = float(low[row, column]), float(high[row, column])
            for end in dict.fromkeys(stated):
                yield from _turned(standing, curves[column], (row, column), stated, end)


def _turned(
    standing: Standing, curve: Curve, cell: tuple[int, int], stated: tuple[float, float], end: float
) -> Iterator[DecisiveScore]:
    """Whether moving one score to one end of its stated range brings another option first on the way."""
    first, (row, column) = standing.order[0], cell
    score, share = float(standing.scores[cell]), float(standing.shares[column])
    rivals = [other for other in range(len(standing.options)) if other != first]
    if row != first:
        rivals = [row]
    if not rivals or end == score:
        return
    rival = max(rivals, key=lambda other: (float(standing.totals[other]), -other))
    lead = float(standing.totals[first] - standing.totals[rival])
    worth = float(standing.values[cell])
    least, most = value_span(curve, score, end)
    gained = worth - least if row == first else most - worth
    if rounded(share * gained - lead) > 0:
        level = worth - lead / share if row == first else worth + lead / share
        turns = nearest_passing(curve, score, end, level, downwards=row == first)
        yield DecisiveScore(
            option=standing.options[row],
            criterion=standing.criteria[column],
            value=score,
            low=stated[0],
            high=stated[1],
            turns_at=score if turns is None else turns,
            rising=end > score,
            new_first=standing.options[rival],
        )
