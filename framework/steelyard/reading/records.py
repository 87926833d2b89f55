"""A tree in, a record out, with every fault; what cannot be read is left out so that the rest still is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Generic, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from steelyard.documents.place import MarkedMapping, MarkedSequence, Steps
from steelyard.reading.echoes import without_echoes
from steelyard.reading.fault import Fault
from steelyard.reading.sentences import as_empty, as_fault, steps_in_file

AnyRecord = TypeVar("AnyRecord", bound=BaseModel)
Dropped = tuple[str | int, ...]
_MOST_ROUNDS = 20
"""Each round takes out parts one level further up; files are nested less deep than this."""


@dataclass(frozen=True)
class Extraction(Generic[AnyRecord]):
    """A record, or None where not enough could be read; its faults; and the parts that were left out."""

    record: AnyRecord | None
    faults: list[Fault] = field(default_factory=list)
    dropped: frozenset[Dropped] = frozenset()


def extract(tree: object, record: type[AnyRecord]) -> Extraction[AnyRecord]:
    """The record that a tree holds.

    On a fault the faulty part is left out and the rest tried again, so that later checks see as much as can
    be read; a missing part is given a stand-in and counted as dropped, so that no check complains of it twice.
    """
    empty = list(_left_empty(tree)) if isinstance(tree, MarkedMapping) and tree.holds_empty else []
    try:
        return Extraction(record.model_validate(tree), [as_empty(steps, tree) for steps in empty])
    except ValidationError as refusal:
        errors = refusal.errors(include_url=False)
    faults = [as_fault(error, tree, record) for error in without_echoes(errors, record)]
    said = {steps_in_file(error["loc"], tree) for error in errors}
    faults += [as_empty(steps, tree) for steps in empty if steps not in said]
    return _without_faulty_parts(tree, record, errors, faults)


def _without_faulty_parts(
    tree: object, record: type[AnyRecord], errors: list[ErrorDetails], faults: list[Fault]
) -> Extraction[AnyRecord]:
    """What is left of a record when everything that its errors are about is taken out, again and again."""
    dropped: set[Dropped] = set()
    remaining = _copied(tree)
    for _ in range(_MOST_ROUNDS):
        places = [steps_in_file(error["loc"], remaining) for error in errors]
        if any(not _mend(remaining, *each, record, dropped) for each in zip(errors, places, strict=True)):
            break
        try:
            return Extraction(record.model_validate(remaining), faults, frozenset(dropped))
        except ValidationError as refusal:
            errors = refusal.errors(include_url=False)
    return Extraction(None, faults, frozenset({()}))


def _left_empty(tree: object, steps: Dropped = ()) -> Iterator[Dropped]:
    """Where a key or an item has no value."""
    if isinstance(tree, dict | list):
        for step, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from _left_empty(value, (*steps, step))
    elif tree is None:
        yield steps


def _mend(tree: object, error: ErrorDetails, steps: Dropped, record: type[BaseModel], dropped: set[Dropped]) -> bool:
    """Leave out the part at `steps` that an error is about; False where nothing is left to leave out."""
    if error["type"] == "missing":
        if len(steps) == 1 and isinstance(tree, dict):
            return _stand_in(tree, str(steps[0]), record, dropped)
        steps = steps[:-1]
    whole, steps = steps, _removable(tree, steps)
    if whole[: len(steps) + 1] in dropped:
        return True
    if not steps:
        return False
    dropped.add(steps)
    holder = tree
    for step in steps[:-1]:
        holder = holder[step]  # type: ignore[index]  # `_removable` has walked this path
    del holder[steps[-1]]  # type: ignore[attr-defined]
    return True


def _stand_in(tree: dict[str, object], key: str, record: type[BaseModel], dropped: set[Dropped]) -> bool:
    blanks = list(_blanks(record.model_fields[key].annotation)) if key in record.model_fields else []
    if not blanks:
        return False
    dropped.add((key,))
    tree[key] = blanks[0]
    return True


def _blanks(annotation: object) -> Iterator[object]:
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _blanks(get_args(annotation)[0])
    elif origin is Literal:
        yield get_args(annotation)[0]
    elif origin is dict:
        yield {}
    elif annotation is str:
        yield "missing"
    elif annotation is int:
        yield 2000
    elif annotation is date:
        yield date(2000, 1, 1)


def _removable(tree: object, steps: Steps) -> Dropped:
    """The longest part of a path that is there; a list goes whole, lest its items change their numbers."""
    found: list[str | int] = []
    for step in steps:
        if not isinstance(tree, Mapping) or step not in tree:
            break
        tree = tree[step]
        found.append(step)
    return tuple(found)


def _copied(tree: object) -> object:
    """A copy that can lose parts while the original keeps its places."""
    if isinstance(tree, MarkedMapping):
        return {key: _copied(value) for key, value in tree.items()}
    if isinstance(tree, MarkedSequence):
        return [_copied(value) for value in tree]
    return tree
