"""Values of options whose scores are drawn within their ranges.

Each uncertain cell has a table of equally likely values, drawn from by whole numbers: the value function and the shape
of the doubt are worked out once, and not for every draw.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import repeat

import numpy as np
import numpy.typing as npt

from steelyard.model.additive import values_along
from steelyard.model.sampling.chance import Chunk
from steelyard.model.sampling.room import Room
from steelyard.results.curve import Curve
from steelyard.results.valuation import Numbers

TABLE_BITS = 12
"""A table has 2^12 = 4096 values, each standing for an equal part of the chance."""
_WORD_BITS = 16

Picked = npt.NDArray[np.uint16] | npt.NDArray[np.int64]
Quantile = Callable[[Numbers], Numbers]
"""The score below which a share of the chance lies."""


@dataclass(frozen=True)
class ScoreSource:
    """The values of options (rows) on criteria (columns), some of them drawn.

    `values` are those at the scores judged most likely. `tables` has a row of equally likely values for each cell that
    is drawn; `cells` says which. Where `together`, one number picks the entry of every table, so that what goes
    together in the rows of a file stays together; otherwise each cell is drawn by itself.
    """

    values: Numbers
    cells: tuple[tuple[int, int], ...] = ()
    tables: Numbers = field(default_factory=lambda: np.zeros((0, 0)))
    together: bool = False

    def totals(self, weights: Numbers, chunk: Chunk, room: Room) -> Numbers:
        """Totals of each option (rows) in each sample (columns), for weights with one column a sample."""
        totals: Numbers = room.array("totals", (len(self.values), chunk.count))
        np.matmul(self._fixed, weights, out=totals)
        part = room.array("part", (chunk.count,))
        for (row, column), table, picked in zip(self.cells, self.tables, self._picked(chunk), strict=False):
            np.take(table, picked, out=part, mode="clip")
            part *= weights[column]
            totals[row] += part
        return totals

    def totals_by_sample(self, weights: Numbers, chunk: Chunk, room: Room) -> Numbers:
        """The same with samples as rows and options as columns."""
        by_sample: Numbers = room.array("by sample", (chunk.count, len(self.values)))
        if self.cells:
            np.copyto(by_sample, self.totals(weights, chunk, room).T)
        else:
            np.matmul(weights.T, self.values.T, out=by_sample)
        return by_sample

    @cached_property
    def _fixed(self) -> Numbers:
        """The values that are not drawn, 0 in the place of those that are."""
        fixed = self.values.copy()
        if self.cells:
            fixed[tuple(np.array(self.cells).T)] = 0.0
        return fixed

    def _picked(self, chunk: Chunk) -> Iterator[Picked]:
        """Which entry of its table each cell takes in each sample, cell by cell."""
        chance = chunk.stream()
        if self.together:
            rows = chance.integers(0, self.tables.shape[1], chunk.count)
            yield from repeat(rows, len(self.cells))
        words = -(-chunk.count // (64 // _WORD_BITS))
        while True:
            drawn = chance.bit_generator.random_raw(words).view(np.uint16)
            drawn >>= _WORD_BITS - TABLE_BITS
            yield drawn[: chunk.count]


def drawn_by_cell(values: Numbers, doubts: Mapping[tuple[int, int], Quantile], curves: Sequence[Curve]) -> ScoreSource:
    """A source in which each cell of `doubts` is drawn by itself."""
    chance = (np.arange(2**TABLE_BITS) + 0.5) / 2**TABLE_BITS
    cells = tuple(sorted(doubts))
    tables = [values_along(curves[column], doubts[row, column](chance)) for row, column in cells]
    return ScoreSource(values, cells, np.array(tables).reshape(len(cells), -1))


def drawn_by_row(values: Numbers, draws: Mapping[tuple[int, int], Numbers], curves: Sequence[Curve]) -> ScoreSource:
    """A source in which every sample takes one row of a file of draws, for all cells that the file has."""
    cells = tuple(sorted(draws))
    tables = [values_along(curves[column], draws[row, column]) for row, column in cells]
    return ScoreSource(values, cells, np.array(tables).reshape(len(cells), -1), together=True)


def shares_clipped(doubts: Mapping[tuple[int, int], Quantile], curves: Sequence[Curve]) -> dict[tuple[int, int], float]:
    """For each cell whose draws go off the declared scale and count as its end, the share of draws that do."""
    chance = (np.arange(2**TABLE_BITS) + 0.5) / 2**TABLE_BITS
    found = {}
    for (row, column), quantile in doubts.items():
        curve, drawn = curves[column], quantile(chance)
        beyond = float(((drawn < curve.x[0]) | (drawn > curve.x[-1])).mean())
        if beyond and curve.outside == "clip":
            found[row, column] = beyond
    return found
