"""How it is worded that weights were judged anew."""

from collections.abc import Iterator, Mapping

from steelyard.comparing.names import Names
from steelyard.comparing.wording import differences, number
from steelyard.documents.weight_set import WeightSet
from steelyard.figures import listed
from steelyard.weightings import shelf as weightings

_WEIGHED = ("variant", "order", "judgements", "groups", "within", "ranges")


def judged_anew(old: WeightSet, new: WeightSet, names: Names) -> Iterator[str]:
    """In clauses, what a weight set says differently."""
    yield from differences(old, new, beside=_WEIGHED)
    yield from _variant(old, new)
    yield from _order(old, new, names)
    yield from _points(old, new, names)
    yield from _ranges(old, new, names)


def _variant(old: WeightSet, new: WeightSet) -> Iterator[str]:
    if old.variant != new.variant:
        yield f"they are now computed by {_way(new)}, before by {_way(old)}"


def _way(weights: WeightSet) -> str:
    """The way of computing that a weight set names, or the usual one of its method."""
    usual = weightings[weights.method].variants[:1] if weights.method in weightings else ()
    return weights.variant or (f"{usual[0]}, the usual way" if usual else "the one way there is")


def _order(old: WeightSet, new: WeightSet, names: Names) -> Iterator[str]:
    if old.order != new.order:
        ranked = [_weighed(each, new, names) for each in new.order]
        yield (
            f"the swings are now ranked in the order {listed(ranked)}" if ranked else "the order of swings is taken out"
        )


def _weighed(name: str, weights: WeightSet, names: Names) -> str:
    """What a name in a weight set's order stands for."""
    return f"the group {names.group(name)}" if name in (weights.groups or {}) else names.criterion(name)


def _points(old: WeightSet, new: WeightSet, names: Names) -> Iterator[str]:
    if (old.within is None) != (new.within is None):
        yield f"they are now judged {'in groups' if new.within is not None else 'criterion by criterion'}"
        return
    one, other = _flat(old, names), _flat(new, names)
    points = _in_points(old) and _in_points(new)
    for name in dict.fromkeys([*one, *other]):
        if one.get(name) != other.get(name):
            said = f"the points of {name}" if points else f"the judgement of {name}"
            yield f"{said} {moved(one.get(name), other.get(name), several=points)}"


def _in_points(weights: WeightSet) -> bool:
    """Whether a weight set's judgements are points themselves."""
    return weights.method not in weightings or weightings[weights.method].takes_points


def _flat(weights: WeightSet, names: Names) -> dict[str, str]:
    """Judgements by name; those of groups before those of criteria."""
    lists = sorted(weights.lists(), key=lambda each: each[0] != ("groups",))
    return {name: judged for steps, each in lists for name, judged in _named(each, steps[0] == "groups", names)}


def _named(judgements: Mapping[str, object], of_groups: bool, names: Names) -> Iterator[tuple[str, str]]:  # noqa: FBT001
    """What each judgement is about, and what it says; a comparison is about two names."""
    for key, judged in judgements.items():
        name = f"the group {names.group(key)}" if of_groups else names.criterion(key)
        if isinstance(judged, Mapping):
            for other, each in judged.items():
                beside = f"the group {names.group(other)}" if of_groups else names.criterion(other)
                yield f"{name} over {beside}", _said(each)
        elif isinstance(judged, list | tuple) and all(isinstance(each, str) for each in judged):
            below = [f"the group {names.group(each)}" if of_groups else names.criterion(each) for each in judged]
            yield name, f"above {listed(below) if below else 'none'}"
        else:
            yield name, _said(judged)


def _said(judged: object) -> str:
    if isinstance(judged, float | int):
        return number(judged)
    return " to ".join(_said(each) for each in judged) if isinstance(judged, tuple | list) else str(judged)


def moved(one: str | None, other: str | None, *, several: bool = False) -> str:
    """What was said, before and now, with its verb; None where nothing was."""
    be, go = ("are", "go") if several else ("is", "goes")
    if one is None:
        return f"{be} now given: {other}"
    return f"{be} taken out" if other is None else f"{go} from {one} to {other}"


def _ranges(old: WeightSet, new: WeightSet, names: Names) -> Iterator[str]:
    for name in dict.fromkeys([*old.ranges, *new.ranges]):
        one, other = old.ranges.get(name), new.ranges.get(name)
        if one != other:
            yield f"the swing of {names.criterion(name)} is judged on {_span(other)}, before on {_span(one)}"


def _span(ends: tuple[float, float] | None) -> str:
    return f"{number(ends[0])} to {number(ends[1])}" if ends is not None else "the full scale"
