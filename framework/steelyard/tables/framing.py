"""How a table becomes a frame that pandera has held against the table's contract."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
import pandera.pandas as pa

from steelyard.tables.contract import Check, Column, Contract, Table
from steelyard.tables.keeping import LARGEST


def framed(table: Table) -> pd.DataFrame:
    """The table as a frame that meets its contract; all breaches are raised together."""
    schema = schema_of(table.contract)
    typed = {name: pd.Series(values, dtype=schema.columns[name].dtype.type) for name, values in table.columns.items()}
    frame: pd.DataFrame = schema.validate(pd.DataFrame(typed), lazy=True)
    return frame


def schema_of(contract: Contract) -> pa.DataFrameSchema:
    """A contract in pandera's terms."""
    return pa.DataFrameSchema(
        {name: _column(column) for name, column in contract.columns.items()},
        checks=[_check(check) for check in contract.checks],
        unique=list(contract.unique) or None,
        strict=True,
        ordered=True,
        name=contract.name,
    )


def _column(column: Column) -> pa.Column:
    return pa.Column(column.kind, list(_cell_checks(column)), nullable=column.nullable, unique=column.unique)


def _cell_checks(column: Column) -> Iterator[pa.Check]:
    if column.among:
        yield pa.Check.isin(list(column.among))
    if column.pattern:
        yield pa.Check.str_matches(column.pattern)
    if column.kind is float:
        yield pa.Check.in_range(-LARGEST, LARGEST)
    if column.least is not None:
        yield pa.Check.ge(column.least)
    if column.most is not None:
        yield pa.Check.le(column.most)


def _check(check: Check) -> pa.Check:
    """A check of columns together: row by row where it says something of each row, else of the whole frame."""

    def holds(frame: pd.DataFrame) -> "pd.Series[bool] | bool":
        found = check.holds({str(name): frame[name].to_numpy() for name in frame.columns})
        return pd.Series(found, index=frame.index) if isinstance(found, np.ndarray) else bool(found)

    return pa.Check(holds, error=check.says)
