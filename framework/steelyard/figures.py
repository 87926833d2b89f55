"""How figures and lists of names are written for people: figures half away from zero, as a spreadsheet shows them."""

from collections.abc import Collection
from decimal import ROUND_HALF_UP, Context, Decimal

from steelyard.results.exhibit import Cell, Unit

_ENOUGH = Context(prec=400)
"""Room for every digit of every finite number."""


def decimals(number: float, places: int = 3) -> str:
    """A number with a fixed count of decimals; 0.5625 is written 0.563, and -0.0001 is written 0.000."""
    shown = Decimal(repr(float(number))).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _ENOUGH)
    return f"{abs(shown) if shown.is_zero() else shown:f}"


def signed(number: float, places: int = 3) -> str:
    """The same with its sign, unless it is written as zero."""
    shown = decimals(number, places)
    return shown if shown.startswith("-") or not shown.strip("0.") else f"+{shown}"


def shown(cell: Cell, unit: Unit) -> str:
    """A cell of an exhibit as people read it; a dash where there is no answer."""
    if cell is None:
        return "-"
    if isinstance(cell, str):
        return cell
    if unit == "share":
        return f"{decimals(100 * cell, 1)}%"
    if unit == "value":
        return decimals(cell)
    return f"{cell:d}" if isinstance(cell, int) else f"{cell:.6g}"


def counted(count: int, what: str) -> str:
    """So many of something, in the plural where they are not one."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def listed(names: Collection[str], before_last: str = "and") -> str:
    """Names with commas, and `and` before the last; semicolons where a name has a comma of its own."""
    names = list(names)
    if len(names) > 1 and any("," in name for name in names):
        return f"{'; '.join(names[:-1])}; {before_last} {names[-1]}"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {before_last} {names[-1]}"
