"""Weights drawn at random, in each of the ways in which weights can be open.

A source gives, for a chunk, weights with one row a criterion and one column a sample, each column summing to 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from steelyard.model.sampling.chance import Chunk
from steelyard.model.sampling.room import Room
from steelyard.results.valuation import Numbers


class WeightSource(Protocol):
    """Anything that draws weights."""

    def draw(self, chunk: Chunk, room: Room) -> Numbers:
        """Weights for each sample of a chunk."""


class ListSource(Protocol):
    """Anything that draws the weights of one list of judgements from points of the unit cube."""

    @property
    def dimensions(self) -> int:
        """How many coordinates of evenly spread points it takes."""

    def from_points(self, evenly: Numbers, chunk: Chunk) -> Numbers:
        """Weights that sum to 1, one row a name."""


@dataclass(frozen=True)
class Uniform:
    """No preference at all: every weighting of `count` names is as likely as any other.

    Logarithms of uniform numbers over their sum are uniform on the simplex (Rubinstein 1982, Generating random vectors
    uniformly distributed inside and on the surface of different regions, EJOR 10(2), 205-209).
    """

    count: int

    @property
    def dimensions(self) -> int:
        """One a name; a single name has all the weight and takes none."""
        return self.count if self.count > 1 else 0

    def from_points(self, evenly: Numbers, chunk: Chunk) -> Numbers:
        """Weights that sum to 1, one row a name."""
        if self.count == 1:
            return np.ones((1, chunk.count))
        return normalised(np.log(evenly, out=evenly))


@dataclass(frozen=True)
class Around:
    """Every judged point moved by itself, evenly up to `precision` of it either way, then normalised."""

    points: tuple[float, ...]
    precision: float

    @property
    def dimensions(self) -> int:
        """One a name."""
        return len(self.points) if self.precision and len(self.points) > 1 else 0

    def from_points(self, evenly: Numbers, chunk: Chunk) -> Numbers:
        """Weights that sum to 1, one row a name."""
        judged = np.array(self.points)[:, None]
        if not self.dimensions:
            return np.repeat(judged / judged.sum(), chunk.count, axis=1)
        evenly *= 2 * self.precision
        evenly += 1 - self.precision
        evenly *= judged
        return normalised(evenly)


@dataclass(frozen=True)
class Composed:
    """Weights of criteria from one list of judgements, or from a list of groups and a list within each.

    `top` gives the weights of criteria, or of groups where there are lists `within`; `columns` then says which criteria
    each group has. `widths` is the value that each criterion's judged range spans: a swing that was judged on less than
    the full scale weighs more on the full scale.
    """

    top: ListSource
    within: tuple[ListSource, ...] = ()
    columns: tuple[tuple[int, ...], ...] = ()
    widths: tuple[float, ...] = ()

    def draw(self, chunk: Chunk, room: Room) -> Numbers:
        """Weights for each sample of a chunk."""
        sources = (self.top, *self.within)
        evenly = chunk.evenly(sum(each.dimensions for each in sources), room)
        drawn, taken = [], 0
        for source in sources:
            drawn.append(source.from_points(evenly[taken : taken + source.dimensions], chunk))
            taken += source.dimensions
        weights = self._dealt(drawn) if self.within else drawn[0]
        if self.widths and set(self.widths) != {1.0}:
            weights /= np.array(self.widths)[:, None]
            weights = normalised(weights)
        return weights

    def _dealt(self, drawn: Sequence[Numbers]) -> Numbers:
        """A group's weight dealt out to its criteria."""
        groups, *leaves = drawn
        weights = np.empty((sum(map(len, self.columns)), groups.shape[1]))
        for weight, within, columns in zip(groups, leaves, self.columns, strict=True):
            weights[list(columns)] = weight * within
        return weights


@dataclass(frozen=True)
class Fixed:
    """One weighting, the same in every sample."""

    shares: tuple[float, ...]

    def draw(self, chunk: Chunk, room: Room) -> Numbers:  # noqa: ARG002 - there is nothing to work out
        """Weights for each sample of a chunk."""
        return np.repeat(np.array(self.shares)[:, None], chunk.count, axis=1)


def on_simplex(criteria: int) -> Composed:
    """No preference among criteria: uniform on the simplex of their shares."""
    return Composed(Uniform(criteria))


def over_groups(columns: Sequence[Sequence[int]]) -> Composed:
    """No preference among groups, and none among the criteria within each."""
    return Composed(
        Uniform(len(columns)), tuple(Uniform(len(each)) for each in columns), tuple(tuple(each) for each in columns)
    )


def normalised(weights: Numbers) -> Numbers:
    """The same with each column summing to 1, in place."""
    weights /= weights.sum(axis=0)
    return weights
