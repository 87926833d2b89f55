"""A ranking: one valuation with its tables, as commands, outputs and the Python API see it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from steelyard.results.stamp import Stamp
from steelyard.results.valuation import Leader, Valuation

if TYPE_CHECKING:
    from collections.abc import Mapping

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

    `options`, `criteria` and `matrix` are validated frames, each made when it is first asked for: a program that
    asks for none loads no pandas.
    """

    decision: str
    valuation: Valuation
    frames: "Mapping[str, pd.DataFrame]" = field(repr=False)
    unranked: tuple[Unranked, ...]
    stamp: Stamp

    @property
    def options(self) -> "pd.DataFrame":
        """One row an option in order of rank: rank, total, above_baseline, ..."""
        return self.frames["options"]

    @property
    def criteria(self) -> "pd.DataFrame":
        """One row a criterion: group, share, ..."""
        return self.frames["criteria"]

    @property
    def matrix(self) -> "pd.DataFrame":
        """One row a cell: score, value, share, contribution."""
        return self.frames["matrix"]

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
