"""Where chance comes from: a chunk of samples, its lattice points, and its own stream of random numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from steelyard.model.sampling.lattice import MOST_POINTS, VECTOR, Words, as_numbers, points
from steelyard.model.sampling.room import Room
from steelyard.results.valuation import Numbers

LEAST_SHIFTS = 16
"""Error bars come from the scatter of so many independent shifts at least."""
SAMPLES_A_CHUNK = 8192


@dataclass(frozen=True)
class Chunk:
    """A run of samples within one shift: `count` of them from `start` on. `question` keeps questions apart."""

    seed: int
    question: int
    shift: int
    start: int
    count: int

    def evenly(self, dimensions: int, room: Room) -> Numbers:
        """Evenly spread points of the unit cube, one row a dimension; random ones beyond the lattice's reach."""
        reach = min(dimensions, len(VECTOR))
        numbers: Numbers = room.array("evenly", (dimensions, self.count))
        words = room.array("words", (reach, self.count), np.uint32).view(np.uint32)
        as_numbers(points(self.start, _shift(self.seed, self.question, self.shift), words), numbers[:reach])
        if dimensions > reach:
            numbers[reach:] = self.stream(2).random((dimensions - reach, self.count))
        return numbers

    def stream(self, number: int = 1) -> np.random.Generator:
        """Random numbers of the chunk's own; streams of other numbers are independent of it."""
        return _generator(self.seed, self.question, self.shift, number, self.start)


@lru_cache(maxsize=4096)
def _shift(seed: int, question: int, shift: int) -> Words:
    return _generator(seed, question, shift, 0).integers(0, 2**32, len(VECTOR), dtype=np.uint32)


def _generator(*place: int) -> np.random.Generator:
    return np.random.Generator(np.random.SFC64(place))


def chunks(seed: int, question: int, samples: int, longest: int = SAMPLES_A_CHUNK) -> Iterator[Chunk]:
    """The chunks of a run: enough shifts for error bars, none longer than the lattice.

    Shifts take turns, so that a run that is stopped early has error bars as well.

    All shifts are of one length, so there are at least as many samples as asked for, and up to one more a shift.
    """
    shifts = max(LEAST_SHIFTS, -(-samples // MOST_POINTS))
    length = -(-samples // shifts)
    for start in range(0, length, longest):
        for shift in range(shifts):
            yield Chunk(seed, question, shift, start, min(longest, length - start))
