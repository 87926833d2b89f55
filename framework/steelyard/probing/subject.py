"""What is probed: a ranking under one weight set, with everything that can move."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from steelyard.documents.definitions import Definitions
from steelyard.model.information import Cell
from steelyard.results.curve import Curve
from steelyard.results.spread import Spread
from steelyard.results.valuation import Numbers, Standing, Valuation
from steelyard.results.weighed import WeighedSet

MOST_OPTIONS = 100
"""So many of the highest totals are looked at, and the baseline: whoever could be first is among them."""


@dataclass(frozen=True)
class Subject:
    """A ranking to be probed. Rows of arrays are the options of the valuation, columns its criteria.

    `doubts` says of each score in doubt how it may turn out; `draws` has, of other scores, rows that go together.
    `widths` is the value that the range spans on which each criterion's swing was judged.
    """

    definitions: Definitions
    valuation: Valuation
    valuations: Mapping[str, Valuation]
    curves: Sequence[Curve]
    weighed: WeighedSet
    widths: Mapping[str, float]
    low: Numbers
    high: Numbers
    doubts: Mapping[Cell, Spread]
    draws: Mapping[Cell, Numbers]

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The rows that are looked at, in order of rank."""
        order = self.valuation.order
        baseline = self.valuation.options.index(self.definitions.decision.baseline)
        return tuple(row for place, row in enumerate(order) if place < MOST_OPTIONS or row == baseline)

    @cached_property
    def standing(self) -> Standing:
        """Where the options that are looked at stand, in order of rank."""
        rows, whole = list(self.rows), self.valuation
        of_standing = {name: value for name, value in vars(whole).items() if name in Standing.__dataclass_fields__}
        return replace(
            Standing(**of_standing),
            options=tuple(whole.options[row] for row in rows),
            scores=whole.scores[rows],
            values=whole.values[rows],
            contributions=whole.contributions[rows],
            totals=whole.totals[rows],
            ranks=tuple(whole.ranks[row] for row in rows),
            above_baseline=whole.above_baseline[rows],
        )

    @cached_property
    def bounds(self) -> tuple[Numbers, Numbers]:
        """The lowest and highest scores of those that are looked at."""
        return self.low[list(self.rows)], self.high[list(self.rows)]

    def here(self, by_cell: Mapping[Cell, object]) -> dict[Cell, object]:
        """The cells of the options that are looked at, by their places among them."""
        places = {row: place for place, row in enumerate(self.rows)}
        return {(places[row], column): each for (row, column), each in by_cell.items() if row in places}

    @cached_property
    def doubts_here(self) -> dict[Cell, Spread]:
        """The doubts about scores of the options that are looked at."""
        return self.here(self.doubts)  # type: ignore[return-value]  # what goes in comes out

    @cached_property
    def draws_here(self) -> dict[Cell, Numbers]:
        """The draws of scores of the options that are looked at."""
        return self.here(self.draws)  # type: ignore[return-value]  # what goes in comes out

    @cached_property
    def groups(self) -> dict[str, list[int]]:
        """The columns of each group of criteria."""
        found: dict[str, list[int]] = {}
        for column, name in enumerate(self.valuation.criteria):
            found.setdefault(self.definitions.criteria[name].group, []).append(column)
        return found
