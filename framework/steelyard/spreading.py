"""How likely each score is: what the distributions on the shelf make of the ranges that people stated."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from steelyard.contracts import Bounds, JudgedCell, Misfit
from steelyard.distributions import shelf as distributions
from steelyard.documents.definitions import Definitions, JudgedNumber
from steelyard.documents.option import Judgement
from steelyard.documents.ranged import DistributionChoice, DistributionSettings
from steelyard.results.spread import Spread

if TYPE_CHECKING:
    from collections.abc import Callable

    from steelyard.results.doubts import Doubts
    from steelyard.results.valuation import Numbers

Cell = tuple[str, str]
"""An option's id and a criterion's."""
_USUAL = DistributionChoice(shape="triangular")


def spread_of(judgement: Judgement) -> Spread | None:
    """How likely each score is; None where the number is taken as certain. ValueError where the shape does not fit."""
    choice = judgement.distribution
    if choice is None:
        if judgement.lowest == judgement.highest:
            return None
        choice = _USUAL
    shape = distributions[choice.shape]
    settings = shape.settings.model_validate(choice.settings)
    assert isinstance(settings, DistributionSettings)  # noqa: S101 - every distribution takes an interval
    bounds = Bounds(judgement.lowest, judgement.value, judgement.highest, settings.outside)
    return shape.fit(settings, bounds)


def spreads_of(definitions: Definitions) -> Mapping[Cell, Spread]:
    """How likely each score of the ranked options is, where it has a range or a distribution.

    A range without a distribution is a triangle; cells that the file of draws has are left out. Raises ValueError
    where a distribution does not fit, as `check` says.
    """
    found = {}
    for option in definitions.ranked_options():
        for criterion in definitions.criteria_in_order():
            judgement = option.judgement_on(criterion)
            drawn = definitions.draws is not None and (option.id, criterion.id) in definitions.draws.columns
            spread = None if judgement is None or drawn else spread_of(judgement)
            if spread is not None:
                found[option.id, criterion.id] = spread
    return found


def draws_of(definitions: Definitions) -> "Mapping[Cell, Numbers]":
    """The draws that a file has of ranked options' scores; what stands at one place of each was drawn together."""
    import numpy as np  # noqa: PLC0415 - arrays load only when they are wanted

    if definitions.draws is None:
        return {}
    columns = definitions.draws.columns
    cells = [
        (option.id, each.id) for option in definitions.ranked_options() for each in definitions.criteria_in_order()
    ]
    return {cell: np.array(columns[cell], dtype=float) for cell in cells if cell in columns}


def doubts_of(definitions: Definitions, low: "Numbers", value: "Numbers", high: "Numbers") -> "Doubts":
    """All that is known of ranked options' scores, given the three arrays of their lows, values and highs."""
    from steelyard.results.doubts import Doubts  # noqa: PLC0415 - arrays load only when they are wanted

    rows = {option.id: row for row, option in enumerate(definitions.ranked_options())}
    columns = {each.id: column for column, each in enumerate(definitions.criteria_in_order())}
    drawn = {(rows[cell[0]], columns[cell[1]]): each for cell, each in draws_of(definitions).items()}
    return Doubts(low, value, high, _quantiles(definitions), drawn)


def _quantiles(definitions: Definitions) -> "Mapping[tuple[int, int], Callable[[Numbers], Numbers]]":
    """The quantiles of ranked options' scores that state a distribution, by row and column of a valuation."""
    quantiles = {}
    for row, option in enumerate(definitions.ranked_options()):
        for column, criterion in enumerate(definitions.criteria_in_order()):
            judgement = option.judgement_on(criterion)
            if judgement is not None and judgement.distribution is not None:
                spread = spread_of(judgement)
                assert spread is not None  # noqa: S101 - it states a distribution
                quantiles[row, column] = spread.quantile
    return quantiles


class StatedSpreads(Mapping[JudgedCell, Spread | Misfit]):
    """For each number that states a distribution how likely each score is, or why it does not fit; when asked for."""

    def __init__(self, definitions: Definitions) -> None:
        self._definitions = definitions

    def __getitem__(self, stated: JudgedCell) -> Spread | Misfit:
        return self._found[stated]

    def __iter__(self) -> Iterator[JudgedCell]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @cached_property
    def _found(self) -> Mapping[JudgedCell, Spread | Misfit]:
        return dict(self._fitted())

    def _fitted(self) -> Iterator[tuple[JudgedCell, Spread | Misfit]]:
        for number in self._definitions.judged_numbers:
            if number.judgement.distribution is None or self._unread(number):
                continue
            steps = (*number.steps, "distribution")
            try:
                spread = spread_of(number.judgement)
            except ValueError as reason:
                yield (number.option.id, number.steps), Misfit(steps, str(reason))
            else:
                assert spread is not None  # noqa: S101 - it states a distribution
                yield (number.option.id, number.steps), spread

    def _unread(self, number: JudgedNumber) -> bool:
        """Whether the distribution, or a bound that shapes it, could not be read: that is said elsewhere."""
        judgement = number.judgement
        backwards = not judgement.lowest <= judgement.value <= judgement.highest
        keys = ("value", "low", "high", "distribution")
        return backwards or any(self._definitions.was_dropped(number.path, *number.steps, key) for key in keys)
