"""The best-worst method: weights from how many times the best counts each other, and each other the worst.

Comparisons come as two arrays in the order of the names, `over_others` (of the best) and `over_worst` (of each), with
the places of the best and of the worst; the best over the worst stands in both.

Source: Rezaei (2015), Best-worst multi-criteria decision-making method, Omega 53, 49-57 (nonlinear); Rezaei (2016),
Best-worst multi-criteria decision-making method: some properties and a linear model, Omega 64, 126-130.
"""

from dataclasses import dataclass

import numpy as np

from steelyard.model.programs import UNBOUNDED, minimised
from steelyard.results.valuation import Numbers

THRESHOLDS = {
    3: (0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667),
    4: (0.1121, 0.1529, 0.1898, 0.2206, 0.2527, 0.2577, 0.2683),
    5: (0.1354, 0.1994, 0.2306, 0.2546, 0.2716, 0.2844, 0.2960),
    6: (0.1330, 0.1990, 0.2643, 0.3044, 0.3144, 0.3221, 0.3262),
    7: (0.1294, 0.2457, 0.2819, 0.3029, 0.3144, 0.3251, 0.3403),
    8: (0.1309, 0.2521, 0.2958, 0.3154, 0.3408, 0.3620, 0.3657),
    9: (0.1359, 0.2681, 0.3062, 0.3337, 0.3517, 0.3620, 0.3662),
}
"""Up to here comparisons fit well enough: by how many times the best counts the worst, for three to nine names.

Source: Liang, Brunelli & Rezaei (2020), Consistency issues in the best worst method: measurements and thresholds, Omega
96, 102175, table of thresholds of the input-based ratio.
"""
_FEWEST = 3
_HALVINGS = 200


@dataclass(frozen=True)
class Compared:
    """Who is best and who worst, and the comparisons of both, each in the order of the names."""

    best: int
    worst: int
    over_others: Numbers
    over_worst: Numbers

    @property
    def widest(self) -> float:
        """How many times the best counts the worst."""
        return float(self.over_others[self.worst])

    @property
    def between(self) -> list[int]:
        """The places of all but the best and the worst."""
        return [each for each in range(len(self.over_others)) if each not in (self.best, self.worst)]


@dataclass(frozen=True)
class Intervals:
    """The least deviation with which ratios of weights can meet the comparisons, and the weights that do."""

    deviation: float
    least: Numbers
    most: Numbers


def linear(compared: Compared) -> tuple[Numbers, float]:
    """The one set of weights whose differences miss the comparisons least, and by how much: near 0 where they fit.

    Least xi with |w_best - a w_j| <= xi and |w_j - a w_worst| <= xi for each j, weights summing to 1 (Rezaei 2016).
    """
    size = len(compared.over_others)
    rows = [_missed(size, compared.best, each, compared.over_others[each]) for each in range(size)]
    rows += [_missed(size, each, compared.worst, compared.over_worst[each]) for each in compared.between]
    misses = np.array([row for row in rows if row.any()])
    one = np.ones((len(misses), 1))
    sums = np.append(np.ones(size), 0.0)
    matrix = np.vstack([np.hstack([misses, -one]), np.hstack([-misses, -one]), sums])
    most = np.append(np.zeros(2 * len(misses)), 1.0)
    least = np.append(np.full(2 * len(misses), -UNBOUNDED), 1.0)
    found = minimised(np.append(np.zeros(size), 1.0), matrix, (least, most))
    if found is None:
        raise ArithmeticError("every set of comparisons is missed by something, so there is a least miss")
    return found.at[:-1], max(0.0, found.objective)


def _missed(size: int, one: int, other: int, times: float) -> Numbers:
    """By how much the weight of one differs from so many times that of another, as a row; empty of itself."""
    row = np.zeros(size)
    row[one] += 1
    row[other] -= times
    return row


def nonlinear(compared: Compared) -> Intervals:
    """The weights whose ratios miss the comparisons least, each from its least to its most.

    Least xi with |w_best / w_j - a| <= xi and |w_j / w_worst - a| <= xi for each j (Rezaei 2015). In units of the
    worst, w_best lies between the largest of (a_j - xi)(b_j - xi) and the smallest of (a_j + xi)(b_j + xi) over all j
    between, and within xi of the best over the worst; the least xi is where these two meet.
    """
    low, high = 0.0, compared.widest + float(max(compared.over_others.max(), compared.over_worst.max()))
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        bottom, top = _best_in_units_of_worst(compared, middle)
        low, high = (low, middle) if bottom <= top else (middle, high)
    exact = _best_in_units_of_worst(compared, 0.0)
    deviation = 0.0 if exact[0] <= exact[1] else high
    return _intervals(compared, deviation)


def _best_in_units_of_worst(compared: Compared, deviation: float) -> tuple[float, float]:
    one, other = compared.over_others[compared.between], compared.over_worst[compared.between]
    bottoms = np.maximum(one - deviation, 0) * np.maximum(other - deviation, 0)
    tops = (one + deviation) * (other + deviation)
    bottom = max([compared.widest - deviation, *bottoms.tolist()])
    return bottom, min([compared.widest + deviation, *tops.tolist()])


def _intervals(compared: Compared, deviation: float) -> Intervals:
    """Each weight's least and most: where the best is settled in units of the worst, the others move freely."""
    best = sum(_best_in_units_of_worst(compared, deviation)) / 2
    lowest = np.maximum(compared.over_worst - deviation, best / (compared.over_others + deviation))
    loose = compared.over_others - deviation
    highest = np.minimum(compared.over_worst + deviation, best / np.where(loose > 0, loose, 1e-300))
    for place, number in ((compared.best, best), (compared.worst, 1.0)):
        lowest[place] = highest[place] = number
    highest = np.maximum(lowest, highest)
    least, most = lowest / (lowest + highest.sum() - highest), highest / (highest + lowest.sum() - lowest)
    return Intervals(deviation, least, most)


def consistency_index(widest: float) -> float:
    """The largest deviation that comparisons can have, by how many times the best counts the worst (Rezaei 2015).

    The smaller root of xi^2 - (1 + 2 a) xi + (a^2 - a) = 0.
    """
    return float((1 + 2 * widest - np.sqrt(8 * widest + 1)) / 2)


def input_ratio(compared: Compared) -> tuple[float, int | None]:
    """How far the way by one name, at worst, is from the best over the worst; and by which name.

    |a_j b_j - a| over a^2 - a, from 0 to 1 (Liang, Brunelli & Rezaei 2020).
    """
    widest, between = compared.widest, compared.between
    if not between or widest <= 1:
        return 0.0, None
    apart = np.abs(compared.over_others * compared.over_worst - widest)[between] / (widest**2 - widest)
    at = int(apart.argmax())
    return float(apart[at]), between[at]


def threshold(widest: float, size: int) -> float | None:
    """Up to where the input-based ratio is good enough; None where nothing is published for such comparisons."""
    row = THRESHOLDS.get(int(widest)) if widest <= max(THRESHOLDS) else None
    return row[size - _FEWEST] if row is not None and _FEWEST <= size < _FEWEST + len(row) else None
