"""Whether a table keeps its contract, seen on plain arrays: no frame, and nothing to wait for."""

import re
from typing import Any

import numpy as np
from numpy.typing import NDArray

from steelyard.tables.contract import Column, Table, Values

LARGEST = 1.7e308
"""Up to here a number counts as finite."""
_KINDS: dict[type, tuple[tuple[type, ...], type]] = {
    str: ((str,), object),
    int: ((int, np.integer), np.int64),
    bool: ((bool, np.bool_), np.bool_),
}
"""What cells of text, counts and flags may be in Python, and what an array of them holds."""


def keeps_contract(table: Table) -> bool:
    """Whether nothing in a table can break its contract.

    Never yes where pandera would refuse the table's frame. It may doubt what pandera takes, so where it says no,
    the frame has the last word and names the rows.
    """
    contract = table.contract
    if list(table.columns) != list(contract.columns) or len({len(each) for each in table.columns.values()}) != 1:
        return False
    try:
        arrays = {name: _array(column, table.columns[name]) for name, column in contract.columns.items()}
    except (TypeError, ValueError, OverflowError):
        return False
    if not all(_within(column, arrays[name]) for name, column in contract.columns.items()):
        return False
    named = list(zip(*(arrays[name].tolist() for name in contract.unique), strict=True))
    return len(set(named)) == len(named) and all(np.all(check.holds(arrays)) for check in contract.checks)


def _array(column: Column, values: Values) -> NDArray[Any]:
    """The cells as an array; TypeError where one is of another kind."""
    if column.kind is float:
        return np.asarray(values, dtype=np.float64)
    kinds, kept_as = _KINDS[column.kind]
    if not all(isinstance(each, kinds) or (each is None and column.nullable) for each in values):
        raise TypeError
    return np.asarray(values, dtype=kept_as)


def _within(column: Column, array: NDArray[Any]) -> bool:
    """Whether the cells keep what a column says of them one by one, and stand there once where they must."""
    if column.kind is str:
        present = {each for each in array.tolist() if each is not None}
        if column.unique and len(present) < len(array):
            return False
        if column.among and not present <= set(column.among):
            return False
        return not column.pattern or all(re.match(column.pattern, each) for each in present)
    if column.kind is float:
        array = array[~np.isnan(array)] if column.nullable else array
        if not (np.abs(array) <= LARGEST).all():
            return False
    least, most = column.least, column.most
    return (least is None or bool((array >= least).all())) and (most is None or bool((array <= most).all()))
