"""The edits between two versions, in groups that can each be made or left by itself.

An edit is a changed number of an option (a score or a cost), a changed criterion, or a changed weight set. Edits
that lean on one another are one group, so that the definitions can be ranked whichever groups are made: a new
criterion goes with its scores and with the weight sets that weigh it; a new scale goes with the scores that were
moved on it and with the ranges that were judged on it; a new unit of cost goes with every cost.

What brings options in or takes them out (roles, gates, shortlists, the baseline) is no edit here. Values are
measured on declared scales, never relative to the options at hand, so it moves no other option's total.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from steelyard.comparing.names import Names, names_in
from steelyard.documents.criterion import CostScale, Criterion, LevelsScale
from steelyard.documents.definitions import Definitions
from steelyard.documents.option import Cost, Judgement, Option
from steelyard.documents.weight_set import WeightSet, judged_names

Edit = tuple[str, ...]
"""("score", option, criterion), ("cost", option), ("criterion", criterion) or ("weights", weight set)."""


@dataclass(frozen=True)
class Edits:
    """Two versions, the options ranked in both, and the groups of edits between them."""

    before: Definitions
    after: Definitions
    staying: tuple[str, ...]
    groups: tuple[frozenset[Edit], ...]
    group_of: dict[Edit, int]

    @cached_property
    def names(self) -> Names:
        """What everything is called."""
        return names_in(self.before, self.after)

    def side(self, edit: Edit, made: frozenset[int]) -> Definitions:
        """The version that a part is taken from when just the groups `made` are."""
        return self.after if self.group_of.get(edit) in made else self.before

    def criteria(self, made: frozenset[int]) -> dict[str, Criterion]:
        """The criteria when just the groups `made` are."""
        names = sorted({*self.before.criteria, *self.after.criteria})
        sides = {name: self.side(("criterion", name), made).criteria.get(name) for name in names}
        return {name: criterion for name, criterion in sides.items() if criterion is not None}

    def judgement(self, option: str, criterion: Criterion, made: frozenset[int]) -> Judgement | None:
        """What an option is judged to achieve on a criterion when just the groups `made` are."""
        edit = edit_on(option, criterion)
        return self.side(edit, made).options[option].judgement_on(criterion)

    def definitions(self, made: frozenset[int], weights: str) -> Definitions:
        """The definitions of the options that stay, under one weight set, when just the groups `made` are.

        Texts do not matter here and are taken from either version.
        """
        criteria = self.criteria(made)
        groups = {**self.before.decision.groups, **self.after.decision.groups}
        changes = {"groups": groups, "shortlists": {}, "default_weights": weights}
        return replace(
            self.after,
            decision=self.after.decision.model_copy(update=changes),
            criteria=criteria,
            options={name: self._option(name, criteria, made) for name in self.staying},
            weight_sets={weights: self.side(("weights", weights), made).weight_sets[weights]},
            known={**self.after.known, "criterion": frozenset(criteria), "option": frozenset(self.staying)},
        )

    def _option(self, name: str, criteria: dict[str, Criterion], made: frozenset[int]) -> Option:
        scored = {each.id: each for each in criteria.values() if not isinstance(each.scale, CostScale)}
        judged = {each: self.judgement(name, criterion, made) for each, criterion in scored.items()}
        scores = {each: judgement for each, judgement in judged.items() if judgement is not None}
        cost = self.side(("cost", name), made).options[name].cost
        return self.after.options[name].model_copy(update={"scores": scores, "cost": cost})


def edit_on(option: str, criterion: Criterion) -> Edit:
    """The edit that changes the number of an option on a criterion."""
    return ("cost", option) if isinstance(criterion.scale, CostScale) else ("score", option, criterion.id)


def edits_between(before: Definitions, after: Definitions) -> Edits:
    """Every edit that could change a total of an option ranked in both versions, in valid groups."""
    ranked = {option.id for option in after.ranked_options()}
    staying = tuple(option.id for option in before.ranked_options() if option.id in ranked)
    edits = [
        *(edit for name in staying for edit in _moved_numbers(before.options[name], after.options[name])),
        *(("criterion", name) for name in sorted({*before.criteria, *after.criteria}) if _recast(name, before, after)),
        *(("weights", name) for name in sorted(before.weight_sets) if _reweighed(name, before, after)),
    ]
    groups = _joined(edits, _ties(edits, before, after))
    return Edits(before, after, staying, groups, {edit: at for at, group in enumerate(groups) for edit in group})


def _moved_numbers(before: Option, after: Option) -> Iterator[Edit]:
    for name in sorted({*before.scores, *after.scores}):
        if _numbers(before.scores.get(name)) != _numbers(after.scores.get(name)):
            yield ("score", before.id, name)
    if _numbers(before.cost) != _numbers(after.cost):
        yield ("cost", before.id)


def _numbers(judgement: Judgement | None) -> object:
    if judgement is None:
        return None
    return judgement.value, judgement.low, judgement.high, judgement.distribution, _unit(judgement)


def _unit(judgement: Judgement | None) -> object:
    return (judgement.unit, judgement.price_year, judgement.terms) if isinstance(judgement, Cost) else None


def scale_of(criterion: Criterion) -> object:
    """What of a criterion's scale counts for totals: its kind, its numbers, priorities, and which way is better."""
    scale = criterion.scale
    levels = tuple(level.value for level in scale.levels) if isinstance(scale, LevelsScale) else ()
    return scale.kind, criterion.worst, criterion.best, levels, criterion.priorities


