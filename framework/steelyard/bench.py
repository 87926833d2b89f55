"""What the shelves make of the definitions: value curves and points, or the reason why not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from math import inf
from typing import TYPE_CHECKING, Any

from steelyard.contracts import Bench, Judged, Misfit, Performance, Weighting
from steelyard.documents.criterion import Criterion
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.weight_set import WeightSet
from steelyard.model.shares import judged_widths, shares_from, swing_points
from steelyard.results.curve import Curve
from steelyard.results.weighed import Weighed, WeighedSet
from steelyard.spreading import StatedSpreads, doubts_of
from steelyard.value_functions import shelf as value_functions
from steelyard.weightings import shelf as weightings

if TYPE_CHECKING:
    from steelyard.results.valuation import Standing

_POINTS = "State points of 0 or more for each criterion (or each group and each criterion within it)."
_NUMBERS = "Give every ranked option the numbers that the method needs, or have the criteria judged by another method."
_JUDGEMENTS = "State for each criterion (or each group and each criterion within it) what the method asks for."


def bench_for(definitions: Definitions, rule_codes: tuple[str, ...] = ()) -> Bench:
    """Everything that rules and valuations need beside the definitions themselves."""
    curves: dict[str, Curve] = {}
    curve_misfits: dict[str, Misfit] = {}
    for name, criterion in definitions.criteria.items():
        try:
            curves[name] = curve_of(criterion)
        except ValueError as reason:
            curve_misfits[name] = Misfit(("value_function",), str(reason))
    weighed: dict[str, WeighedSet] = {}
    point_misfits: dict[str, Misfit] = {}
    partly_read = {path for path, _ in definitions.dropped}
    for name, weight_set in definitions.weight_sets.items():
        if path_of("weights", name) in partly_read:
            continue
        found = weighed_in(weight_set, definitions)
        if isinstance(found, Misfit):
            point_misfits[name] = found
        else:
            weighed[name] = found
    shares = {
        name: shares for name, each in weighed.items() if (shares := shares_of(name, definitions, curves, each.points))
    }
    values = _Values(definitions, curves)
    bench = Bench(
        curves, curve_misfits, weighed, point_misfits, shares, values, {}, rule_codes, StatedSpreads(definitions),
        partial(doubts_of, definitions),
    )  # fmt: skip
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


def weighed_in(weight_set: WeightSet, definitions: Definitions) -> WeighedSet | Misfit:
    """What a weight set's judgements come to, groups dealt out to their criteria; or why they give nothing."""
    if weight_set.groups is None or weight_set.within is None:
        whole = _weighed(weight_set, ("judgements",), weight_set.judgements, list(definitions.criteria), definitions)
        return whole if isinstance(whole, Misfit) else WeighedSet(whole.points, {("judgements",): whole})
    members = _members(definitions)
    groups = _weighed(weight_set, ("groups",), weight_set.groups, list(members), definitions)
    if isinstance(groups, Misfit):
        return groups
    lists: dict[tuple[str, ...], Weighed] = {("groups",): groups}
    for group, leaves in members.items():
        steps = ("within", group)
        found = _weighed(weight_set, steps, weight_set.within.get(group), leaves, definitions)
        if isinstance(found, Misfit):
            if groups.points[group] or group in weight_set.within:
                return found
            found = Weighed(dict.fromkeys(leaves, 1.0))
        lists[steps] = found
    points = swing_points(groups.points, {group: lists["within", group].points for group in members})
    if not any(points.values()):
        return Misfit(("groups",), "the points are too small to be shared out", _POINTS)
    return WeighedSet(points, lists)


def _weighed(
    weight_set: WeightSet,
    steps: tuple[str, ...],
    judgements: Mapping[str, Any] | None,
    names: Sequence[str],
    definitions: Definitions,
) -> Weighed | Misfit:
    """What one list of judgements comes to, or the reason why it gives nothing."""
    weighting = weightings[weight_set.method]
    variant = weight_set.variant or next(iter(weighting.variants), "")
    try:
        return weighting.weigh(Judged(judgements, names, variant, partial(_performance, definitions, names)))
    except ValueError as reason:
        return Misfit(steps, str(reason), _remedy(weighting))


def _remedy(weighting: Weighting) -> str:
    if weighting.data_driven:
        return _NUMBERS
    return _POINTS if weighting.takes_points else _JUDGEMENTS


def _performance(definitions: Definitions, names: Sequence[str]) -> Performance:
    """The numbers of the ranked options on each of the criteria named."""
    unknown = [name for name in names if name not in definitions.criteria]
    if unknown:
        raise ValueError(f"the options' numbers weigh criteria, and these are none: {', '.join(unknown)}")
    criteria = [definitions.criteria[name] for name in names]
    judged = {each.id: [option.judgement_on(each) for option in definitions.ranked_options()] for each in criteria}
    missing = [name for name, cells in judged.items() if None in cells]
    if missing:
        raise ValueError(f"the options' numbers weigh here, and some are missing on {', '.join(missing)}")
    scores = {name: [cell.value for cell in cells if cell is not None] for name, cells in judged.items()}
    return Performance(scores, {each.id: each.better for each in criteria})


def _members(definitions: Definitions) -> dict[str, list[str]]:
    """The criteria of each group that has any."""
    members: dict[str, list[str]] = {}
    for criterion in definitions.criteria_in_order():
        members.setdefault(criterion.group, []).append(criterion.id)
    return members
