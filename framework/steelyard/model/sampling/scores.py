"""Values of options whose scores are drawn within their ranges.

Each uncertain cell has a table of equally likely values, drawn from by whole numbers: the value function and the shape
of the doubt are worked out once, and not for every draw.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

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
_OF_ROWS = 4
"""The chance from which rows of a file are taken, apart from that of single cells."""

Picked = npt.NDArray[np.uint16] | npt.NDArray[np.int64]
Quantile = Callable[[Numbers], Numbers]
"""The score below which a share of the chance lies."""


@dataclass(frozen=True)
class ScoreSource:
    """The values of options (rows) on criteria (columns), some of them drawn.

    `values` are those at the scores judged most likely. `tables` has a row of equally likely values for each of the
    `cells` that are drawn by themselves. `rows` has the draws of the cells that a file has, as `cells_together` says: a
    sample takes the same place of each, so that what goes together in the rows of the file stays together.
    """

    values: Numbers
    cells: tuple[tuple[int, int], ...] = ()
    tables: Numbers = field(default_factory=lambda: np.zeros((0, 0)))
    cells_together: tuple[tuple[int, int], ...] = ()
    rows: Numbers = field(default_factory=lambda: np.zeros((0, 0)))

    @property
    def drawn(self) -> bool:
        """Whether anything is drawn at all."""
        return bool(self.cells or self.cells_together)

    def totals(self, weights: Numbers, chunk: Chunk, room: Room) -> Numbers:
        """Totals of each option (rows) in each sample (columns), for weights with one column a sample."""
        totals: Numbers = room.array("totals", (len(self.values), chunk.count))
        np.matmul(self._fixed, weights, out=totals)
        part = room.array("part", (chunk.count,))
        for (row, column), table, picked in self._picked(chunk):
            np.take(table, picked, out=part, mode="clip")
            part *= weights[column]
            totals[row] += part
        return totals

    def totals_by_sample(self, weights: Numbers, chunk: Chunk, room: Room) -> Numbers:
        """The same with samples as rows and options as columns."""
        by_sample: Numbers = room.array("by sample", (chunk.count, len(self.values)))
        if self.drawn:
            np.copyto(by_sample, self.totals(weights, chunk, room).T)
        else:
            np.matmul(weights.T, self.values.T, out=by_sample)
        return by_sample

    def values_by_option(self, chunk: Chunk, room: Room) -> Iterator[Numbers]:
        """The values of each option in turn: criteria (rows) in each sample (columns), in an array used again."""
        drawn: dict[int, list[tuple[int, Numbers, Picked]]] = {}
        for (row, column), table, picked in self._picked(chunk):
            drawn.setdefault(row, []).append((column, table, picked))
        values = room.array("values", (self.values.shape[1], chunk.count))
        for row, at_values in enumerate(self.values):
            values[:] = at_values[:, None]
            for column, table, picked in drawn.get(row, ()):
                np.take(table, picked, out=values[column], mode="clip")
            yield values

    @property
    def mean_values(self) -> Numbers:
        """The mean of each value over the entries of its table; the value itself where it is not drawn."""
        means = self.values.copy()
        for cell, table in (*zip(self.cells, self.tables, strict=True), *self._together):
            means[cell] = table.mean()
        return means

    @cached_property
    def _fixed(self) -> Numbers:
        """The values that are not drawn, 0 in the place of those that are."""
        fixed = self.values.copy()
        for cell in (*self.cells, *self.cells_together):
            fixed[cell] = 0.0
        return fixed

    @property
    def _together(self) -> Iterator[tuple[tuple[int, int], Numbers]]:
        return zip(self.cells_together, self.rows, strict=True)

    def _picked(self, chunk: Chunk) -> Iterator[tuple[tuple[int, int], Numbers, Picked]]:
        """Each cell that is drawn, its table, and which entry of the table it takes in each sample."""
        chance = chunk.stream()
        words = -(-chunk.count // (64 // _WORD_BITS))
        for cell, table in zip(self.cells, self.tables, strict=True):
            picked = chance.bit_generator.random_raw(words).view(np.uint16)
            picked >>= _WORD_BITS - TABLE_BITS
            yield cell, table, picked[: chunk.count]
        if self.cells_together:
            row = chunk.stream(_OF_ROWS).integers(0, self.rows.shape[1], chunk.count)
            yield from ((cell, draws, row) for cell, draws in self._together)


def drawn_by_cell(values: Numbers, doubts: Mapping[tuple[int, int], Quantile], curves: Sequence[Curve]) -> ScoreSource:
    """A source in which each cell of `doubts` is drawn by itself."""
    return drawn(values, doubts, {}, curves)


def drawn(
    values: Numbers,
    doubts: Mapping[tuple[int, int], Quantile],
    draws: Mapping[tuple[int, int], Numbers],
    curves: Sequence[Curve],
) -> ScoreSource:
    """A source in which each cell of `doubts` is drawn by itself, and those of `draws` by rows that go together."""
    chance = (np.arange(2**TABLE_BITS) + 0.5) / 2**TABLE_BITS
    cells, together = tuple(sorted(doubts)), tuple(sorted(draws))
    tables = [values_along(curves[column], doubts[row, column](chance)) for row, column in cells]
    rows = [values_along(curves[column], draws[row, column]) for row, column in together]
    length = len(rows[0]) if rows else 0
    return ScoreSource(
        values,
        cells,
        np.array(tables).reshape(len(cells), 2**TABLE_BITS),
        together,
        np.array(rows).reshape(len(together), length),
    )


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
