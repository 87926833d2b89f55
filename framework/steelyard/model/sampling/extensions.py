"""Whole orders that keep to a partial one, each as likely as any other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

MOST_NAMES = 16
"""Beyond this there are too many sets of names to count through."""


@dataclass(frozen=True)
class Extensions:
    """All whole orders of `count` names in which each pair of `above` stands in its order.

    Orders are counted from the end: those that go on from a set of names are as many as go on from that set and each
    name that may come next (Brightwell & Winkler 1991, Counting linear extensions, Order 8, 225-242). Sets are whole
    numbers, a bit a name.
    """

    count: int
    above: tuple[tuple[int, int], ...]

    @property
    def number(self) -> int:
        """How many there are; 0 where the pairs run in a circle."""
        return self._ways[0]

    def drawn(self, orders: int, chance: np.random.Generator) -> npt.NDArray[np.int64]:
        """Orders drawn evenly, one a row, the first name first."""
        drawn = np.empty((orders, self.count), dtype=np.int64)
        places = {0: np.arange(orders)}
        for place in range(self.count):
            found: dict[int, list[npt.NDArray[np.int64]]] = {}
            for begun, rows in places.items():
                nexts = list(self._next(begun))
                ways = np.array([float(self._ways[begun | 1 << name]) for name in nexts])
                chosen = chance.choice(len(nexts), len(rows), p=ways / ways.sum())
                for number, name in enumerate(nexts):
                    drawn[rows[chosen == number], place] = name
                    found.setdefault(begun | 1 << name, []).append(rows[chosen == number])
            places = {begun: np.concatenate(rows) for begun, rows in sorted(found.items())}
        return drawn

    @cached_property
    def _heavier(self) -> tuple[int, ...]:
        """For each name the set of those that must come before it."""
        heavier = [0] * self.count
        for upper, lower in self.above:
            heavier[lower] |= 1 << upper
        return tuple(heavier)

    def _next(self, begun: int) -> Iterable[int]:
        """The names that may follow a set of names."""
        return (
            name for name, heavier in enumerate(self._heavier) if not begun >> name & 1 and heavier & begun == heavier
        )

    @cached_property
    def _ways(self) -> Mapping[int, int]:
        """How many orders go on from each set of names that an order can begin with."""
        layers = [{0}]
        for _ in range(self.count):
            layers.append({begun | 1 << name for begun in layers[-1] for name in self._next(begun)})
        ways = dict.fromkeys(layers[-1], 1)
        for layer in layers[-2::-1]:
            ways |= {begun: sum(ways[begun | 1 << name] for name in self._next(begun)) for begun in layer}
        return ways
