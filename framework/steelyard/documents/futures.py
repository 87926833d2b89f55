"""Definitions as they would be in a scenario: the same, but for the scores that it changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from steelyard.documents.criterion import CostScale, Criterion
from steelyard.documents.definitions import Definitions
from steelyard.documents.option import Judgement, Option
from steelyard.documents.scenario import Scenario, ScoreChange, SetTo


@dataclass(frozen=True)
class ChangedNumber:
    """A number that a scenario changes: whose, on what, by the how-manieth of its changes, and to what."""

    option: Option
    criterion: Criterion
    number: int
    judgement: Judgement


def changed_numbers(definitions: Definitions, scenario: Scenario) -> Iterator[ChangedNumber]:
    """Each number that a scenario changes, in its order; unknown names and unscored cells are passed over."""
    for number, each in enumerate(scenario.changes):
        criterion = definitions.criteria.get(each.criterion)
        for option in definitions.options.values() if criterion is not None else ():
            judgement = option.judgement_on(criterion) if criterion and each.is_about(option.id) else None
            if criterion is not None and judgement is not None:
                yield ChangedNumber(option, criterion, number, changed(judgement, each, criterion))


def in_scenario(definitions: Definitions, name: str) -> Definitions:
    """The same definitions with the scores that the scenario of that name changes."""
    options, changes = dict(definitions.options), tuple(changed_numbers(definitions, definitions.scenarios[name]))
    draws = definitions.draws and definitions.draws.without({(each.option.id, each.criterion.id) for each in changes})
    for each in changes:
        options[each.option.id] = _with(options[each.option.id], each.criterion, each.judgement)
    return replace(definitions, options=options, scenario=name, draws=draws)


def changed(judgement: Judgement, change: ScoreChange, criterion: Criterion) -> Judgement:
    """What a number becomes, with the reason and the evidence of the change.

    Whatever else may be said of the number as it is scored, for it or against it, is not said of this one.
    """
    reasons = {"rationale": change.because, "basis": change.basis, "evidence": change.evidence}
    return judgement.model_copy(
        update={**_unsaid(type(judgement)), **_numbers(judgement, change, criterion), **reasons}
    )


@cache
def _unsaid(kind: type[Judgement]) -> Mapping[str, object]:
    """The fields of a kind of judgement as they are where nothing is said."""
    fields = kind.model_fields.items()
    return {name: field.get_default(call_default_factory=True) for name, field in fields if not field.is_required()}


def _numbers(judgement: Judgement, change: ScoreChange, criterion: Criterion) -> Mapping[str, float | None]:
    if isinstance(change.change, SetTo):
        return {key: getattr(change.change, key) for key in ("value", "low", "high")}
    scored = {key: getattr(judgement, key) for key in ("value", "low", "high")}
    by = change.change.by
    return {key: None if number is None else kept_on(criterion, number + by) for key, number in scored.items()}


def kept_on(criterion: Criterion, number: float) -> float:
    """The number, or the end of the criterion's scale beyond which it lies."""
    lowest, highest = sorted((criterion.worst, criterion.best))
    return min(max(number, lowest), highest)


def _with(option: Option, criterion: Criterion, judgement: Judgement) -> Option:
    if isinstance(criterion.scale, CostScale):
        return option.model_copy(update={"cost": judgement})
    return option.model_copy(update={"scores": {**option.scores, criterion.id: judgement}})
