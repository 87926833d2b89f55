"""The smallest change of the agreed shares that puts another option first.

By linear programming where a change is the sum of the moves, and by quadratic programming where it is the root of the
sum of their squares (Rios Insua & French 1991, A framework for sensitivity analysis in discrete multi-objective
decision-making, EJOR 54(2), 176-190).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from steelyard.model.programs import UNBOUNDED, evened, minimised
from steelyard.results.robustness import Measure, SmallestChange
from steelyard.results.valuation import Numbers, Standing

_NOISE = 1e-12
_BINDS = 1e-6


@dataclass(frozen=True)
class _Moved:
    distance: float
    shares: Numbers


def smallest_change(standing: Standing, measure: Measure) -> SmallestChange | None:
    """The nearest weighting under which another option shares first place; None where there is none.

    Of several as near, the option that stands higher now is named. Where options share first place, the change is 0.
    """
    if not standing.criteria:
        return None
    found = [
        (moved.distance, place, moved.shares, row)
        for place, row in enumerate(standing.order[1:])
        if (moved := _nearest(standing, row, _BY[measure])) is not None
    ]
    if not found:
        return None
    distance, _, shares, row = min(found, key=lambda each: (round(each[0], 9), each[1]))
    return SmallestChange(
        measure, distance, dict(zip(standing.criteria, shares.tolist(), strict=True)), standing.options[row]
    )


def _nearest(standing: Standing, row: int, solve: "Callable[[Numbers, Numbers], Numbers | None]") -> _Moved | None:
    """The weighting nearest to the shares under which no option is ahead of one."""
    leads = evened(np.delete(standing.values[row] - standing.values, row, axis=0))
    shares = solve(standing.shares, leads)
    if shares is None:
        return None
    moves = shares - standing.shares
    return _Moved(float(np.abs(moves).sum() if solve is _by_sum else np.sqrt((moves**2).sum())), shares)


def _by_sum(agreed: Numbers, leads: Numbers) -> Numbers | None:
    """The least sum of moves: each move is bounded by a number of its own, and these are summed."""
    count, one = len(agreed), np.eye(len(agreed))
    none = np.zeros((len(leads), count))
    solution = minimised(
        costs=np.append(np.zeros(count), np.ones(count)),
        rows=np.vstack(
            [
                np.hstack([leads, none]),
                np.hstack([one, -one]),
                np.hstack([-one, -one]),
                [*[1.0] * count, *[0.0] * count],
            ]
        ),
        row_bounds=(
            np.concatenate([np.zeros(len(leads)), np.full(2 * count, -UNBOUNDED), [1.0]]),
            np.concatenate([np.full(len(leads), UNBOUNDED), agreed, -agreed, [1.0]]),
        ),
    )
    return None if solution is None else solution.at[:count]


def _by_squares(agreed: Numbers, leads: Numbers) -> Numbers | None:
    """The least sum of squared moves."""
    solution = minimised(
        costs=-2 * agreed,
        rows=np.vstack([leads, np.ones(len(agreed))]),
        row_bounds=(np.append(np.zeros(len(leads)), 1.0), np.append(np.full(len(leads), UNBOUNDED), 1.0)),
        curvature=2 * np.eye(len(agreed)),
    )
    return None if solution is None else _sharpened(agreed, leads, solution.at)


def _sharpened(agreed: Numbers, leads: Numbers, near: Numbers) -> Numbers:
    """The same point to the last digits: the nearest to the shares on the bounds that the solver came to lie on.

    A solver stops within its tolerance; on the bounds that bind, the nearest point is a projection.
    """
    bounds = np.vstack([leads, np.eye(len(agreed))])
    binding = bounds[bounds @ near <= _BINDS]
    equal = np.vstack([binding, np.ones(len(agreed))])
    wanted = np.append(np.zeros(len(binding)), 1.0)
    sharp: Numbers = agreed + np.linalg.pinv(equal) @ (wanted - equal @ agreed)
    return sharp if (bounds @ sharp >= -_NOISE).all() and np.abs(sharp - near).max() <= _BINDS else near


_BY: Mapping[Measure, Callable[[Numbers, Numbers], Numbers | None]] = {"l1": _by_sum, "euclidean": _by_squares}
