"""How rows become a frame with the columns, types and checks that a contract states."""

from collections.abc import Sequence

import pandas as pd
import pandera.pandas as pa

Row = Sequence[object]


def text(*, nullable: bool = False, unique: bool = False, among: Sequence[str] | None = None) -> pa.Column:
    """A column of text."""
    return pa.Column(str, pa.Check.isin(list(among)) if among else None, nullable=nullable, unique=unique)


def number(*, nullable: bool = False, least: float | None = None, most: float | None = None) -> pa.Column:
    """A column of finite numbers, with bounds where there are any."""
    checks = [pa.Check.in_range(-1.7e308, 1.7e308)]
    if least is not None:
        checks.append(pa.Check.ge(least))
    if most is not None:
        checks.append(pa.Check.le(most))
    return pa.Column(float, checks, nullable=nullable)


def count(*, least: int = 0, most: int | None = None) -> pa.Column:
    """A column of whole numbers."""
    checks = [pa.Check.ge(least)] + ([] if most is None else [pa.Check.le(most)])
    return pa.Column(int, checks)


def flag() -> pa.Column:
    """A column of yes or no."""
    return pa.Column(bool)


def framed(schema: pa.DataFrameSchema, rows: Sequence[Row]) -> pd.DataFrame:
    """The rows as a frame that meets its contract; all breaches are raised together."""
    names = list(schema.columns)
    columns = list(zip(*rows, strict=True)) if rows else [() for _ in names]
    typed = {
        name: pd.Series(values, dtype=schema.columns[name].dtype.type)
        for name, values in zip(names, columns, strict=True)
    }
    frame: pd.DataFrame = schema.validate(pd.DataFrame(typed), lazy=True)
    return frame
