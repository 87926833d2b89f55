"""The text of one YAML file in, a tree whose every node knows its line and column out.

PyYAML's C parser gives events; the tree is built here, because its own constructors forget places, speak
YAML 1.1 and keep the last of two equal keys without a word.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property, partial

import yaml

from steelyard.documents.place import START, Mark, MarkedMapping, MarkedSequence
from steelyard.reading.contents import MOST_BYTES
from steelyard.reading.fault import Fault
from steelyard.reading.hints import Refused, hint
from steelyard.reading.scalars import resolve

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_new_mark: Callable[[tuple[int, int]], Mark] = partial(tuple.__new__, Mark)
"""A mark from a line and a column, without the Python call that a named tuple makes: there are two a key."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What YAML takes for no character at all; the two last are what a file in UTF-16 looks like read the wrong way."""
DEEPEST = 40
"""Levels of nesting beyond which a file is refused; ours need six."""
MOST_LINES = MOST_VALUES = 10_000
"""Beyond these a file is refused: nobody writes so much by hand, and whatever looks at each would be held up."""


def parse(text: str) -> tuple[object, list[Fault]]:
    """The tree of one file and its faults. A file that cannot be parsed gives None and says why."""
    unreadable = list(unreadable_in(text))
    if unreadable:
        return None, unreadable
    building = _Building(text)
    try:
        root = building.document()
    except yaml.YAMLError as error:
        return None, [*building.faults, _syntax_fault(error, text)]
    except _StopReadingError as stop:
        return None, [*building.faults, stop.fault]
    if not isinstance(root, MarkedMapping):
        return None, [*building.faults, _not_a_mapping(root)]
    root.holds_empty = building.holds_empty
    root.commented = tuple(building.commented)
    return root, building.faults


class _StopReadingError(Exception):
    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.message)


def unreadable_in(text: str) -> Iterator[Fault]:
    """What is wrong with the characters of a file, before YAML is asked."""
    yield from tuple(too_large(text)) or (*_control_characters(text), *_tabs(text))


def too_large(text: str) -> Iterator[Fault]:
    """The fault of a file that holds more than people write."""
    yield from tuple(oversized(text)) or _too_many_values(text)


def oversized(text: str) -> Iterator[Fault]:
    """The fault of a file too long for its lines to be looked at one by one."""
    if len(text) > MOST_BYTES:
        yield larger_than(MOST_BYTES, "bytes")
    elif len(text) > MOST_LINES and len(text.splitlines()) > MOST_LINES:
        yield larger_than(MOST_LINES, "lines", Mark(MOST_LINES + 1, 1))


_BEFORE_VALUES = (",", ":", "-", "?", "[", "{", "\n")
"""Nearly every key and value comes after one of these, so that few files have to be counted in earnest."""


def may_be_too_large(text: str) -> bool:
    """Whether a text may hold more lines or values than people write: told by signs that are quick to count.

    Every line and every value takes a character, so most files need no counting at all.
    """
    if len(text) <= min(MOST_LINES, MOST_VALUES):
        return False
    return len(text.splitlines()) > MOST_LINES or sum(map(text.count, _BEFORE_VALUES)) > MOST_VALUES


def _too_many_values(text: str) -> Iterator[Fault]:
    if len(text) <= MOST_VALUES or sum(map(text.count, _BEFORE_VALUES)) <= MOST_VALUES:
        return
    values = depth = 0
    try:
        for event in yaml.parse(text, Loader=LOADER):
            values += isinstance(event, yaml.NodeEvent)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                return
            if values > MOST_VALUES:
                yield larger_than(MOST_VALUES, "keys and values", _mark(event))
                return
    except yaml.YAMLError:  # whoever reads the file says what is wrong with it
        return


def larger_than(most: int, what: str, mark: Mark = START) -> Fault:
    """The fault of a file that holds more than people write."""
    return Fault(
        "Y008",
        mark,
        f"the file holds more than {most:,} {what}",
        "Definition files are written by hand: split this one, or see how it came here.",
    )


