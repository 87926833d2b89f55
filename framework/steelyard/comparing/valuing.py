"""Totals before, after, and in between; and what each group of edits accounts for in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import hypot

import numpy as np

from steelyard.bench import bench_for, curve_of
from steelyard.comparing.edits import Edits, edit_on
from steelyard.contracts import Bench
from steelyard.documents.criterion import Criterion
from steelyard.documents.definitions import Definitions
from steelyard.documents.option import Judgement
from steelyard.model import additive, ranking
from steelyard.model.attribution import Parts, attribute
from steelyard.model.leading import ahead_of_first
from steelyard.model.shares import judged_widths, shares_from
from steelyard.results.curve import Curve
from steelyard.results.valuation import Numbers
from steelyard.spreading import doubts_of

NONE_MADE: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Standings:
    """Totals and ranks by option, shares by criterion, and who leads, under one weight set."""

    totals: Mapping[str, float]
    ranks: Mapping[str, int]
    shares: Mapping[str, float]
    leaders: tuple[str, ...]


def standings(definitions: Definitions, bench: Bench, weights: str) -> Standings:
    """Where every ranked option stands under one weight set."""
    rows, columns = definitions.ranked_options(), definitions.criteria_in_order()
    curves = [bench.curves[each.id] for each in columns]
    shares = _shares(definitions, bench, weights)
    judged = [[_sure(option.judgement_on(each)) for each in columns] for option in rows]
    low, mode, high = (
        np.array([[getattr(each, bound) for each in row] for row in judged]).reshape(len(rows), len(columns))
        for bound in ("lowest", "value", "highest")
    )
    weighed = np.array([shares[each.id] for each in columns])
    totals = additive.totals(additive.values_of(curves, mode), weighed)
    names = [option.id for option in rows]
    doubts = doubts_of(definitions, low, mode, high)
    ahead = ahead_of_first(doubts, curves, weighed, totals, definitions.decision.seed)
    leaders = ranking.leaders(names, totals, definitions.decision.close_call, ahead)
    return Standings(
        dict(zip(names, totals.tolist(), strict=True)),
        dict(zip(names, ranking.ranks(totals), strict=True)),
        shares,
        tuple(each.option for each in leaders),
    )


def _sure(judgement: Judgement | None) -> Judgement:
    if judgement is None:
        raise ValueError("an unscored cell is refused, never filled in; run `steelyard check`")
    return judgement


def _shares(definitions: Definitions, bench: Bench, weights: str) -> dict[str, float]:
    order = tuple(each.id for each in definitions.criteria_in_order())
    widths = judged_widths(bench.curves, definitions.weight_sets[weights].ranges)
    return dict(zip(order, shares_from(bench.points[weights], widths, order), strict=True))


@dataclass
class Attributing:
    """What groups of edits account for in the totals of options under one weight set.

    A total is a sum over criteria of share times value, and a Shapley value of a sum is the sum of Shapley
    values (Shapley 1953, the axiom of additivity). So each product is shared out by itself, among the few
    groups that touch it, which keeps nearly every case exact however many edits there are.
    """

    edits: Edits
    weights: str
    chance: np.random.Generator
    _shares_when: dict[frozenset[int], Mapping[str, float]] = field(default_factory=dict)
    _curves: dict[tuple[str, bool], Curve] = field(default_factory=dict)
    _parts_of: dict[str, Parts] = field(default_factory=dict)
    _totals: dict[tuple[str, int | None], float] = field(default_factory=dict)

    @property
    def from_data(self) -> bool:
        """Whether the weights follow from the options' numbers: then every edit moves them all, and none has a part."""
        return any(version.weight_sets[self.weights].from_data for version in (self.edits.before, self.edits.after))

    def total_with(self, option: str, group: int) -> float:
        """An option's total as rankings see it when just one group of edits is made."""
        felt = group if group in self.parts(option).values else None
        if (option, felt) not in self._totals:
            made = NONE_MADE if felt is None else frozenset({felt})
            self._totals[option, felt] = ranking.rounded(sum(self._adds(option, name, made) for name in self._criteria))
        return self._totals[option, felt]

    def parts(self, option: str) -> Parts:
        """What each group of edits that touches an option accounts for in the change of its total."""
        if option not in self._parts_of:
            touching = {group for name in self._criteria for group in self._touching(option, name)}
            values = dict.fromkeys(sorted(touching), 0.0)
            errors = dict(values)
            for name in self._criteria:
                found = attribute(
                    lambda made, name=name: self._adds(option, name, made),  # type: ignore[misc]
                    self._touching(option, name),
                    self.chance,
                )
                for group, value in found.values.items():
                    values[group] += value
                    errors[group] = hypot(errors[group], found.errors[group])
            self._parts_of[option] = Parts(values, errors)
        return self._parts_of[option]

    def _touching(self, option: str, criterion: str) -> list[int]:
        """The groups that can change what a criterion adds to an option's total."""
        versions = (self.edits.before, self.edits.after)
        readers = [version.criteria[criterion] for version in versions if criterion in version.criteria]
        own = [("criterion", criterion), *(edit_on(option, each) for each in readers)]
        numbers = {self.edits.group_of[edit] for edit in own if edit in self.edits.group_of}
        return sorted(numbers | self._weighing)

    @cached_property
    def _criteria(self) -> list[str]:
        """The criteria of either version."""
        return sorted({*self.edits.before.criteria, *self.edits.after.criteria})

    @cached_property
    def _weighing(self) -> frozenset[int]:
        """The groups that can change shares: the weight set, and criteria that came, went, moved or bear its ranges."""
        edits = self.edits
        ranged = {name for version in (edits.before, edits.after) for name in version.weight_sets[self.weights].ranges}
        placed = {
            name
            for name in {*edits.before.criteria, *edits.after.criteria}
            if _group(edits.before, name) != _group(edits.after, name)
        }
        asked = [("weights", self.weights), *(("criterion", name) for name in sorted(ranged | placed))]
        return frozenset(edits.group_of[edit] for edit in asked if edit in edits.group_of)

    def _adds(self, option: str, criterion: str, made: frozenset[int]) -> float:
        """What a criterion adds to an option's total when just the groups `made` are: share times value."""
        defined = self.edits.side(("criterion", criterion), made).criteria.get(criterion)
        if defined is None:
            return 0.0
        judgement = _sure(self.edits.judgement(option, defined, made))
        curve = self._curve(defined, after=self.edits.group_of.get(("criterion", criterion)) in made)
        return self._share(criterion, made) * curve.value(judgement.value)

    def _curve(self, criterion: Criterion, *, after: bool) -> Curve:
        key = (criterion.id, after)
        if key not in self._curves:
            self._curves[key] = curve_of(criterion)
        return self._curves[key]

    def _share(self, criterion: str, made: frozenset[int]) -> float:
        key = made & self._weighing
        if key not in self._shares_when:
            bare = replace(self.edits, staying=()).definitions(key, self.weights)
            self._shares_when[key] = _shares(bare, bench_for(bare), self.weights)
        return self._shares_when[key].get(criterion, 0.0)


def _group(definitions: Definitions, criterion: str) -> str | None:
    return definitions.criteria[criterion].group if criterion in definitions.criteria else None


def compared(one: float, other: float) -> int:
    """Whether a total is above another (1), level with it (0) or below (-1), as rankings see it."""
    return sign_of(ranking.rounded(one) - ranking.rounded(other))


def sign_of(difference: float) -> int:
    """1 above nothing, 0 for nothing, -1 below it."""
    return (difference > 0) - (difference < 0)


def as_array(totals: Mapping[str, float], names: tuple[str, ...]) -> Numbers:
    """Totals as rankings compare them, in the order of the names."""
    return np.array([ranking.rounded(totals[name]) for name in names])
