"""A spread: how the chance of a number is spread over what it may be."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from steelyard.results.valuation import Numbers


@dataclass(frozen=True)
class Spread:
    """How likely each score is.

    `quantile` gives for each chance the score below which that share of the chance lies. `below` gives for each score
    the chance that it is not exceeded, and the part of the mean that lies up to it: E[X; X <= x], which is the mean
    itself far to the right. Both take arrays and give arrays of the same shape. `mean` is the expected score.
    """

    quantile: "Callable[[Numbers], Numbers]"
    below: "Callable[[Numbers], tuple[Numbers, Numbers]]"
    mean: float
