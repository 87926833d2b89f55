"""A ranking: one valuation with its tables, as commands, outputs and the Python API see it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steelyard.results.stamp import Stamp
from steelyard.results.valuation import Leader, Valuation

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Unranked:
    """An option that is shown and not ranked, with the reason."""

    option: str
    title: str
    because: str


@dataclass(frozen=True)
class Ranking:
    """The options ranked under one weight set.

    `options` has one row an option in order of rank (rank, total, above_baseline, ...), `criteria` one row
    a criterion (group, share, ...), `matrix` one row a cell (score, value, share, contribution).
    All three are validated frames.
    """

    decision: str
    valuation: Valuation
    options: "pd.DataFrame"
    criteria: "pd.DataFrame"
    matrix: "pd.DataFrame"
    unranked: tuple[Unranked, ...]
    stamp: Stamp

    @property
    def weights(self) -> str:
        """The weight set's id."""
        return self.valuation.weights

    @property
    def margin(self) -> float | None:
        """How far the first total is above the second."""
        return self.valuation.margin

    @property
    def leaders(self) -> tuple[Leader, ...]:
        """Every option that could well be first."""
        return self.valuation.leaders

    @property
    def too_close_to_call(self) -> bool:
        """Whether more than one option leads."""
        return self.valuation.too_close_to_call
