"""What the shelves make of the definitions: value curves and points, or the reason why not."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING

from steelyard.contracts import Bench, Misfit
from steelyard.documents.criterion import Criterion
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.weight_set import WeightSet
from steelyard.model.shares import judged_widths, shares_from, swing_points
from steelyard.results.curve import Curve
from steelyard.value_functions import shelf as value_functions
from steelyard.weightings import shelf as weightings

if TYPE_CHECKING:
    from steelyard.results.valuation import Standing


def bench_for(definitions: Definitions, rule_codes: tuple[str, ...] = ()) -> Bench:
    """Everything that rules and valuations need beside the definitions themselves."""
    curves: dict[str, Curve] = {}
    curve_misfits: dict[str, Misfit] = {}
    for name, criterion in definitions.criteria.items():
        try:
            curves[name] = curve_of(criterion)
        except ValueError as reason:
            curve_misfits[name] = Misfit(("value_function",), str(reason))
    points: dict[str, Mapping[str, float]] = {}
    point_misfits: dict[str, Misfit] = {}
    partly_read = {path for path, _ in definitions.dropped}
    for name, weight_set in definitions.weight_sets.items():
        if path_of("weights", name) in partly_read:
            continue
        found = points_of(weight_set, definitions)
        if isinstance(found, Misfit):
            point_misfits[name] = found
        else:
            points[name] = found
    shares = {name: found for name in points if (found := shares_of(name, definitions, curves, points[name]))}
    values = _Values(definitions, curves)
    bench = Bench(curves, curve_misfits, points, point_misfits, shares, values, {}, rule_codes)
    return replace(bench, standings=_Standings(definitions, bench))


def shares_of(
    name: str, definitions: Definitions, curves: Mapping[str, Curve], points: Mapping[str, float]
) -> Mapping[str, float]:
    """The share of each criterion's full scale; empty where a curve or a range stands in the way."""
    order = [each.id for each in definitions.criteria_in_order()]
    if not all(each in curves and each in points for each in order):
        return {}
    widths = judged_widths(curves, definitions.weight_sets[name].ranges)
    if any(points[each] and not widths[each] for each in order):
        return {}
    try:
        return dict(zip(order, shares_from(points, widths, order), strict=True))
    except ZeroDivisionError:  # points so small that nothing is left of them
        return {}


class _Values(Mapping[str, Mapping[str, float]]):
    """The value of each option on each criterion, worked out when it is first asked for."""

    def __init__(self, definitions: Definitions, curves: Mapping[str, Curve]) -> None:
        self._definitions = definitions
        self._curves = curves
        self._known: dict[str, Mapping[str, float]] = {}

    def __getitem__(self, name: str) -> Mapping[str, float]:
        if name not in self._known:
            curve, judged = self._curves[name], self._judged.get(name, {})
            low, high = (curve.x[0], curve.x[-1]) if curve.outside == "clip" else (-inf, inf)
            # Many options share few numbers: each number's value is worked out once.
            value_of = {number: curve.value(number) for number in set(judged.values()) if low <= number <= high}
            self._known[name] = {option: value_of[number] for option, number in judged.items() if number in value_of}
        return self._known[name]

    @cached_property
    def _judged(self) -> Mapping[str, Mapping[str, float]]:
        """For each criterion the number of each option that is not discarded and has one."""
        found: dict[str, dict[str, float]] = {}
        for option, criterion, judgement in self._definitions.judgements():
            if option.role != "discarded":
                found.setdefault(criterion.id, {})[option.id] = judgement.value
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._curves)

    def __len__(self) -> int:
        return len(self._curves)


class _Standings(Mapping[str, "Standing"]):
    """Where the options stand under each weight set, worked out when it is first asked for."""

    def __init__(self, definitions: Definitions, bench: Bench) -> None:
        self._definitions = definitions
        self._bench = bench
        self._known: dict[str, Standing] = {}

    def __getitem__(self, weight_set: str) -> "Standing":
        if weight_set not in self._names:
            raise KeyError(weight_set)
        if weight_set not in self._known:
            from steelyard.model.standing import standing  # noqa: PLC0415 - arrays load only when they are wanted

            self._known[weight_set] = standing(self._definitions, self._bench, weight_set)
        return self._known[weight_set]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """The weight sets under which a ranking is possible."""
        return tuple(self._bench.shares) if _all_there(self._definitions) else ()


def _all_there(definitions: Definitions) -> bool:
    """Whether everything was read, and every ranked option, the baseline among them, has every number."""
    order, ranked = definitions.criteria_in_order(), definitions.ranked_options()
    return (
        not definitions.dropped
        and definitions.decision.baseline in {option.id for option in ranked}
        and all(option.judgement_on(criterion) is not None for option in ranked for criterion in order)
    )


def curve_of(criterion: Criterion) -> Curve:
    """The value curve of a criterion; ValueError, in a sentence, where its settings do not fit its scale."""
    if criterion.worst == criterion.best:
        raise ValueError("worst and best are the same number")
    choice = criterion.value_function
    shape = value_functions[choice.shape]
    return shape.reduce(shape.settings.model_validate(choice.settings), criterion)


def points_of(weight_set: WeightSet, definitions: Definitions) -> Mapping[str, float] | Misfit:
    """Points of each criterion, groups dealt out; or the reason why the judgements give none."""
    weigh = weightings[weight_set.method].points
    if weight_set.groups is None or weight_set.within is None:
        try:
            return weigh(weight_set.judgements, list(definitions.criteria))
        except ValueError as reason:
            return Misfit(("judgements",), str(reason))
    members = _members(definitions)
    try:
        groups = weigh(weight_set.groups, list(members))
    except ValueError as reason:
        return Misfit(("groups",), str(reason))
    within: dict[str, Mapping[str, float]] = {}
    for group, leaves in members.items():
        try:
            within[group] = weigh(weight_set.within.get(group), leaves)
        except ValueError as reason:
            if groups[group] or group not in weight_set.within:
                return Misfit(("within", group), str(reason))
            within[group] = dict.fromkeys(leaves, 1.0)
    points = swing_points(groups, within)
    return points if any(points.values()) else Misfit(("groups",), "the points are too small to be shared out")


def _members(definitions: Definitions) -> dict[str, list[str]]:
    """The criteria of each group that has any."""
    members: dict[str, list[str]] = {}
    for criterion in definitions.criteria_in_order():
        members.setdefault(criterion.group, []).append(criterion.id)
    return members
