"""Comments that suppress findings, and the lines each of them covers.

    lasting-effect:                    # steelyard: allow S013: one clause decides both options
      value: 2

    # steelyard: allow S011, S013: half levels were agreed for this scale
    collateral-harm: {value: 1.5, ...}

A comment at the end of a line covers the block that begins on that line; one on a line of its own covers the
block that begins below it. The words may have capital letters or not.
"""

import re
from collections.abc import Iterator

from steelyard.documents.place import Place
from steelyard.documents.suppression import Suppression
from steelyard.reading.yaml_text import oversized

_MARK = "steelyard"
_COMMENT = re.compile(r"(?:^|\s)#\s*steelyard\s*:\s*(?P<what>.*)$", re.IGNORECASE)
_ALLOW = re.compile(r"allow\s+(?P<codes>[A-Z]\d{3}(?:\s*,\s*[A-Z]\d{3})*)\s*(?::\s*(?P<reason>.*))?$", re.IGNORECASE)


def suppressions_in(text: str, path: str) -> Iterator[Suppression]:
    """Every suppression in one file's text, well written or not."""
    if _MARK not in text.lower() or any(oversized(text)):
        return
    lines = text.splitlines()
    next_content, last_of_block = _extents(lines)
    for index, line in enumerate(lines):
        comment = _COMMENT.search(line)
        if comment is None:
            continue
        said = _ALLOW.match(comment["what"].strip())
        codes = tuple(code.strip().upper() for code in said["codes"].split(",")) if said else ()
        first = index if line[: comment.start()].strip() else next_content[index]
        column = line.index("#", comment.start()) + 1
        yield Suppression(
            Place(path, index + 1, column),
            codes,
            ((said["reason"] or "") if said else "").strip(),
            first + 1,
            last_of_block[first] + 1,
        )


def _extents(lines: list[str]) -> tuple[list[int], list[int]]:
    """For each line the next one that is neither blank nor a comment, and the last line of the block it begins.

    A line with nothing below it has itself for the next. A block ends before the next line that stands no
    further right. One walk from the end up, since a file may hold as many comments as lines.
    """
    next_content, last_of_block = list(range(len(lines))), list(range(len(lines)))
    content: int | None = None
    ends: list[tuple[int, int]] = []  # of each block still open: how far in it stands, and the last line above it
    above, last = _last_written_above(lines), _last_written(lines)
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if content is not None:
            next_content[index] = content
        if not line.strip():
            continue
        own = _indent(line)
        while ends and ends[-1][0] > own:
            ends.pop()
        last_of_block[index] = max(index, ends[-1][1] if ends else last)
        ends.append((own, above[index]))
        if not line.lstrip().startswith("#"):
            content = index
    return next_content, last_of_block


def _last_written_above(lines: list[str]) -> list[int]:
    """For each line the last one above it that is not blank."""
    found, last = [], -1
    for index, line in enumerate(lines):
        found.append(last)
        last = index if line.strip() else last
    return found


def _last_written(lines: list[str]) -> int:
    return next((index for index in range(len(lines) - 1, -1, -1) if lines[index].strip()), -1)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
