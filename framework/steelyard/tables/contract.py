"""What a table promises, said once: its columns, what each may hold, and what is true of its rows together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Values = Sequence[object] | NDArray[Any]
Arrays = Mapping[str, NDArray[Any]]
Holds = NDArray[np.bool_] | bool
"""What a check finds: a yes or no for each row, or one for the whole table."""


@dataclass(frozen=True)
class Column:
    """What the cells of one column are: text, a number, a count or a flag, and within which bounds."""

    kind: type[str | float | int | bool]
    nullable: bool = False
    unique: bool = False
    among: tuple[str, ...] = ()
    pattern: str = ""
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True)
class Check:
    """Something true of columns together: of each row, or of the whole table at once.

    `cell` is the column to look at first where it is not true of a row.
    """

    says: str
    holds: Callable[[Arrays], Holds]
    cell: str = ""


@dataclass(frozen=True)
class Contract:
    """The columns of a table in their order, its checks, and the columns that name a row between them."""

    columns: Mapping[str, Column]
    name: str
    checks: tuple[Check, ...] = ()
    unique: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """Columns of plain values, and the contract that they are meant to keep."""

    contract: Contract
    columns: Mapping[str, Values]


def text(*, nullable: bool = False, unique: bool = False, among: Sequence[str] = (), pattern: str = "") -> Column:
    """A column of text."""
    return Column(str, nullable, unique, tuple(among), pattern)


def number(*, nullable: bool = False, least: float | None = None, most: float | None = None) -> Column:
    """A column of finite numbers, with bounds where there are any."""
    return Column(float, nullable, least=least, most=most)


def count(*, least: int = 0, most: int | None = None) -> Column:
    """A column of whole numbers."""
    return Column(int, least=least, most=most)


def flag() -> Column:
    """A column of yes or no."""
    return Column(bool)


def table_of(contract: Contract, rows: Sequence[Sequence[object]]) -> Table:
    """Rows as the columns that a contract names."""
    columns = zip(*rows, strict=True) if rows else [() for _ in contract.columns]
    return Table(contract, dict(zip(contract.columns, columns, strict=True)))
