"""A valuation: every option's values, contributions, total and rank under one weight set."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Leader:
    """An option that could well be first.

    `behind` is how far its total is below the first's; `ahead_in` the share of score draws in which it
    is ahead of the first (None for the first itself, and where no score has a range to draw from).
    """

    option: str
    behind: float
    ahead_in: float | None


@dataclass(frozen=True)
class Standing:
    """Options by criteria under one weight set and one method, at the values: all but who leads.

    Rows are `options`, columns `criteria`. `scores` are numbers on each scale, `values` run from 0 to 1,
    `shares` sum to 1, `contributions` are shares times values, `totals` their sums, unrounded. Equal totals
    after rounding to nine places share a rank (1, 2, 2, 4). `margin` is the first total less the next
    lower-ranked or tied one; None with a single option.
    """

    weights: str
    method: str
    options: tuple[str, ...]
    criteria: tuple[str, ...]
    scores: Numbers
    values: Numbers
    shares: Numbers
    contributions: Numbers
    totals: Numbers
    ranks: tuple[int, ...]
    above_baseline: Numbers
    margin: float | None

    @property
    def order(self) -> tuple[int, ...]:
        """Row numbers from first to last; tied options keep the order of their rows."""
        return tuple(sorted(range(len(self.options)), key=lambda row: (self.ranks[row], row)))

    def tied_with(self, row: int) -> tuple[str, ...]:
        """The other options that share a row's rank."""
        return tuple(
            name for other, name in enumerate(self.options) if other != row and self.ranks[other] == self.ranks[row]
        )


@dataclass(frozen=True)
class Valuation(Standing):
    """A standing with its `leaders`: every option that could well be first, score ranges considered.

    `audit` is the title of a method other than the house model: totals are then in its own units, and `leaders`
    those that share the first place.
    """

    leaders: tuple[Leader, ...]
    scenario: str | None = None
    audit: str | None = None

    @property
    def too_close_to_call(self) -> bool:
        """Whether more than one option leads."""
        return len(self.leaders) > 1
