"""Lines that begin further left or right than those around them, and which of them stands out."""

import re

_ITEM = re.compile(r"^ *(?:- +)+")


def indented_apart(lines: list[str], number: int) -> tuple[int, str] | None:
    """The line to look at, and what to do, where a line (counted from 1) is indented unlike those around it."""
    line, levels = lines[number - 1], _levels_above(lines, number)
    own = indent(line)
    if not line.strip() or not levels or own in levels:
        return None
    nearest = min(levels, key=lambda each: abs(each - own))
    above = _written_above(lines, number)
    if _ITEM.match(lines[above - 1]):
        what = f"but the keys of this list entry begin after {_spaces(nearest)}"
        return number, f"Line {number} begins with {_spaces(own)}, {what}: make them equal."
    if nearest != indent(lines[above - 1]):
        return number, _equal(number, own, nearest)
    apart = _standing_out(lines, above, number)
    if apart is None:
        both = f"Line {number} begins with {_spaces(own)}, line {above} with {_spaces(nearest)}: make them equal."
        return number, both
    return apart, _equal(apart, *((own, nearest) if apart == number else (nearest, own)))


def _equal(number: int, own: int, others: int) -> str:
    return f"Line {number} begins with {_spaces(own)}, its neighbours with {_spaces(others)}: make them equal."


def _standing_out(lines: list[str], above: int, number: int) -> int | None:
    """Which of two lines that follow one another is indented unlike those around; None where it cannot be told."""
    upper, lower = indent(lines[above - 1]), indent(lines[number - 1])
    before, after = _written_above(lines, above), _written_below(lines, number)
    first = indent(lines[before - 1]) if before else None
    last = indent(lines[after - 1]) if after else None
    if first == lower or (first == upper < lower and before and lines[before - 1].rstrip().endswith(":")):
        return above
    if upper in (first, last):
        return number
    return above if last == lower else None


def indent(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def _levels_above(lines: list[str], number: int) -> list[int]:
    """How far in the open blocks above begin, the nearest first; none where a line may begin as it likes."""
    found: list[int] = []
    for line in reversed(lines[: number - 1]):
        if not _is_written(line):
            continue
        item = _ITEM.match(line)
        for level in (item.end() if item else indent(line), indent(line)):
            if not found or level < found[-1]:
                found.append(level)
        if found[-1] == 0:
            break
    opens = bool(found) and _opens(lines, number)
    return [] if opens and indent(lines[number - 1]) > found[0] else found


def _opens(lines: list[str], number: int) -> bool:
    """Whether the line above begins a block, which may be indented as one likes."""
    above = next((line for line in reversed(lines[: number - 1]) if line.strip()), "")
    return above.rstrip().endswith((":", ">-", "|", ">", "|-"))


def _written_above(lines: list[str], number: int) -> int:
    """The nearest line above that says something; 0 where there is none."""
    return next((each for each in range(number - 1, 0, -1) if _is_written(lines[each - 1])), 0)


def _written_below(lines: list[str], number: int) -> int:
    """The nearest line below that says something; 0 where there is none."""
    return next((each for each in range(number + 1, len(lines) + 1) if _is_written(lines[each - 1])), 0)


def _is_written(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _spaces(count: int) -> str:
    return {0: "no space", 1: "1 space"}.get(count, f"{count} spaces")
