"""The three-way merge: what stood in the workbook as it was built, what the definitions say now, what it says now.

Plain values in and out: no file, no cell. A number that the workbook leaves as it was built is never touched, whatever
became of it in the definitions. A changed one is taken where the definitions still say what they said; where they
say something else by now, unless it is the same change, the two contradict one another and nobody but people can tell.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Name = TypeVar("Name")
DIGITS = 15
"""So many digits a decimal number keeps on its way through a double and back (IEEE 754): beyond is noise."""


@dataclass(frozen=True)
class Merged(Generic[Name]):
    """What a merge comes to: numbers to change, with old and new; those already there; those that conflict."""

    changes: Mapping[Name, tuple[float, float]]
    settled: tuple[Name, ...]
    conflicts: tuple[Name, ...]


def merged(base: Mapping[Name, float], now: Mapping[Name, float], book: Mapping[Name, float]) -> Merged[Name]:
    """Merge the workbook's numbers into those of the definitions; a number that these lack by now is a conflict."""
    changes: dict[Name, tuple[float, float]] = {}
    settled, conflicts = [], []
    for name, number in book.items():
        if name not in base or same(number, base[name]):
            continue
        if name in now and same(number, now[name]):
            settled.append(name)
        elif name in now and same(base[name], now[name]):
            changes[name] = (now[name], shortest(number))
        else:
            conflicts.append(name)
    return Merged(changes, tuple(settled), tuple(conflicts))


def same(one: float, other: float) -> bool:
    """Whether two numbers are the same to a reader of cells: 0.1 + 0.2 is 0.3."""
    return shortest(one) == shortest(other)


def shortest(number: float) -> float:
    """The number without the noise of binary arithmetic."""
    return float(f"{number:.{DIGITS}g}")
