"""Changes applied to YAML text: comments, key order and untouched lines stay byte for byte."""

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import yaml

from steelyard.documents.place import MarkedMapping

_WRITTEN = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[^\s,\]}'"#]*""")
"""A quoted value, a plain one of one word, or nothing at all."""
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""What reads YAML into nodes that know their places."""
_BLOCK = ("|", ">")
_PLAIN = re.compile(r"\d{4}-\d\d-\d\d|(?=[0-9a-f]*[a-df])[0-9a-f]{64}|[A-Za-z](?:[\w ./()'-]*[\w.)'])?")
"""A date, a digest that looks like no number, or text in which nothing means anything to YAML."""
_WORDS = ("true", "false", "null", "yes", "no", "on", "off", "y", "n")
"""What some readers of YAML take for something else than text."""
_WIDTH = 100
_DIGITS = 15
_BREAKABLE = re.compile(r"(?<! ) (?! )")
"""A single space, which a line's end can stand for; two spaces can only be written as they are."""


def with_plain_scalar(text: str, mapping: MarkedMapping, key: str, value: str) -> str:
    """The text with `key` of a mapping set to a plain scalar: in place, or on a line of its own at the end.

    `mapping` is the marked mapping that the text was parsed into. `value` must be one word that YAML reads
    as text without quotes, as digests and ids are. A quoted value loses its quotes. A value of several words
    or lines is beyond this function: whoever calls it reads the text again to see what came of it.
    """
    lines = text.splitlines(keepends=True)
    if key in mapping:
        mark = mapping.value_marks[key]
        line = lines[mark.line - 1]
        start = mark.column - 1
        written = _WRITTEN.match(line, start)
        end = written.end() if written else start
        space = " " if line[start - 1] == ":" else ""
        lines[mark.line - 1] = f"{line[:start]}{space}{value}{line[end:]}"
        return "".join(lines)
    last = max(mapping.key_marks.values())
    indent = " " * (min(mark.column for mark in mapping.key_marks.values()) - 1)
    at = _end_of_value(lines, last.line, len(indent))
    ending = "\r\n" if lines[at - 1].endswith("\r\n") else "\n"
    if not lines[at - 1].endswith("\n"):
        lines[at - 1] += ending
    lines.insert(at, f"{indent}{key}: {value}{ending}")
    return "".join(lines)


Entry = str | int | float | Sequence[int | float] | Mapping[str, "Entry"]
"""What can be written as the value of a key: text, a number, a few numbers, or a block of keys with values."""


def with_entry(text: str, steps: Sequence[str], key: str, value: Entry) -> str:
    """The text with `key` of the block at `steps` set to a value, and nothing else in it changed.

    A key that is not there comes after the block's last one: on lines of its own, or inside the brackets where the
    block stands in brackets. Where it is there, its values are replaced one by one, so that comments beside them
    stay. Raises ValueError where the place is no block, or a value to replace is written over several lines.
    Whoever calls it reads the text again to see what came of it.
    """
    block = yaml.compose(text, Loader=yaml.SafeLoader)
    for step in steps:
        block = value_of(block, step)
    if not isinstance(block, yaml.MappingNode):
        raise ValueError(f"'{'.'.join(steps)}' is not a block of keys")  # noqa: TRY004 - the text is wrong, no argument
    found = value_of(block, key)
    if found is None:
        return _with_new_entry(text, block, key, value)
    if isinstance(value, Mapping):
        for name, each in value.items():
            text = with_entry(text, [*steps, key], name, each)
        return text
    start, end = found.start_mark, found.end_mark
    if not isinstance(found, yaml.ScalarNode) or found.style in _BLOCK or start.line != end.line:
        raise ValueError(f"`{key}` of '{'.'.join(steps)}' is not written on one line")
    return f"{text[: start.index]}{_scalar(value)}{text[end.index :]}"


