"""Points of one weight set changed in place, by name."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.weight_set import WeightSet
from steelyard.editing import digits_of
from steelyard.errors import UnknownNameError
from steelyard.returning.merging import shortest
from steelyard.rewriting import Rewriting, rewriting
from steelyard.shelf import did_you_mean
from steelyard.weightings import shelf as weightings

Steps = tuple[str, ...]


@dataclass(frozen=True)
class Repointed:
    """One number of points: where it stands, what it was (None where it was left out), and what it becomes."""

    path: str
    line: int
    steps: Steps
    old: float | None
    new: float

    def __str__(self) -> str:
        was = "nothing" if self.old is None else digits_of(self.old)
        return f"{self.path}:{self.line}: {'.'.join(self.steps)} from {was} to {digits_of(self.new)}"


def pointed(
    definitions: Definitions, name: str, settings: Sequence[str]
) -> tuple[tuple[Repointed, ...], Rewriting | None]:
    """The plan to set points of a weight set, from settings such as `lasting-effect=80`; None where nothing changes.

    In a set that is judged in groups a name is that of a group, or of a criterion, alone or behind its group's name as
    in `durability/lasting-effect`; a name that is both means the group. Raises UnknownNameError for what names nothing
    or is no number, and UnsoundAfterwardsError where the definitions would then have errors.
    """
    record = definitions.weight_sets.get(name)
    if record is None:
        raise UnknownNameError(f"there is no weight set '{name}'. {did_you_mean(name, definitions.weight_sets)}")
    if not weightings[record.method].takes_points:
        raise UnknownNameError(
            f"'{name}' is judged by the method {record.method}, which takes no points; "
            f"edit {path_of('weights', name)}, or make another set"
        )
    found: dict[Steps, Repointed] = {}
    for setting in settings:
        each = _repointed(definitions, record, setting)
        if each.steps in found:
            raise UnknownNameError(f"'{each.steps[-1]}' is set twice; say once how many points it has")
        found[each.steps] = each
    changes = tuple(each for each in found.values() if each.old != each.new)
    if not changes:
        return (), None
    numbers = {path_of("weights", name): {each.steps: each.new for each in changes}}
    return changes, rewriting(definitions, numbers)


def _repointed(definitions: Definitions, record: WeightSet, setting: str) -> Repointed:
    name, equals, written = setting.partition("=")
    try:
        points = shortest(float(written))
    except ValueError:
        points = math.nan
    if not equals or not math.isfinite(points):
        raise UnknownNameError(f"'{setting}' sets nothing; write a name and its points, such as lasting-effect=80")
    steps = _steps(definitions, record, name.strip())
    held: object = record.model_dump()
    for step in steps:
        held = held.get(step) if isinstance(held, Mapping) else None
    path = path_of("weights", record.id)
    old = held if isinstance(held, float) else None
    return Repointed(path, definitions.place(path, *steps).line, steps, old, points)


def _steps(definitions: Definitions, record: WeightSet, name: str) -> Steps:
    """Where the points of a criterion or a group stand."""
    if record.groups is None:
        if name not in definitions.criteria:
            raise UnknownNameError(f"there is no criterion '{name}'. {did_you_mean(name, definitions.criteria)}")
        return ("judgements", name)
    places: dict[str, Steps] = {}
    for criterion in definitions.criteria_in_order():
        leaf = ("within", criterion.group, criterion.id)
        places |= {f"{criterion.group}/{criterion.id}": leaf, criterion.id: leaf}
    places |= {criterion.group: ("groups", criterion.group) for criterion in definitions.criteria.values()}
    if name not in places:
        raise UnknownNameError(f"there is no group or criterion '{name}'. {did_you_mean(name, places)}")
    return places[name]
