"""How far the share of one criterion, or of one group, can move before the ranking changes.

The part that is looked at takes the share t, everything else keeps its ratios, so each option's total is a straight
line in t: t times its value inside the part plus 1 - t times its value outside. Places change where lines cross
(Mareschal 1988, Weight stability intervals in multicriteria decision aid, EJOR 33(1), 54-64; Triantaphyllou & Sanchez
1997, Decision Sciences 28(1), 151-194).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from steelyard.model.ranking import rounded
from steelyard.results.robustness import Holds, Stability
from steelyard.results.valuation import Numbers

_NOISE = 1e-12


@dataclass(frozen=True)
class _Lines:
    """Totals as straight lines in the share of a part: at 0 and at 1, and where the share stands now."""

    at_none: Numbers
    at_all: Numbers
    share: float

    def crossing(self, upper: int, lower: int) -> float | None:
        """The share at which two options tie; None where their lines run side by side."""
        start, end = self._apart(self.at_none, upper, lower), self._apart(self.at_all, upper, lower)
        return None if start == end else start / (start - end)

    def rises(self, lower: int, upper: int) -> bool:
        """Whether the lower option gains on the upper one as the share grows."""
        return self.gain(lower, upper) > 0

    def gain(self, lower: int, upper: int) -> float:
        """How much the lower option gains on the upper one from no share to all."""
        return self._apart(self.at_none, upper, lower) - self._apart(self.at_all, upper, lower)

    @staticmethod
    def _apart(ends: Numbers, upper: int, lower: int) -> float:
        apart = float(ends[upper] - ends[lower])
        return 0.0 if abs(apart) <= _NOISE else apart


def stability(
    values: Numbers, shares: Numbers, part: Sequence[int], options: Sequence[str], totals: Numbers
) -> Stability:
    """Where the share of a part (columns of `values`) can move with first place, or the whole ranking, holding."""
    share = float(shares[list(part)].sum())
    others = [column for column in range(len(shares)) if column not in set(part)]
    outside = float(shares[others].sum())
    if not others or outside <= 0:
        return Stability(share, None, None)
    lines = _Lines(values[:, others] @ shares[others] / outside, _inside(values, shares, part), share)
    order = sorted(range(len(options)), key=lambda row: (-rounded(float(totals[row])), row))
    first = _holds(lines, [(order[0], row) for row in order[1:]], options, totals)
    return Stability(share, first, _holds(lines, list(pairwise(order)), options, totals))


def _inside(values: Numbers, shares: Numbers, part: Sequence[int]) -> Numbers:
    """The value of each option inside the part; criteria that all have no share count alike, having no ratios."""
    own = shares[list(part)]
    weights = own / own.sum() if own.sum() > 0 else np.full(len(own), 1 / len(own))
    inside: Numbers = values[:, list(part)] @ weights
    return inside


def _holds(lines: _Lines, pairs: list[tuple[int, int]], options: Sequence[str], totals: Numbers) -> Holds:
    """The nearest crossings below and above, of pairs of which the first now stands no lower than the second."""
    below = max(_crossings(lines, pairs, totals, growing=False), key=lambda each: (each.at, each.gain), default=None)
    above = min(_crossings(lines, pairs, totals, growing=True), key=lambda each: (each.at, -each.gain), default=None)
    return Holds(
        None if below is None else below.share,
        None if above is None else above.share,
        None if below is None else options[below.option],
        None if above is None else options[above.option],
    )


@dataclass(frozen=True)
class _Crossing:
    """The share at which an option comes level, and how fast it gains from there on.

    Of several that come level at one share, the one that gains fastest takes over.
    """

    share: float
    gain: float
    option: int

    @property
    def at(self) -> float:
        """The share as far as shares are told apart."""
        return rounded(self.share)


def _crossings(lines: _Lines, pairs: list[tuple[int, int]], totals: Numbers, *, growing: bool) -> Iterator[_Crossing]:
    """Where the lower option of a pair comes level as the share grows (or shrinks).

    Two that tie now do so at the share that is: any move towards where one gains parts them.
    """
    for upper, lower in pairs:
        at, gain = lines.crossing(upper, lower), rounded(abs(lines.gain(lower, upper)))
        if at is None or lines.rises(lower, upper) is not growing:
            continue
        if rounded(float(totals[upper])) == rounded(float(totals[lower])):
            yield _Crossing(lines.share, gain, lower)
        elif _NOISE < at < 1 - _NOISE:
            yield _Crossing(max(at, lines.share) if growing else min(at, lines.share), gain, lower)
