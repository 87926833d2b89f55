"""What is known of scores that are in doubt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from steelyard.results.valuation import Numbers

Quantile = Callable[[Numbers], Numbers]
"""The scores below which shares of the chance lie."""


@dataclass(frozen=True)
class Doubts:
    """What is known of scores: their lows, values and highs (options by criteria), and what else is stated.

    `quantiles` are of cells (row and column) with a distribution of their own; `rows` hold the draws of a file, all of
    one length, of which each sample takes one row for all cells that the file has.
    """

    low: Numbers
    value: Numbers
    high: Numbers
    quantiles: Mapping[tuple[int, int], Quantile] = field(default_factory=dict)
    rows: Mapping[tuple[int, int], Numbers] = field(default_factory=dict)

    @property
    def any(self) -> bool:
        """Whether there is anything to draw."""
        return bool((self.low < self.high).any() or self.quantiles or self.rows)


DoubtsFrom = Callable[[Numbers, Numbers, Numbers], Doubts]
"""Gives all that is known of scores from their lows, values and highs."""
