"""The text of one YAML file in, a tree whose every node knows its line and column out.

PyYAML's C parser gives events; the tree is built here, because its own constructors forget places, speak
YAML 1.1 and keep the last of two equal keys without a word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from steelyard.documents.place import START, Mark, MarkedMapping, MarkedSequence
from steelyard.reading.fault import Fault
from steelyard.reading.scalars import resolve

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
DEEPEST = 40
"""Levels of nesting beyond which a file is refused; ours need six."""


@dataclass
class _Building:
    """A tree under construction: the open containers, and for each open mapping the key that waits."""

    faults: list[Fault] = field(default_factory=list)
    open: list[MarkedMapping | MarkedSequence] = field(default_factory=list)
    waiting: list[tuple[str, Mark] | None] = field(default_factory=list)
    root: object = None
    holds_empty: bool = False


def parse(text: str) -> tuple[object, list[Fault]]:
    """The tree of one file and its faults. A file that cannot be parsed gives None and says why."""
    unreadable = [*_control_characters(text), *_tabs(text)]
    if unreadable:
        return None, unreadable
    building = _Building()
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            _take(event, building)
    except yaml.YAMLError as error:
        return None, [*building.faults, _syntax_fault(error)]
    except _StopReadingError as stop:
        return None, [*building.faults, stop.fault]
    if not isinstance(building.root, MarkedMapping):
        return None, [*building.faults, _not_a_mapping(building.root)]
    building.root.holds_empty = building.holds_empty
    return building.root, building.faults


class _StopReadingError(Exception):
    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.message)


def _control_characters(text: str) -> Iterator[Fault]:
    found = _CONTROL.search(text)
    if found is None:
        return
    before = text[: found.start()]
    code = ord(found.group())
    what = "a NUL byte" if code == 0 else f"an invisible control character (U+{code:04X})"
    yield Fault(
        "Y001",
        Mark(before.count("\n") + 1, len(before) - before.rfind("\n")),
        f"the file holds {what}, so it is not plain text",
        "Delete that character, and save the file as UTF-8 text.",
    )


def _tabs(text: str) -> Iterator[Fault]:
    if "\t" not in text:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        column = line.find("\t")
        if column >= 0:
            yield Fault(
                "Y003",
                Mark(number, column + 1),
                "this line holds a tab character, which YAML does not take as a space",
                "Replace the tab by spaces.",
            )


def _mark(event: yaml.Event) -> Mark:
    start = event.start_mark
    return Mark(start.line + 1, start.column + 1) if start is not None else START


def _take(event: yaml.Event, building: _Building) -> None:
    if isinstance(event, yaml.ScalarEvent):
        _refuse_extras(event, building)
        plain = not event.style and event.tag != "!"
        _place(resolve(event.value) if plain else event.value, event, building)
    elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
        _refuse_extras(event, building)
        kind = MarkedMapping if isinstance(event, yaml.MappingStartEvent) else MarkedSequence
        container = kind(_mark(event))
        _place(container, event, building)
        building.open.append(container)
        building.waiting.append(None)
        if len(building.open) > DEEPEST:
            raise _StopReadingError(_too_deep(event))
    elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
        building.open.pop()
        building.waiting.pop()
    elif isinstance(event, yaml.AliasEvent):
        raise _StopReadingError(_unused(event, f"the alias `*{event.anchor}`"))
    elif isinstance(event, yaml.DocumentStartEvent) and building.root is not None:
        raise _StopReadingError(_unused(event, "a second document (`---`)"))


def _refuse_extras(event: yaml.ScalarEvent | yaml.CollectionStartEvent, building: _Building) -> None:
    if event.anchor is not None:
        building.faults.append(_unused(event, f"the anchor `&{event.anchor}`"))
    if event.tag is not None and event.tag != "!":
        building.faults.append(_unused(event, f"the tag `{event.tag.replace('tag:yaml.org,2002:', '!!')}`"))


def _place(value: object, event: yaml.Event, building: _Building) -> None:
    """Put a value where it belongs: at the root, in the open list, or as key or value of the open mapping."""
    mark = _mark(event)
    if not building.open:
        building.root = value if value is not None else ""
        return
    container = building.open[-1]
    if isinstance(container, MarkedSequence):
        container.append(value)
        building.holds_empty |= value is None
        container.item_marks.append(mark)
        return
    waiting = building.waiting[-1]
    if waiting is None:
        building.waiting[-1] = (_key(value, event), mark)
        return
    building.waiting[-1] = None
    _put(container, waiting, value, mark, building)


def _key(value: object, event: yaml.Event) -> str:
    if not isinstance(event, yaml.ScalarEvent):
        raise _StopReadingError(
            Fault("Y005", _mark(event), "a key here is a list or a block of its own", "Use plain text as key.")
        )
    return value if isinstance(value, str) else str(event.value)


def _put(container: MarkedMapping, key_at: tuple[str, Mark], value: object, mark: Mark, building: _Building) -> None:
    key, key_mark = key_at
    if key in container:
        first = container.key_marks[key]
        building.faults.append(
            Fault(
                "Y004",
                key_mark,
                f"the key '{key}' is written twice in one block; the first stands on line {first.line}",
                "Keep one of the two.",
            )
        )
        return
    container[key] = value
    building.holds_empty |= value is None
    container.key_marks[key] = key_mark
    container.value_marks[key] = mark


def _unused(event: yaml.Event, what: str) -> Fault:
    return Fault(
        "Y005",
        _mark(event),
        f"{what} is a feature of YAML that these files do not use",
        "Write the content out in plain form.",
    )


def _too_deep(event: yaml.Event) -> Fault:
    return Fault(
        "Y007",
        _mark(event),
        f"this is nested more than {DEEPEST} levels deep",
        "Check the brackets and the indentation.",
    )


def _not_a_mapping(root: object) -> Fault:
    if root is None or root == "":
        return Fault("Y006", Mark(1, 1), "the file is empty", "Write the file's keys, or delete the file.")
    what = "a list" if isinstance(root, MarkedSequence) else "a single value"
    remedy = "Write keys with values, as in `title: ...`."
    return Fault("Y006", Mark(1, 1), f"the file holds {what}, not keys with values", remedy)


_PLAINER = (
    ("could not find expected ':'", "a key without a colon, or text that runs over its line"),
    ("mapping values are not allowed", "a colon where none can stand"),
    ("did not find expected key", "a line that is indented unlike its neighbours, or a stray quote"),
    ("did not find expected '-' indicator", "a line that breaks into a list"),
    ("while scanning a quoted scalar", "a quote that is opened and never closed"),
    ("found unexpected end of stream", "a quote that is opened and never closed"),
    ("did not find expected ',' or", "a bracket that is opened and never closed, or a comma left out"),
    ("found character that cannot start any token", "a character that cannot stand here without quotes"),
    ("block sequence entries are not allowed", "a list entry where none can stand"),
    ("did not find expected node content", "a value that is missing or broken off"),
    ("did not find expected <document start>", "a line that starts further left than the first one"),
    ("unknown escape character", "a backslash that means nothing inside double quotes"),
)


_NEVER_CLOSED = ("could not find expected ':'", "scanning a quoted scalar", "did not find expected ',' or")
"""Faults that the parser notices far below the line where they began."""


def _syntax_fault(error: yaml.YAMLError) -> Fault:
    said = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or error}"
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    began = any(phrase in said for phrase in _NEVER_CLOSED)
    mark = next((each for each in (reversed(marks) if began else marks) if each is not None), None)
    plain = next((plainer for phrase, plainer in _PLAINER if phrase in said), said.strip())
    return Fault(
        "Y002",
        Mark(mark.line + 1, mark.column + 1) if mark else Mark(1, 1),
        f"the YAML cannot be read from here on: {plain}",
        "Look at this line and the one above; text with a colon, quote or bracket in it goes into quotes.",
    )
