"""Comments that suppress findings, and the lines each of them covers.

    lasting-effect:                    # steelyard: allow S013: one clause decides both options
      value: 2

    # steelyard: allow S011, S013: half levels were agreed for this scale
    collateral-harm: {value: 1.5, ...}

A comment at the end of a line covers the block that begins on that line; one on a line of its own covers the
block that begins below it.
"""

import re
from collections.abc import Iterator

from steelyard.documents.place import Place
from steelyard.documents.suppression import Suppression

MARK = "steelyard:"
_COMMENT = re.compile(r"(?:^|\s)#\s*steelyard:\s*(?P<what>.*)$")
_ALLOW = re.compile(r"allow\s+(?P<codes>[A-Za-z]\d{3}(?:\s*,\s*[A-Za-z]\d{3})*)\s*(?::\s*(?P<reason>.*))?$")


def suppressions_in(text: str, path: str) -> Iterator[Suppression]:
    """Every suppression in one file's text, well written or not."""
    if MARK not in text:
        return
    lines = text.splitlines()
    for index, line in enumerate(lines):
        comment = _COMMENT.search(line)
        if comment is None:
            continue
        said = _ALLOW.match(comment["what"].strip())
        codes = tuple(code.strip().upper() for code in said["codes"].split(",")) if said else ()
        first = index if line[: comment.start()].strip() else _next_content(lines, index)
        column = line.index("#", comment.start()) + 1
        yield Suppression(
            Place(path, index + 1, column),
            codes,
            ((said["reason"] or "") if said else "").strip(),
            first + 1,
            _end_of_block(lines, first) + 1,
        )


def _next_content(lines: list[str], index: int) -> int:
    """The next line that is neither blank nor a comment; the comment's own line where there is none."""
    for later in range(index + 1, len(lines)):
        if lines[later].strip() and not lines[later].lstrip().startswith("#"):
            return later
    return index


def _end_of_block(lines: list[str], first: int) -> int:
    """The last line of the block that begins on a line: those after it that stand further right."""
    own = _indent(lines[first])
    last = first
    for later in range(first + 1, len(lines)):
        if lines[later].strip() and _indent(lines[later]) <= own:
            break
        if lines[later].strip():
            last = later
    return last


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
