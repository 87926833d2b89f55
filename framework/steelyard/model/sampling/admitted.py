"""Weights drawn evenly from all those that judgements admit: between bounds, and in an order."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from steelyard.model.sampling.chance import Chunk
from steelyard.model.sampling.extensions import MOST_NAMES, Extensions
from steelyard.model.sampling.weights import normalised
from steelyard.results.valuation import Numbers

_TRIED = 4096
_RARE = 0.02
"""Where fewer than this share of tries fit, walking inside the region is quicker than trying again."""
_WALKERS = 256
_NO_WAY = 1e-12
_FIRST_STREAM = 3
"""Streams below this are taken by others."""


@dataclass(frozen=True)
class Admitted:
    """Every weighting between bounds and in an order is as likely as any other.

    `least` and `most` bound each weight, `above` are pairs of which the first weighs no less than the second, and
    `middle` is a weighting that fits. An order without bounds is drawn by sorting evenly spread weights into one of
    the whole orders that keep to it, all of which admit equally much. Otherwise weights that do not fit are tried
    again; and where few fit, walkers set out from the middle and each step goes to an even place on a line in a random
    direction (Smith 1984, Operations Research 32(6), 1296-1308; Tervonen, van Valkenhoef, Basturk & Postmus 2013,
    Hit-and-run enables efficient weight generation, EJOR 224(3), 552-559). `number` keeps the chance of one list of
    judgements apart from that of others in the same weight set.
    """

    least: tuple[float, ...]
    most: tuple[float, ...]
    above: tuple[tuple[int, int], ...]
    middle: tuple[float, ...]
    number: int = 0

    @property
    def dimensions(self) -> int:
        """One a name where only an order is kept to; otherwise the chunk's own random numbers are used."""
        return len(self.least) if self._only_ordered else 0

    def from_points(self, evenly: Numbers, chunk: Chunk) -> Numbers:
        """Weights that sum to 1, one row a name."""
        chance = chunk.stream(_FIRST_STREAM + self.number)
        if self._only_ordered:
            weights = normalised(np.log(evenly, out=evenly))
            weights.sort(axis=0)
            ordered = np.empty_like(weights)
            np.put_along_axis(ordered, self._extensions.drawn(chunk.count, chance).T, weights[::-1], axis=0)
            return ordered
        tried = self._tried(chance, _TRIED)
        if tried.shape[1] < _RARE * _TRIED:
            return self._walked(chance, chunk.count)
        found = [tried]
        while sum(each.shape[1] for each in found) < chunk.count:
            found.append(self._tried(chance, chunk.count))
        return np.concatenate(found, axis=1)[:, : chunk.count]

    @cached_property
    def _only_ordered(self) -> bool:
        bounded = any(self.least) or any(each < 1 for each in self.most)
        return not bounded and len(self.least) <= MOST_NAMES

    @cached_property
    def _extensions(self) -> Extensions:
        return Extensions(len(self.least), self.above)

    @cached_property
    def _bounds(self) -> tuple[Numbers, Numbers]:
        """Rows and numbers such that weights fit where each row times them is no less than its number."""
        count = len(self.least)
        one = np.eye(count)
        orders = [one[upper] - one[lower] for upper, lower in self.above]
        rows = np.concatenate([one, -one, np.array(orders).reshape(len(orders), count)])
        return rows, np.concatenate([self.least, -np.array(self.most), np.zeros(len(orders))])

    def _tried(self, chance: np.random.Generator, tries: int) -> Numbers:
        """Those of some even weightings above the lower bounds that fit."""
        least = np.array(self.least)[:, None]
        weights = least + (1 - least.sum()) * normalised(chance.standard_exponential((len(self.least), tries)))
        rows, numbers = self._bounds
        fits = (rows @ weights >= numbers[:, None] - _NO_WAY).all(axis=0)
        found: Numbers = weights[:, fits]
        return found

    def _walked(self, chance: np.random.Generator, samples: int) -> Numbers:
        """Where walkers stand, after enough steps to have forgotten the middle, every few steps."""
        count = len(self.least)
        at = np.repeat(np.array(self.middle)[:, None], min(_WALKERS, samples), axis=1)
        for _ in range(8 * count**2):
            at = self._stepped(at, chance)
        stands: list[Numbers] = []
        while sum(each.shape[1] for each in stands) < samples:
            for _ in range(count):
                at = self._stepped(at, chance)
            stands.append(at)
        return np.concatenate(stands, axis=1)[:, :samples]

    def _stepped(self, at: Numbers, chance: np.random.Generator) -> Numbers:
        """Each walker moved to an even place on a line through it that stays in the region and sums to 1."""
        spread = np.array(self.most) - np.array(self.least)
        way = chance.standard_normal(at.shape) * spread[:, None]
        way -= way.mean(axis=0)
        rows, numbers = self._bounds
        room, slope = rows @ at - numbers[:, None], rows @ way
        with np.errstate(divide="ignore", invalid="ignore"):
            reach = np.maximum(room, 0) / np.abs(slope)
        forward = np.where(slope < -_NO_WAY, reach, np.inf).min(axis=0)
        backward = np.where(slope > _NO_WAY, reach, np.inf).min(axis=0)
        place = chance.random(at.shape[1])
        stepped: Numbers = at + way * (place * (forward + backward) - backward)
        return stepped
