"""What a record takes at a place inside it, read from the types that it declares."""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel

from steelyard.documents.place import Steps

_A_PAIR = 2


def fields_at(annotation: object, location: Steps) -> Iterator[str]:
    """The keys that a record has at a location inside it."""
    for record in records_at(annotation, location):
        yield from (field.alias or name for name, field in record.model_fields.items())


def records_at(annotation: object, location: Steps) -> Iterator[type[BaseModel]]:
    """The records that may stand at a location inside another."""
    for taken in taken_at(annotation, location):
        if isinstance(taken, type) and issubclass(taken, BaseModel):
            yield taken


def taken_at(annotation: object, location: Steps) -> Iterator[object]:
    """The types of what may stand at a location inside a record."""
    for option in _alternatives(annotation):
        if not location:
            yield option
        elif isinstance(option, type) and issubclass(option, BaseModel):
            yield from _taken_in(option, location[0], location[1:])
        elif get_origin(option) in (dict, tuple, list):
            inner = [each for each in get_args(option) if each is not Ellipsis]
            yield from taken_at(inner[-1], location[1:])


def _taken_in(record: type[BaseModel], head: str | int, rest: Steps) -> Iterator[object]:
    if isinstance(head, str) and head.startswith("kind: "):
        if f"kind: {_kind_of(record)}" == head:
            yield from taken_at(record, rest)
        return
    for name, field in record.model_fields.items():
        if head in (name, field.alias):
            yield from taken_at(field.annotation, rest)


def takes_pairs(annotation: object, location: Steps) -> bool:
    """Whether a pair is asked for at a location inside a record."""
    return any(_is_pair(option) for option in taken_at(annotation, location))


def _is_pair(option: object) -> bool:
    inner = get_args(option)
    return get_origin(option) is tuple and len(inner) == _A_PAIR and Ellipsis not in inner


def takes(annotation: object, given: object) -> bool:
    """Whether text, or a number, may stand where a type is asked for."""
    wanted = (str,) if isinstance(given, str) else (int, float)
    return not isinstance(given, bool) and any(option in wanted for option in _alternatives(annotation))


def _kind_of(record: type[BaseModel]) -> str | None:
    field = record.model_fields.get("kind")
    return str(get_args(field.annotation)[0]) if field is not None else None


def _alternatives(annotation: object) -> Iterator[object]:
    if get_origin(annotation) is Annotated:
        yield from _alternatives(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, UnionType):
        for each in get_args(annotation):
            yield from _alternatives(each)
    else:
        yield annotation
