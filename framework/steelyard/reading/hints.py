"""What most likely went wrong where YAML cannot be read: the slips that people make, told from the lines themselves."""

import re

_COLON = re.compile(r"^\s*(?:- )?[A-Za-z][\w-]*:(?=[^\s/])")
_APOSTROPHE = re.compile(r"[:-] +'[^']*'\w")
_USUAL = "Look at this line and the one above; text with a colon, quote or bracket in it goes into quotes."


def hint(lines: list[str], number: int) -> str:
    """The likeliest remedy for a fault noticed on a line, counted from 1; it may sit on the line before."""
    for each in (number, number - 1):
        if 0 < each <= len(lines):
            found = _slip(lines, each)
            if found is not None:
                return found
    return _USUAL


def _slip(lines: list[str], number: int) -> str | None:
    line = lines[number - 1]
    said = _COLON.match(line)
    if said is not None:
        return f"Put a space after the colon in line {number}: `{said.group().strip()} ...`."
    if _APOSTROPHE.search(line):
        return f"Inside single quotes write an apostrophe twice (line {number}), or use double quotes."
    neighbours = _indents_above(lines, number)
    own = _indent(line)
    if line.strip() and neighbours and own not in neighbours:
        nearest = min(neighbours, key=lambda each: abs(each - own))
        return f"Line {number} begins with {_spaces(own)}, its neighbours with {_spaces(nearest)}: make them equal."
    return None


def _indents_above(lines: list[str], number: int) -> list[int]:
    """How far in the lines of the open blocks above begin, the nearest first."""
    found: list[int] = []
    for line in reversed(lines[: number - 1]):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not found or _indent(line) < found[-1]:
            found.append(_indent(line))
        if found[-1] == 0:
            break
    opens = bool(found) and _last_content(lines, number).rstrip().endswith((":", ">-", "|", ">", "|-"))
    return [] if opens and _indent(lines[number - 1]) > found[0] else found


def _last_content(lines: list[str], number: int) -> str:
    return next((line for line in reversed(lines[: number - 1]) if line.strip()), "")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _spaces(count: int) -> str:
    return {0: "no space", 1: "1 space"}.get(count, f"{count} spaces")
