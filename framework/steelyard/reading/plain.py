"""What a file says, without places: the fast way to read the many files in which nothing is amiss.

Places are for findings. Keeping the line and column of every key costs as much time again as the values do, so a
file is read for its values first, and with its places only once something in it has to be pointed at.
"""

from collections.abc import Callable

import yaml

from steelyard.reading.scalars import resolve
from steelyard.reading.yaml_text import DEEPEST, LOADER, may_be_too_large

_NextEvent = Callable[[], yaml.Event]


class _LookCloserError(Exception):
    """Something that a sound file does not hold."""


def plain(text: str) -> dict[str, object] | None:
    """The keys and values of a file; None where anything in it calls for `parse`, which says what and where.

    That is a syntax error, a key written twice, a value left empty, an anchor, alias or tag, a second document,
    too deep a nesting, a file that holds no keys, or one that may hold more than people write. What is given back is
    what `parse` gives, places aside.
    """
    if "\t" in text or may_be_too_large(text):  # control characters the parser refuses by itself
        return None
    following: _NextEvent = LOADER(text).get_event
    try:
        return _document(following)
    except (_LookCloserError, yaml.YAMLError):
        return None


def _document(following: _NextEvent) -> dict[str, object]:
    """The one document of a file, a mapping, from the stream's start to its end."""
    _expect(following(), yaml.StreamStartEvent)
    _expect(following(), yaml.DocumentStartEvent)
    start = following()
    _expect(start, yaml.MappingStartEvent)
    content = _collection(start, following, 1)
    _expect(following(), yaml.DocumentEndEvent)
    _expect(following(), yaml.StreamEndEvent)
    assert isinstance(content, dict)  # noqa: S101 - it began as a mapping
    return content


def _expect(event: yaml.Event, kind: type[yaml.Event]) -> None:
    if not isinstance(event, kind):
        raise _LookCloserError


def _collection(start: yaml.Event, following: _NextEvent, depth: int) -> dict[str, object] | list[object]:
    """The mapping or list that begins with an event."""
    usual = isinstance(start, yaml.CollectionStartEvent) and start.anchor is None and start.tag is None
    if not usual or depth > DEEPEST:
        raise _LookCloserError
    return (_mapping if isinstance(start, yaml.MappingStartEvent) else _list)(following, depth)


def _mapping(following: _NextEvent, depth: int) -> dict[str, object]:
    content: dict[str, object] = {}
    while not isinstance(key := following(), yaml.MappingEndEvent):
        if not isinstance(key, yaml.ScalarEvent) or key.anchor or key.tag or key.value in content:
            raise _LookCloserError
        value = following()
        content[key.value] = (
            _scalar(value) if isinstance(value, yaml.ScalarEvent) else _collection(value, following, depth + 1)
        )
    return content


def _list(following: _NextEvent, depth: int) -> list[object]:
    content: list[object] = []
    while not isinstance(item := following(), yaml.SequenceEndEvent):
        content.append(_scalar(item) if isinstance(item, yaml.ScalarEvent) else _collection(item, following, depth + 1))
    return content


def _scalar(event: yaml.ScalarEvent) -> object:
    """What a scalar means by the rules of YAML 1.2."""
    if event.anchor or event.tag:
        raise _LookCloserError
    value: object = event.value if event.style else resolve(event.value)
    if value is None:
        raise _LookCloserError
    return value
