"""Who could ever be first: dominance, and weightings that would put an option first."""

from collections.abc import Iterator

import numpy as np

from steelyard.model.programs import UNBOUNDED, evened, minimised
from steelyard.results.valuation import Numbers

_NOISE = 1e-9
"""Totals are compared to nine places."""


def dominance(least: Numbers, most: Numbers) -> Iterator[tuple[int, int]]:
    """Pairs of options of which the first is nowhere worth less than the second, and somewhere more.

    `least` and `most` are the values of options (rows) on criteria (columns); both the same for dominance at the
    values. With ranges, the first dominates for every score that they admit: its least is nowhere below the other's
    most (Weber 1987, Decision making with incomplete information, EJOR 28(1), 44-57).
    """
    for row, floor in enumerate(least):
        nowhere_less = (floor >= most).all(axis=1)
        somewhere_more = (floor > most).any(axis=1)
        nowhere_less[row] = False
        yield from ((row, int(other)) for other in np.flatnonzero(nowhere_less & somewhere_more))


def potentially_optimal(values: Numbers) -> tuple[int, ...]:
    """The options that some weighting puts first, alone or level with others.

    An option is one if a linear programme finds a weighting under which none is ahead of it (Hazen 1986, Partial
    information, dominance, and potential optimality in multiattribute utility theory, Operations Research 34(2),
    296-310).
    """
    corners = {int(row) for column in values.T for row in np.flatnonzero(column >= column.max() - _NOISE)}
    return tuple(row for row in range(len(values)) if row in corners or _can_lead(values, row))


def _can_lead(values: Numbers, row: int) -> bool:
    """Whether the largest lead over the next that any weighting gives is not below 0."""
    count = values.shape[1]
    leads = np.column_stack([evened(np.delete(values[row] - values, row, axis=0)), -np.ones(len(values) - 1)])
    whole = np.append(np.ones(count), 0.0)
    solution = minimised(
        costs=np.append(np.zeros(count), -1.0),
        rows=np.vstack([leads, whole]),
        row_bounds=(np.append(np.zeros(len(leads)), 1.0), np.append(np.full(len(leads), UNBOUNDED), 1.0)),
        bounds=(np.append(np.zeros(count), -UNBOUNDED), UNBOUNDED),
    )
    return solution is not None and solution.objective <= _NOISE
