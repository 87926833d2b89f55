"""The look at plain arrays never passes what pandera refuses, and passes what is sound."""

import math
from typing import Any

import numpy as np
import pandera.errors
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steelyard.tables.contract import Arrays, Check, Column, Contract, Holds, Table, count, flag, number, text
from steelyard.tables.framing import framed
from steelyard.tables.keeping import keeps_contract


def _b_at_most_c(columns: Arrays) -> Holds:
    at_most: Holds = columns["b"] <= columns["c"]
    return at_most


def _a_rises(columns: Arrays) -> Holds:
    names = columns["a"].tolist()
    return names == sorted(names)


_WORDS = st.sampled_from(["", "x", "y", "z", "xy"])
_NUMBERS = st.sampled_from([-1.0, 0.0, 0.5, 1.0, 2.0, 1.7e308, 1.79e308, math.inf, -math.inf, math.nan])
_COUNTS = st.sampled_from([-1, 0, 1, 2, 7, np.int64(3)])
_TYPED: dict[type, st.SearchStrategy[Any]] = {str: _WORDS, float: _NUMBERS, int: _COUNTS, bool: st.booleans()}
_ANYTHING = st.one_of(*_TYPED.values(), st.sampled_from([None, "1", 1.5, 10**30, b"x", (), np.float64(1), np.True_]))


def _columns() -> st.SearchStrategy[Column]:
    yes, bound = st.booleans(), st.sampled_from([None, 0, 1])
    among = st.sampled_from([(), ("x", "y"), ("x", "y", "z", "xy", "")])
    return st.one_of(
        st.builds(text, nullable=yes, unique=yes, among=among, pattern=st.sampled_from(["", "^x", "^[xyz]$"])),
        st.builds(number, nullable=yes, least=bound, most=bound),
        st.builds(count, least=st.sampled_from([0, 1]), most=bound),
        st.builds(flag),
    )


def _refused(table: Table) -> bool:
    try:
        framed(table)
    except (pandera.errors.SchemaErrors, TypeError, ValueError, OverflowError):
        return True
    return False


@settings(max_examples=500)
@given(_columns(), st.data())
def test_what_passes_is_never_refused_by_pandera(column: Column, data: st.DataObject) -> None:
    """Whatever lies in a column, of whatever kind, a table that passes makes a frame that meets its contract."""
    cells = _ANYTHING if data.draw(st.booleans()) else st.one_of(_TYPED[column.kind], st.none())
    table = Table(Contract({"a": column}, name="one column"), {"a": data.draw(st.lists(cells, max_size=4))})
    assert not keeps_contract(table) or not _refused(table)


@settings(max_examples=500)
@given(_columns(), st.data())
def test_cells_of_the_right_kind_are_judged_alike(column: Column, data: st.DataObject) -> None:
    """Of cells that are what their column says, the two say the same: nothing sound waits for pandas."""
    cells = st.one_of(_TYPED[column.kind], st.none()) if column.kind in {str, float} else _TYPED[column.kind]
    table = Table(Contract({"a": column}, name="one column"), {"a": data.draw(st.lists(cells, max_size=4))})
    twice_nothing = column.unique and list(table.columns["a"]).count(None) > 0
    assert keeps_contract(table) is not _refused(table) or twice_nothing


_ROW = st.tuples(st.sampled_from(["p", "q"]), st.sampled_from([0.0, 1.0]), st.sampled_from([0.0, 1.0]))


@given(st.lists(_ROW, min_size=1, max_size=4), st.sampled_from([(), ("a", "b")]))
def test_rows_are_judged_alike(rows: list[tuple[str, float, float]], unique: tuple[str, ...]) -> None:
    """Checks of a row, checks of the whole and rows named twice are seen as pandera sees them."""
    checks = (Check("b is at most c", _b_at_most_c), Check("a rises", _a_rises))
    contract = Contract({"a": text(), "b": number(), "c": number()}, name="rows", checks=checks, unique=unique)
    table = Table(contract, dict(zip("abc", zip(*rows, strict=True), strict=True)))
    names = [row[0] for row in rows]
    keeps = all(b <= c for _, b, c in rows) and names == sorted(names)
    keeps = keeps and (not unique or len({row[:2] for row in rows}) == len(rows))
    assert keeps_contract(table) is keeps
    assert _refused(table) is not keeps


@pytest.mark.parametrize(
    "columns",
    [{"a": ["x"]}, {"b": [1.0], "a": ["x"]}, {"a": ["x"], "b": [1.0], "c": [1.0]}, {"a": ["x", "y"], "b": [1.0]}],
    ids=["one is missing", "another order", "one too many", "one is shorter"],
)
def test_other_columns_than_named_are_doubted(columns: dict[str, list[object]]) -> None:
    """A table has the columns that its contract names, in that order, and all of one length."""
    contract = Contract({"a": text(), "b": number()}, name="two columns")
    assert keeps_contract(Table(contract, {"a": ["x"], "b": [1.0]}))
    assert not keeps_contract(Table(contract, columns))
