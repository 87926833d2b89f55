"""Spoilt by line: what a slip of the hand in an editor does."""

from collections.abc import Callable
from random import Random

from fuzz import nasty
from fuzz.seeds import DONORS, TEXTS


def _drop_line(lines: list[str], at: int, chance: Random) -> None:
    del lines[at : at + chance.choice((1, 1, 3))]


def _repeat_line(lines: list[str], at: int, chance: Random) -> None:
    lines[at:at] = lines[at : at + chance.choice((1, 3))]


def _indent_line(lines: list[str], at: int, chance: Random) -> None:
    for number in range(at, min(len(lines), at + chance.choice((1, 1, 4)))):
        line = lines[number]
        lines[number] = chance.choice(
            (f" {line}", f"  {line}", f"\t{line}", line[1:], line.lstrip(), f"{' ' * 30}{line}")
        )


def _move_line(lines: list[str], at: int, chance: Random) -> None:
    if lines:
        lines.insert(chance.randint(0, len(lines)), lines.pop(at))


def _other_value(lines: list[str], at: int, chance: Random) -> None:
    if lines:
        head, colon, _ = lines[at].partition(":")
        lines[at] = f"{head}{colon} {chance.choice(nasty.SCALARS)}"


def _lose_mark(lines: list[str], at: int, chance: Random) -> None:
    if lines:
        lines[at] = lines[at].replace(chance.choice((":", ": ", "- ", "'", '"', "[", "}", "#", ">-")), "", 1)


def _add_mark(lines: list[str], at: int, chance: Random) -> None:
    if lines:
        where = chance.randint(0, len(lines[at]))
        lines[at] = lines[at][:where] + chance.choice(nasty.SOUP) + lines[at][where:]


def _foreign_lines(lines: list[str], at: int, chance: Random) -> None:
    other = TEXTS[chance.choice(DONORS)].splitlines()
    start = chance.randrange(len(other))
    lines[at:at] = other[start : start + chance.choice((1, 5, 20))]


def _comment(lines: list[str], at: int, chance: Random) -> None:
    said = chance.choice(("S011: why not", "S011", "", "Y002: x", "Q999: x", "S001: x", "S011,E006: x", "S011, : x"))
    remark = f"# steelyard: allow {said}"
    if chance.random() < 0.5 or not lines:
        lines.insert(at, remark)
    else:
        lines[at] += f"  {remark}"


SLIPS: tuple[tuple[str, Callable[[list[str], int, Random], None]], ...] = (
    ("drop line", _drop_line),
    ("repeat line", _repeat_line),
    ("indent line", _indent_line),
    ("move line", _move_line),
    ("other value", _other_value),
    ("lose mark", _lose_mark),
    ("add mark", _add_mark),
    ("foreign lines", _foreign_lines),
    ("comment", _comment),
)
"""Everything that can be done to a line of a file, by name."""
