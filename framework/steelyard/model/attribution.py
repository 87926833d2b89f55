"""How much of a change each of several edits accounts for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb, sqrt

import numpy as np

EXACT_UP_TO = 8
"""Up to this many edits every subset is worked out (256 of them); beyond, orders are sampled."""
PAIRS_OF_ORDERS = 256
"""Sampled orders come in pairs, each with its reverse, which evens out much of the chance."""

Worth = Callable[[frozenset[int]], float]
"""What a quantity is when just these edits, by number, are made."""


@dataclass(frozen=True)
class Parts:
    """What each edit accounts for, by its number, and the standard error of that (0 where it is exact)."""

    values: Mapping[int, float]
    errors: Mapping[int, float]

    @property
    def exact(self) -> bool:
        """Whether no chance is in it."""
        return not any(self.errors.values())


def attribute(worth: Worth, edits: Sequence[int], chance: np.random.Generator) -> Parts:
    """How much of a change each edit accounts for: what it adds when made, averaged over every order of making them.

    `worth` gives the quantity after any subset of the edits. The parts sum to the whole change, edits that do
    the same get the same, and an edit that changes nothing gets 0. Exact up to eight edits; beyond that the
    average is over sampled orders, with its standard error.

    An example by hand. A total is share times value. One edit moves the share from 1/2 to 3/4, another the
    value from 1/4 to 3/4, so the total goes from 1/8 to 9/16, a change of 7/16. Share first: it adds
    1/4 * 1/4 = 1/16, then the value adds 3/4 * 1/2 = 3/8. Value first: it adds 1/2 * 1/2 = 1/4, then the share
    adds 1/4 * 3/4 = 3/16. Averages: the share accounts for (1/16 + 3/16) / 2 = 1/8, the value for
    (3/8 + 1/4) / 2 = 5/16; together 7/16.

    Source: Shapley (1953), A value for n-person games, Contributions to the Theory of Games II, 307-317;
    sampled orders: Castro, Gomez & Tejada (2009), Computers & Operations Research 36(5), 1726-1730.
    """
    return _exact(worth, edits) if len(edits) <= EXACT_UP_TO else _sampled(worth, edits, chance)


def _exact(worth: Worth, edits: Sequence[int]) -> Parts:
    """The sum over subsets without an edit of what it adds, each weighed by how many orders put them first."""
    count = len(edits)
    made = {subset: worth(subset) for size in range(count + 1) for subset in map(frozenset, combinations(edits, size))}
    values = {}
    for edit in edits:
        without = [subset for subset in made if edit not in subset]
        values[edit] = sum(
            (made[subset | {edit}] - made[subset]) / (count * comb(count - 1, len(subset))) for subset in without
        )
    return Parts(values, dict.fromkeys(edits, 0.0))


def _sampled(worth: Worth, edits: Sequence[int], chance: np.random.Generator) -> Parts:
    """The same average over orders drawn at random, each used forwards and backwards."""
    drawn = np.zeros((PAIRS_OF_ORDERS, len(edits)))
    for row in range(PAIRS_OF_ORDERS):
        order = chance.permutation(len(edits))
        for way in (order, order[::-1]):
            drawn[row] += _along(worth, edits, way.tolist()) / 2
    means = drawn.mean(axis=0)
    errors = drawn.std(axis=0, ddof=1) / sqrt(PAIRS_OF_ORDERS)
    return Parts(
        dict(zip(edits, means.tolist(), strict=True)),
        dict(zip(edits, errors.tolist(), strict=True)),
    )


def _along(worth: Worth, edits: Sequence[int], order: Sequence[int]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """What each edit adds when they are made in one order."""
    adds = np.zeros(len(edits))
    made: frozenset[int] = frozenset()
    before = worth(made)
    for position in order:
        made |= {edits[position]}
        after = worth(made)
        adds[position] = after - before
        before = after
    return adds
