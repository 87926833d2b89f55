"""Changes applied to YAML text: comments, key order and untouched lines stay byte for byte."""

import re

from steelyard.documents.place import MarkedMapping

_WRITTEN = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[^\s,\]}'"#]*""")
"""A quoted value, a plain one of one word, or nothing at all."""


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