def _control_characters(text: str) -> Iterator[Fault]:
    found = _CONTROL.search(text)
    if found is None:
        return
    code = ord(found.group())
    what = "a NUL byte" if code == 0 else f"an invisible control character (U+{code:04X})"
    yield Fault(
        "Y001",
        mark_at_end_of(text[: found.start()]),
        f"the file holds {what}, so it is not plain text",
        "Delete that character, and save the file as UTF-8 text.",
    )


def mark_at_end_of(before: str) -> Mark:
    """The place of what comes after a text, with lines counted as the parser counts them."""
    lines = f"{before}.".splitlines()
    return Mark(len(lines), len(lines[-1]))


def _tabs(text: str) -> Iterator[Fault]:
    if "\t" not in text:
        return
    for number, line in enumerate(text.splitlines(), start=1):
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
    return _new_mark((start.line + 1, start.column + 1)) if start is not None else START


class _Building:
    """A tree under construction, from the parser's events, one file long."""

    def __init__(self, text: str) -> None:
        self.faults: list[Fault] = []
        self.holds_empty = False
        self.commented: list[Mark] = []
        self._text = text
        self._next: Callable[[], yaml.Event] = LOADER(text).get_event

    def document(self) -> object:
        """The one document of the file; None for a file that holds none."""
        root: object = None
        event = self._next()
        while not isinstance(event, yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise _StopReadingError(_unused(event, "a second document (`---`)"))
                root = self._value(self._next(), 1)
                root = "" if root is None else root
            event = self._next()
        return root

    def _value(self, event: yaml.Event, depth: int) -> object:
        """What begins with an event: a scalar by the rules of YAML 1.2, a mapping, or a list."""
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor is not None or event.tag is not None:
                self._refuse_extras(event)
            value = event.value if event.style or event.tag == "!" else resolve(event.value)
            if value is None:
                self._note_empty(event)
            return value
        if isinstance(event, yaml.AliasEvent):
            raise _StopReadingError(_unused(event, f"the alias `*{event.anchor}`", "*"))
        if depth > DEEPEST:
            raise _StopReadingError(_too_deep(event))
        assert isinstance(event, yaml.CollectionStartEvent)  # noqa: S101 - a value is one of four kinds of event
        self._refuse_extras(event)
        return self._mapping(event, depth) if isinstance(event, yaml.MappingStartEvent) else self._list(event, depth)

    def _note_empty(self, event: yaml.ScalarEvent) -> None:
        """Remember that a value was left empty, and whether a comment stands where it should be."""
        self.holds_empty = True
        mark = _mark(event)
        if self._lines[mark.line - 1][mark.column - 1 :].lstrip().startswith("#"):
            self.commented.append(mark)

    @cached_property
    def _lines(self) -> list[str]:
        """The lines as the parser counts them, and the empty one behind the last."""
        return [*self._text.splitlines(), ""]

    def _mapping(self, start: yaml.Event, depth: int) -> MarkedMapping:
        mapping = MarkedMapping(_mark(start))
        key_marks, value_marks, following = mapping.key_marks, mapping.value_marks, self._next
        event = following()
        while not isinstance(event, yaml.MappingEndEvent):
            key, key_mark = self._key(event), _mark(event)
            event = following()
            value = self._value(event, depth + 1)
            if key in mapping:
                self.faults.append(_twice(key, key_mark, key_marks[key]))
            else:
                mapping[key], key_marks[key], value_marks[key] = value, key_mark, _mark(event)
            event = following()
        return mapping

    def _list(self, start: yaml.Event, depth: int) -> MarkedSequence:
        items = MarkedSequence(_mark(start))
        event = self._next()
        while not isinstance(event, yaml.SequenceEndEvent):
            items.item_marks.append(_mark(event))
            items.append(self._value(event, depth + 1))
            event = self._next()
        return items

    def _key(self, event: yaml.Event) -> str:
        """A key as it is written: every key is text."""
        if not isinstance(event, yaml.ScalarEvent):
            if isinstance(event, yaml.AliasEvent):
                raise _StopReadingError(_unused(event, f"the alias `*{event.anchor}`"))
            message = "a key here is a list or a block of its own"
            raise _StopReadingError(Fault("Y005", _mark(event), message, "Use plain text as key."))
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        return str(event.value)

    def _refuse_extras(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self.faults.append(_unused(event, f"the anchor `&{event.anchor}`", "&"))
        if event.tag is not None and event.tag != "!":
            self.faults.append(_unused(event, f"the tag `{event.tag.replace('tag:yaml.org,2002:', '!!')}`"))


def _twice(key: str, mark: Mark, first: Mark) -> Fault:
    message = f"the key '{key}' is written twice in one block; the first stands on line {first.line}"
    return Fault("Y004", mark, message, "Keep one of the two.")


def _unused(event: yaml.Event, what: str, sign: str | None = None) -> Fault:
    """A feature that files do without; `sign` is what text would have to begin with to be taken for it."""
    written = "write the content out in plain form."
    return Fault(
        "Y005",
        _mark(event),
        f"{what} is a feature of YAML that these files do not use",
        written.capitalize() if sign is None else f"Put text that begins with {sign} in quotes, or {written}",
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


_INSTRUCTION = "a line that starts with `%`, which YAML takes for an instruction to itself"
_BLOCK_TEXT = "a `|` or `>` that is followed by more than YAML takes there"
_NAMELESS = "a `&` or `*` that YAML takes for a sign of its own"
_TAG = "a `!` that YAML takes for a tag"
_PLAINER = (
    ("could not find expected ':'", "a key without a colon, or text that runs over its line"),
    ("mapping values are not allowed", "a colon where none can stand"),
    ("mapping keys are not allowed", "a `?` where none can stand"),
    ("did not find expected key", "a line that is indented unlike its neighbours, or a stray quote"),
    ("did not find expected '-' indicator", "a line that breaks into a list"),
    ("while scanning a quoted scalar", "a quote that is opened and never closed"),
    ("found unexpected end of stream", "a quote that is opened and never closed"),
    ("did not find expected ',' or", "a bracket that is opened and never closed, or a comma left out"),
    ("found character that cannot start any token", "a character that cannot stand here without quotes"),
    ("mapping keys are not allowed", "a question mark where none can stand"),
    ("block sequence entries are not allowed", "a list entry where none can stand"),
    ("did not find expected node content", "a value that is missing or broken off"),
    ("did not find expected <document start>", "a line that starts further left than the first one"),
    ("invalid Unicode character", "a backslash with a code that stands for no character"),
    ("while parsing a quoted scalar", "a backslash that means nothing inside double quotes"),
    ("while scanning a block scalar", _BLOCK_TEXT),
    ("while scanning an anchor", _NAMELESS),
    ("while scanning an alias", _NAMELESS),
    ("while scanning a directive", _INSTRUCTION),
    ("while scanning a %", _INSTRUCTION),
    ("while parsing a %", _INSTRUCTION),
    ("found duplicate %", _INSTRUCTION),
    ("found incompatible YAML document", _INSTRUCTION),
    ("while scanning a tag", _TAG),
    ("while parsing a tag", _TAG),
    ("found undefined tag handle", _TAG),
)
"""What the parser says, and what that means to somebody who does not know the parser; the first that fits counts."""


_NEVER_CLOSED = ("could not find expected ':'", "scanning a quoted scalar", "did not find expected ',' or")
"""Faults that the parser notices far below the line where they began."""


def _syntax_fault(error: yaml.YAMLError, text: str) -> Fault:
    said = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or error}"
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    places = [Mark(each.line + 1, each.column + 1) for each in marks if each is not None] or [START]
    refused = Refused(said, noticed=places[0], began=places[-1])
    mark = refused.began if any(phrase in said for phrase in _NEVER_CLOSED) else refused.noticed
    plain = next((plainer for phrase, plainer in _PLAINER if phrase in said), "something that cannot stand here")
    told = hint(text.splitlines(), refused, mark.line)
    message = f"the YAML cannot be read from here on: {told.plainly or plain}"
    return Fault("Y002", told.at or mark, message, told.remedy)
