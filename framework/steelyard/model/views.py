"""Several weightings of the same options side by side: who objects to what, and which pairs of options they swap.

Options and weight sets are named by their positions, and every weight set counts alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np

from steelyard.model import disagreement
from steelyard.results.valuation import Numbers, Standing


@dataclass(frozen=True)
class Swap:
    """Two options that two weight sets put in opposite order: the first set puts `higher` above `lower`."""

    sets: tuple[int, int]
    higher: int
    lower: int
    apart: float


@dataclass(frozen=True)
class Views:
    """The same options under several weight sets; `baseline` is the row of the option that is current policy."""

    standings: tuple[Standing, ...]
    baseline: int

    @cached_property
    def rankings(self) -> Numbers:
        """One row a weight set, one column an option."""
        return np.array([each.ranks for each in self.standings], dtype=float)

    @cached_property
    def totals(self) -> Numbers:
        """One row a weight set, one column an option."""
        return np.array([each.totals for each in self.standings])

    @cached_property
    def shares(self) -> Numbers:
        """One row a weight set, one column a criterion."""
        return np.array([each.shares for each in self.standings])

    @cached_property
    def above_baseline(self) -> tuple[int, ...]:
        """In how many weight sets each option ranks above the baseline."""
        counts = (self.rankings < self.rankings[:, [self.baseline]]).sum(axis=0)
        return tuple(int(each) for each in counts)

    @property
    def acceptable(self) -> tuple[int, ...]:
        """The options above the baseline in every weight set."""
        return tuple(row for row, count in enumerate(self.above_baseline) if count == len(self.standings))

    @cached_property
    def worst(self) -> tuple[int, ...]:
        """Each option's worst rank."""
        return tuple(int(each) for each in self.rankings.max(axis=0))

    @cached_property
    def best(self) -> tuple[int, ...]:
        """Each option's best rank."""
        return tuple(int(each) for each in self.rankings.min(axis=0))

    @property
    def by_objection(self) -> tuple[int, ...]:
        """Options by their worst rank; of equal ones that with the lower sum of ranks comes first."""
        rows = range(len(self.worst))
        return tuple(sorted(rows, key=lambda row: (*self.objection[row], row)))

    @cached_property
    def objection(self) -> tuple[tuple[int, int], ...]:
        """Each option's worst rank and the sum of its ranks."""
        sums = self.rankings.sum(axis=0)
        return tuple((worst, int(total)) for worst, total in zip(self.worst, sums, strict=True))

    def least_objectionable(self, among: Sequence[int]) -> tuple[int, ...]:
        """The options, of those given, with the best worst rank, then the lowest sum of ranks; several if equal."""
        least = min((self.objection[row] for row in among), default=None)
        return tuple(row for row in among if self.objection[row] == least)

    def under(self, rank: int, row: int) -> tuple[int, ...]:
        """The weight sets that give an option that rank."""
        return tuple(number for number, each in enumerate(self.rankings) if each[row] == rank)

    def putting(self, higher: int, lower: int) -> tuple[int, ...]:
        """The weight sets that put one option above another."""
        return tuple(number for number, each in enumerate(self.rankings) if each[higher] < each[lower])

    @cached_property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Every two weight sets."""
        return tuple(combinations(range(len(self.standings)), 2))

    def swapped(self, pair: tuple[int, int]) -> disagreement.Pairs:
        """The options that two weight sets swap: the row's above the column's by the first set."""
        return disagreement.swapped(self.rankings[pair[0]], self.rankings[pair[1]])

    @cached_property
    def divided(self) -> Numbers:
        """For every two options, how far the weight sets that swap them are apart over them, added up; else 0."""
        total = np.zeros((len(self.worst), len(self.worst)))
        for pair in self.pairs:
            total += self._apart_where_swapped(pair)
        found: Numbers = total + total.T
        return found

    @cached_property
    def dividing(self) -> tuple[tuple[int, int], ...]:
        """The pairs of options that some weight sets swap, those over which they are farthest apart first."""
        rows, columns = np.nonzero(np.triu(self.divided))
        order = np.argsort(-self.divided[rows, columns], kind="stable")
        return tuple(zip(rows[order].tolist(), columns[order].tolist(), strict=True))

    @cached_property
    def widest_swaps(self) -> tuple[Swap, ...]:
        """The farthest swap of each two weight sets that swap any options, the farthest apart first."""
        found = []
        for pair in self.pairs:
            apart = self._apart_where_swapped(pair)
            higher, lower = divmod(int(np.argmax(apart)), len(self.worst))
            if apart[higher, lower] > 0:
                found.append(Swap(pair, higher, lower, float(apart[higher, lower])))
        return tuple(sorted(found, key=lambda each: (-each.apart, each.sets)))

    def _apart_where_swapped(self, pair: tuple[int, int]) -> Numbers:
        """How far two weight sets are apart over the options that they swap, by the first's order; else 0."""
        apart = disagreement.apart(self.totals[pair[0]], self.totals[pair[1]])
        found: Numbers = np.where(self.swapped(pair), apart, 0.0)
        return found

    def parts(self, swap: Swap) -> Numbers:
        """What each criterion brings to a swap; the parts sum to what the sets are apart."""
        one, other = (self.standings[number] for number in swap.sets)
        return disagreement.parts_of_pair(one.values, one.shares, other.shares, (swap.higher, swap.lower))

    @cached_property
    def parts_of_all(self) -> Numbers:
        """What each criterion brings to all swaps together."""
        total = np.zeros(self.shares.shape[1])
        for pair in self.pairs:
            one, other = (self.standings[number] for number in pair)
            total += disagreement.parts_of_all(one.values, one.shares, other.shares, self.swapped(pair))
        return total
