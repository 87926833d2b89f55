"""Changes applied to YAML text: comments, key order and untouched lines stay byte for byte."""

from steelyard.documents.place import MarkedMapping


def with_plain_scalar(text: str, mapping: MarkedMapping, key: str, value: str) -> str:
    """The text with `key` of a mapping set to a plain scalar: in place, or on a line of its own at the end.

    `mapping` is the marked mapping that the text was parsed into. `value` must be one word that YAML reads
    as text without quotes, as digests and ids are. A quoted value loses its quotes.
    """
    lines = text.splitlines(keepends=True)
    if key in mapping:
        mark = mapping.value_marks[key]
        line = lines[mark.line - 1]
        written = str(mapping[key])
        start = mark.column - 1
        end = start + len(written) + (2 if line[start] in "'\"" else 0)
        lines[mark.line - 1] = f"{line[:start]}{value}{line[end:]}"
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
