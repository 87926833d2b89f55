"""Changes applied to YAML text: comments, key order and untouched lines stay byte for byte."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from steelyard.documents.place import MarkedMapping

_WRITTEN = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[^\s,\]}'"#]*""")
"""A quoted value, a plain one of one word, or nothing at all."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BLOCK = ("|", ">")
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
    ended = _stripped(lines[last]) + (_ending(lines[last]) or _ending(lines[0]) or "\n")
    if lines[last:] != [ended]:
        yield Splice(last, len(lines), (ended,))


def no_trailing_spaces(text: str) -> Iterator[Splice]:
    """Drop spaces at the ends of lines, but for those inside text that runs over several lines."""
    lines = lines_of(text)
    if not any(_stripped(line).endswith(" ") for line in lines):
        return
    kept: set[int] = set()
    for node, _ in _scalars(text):
        first, last = node.start_mark.line, node.end_mark.line
        if node.style in _BLOCK:
            kept.update(range(first + 1, last + (node.end_mark.column > 0)))
        elif node.style:
            kept.update(range(first, last))
    for number, line in enumerate(lines):
        content = _stripped(line)
        if content.endswith(" ") and number not in kept:
            yield Splice(number, number + 1, (content.rstrip(" ") + line[len(content) :],))


def short_lines(text: str, width: int) -> Iterator[Splice]:
    """Wrap anew, up to a width, the paragraphs of folded and plain text that have a longer line."""
    lines = lines_of(text)
    if all(len(_stripped(line)) <= width for line in lines):
        return
    for node, indent in _scalars(text):
        if node.style == ">":
            yield from _folded_paragraphs(lines, node, width)
        elif not node.style and indent is not None:
            yield from _plain_text(lines, node, indent, width)


def keys_in_order(text: str, steps: Sequence[str], order: Sequence[str]) -> Iterator[Splice]:
    """Put the keys of the block at `steps` in order, each with the comments above, beside and inside it.

    Empty lines stay where they are. Nothing is done where it is unsure to which key a comment belongs.
    """
    block = _block_at(yaml.compose(text, Loader=_LOADER), steps)
    keys = [str(key.value) for key, _ in block.value] if block is not None else []
    wanted = sorted(keys, key=lambda key: order.index(key) if key in order else len(order))
    if block is None or keys == wanted or not set(keys) <= set(order):
        return
    lines = lines_of(text)
    chunks = _chunks(lines, block)
    if chunks is None or (keys[0] != wanted[0] and chunks[0][0] and _is_comment(lines[chunks[0][0] - 1])):
        return
    by_key = dict(zip(keys, chunks, strict=True))
    for (first, last), key in zip(chunks, wanted, strict=True):
        start, end = by_key[key]
        yield Splice(first, last, tuple(lines[start:end]))


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
    pending: list[tuple[yaml.Node | None, int | None]] = [(yaml.compose(text, Loader=_LOADER), 0)]
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
    indents = {_indent(lines[number]) for number in body if lines[number].strip()}
    if len(indents) != 1 or any(_stripped(lines[number]).endswith(" ") for number in body):
        return
    start = first
    for number in [*body, body.stop]:
        if number == body.stop or not lines[number].strip():
            indent = " " * next(iter(indents))
            yield from _wrapped(lines, range(start, number), indent, width)
            start = number + 1


def _plain_text(lines: list[str], node: yaml.ScalarNode, indent: int, width: int) -> Iterator[Splice]:
    first, last = node.start_mark.line, node.end_mark.line + 1
    nothing_beside = _stripped(lines[last - 1])[node.end_mark.column :] == ""
    if nothing_beside and all(lines[number].strip() for number in range(first, last)):
        indent = _indent(lines[first + 1]) if last > first + 1 else indent
        yield from _wrapped(lines, range(first, last), " " * indent, width, lines[first][: node.start_mark.column])


def _wrapped(lines: list[str], where: range, indent: str, width: int, lead: str | None = None) -> Iterator[Splice]:
    """A paragraph's lines filled up to the width, where one of them is longer."""
    first, last = where.start, where.stop
    written = [_stripped(line) for line in lines[first:last]]
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
        ending = _ending(lines[first]) or "\n"
        ended = [*(line + ending for line in filled[:-1]), filled[-1] + _ending(lines[last - 1])]
        yield Splice(first, last, tuple(ended))


def _block_at(node: yaml.Node | None, steps: Sequence[str]) -> yaml.MappingNode | None:
    """The block of keys reached by steps; None where there is none, or it stands in brackets."""
    for step in steps:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for key, value in pairs if key.value == step), None)
    return node if isinstance(node, yaml.MappingNode) and not node.flow_style else None


def _chunks(lines: list[str], block: yaml.MappingNode) -> list[tuple[int, int]] | None:
    """For each key the lines that go with it; None where a comment could belong to either of two keys."""
    column = block.value[0][0].start_mark.column
    chunks: list[tuple[int, int]] = []
    for key, value in block.value:
        line, floor = key.start_mark.line, chunks[-1][1] if chunks else 0
        if key.start_mark.column != column or lines[line][:column].strip(" "):
            return None
        start = line
        while start > floor and _is_comment(lines[start - 1]) and _indent(lines[start - 1]) == column:
            start -= 1
        if not chunks and start == 0:
            start = line  # what opens the file may speak of all of it
        elif any(each.strip() for each in lines[floor:start]) and chunks:
            return None
        chunks.append((start, max(line, _last_line(lines, value)) + 1))
    below = next((line for line in lines[chunks[-1][1] :] if line.strip()), "")
    return None if _is_comment(below) and _indent(below) >= column else chunks


def _last_line(lines: list[str], node: yaml.Node) -> int:
    """The last line that says something of a value."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last_line(lines, last[1] if isinstance(last, tuple) else last)
    mark = node.end_mark
    line = mark.line if mark.column > 0 or mark.line == node.start_mark.line else mark.line - 1
    while line > node.start_mark.line and not lines[line].strip():
        line -= 1
    return line


def _is_comment(line: str) -> bool:
    return line.lstrip(" ").startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _ending(line: str) -> str:
    return line[len(_stripped(line)) :]


def _stripped(line: str) -> str:
    return line.rstrip("\r\n")