def _recast(name: str, before: Definitions, after: Definitions) -> bool:
    old, new = before.criteria.get(name), after.criteria.get(name)
    if old is None or new is None:
        return True
    return (scale_of(old), old.group, old.value_function) != (scale_of(new), new.group, new.value_function)


def _reweighed(name: str, before: Definitions, after: Definitions) -> bool:
    old, new = before.weight_sets[name], after.weight_sets.get(name)
    return new is not None and _judged(old) != _judged(new)


def _judged(weights: WeightSet) -> object:
    return weights.method, weights.variant, weights.judgements, weights.groups, weights.within, weights.ranges


def _ties(edits: Iterable[Edit], before: Definitions, after: Definitions) -> Iterator[tuple[Edit, Edit]]:
    """Pairs of edits of which neither can be made without the other."""
    edits = list(edits)
    costs = [edit for edit in edits if edit[0] == "cost"]
    if any(_unit(before.options[name].cost) != _unit(after.options[name].cost) for _, name in costs):
        yield from ((costs[0], other) for other in costs[1:])
    for _, name in (edit for edit in edits if edit[0] == "criterion"):
        old, new = before.criteria.get(name), after.criteria.get(name)
        recast = ("criterion", name)
        for edit in edits:
            if edit[0] in {"score", "cost"} and _leans_on_scale(edit, old, new, before, after):
                yield recast, edit
            if edit[0] == "weights" and _leans_on_place(edit[1], name, before, after):
                yield recast, edit


def _leans_on_scale(
    edit: Edit, old: Criterion | None, new: Criterion | None, before: Definitions, after: Definitions
) -> bool:
    """Whether a number was moved on a scale that is another now, or would be off it under the other criterion."""
    readers = [each for each in (old, new) if each is not None and edit == edit_on(edit[1], each)]
    if not readers:
        return False
    if old is None or new is None or scale_of(old) != scale_of(new):
        return True
    judgements = (version.options[edit[1]].judgement_on(old) for version in (before, after))
    lowest, highest = sorted((old.worst, old.best))
    return any(each is None or not lowest <= each.lowest <= each.highest <= highest for each in judgements)


def _leans_on_place(weights: str, criterion: str, before: Definitions, after: Definitions) -> bool:
    """Whether a weight set weighs a criterion by name where it came, went or moved, or judged a range on it."""
    sets = before.weight_sets[weights], after.weight_sets[weights]
    if any(criterion in each.ranges for each in sets):
        return True
    old, new = before.criteria.get(criterion), after.criteria.get(criterion)
    if old is None or new is None:
        return any(criterion in named for each in sets for named in _leaves(each))
    return old.group != new.group and any(each.within is not None for each in sets)


def _leaves(weights: WeightSet) -> Iterator[Iterable[str]]:
    for steps, judgements in weights.lists():
        if steps[0] != "groups":
            yield [str(names[-1]) for names in judged_names(judgements)]


def _joined(edits: list[Edit], ties: Iterable[tuple[Edit, Edit]]) -> tuple[frozenset[Edit], ...]:
    """The edits in groups, such that tied ones are in the same; in order of each group's first edit."""
    home = {edit: {edit} for edit in edits}
    for one, other in ties:
        merged = home[one] | home[other]
        home.update(dict.fromkeys(merged, merged))
    return tuple(dict.fromkeys(frozenset(home[edit]) for edit in edits))