def value_of(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """What a block holds under a key; None where it is no block, or has no such key."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _with_new_entry(text: str, block: yaml.MappingNode, key: str, value: Entry) -> str:
    ending = "\r\n" if "\r\n" in text else "\n"
    if not block.flow_style:
        lines = lines_of(text)
        at = last_line(lines, block) + 1
        lines[at - 1] = f"{without_end(lines[at - 1])}{ending_of(lines[at - 1]) or ending}"
        indent = block.value[0][0].start_mark.column
        return "".join([*lines[:at], *(line + ending for line in _lines(key, value, indent)), *lines[at:]])
    if block.value:
        at = block.value[-1][1].end_mark.index
        return f"{text[:at]}, {_in_brackets({key: value})[1:-1]}{text[at:]}"
    start, end = block.start_mark, block.end_mark
    line = lines_of(text)[start.line]
    if without_end(line)[end.column :].strip() or line[: start.column].count(":") != 1:
        return f"{text[: start.index]}{_in_brackets({key: value})}{text[end.index :]}"
    below = ending.join(_lines(key, value, indent_of(line) + 2))
    return f"{text[: start.index].rstrip(' ')}{ending}{below}{text[end.index :]}"


def entries(block: Mapping[str, Entry]) -> str:
    """The text of a file that says what a block says, one key a line."""
    return "".join(f"{line}\n" for key, value in block.items() for line in _lines(key, value, 0))


def _lines(key: str, value: Entry, indent: int) -> list[str]:
    """An entry as lines of its own."""
    lead = f"{' ' * indent}{key}:"
    if isinstance(value, Mapping):
        return [lead, *(line for name, each in value.items() for line in _lines(name, each, indent + 2))]
    line = f"{lead} {_scalar(value)}"
    if not isinstance(value, str) or len(line) <= _WIDTH:
        return [line]
    filled = textwrap.wrap(value, _WIDTH - indent - 2, break_long_words=False, break_on_hyphens=False)
    return [f"{lead} >-", *(" " * (indent + 2) + each for each in filled)]


def _in_brackets(value: Entry) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name}: {_in_brackets(each)}' for name, each in value.items())}}}"
    return _scalar(value)


def _scalar(value: str | float | Sequence[int | float]) -> str:
    """Text or a number as it is written on a line: without quotes where it then reads as the same."""
    if isinstance(value, int | float):
        return digits_of(value)
    if not isinstance(value, str):
        return f"[{', '.join(digits_of(each) for each in value)}]"
    if _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    doubled = value.replace("'", "''")
    return f"'{doubled}'"


def digits_of(number: float) -> str:
    """A number as short as it can be written so that it is read as the same, to the digits that a double keeps."""
    if isinstance(number, int):
        return str(number)
    written = f"{number:.{_DIGITS}g}"
    mantissa, exponent, power = written.partition("e")
    return f"{mantissa}.0e{power}" if exponent and "." not in mantissa else written


def _end_of_value(lines: list[str], line: int, indent: int) -> int:
    """The number of lines up to the end of the value whose key stands on `line`."""
    end = line
    for number in range(line, len(lines)):
        text = lines[number]
        if text.strip() and len(text) - len(text.lstrip(" ")) <= indent:
            break
        if text.strip():
            end = number + 1
    return end


@dataclass(frozen=True)
class Splice:
    """Lines to put in the place of those from `first` up to `last`, counted from 0, `last` not included."""

    first: int
    last: int
    lines: tuple[str, ...]


def spliced(text: str, splices: Sequence[Splice]) -> str:
    """The text with each splice in its place; splices never overlap."""
    lines = lines_of(text)
    for splice in sorted(splices, key=lambda each: each.first, reverse=True):
        lines[splice.first : splice.last] = splice.lines
    return "".join(lines)


def lines_of(text: str) -> list[str]:
    """The lines with their ends; only line feeds end a line, as in the parser's count of the files we accept."""
    return re.findall(r"[^\n]*\n|[^\n]+\Z", text)


def one_final_newline(text: str) -> Iterator[Splice]:
    """End the last line that says something, and drop the empty ones below it."""
    lines = lines_of(text)
    last = len(lines) - 1
    while last > 0 and not lines[last].strip():
        last -= 1
    ended = without_end(lines[last]) + (ending_of(lines[last]) or ending_of(lines[0]) or "\n")
    if lines[last:] != [ended]:
        yield Splice(last, len(lines), (ended,))


def no_trailing_spaces(text: str) -> Iterator[Splice]:
    """Drop spaces at the ends of lines, but for those inside text that runs over several lines."""
    lines = lines_of(text)
    if not any(without_end(line).endswith(" ") for line in lines):
        return
    kept: set[int] = set()
    for node, _ in _scalars(text):
        first, last = node.start_mark.line, node.end_mark.line
        if node.style in _BLOCK:
            kept.update(range(first + 1, last + (node.end_mark.column > 0)))
        elif node.style:
            kept.update(range(first, last))
    for number, line in enumerate(lines):
        content = without_end(line)
        if content.endswith(" ") and number not in kept:
            yield Splice(number, number + 1, (content.rstrip(" ") + line[len(content) :],))


def one_kind_of_line_end(text: str) -> Iterator[Splice]:
    """End every line as most lines of the file end; as the first does, where both kinds are equally many."""
    lines = lines_of(text)
    windows = text.count("\r\n")
    if not 0 < windows < text.count("\n"):
        return
    more = 2 * windows - text.count("\n")
    usual = "\r\n" if more > 0 or (more == 0 and lines[0].endswith("\r\n")) else "\n"
    for number, line in enumerate(lines):
        if line.endswith("\n") and ending_of(line) != usual:
            yield Splice(number, number + 1, (without_end(line) + usual,))


def short_lines(text: str, width: int) -> Iterator[Splice]:
    """Wrap anew, up to a width, the paragraphs of folded and plain text that have a longer line."""
    lines = lines_of(text)
    if all(len(without_end(line)) <= width for line in lines):
        return
    for node, indent in _scalars(text):
        if node.style == ">":
            yield from _folded_paragraphs(lines, node, width)
        elif not node.style and indent is not None:
            yield from _plain_text(lines, node, indent, width)


def comments_in(text: str) -> Iterator[str]:
    """Every comment, from its `#` on, less the spaces at its end."""
    lines = lines_of(text)
    covered: dict[int, list[tuple[int, int]]] = {}
    for node, _ in _scalars(text):
        block = node.style in _BLOCK
        for number in range(node.start_mark.line + block, node.end_mark.line + 1):
            start = node.start_mark.column if number == node.start_mark.line else 0
            end = node.end_mark.column if number == node.end_mark.line else len(lines[number])
            covered.setdefault(number, []).append((start, end))
    for number, line in enumerate(lines):
        for found in re.finditer(r"(?:^|(?<= ))#", line):
            if not any(start <= found.start() < end for start, end in covered.get(number, ())):
                yield line[found.start() :].rstrip()
                break


def _scalars(text: str) -> Iterator[tuple[yaml.ScalarNode, int | None]]:
    """Every value, with how far in its further lines would stand; None inside brackets, where they may not."""
    pending: list[tuple[yaml.Node | None, int | None]] = [(yaml.compose(text, Loader=LOADER), 0)]
    while pending:
        node, indent = pending.pop()
        if isinstance(node, yaml.ScalarNode):
            yield node, indent
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                inside = None if node.flow_style or indent is None else key.start_mark.column + 2
                pending += [(key, None), (value, inside)]
        elif isinstance(node, yaml.SequenceNode):
            flow = node.flow_style or indent is None
            pending += [(each, None if flow else each.start_mark.column) for each in node.value]


def _folded_paragraphs(lines: list[str], node: yaml.ScalarNode, width: int) -> Iterator[Splice]:
    first, last = node.start_mark.line + 1, node.end_mark.line + (node.end_mark.column > 0)
    body = range(first, min(last, len(lines)))
    indents = {indent_of(lines[number]) for number in body if lines[number].strip()}
    if len(indents) != 1 or any(without_end(lines[number]).endswith(" ") for number in body):
        return
    start = first
    for number in [*body, body.stop]:
        if number == body.stop or not lines[number].strip():
            indent = " " * next(iter(indents))
            yield from _wrapped(lines, range(start, number), indent, width)
            start = number + 1


def _plain_text(lines: list[str], node: yaml.ScalarNode, indent: int, width: int) -> Iterator[Splice]:
    first, last = node.start_mark.line, node.end_mark.line + 1
    nothing_beside = without_end(lines[last - 1])[node.end_mark.column :] == ""
    if nothing_beside and all(lines[number].strip() for number in range(first, last)):
        indent = indent_of(lines[first + 1]) if last > first + 1 else indent
        yield from _wrapped(lines, range(first, last), " " * indent, width, lines[first][: node.start_mark.column])


def _wrapped(lines: list[str], where: range, indent: str, width: int, lead: str | None = None) -> Iterator[Splice]:
    """A paragraph's lines filled up to the width, where one of them is longer."""
    first, last = where.start, where.stop
    written = [without_end(line) for line in lines[first:last]]
    if max(map(len, written), default=0) <= width:
        return
    lead = indent if lead is None else lead
    words = _BREAKABLE.split(" ".join([written[0][len(lead) :], *(line.strip(" ") for line in written[1:])]))
    filled = [lead + words[0]]
    for word in words[1:]:
        if len(filled[-1]) + 1 + len(word) <= width:
            filled[-1] += f" {word}"
        else:
            filled.append(indent + word)
    if filled != written:
        ending = ending_of(lines[first]) or "\n"
        ended = [*(line + ending for line in filled[:-1]), filled[-1] + ending_of(lines[last - 1])]
        yield Splice(first, last, tuple(ended))


def last_line(lines: list[str], node: yaml.Node) -> int:
    """The last line that says something of a value."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return last_line(lines, last[1] if isinstance(last, tuple) else last)
    mark = node.end_mark
    line = mark.line if mark.column > 0 or mark.line == node.start_mark.line else mark.line - 1
    while line > node.start_mark.line and not lines[line].strip():
        line -= 1
    return line


def is_comment(line: str) -> bool:
    """Whether a line holds a comment and nothing else."""
    return line.lstrip(" ").startswith("#")


def indent_of(line: str) -> int:
    """How far in a line begins."""
    return len(line) - len(line.lstrip(" "))


def ending_of(line: str) -> str:
    """What ends a line: a line feed, with or without a carriage return, or nothing."""
    return line[len(without_end(line)) :]


def without_end(line: str) -> str:
    """A line less what ends it."""
    return line.rstrip("\r\n")
