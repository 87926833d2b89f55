"""The order in which the keys of each part of a file are written; it says nothing, and is the same in every file.

Names that people chose, of groups, criteria or claims, have no such order: theirs is the order of showing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from steelyard.documents.kinds import RECORDS
from steelyard.documents.option import Cost, Score
from steelyard.documents.record import Record
from steelyard.documents.scenario import ScoreChange

SCORE = (
    "value", "low", "high", "distribution", "panel", "confidence", "rationale", "basis", "evidence", "against",
    "implies", "review",
)  # fmt: skip
"""The keys of a score in the order in which one judges: how much, how surely, why, resting on what, seen by whom."""
COST = (
    "value", "low", "high", "distribution", "panel", "unit", "price_year", "terms", "basis", "rationale", "evidence",
    "against", "implies", "review",
)  # fmt: skip
"""The keys of a cost: how much of what, then why."""
CHANGE = ("criterion", "options", "except", "change", "because", "evidence", "basis")
"""The keys of what a scenario changes: where, how, then why."""
_AS_WRITTEN: Mapping[type[Record], tuple[str, ...]] = {Score: SCORE, Cost: COST, ScoreChange: CHANGE}

Step = str | int
"""A key, or the number of an entry in a list."""


@dataclass(frozen=True)
class Block:
    """A block of keys that have an order: the steps to it, its keys as they stand, and as they should."""

    steps: tuple[Step, ...]
    keys: tuple[str, ...]
    order: tuple[str, ...]

    @property
    def is_in_order(self) -> bool:
        """Whether the keys stand as they should; those without a place come last."""
        at = {key: number for number, key in enumerate(self.order)}
        places = [at.get(key, len(at)) for key in self.keys]
        return places == sorted(places)


def blocks_of(tree: object, kind: str) -> Iterator[Block]:
    """Every block of a file whose keys have an order, each before the blocks inside it."""
    yield from _blocks(tree, RECORDS[kind], ())


def _blocks(node: object, annotation: Any, steps: tuple[Step, ...]) -> Iterator[Block]:  # noqa: ANN401 - any annotation
    """The blocks in a value that a record describes with an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        if isinstance(node, Mapping):
            yield Block(steps, tuple(node), _order(annotation, node))
            for key, held in _fields(annotation).items():
                if key in node:
                    yield from _blocks(node[key], held, (*steps, key))
        return
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _blocks(node, inside[0], steps)
    elif origin in (Union, UnionType):
        for each in inside:
            yield from _blocks(node, each, steps) if _is_meant(each, node) else ()
    else:
        for step, each, held in _entries(node, origin, inside):
            yield from _blocks(each, held, (*steps, step))


def _entries(node: object, origin: Any, inside: tuple[Any, ...]) -> Iterator[tuple[Step, object, Any]]:  # noqa: ANN401
    """What a block of names, or a list, holds: the step to each entry, the entry, and how it is annotated."""
    if origin is dict and isinstance(node, Mapping):
        yield from ((name, each, inside[1]) for name, each in node.items())
    elif origin is tuple and inside[1:] == (...,) and isinstance(node, list):
        yield from ((number, each, inside[0]) for number, each in enumerate(node))


@cache
def _fields(record: type[Record]) -> Mapping[str, Any]:
    """What each key of a record holds."""
    return {field.alias or name: field.annotation for name, field in record.model_fields.items()}


def _order(record: type[Record], node: Mapping[str, object]) -> tuple[str, ...]:
    """The order of a record's keys; settings of a shape follow the shape's name as they stand."""
    known = _AS_WRITTEN.get(record, tuple(_fields(record)))
    free = record.model_config.get("extra") == "allow"
    return (*known, *(key for key in node if free and key not in known))


def _is_meant(annotation: Any, node: object) -> bool:  # noqa: ANN401 - any annotation
    """Whether one of several records that may stand in a place is the one that does, going by its `kind`."""
    record = get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
    if not (isinstance(record, type) and issubclass(record, Record)):
        return True
    kind = _fields(record).get("kind")
    return get_origin(kind) is not Literal or (isinstance(node, Mapping) and node.get("kind") in get_args(kind))


def names_in(steps: Sequence[Step]) -> str:
    """Steps to a block as a reader sees them, entries of lists counted from 1."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in steps)
