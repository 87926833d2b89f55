"""What it would be worth to know a score exactly, before choosing.

The choice is by expected total at fixed weights. Knowing something lets one choose otherwise where it says so; the
value of that is the expected best total with what is known, less the best expected total without (Raiffa & Schlaifer
1961, Applied Statistical Decision Theory; for parts, Felli & Hazen 1998, Sensitivity analysis and the expected value of
perfect information, Medical Decision Making 18(1), 95-109). All in shares of the value scale.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

import numpy as np

from steelyard.model.sampling.chance import chunks
from steelyard.model.sampling.room import Room
from steelyard.model.sampling.scores import ScoreSource, drawn, drawn_by_cell
from steelyard.results.curve import Curve
from steelyard.results.spread import Spread
from steelyard.results.valuation import Numbers

Cell = tuple[int, int]
_ROUNDING = 1e-13
"""A gain below this is none: totals that are the same differ by as much when they are added up another way."""


@dataclass(frozen=True)
class Outlook:
    """A choice at fixed shares among options whose scores are in doubt.

    `values` are those at the scores judged most likely: options (rows) by criteria (columns). The scores of `doubts`
    are in doubt each by itself; those of `draws` together, each with as many equally likely scores, row by row.
    """

    values: Numbers
    shares: Numbers
    doubts: Mapping[Cell, Spread]
    curves: Sequence[Curve]
    draws: Mapping[Cell, Numbers] = field(default_factory=dict)

    @cached_property
    def together(self) -> ScoreSource:
        """The values of the scores that are drawn together."""
        return drawn(self.values, {}, self.draws, self.curves)

    @cached_property
    def expected(self) -> Numbers:
        """The expected value of every score: the value itself where there is no doubt."""
        expected = self.together.mean_values
        for (row, column), doubt in self.doubts.items():
            expected[row, column] = _mean_along(_bent(self.curves[column]), doubt)
        return expected


@dataclass(frozen=True)
class Run:
    """How many samples to draw, and from which chance."""

    samples: int
    seed: int
    question: int


def worth_of_a_score(outlook: Outlook, cell: Cell) -> float:
    """What it is worth to know one score exactly: an integral over its doubt, with no chance in it.

    With the score at x its option has an expected total that is a line in the score's value; the better of that and the
    best of the others is a bent line, whose mean is worked out from stretch to stretch.
    """
    row, column = cell
    totals, share = outlook.expected @ outlook.shares, float(outlook.shares[column])
    rivals = np.delete(totals, row)
    if not len(rivals) or share == 0:
        return 0.0
    rival, own = float(rivals.max()), float(totals[row])
    fixed = own - share * float(outlook.expected[cell])
    line = [(x, fixed + share * value) for x, value in _bent(outlook.curves[column])]
    return max(_mean_along(_at_least(line, rival), outlook.doubts[cell]) - max(own, rival), 0.0)


def worth_of_scores(outlook: Outlook, cells: Collection[Cell], run: Run) -> tuple[float, float]:
    """What it is worth to know several scores exactly, with its standard error.

    All others stand at the values that one would then expect.
    """
    known = {cell: outlook.doubts[cell].quantile for cell in cells if cell in outlook.doubts}
    source = drawn_by_cell(outlook.expected, known, outlook.curves)
    told = [place for place, cell in enumerate(outlook.together.cells_together) if cell in cells]
    if told:
        rows = outlook.together.rows
        source = replace(source, cells_together=outlook.together.cells_together, rows=expected_given(rows, told))
    return worth_of_draws(source, outlook.shares, run)


def expected_given(rows: Numbers, told: Sequence[int]) -> Numbers:
    """What one expects of every score when some are known, from rows in which they go together.

    `rows` has the values of a score in each row, equally likely along it; `told` says which of them are known. What is
    returned has the same shape: those that are known as they are, the others as far as they follow from them.
    """
    known = rows[told]
    spread = known.std(axis=1, keepdims=True)
    varied = spread[:, 0] > 0
    standard = (known[varied] - known[varied].mean(axis=1, keepdims=True)) / spread[varied]
    basis = np.vstack([np.ones(rows.shape[1]), standard, standard**2])
    expected: Numbers = np.linalg.lstsq(basis.T, rows.T)[0].T @ basis
    expected[told] = known
    return expected


def worth_of_draws(source: ScoreSource, shares: Numbers, run: Run) -> tuple[float, float]:
    """What it is worth to know every score that a source draws, with its standard error.

    What is averaged is how far the best total is above that of the option with the best expected total, which is never
    below 0 and scatters little.
    """
    best = int(np.argmax(source.mean_values @ shares))
    room = Room()
    gains: dict[int, list[tuple[int, float]]] = {}
    for chunk in chunks(run.seed, run.question, run.samples):
        totals = source.totals(np.repeat(shares[:, None], chunk.count, axis=1), chunk, room)
        gains.setdefault(chunk.shift, []).append((chunk.count, float((totals.max(axis=0) - totals[best]).sum())))
    means = np.array([sum(gain for _, gain in each) / sum(count for count, _ in each) for each in gains.values()])
    gain = float(means.mean())
    return (0.0, 0.0) if gain < _ROUNDING else (gain, float(means.std(ddof=1) / np.sqrt(len(means))))


def _bent(curve: Curve) -> list[tuple[float, float]]:
    """A curve as points, with one more on either side that says how it goes on beyond its ends."""
    first, last = (curve.slopes[0], curve.slopes[-1]) if curve.outside == "extrapolate" else (0.0, 0.0)
    points, step = list(zip(curve.x, curve.v, strict=True)), curve.x[-1] - curve.x[0]
    return [(curve.x[0] - step, curve.v[0] - first * step), *points, (curve.x[-1] + step, curve.v[-1] + last * step)]


def _at_least(line: Sequence[tuple[float, float]], floor: float) -> list[tuple[float, float]]:
    """A bent line, nowhere below a floor; the outermost stretches go on beyond their points."""
    points: list[tuple[float, float]] = []
    crossings = [_crossing(one, other, floor) for one, other in pairwise(line)]
    outermost = {0, len(crossings) - 1}
    for number, ((one, other), crossing) in enumerate(zip(pairwise(line), crossings, strict=True)):
        points.append(one)
        if crossing is not None and (number in outermost or one[0] < crossing < other[0]):
            points.append((crossing, floor))
    points.append(line[-1])
    ordered = sorted(set(points))
    left, right = ordered[0], ordered[-1]
    return [
        _beyond(left, line[0], line[1], floor, line[0][0] - line[1][0]),
        *[(x, max(y, floor)) for x, y in ordered],
        _beyond(right, line[-2], line[-1], floor, line[-1][0] - line[-2][0]),
    ]


def _crossing(one: tuple[float, float], other: tuple[float, float], level: float) -> float | None:
    """Where the straight line through two points has a level; None where it runs level."""
    (start, low), (end, high) = one, other
    return None if low == high else start + (level - low) / (high - low) * (end - start)


def _beyond(
    end: tuple[float, float], one: tuple[float, float], other: tuple[float, float], floor: float, step: float
) -> tuple[float, float]:
    """One more point beyond an end, on the straight line through two points or on the floor."""
    slope = (other[1] - one[1]) / (other[0] - one[0])
    on_line = one[1] + slope * (end[0] + step - one[0])
    return end[0] + step, max(on_line, floor)


def _mean_along(points: Sequence[tuple[float, float]], doubt: Spread) -> float:
    """The mean of a bent line over a doubt; the outermost stretches go on for ever."""
    chances, parts = doubt.below(np.array([x for x, _ in points[1:-1]]))
    chance = np.diff(chances, prepend=0.0, append=1.0)
    part = np.diff(parts, prepend=0.0, append=doubt.mean)
    return sum(
        float((low - slope * start) * chance[number] + slope * part[number])
        for number, ((start, low), (end, high)) in enumerate(pairwise(points))
        if end > start  # between numbers that a machine cannot tell apart there is nothing
        for slope in [(high - low) / (end - start)]
    )
