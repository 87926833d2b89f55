"""The file that an interview ends in, written as people write theirs."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from steelyard.editing import entries
from steelyard.interviewing.course import Course, judgements_in
from steelyard.interviewing.swings import Swing

_PLAIN_NAME = re.compile(r"[a-z][a-z0-9-]*")
_WORDS = ("true", "false", "null", "yes", "no", "on", "off", "y", "n")
"""What some readers of YAML take for something else than text."""
_WIDTH = 100


def file_text(name: str, method: str, course: Course, swings: Iterable[Swing], schema: str | None) -> str:
    """The text of a weight set's file; `schema` is where editors find what such files may hold, if anywhere."""
    said = {key: course.texts.get(key, "To be said.") for key in ("title", "whose", "why")}
    head = {"title": said["title"], "whose": said["whose"], "status": "illustrative", "why": said["why"]}
    lines = [f"# yaml-language-server: $schema={schema}"] if schema else []
    lines += [f"id: {_name(name)}", *entries({**head, "method": method}).splitlines()]
    for key, judgements in judgements_in(course.lists):
        lines += _block(key, judgements, 0)
    lines += _ranges(swings)
    return "".join(f"{line}\n" for line in lines)


def _ranges(swings: Iterable[Swing]) -> Iterator[str]:
    """The ranges that were shown; the full scale needs no word."""
    judged = {each.criterion.id: sorted(each.shown) for each in swings if not each.over_scale}
    if judged:
        yield "# From the lowest to the highest number of the options that were ranked when the swings were judged."
        yield from _block("ranges", judged, 0)


def _block(key: str, value: Any, indent: int) -> list[str]:  # noqa: ANN401 - whatever a method's judgements are
    """A key with its value: on one line where nothing is nested in it and it fits, else one key a line."""
    lead = f"{' ' * indent}{_name(key)}:"
    flat = f"{lead} {_in_brackets(value)}"
    nested = isinstance(value, Mapping) and (indent == 0 or len(flat) > _WIDTH)
    if nested and value:
        return [lead, *(line for name, each in value.items() for line in _block(name, each, indent + 2))]
    if isinstance(value, list | tuple) and len(flat) > _WIDTH:
        return [lead, *(f"{' ' * (indent + 2)}- {_in_brackets(each)}" for each in value)]
    return [flat]


def _in_brackets(value: Any) -> str:  # noqa: ANN401 - as above
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_name(name)}: {_in_brackets(each)}' for name, each in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_in_brackets, value))}]"
    return _name(value) if isinstance(value, str) else _number(value)


def _name(name: str) -> str:
    """An id, in quotes where it would be read as something else than text."""
    return name if _PLAIN_NAME.fullmatch(name) and name not in _WORDS else f"'{name}'"


def _number(number: float) -> str:
    """A number with all its digits, and none too many."""
    return f"{number:.0f}" if float(number).is_integer() and abs(number) < 1e15 else f"{Decimal(repr(float(number))):f}"  # noqa: PLR2004 - a double's digits
