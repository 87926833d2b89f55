"""Options as a table: one row a course of action, in order of id."""

import pandas as pd
import pandera.pandas as pa

from steelyard.documents.definitions import Definitions
from steelyard.tables.framing import framed, number, text

SCHEMA = pa.DataFrameSchema(
    {
        "option": text(unique=True),
        "title": text(),
        "role": text(among=("option", "baseline", "discarded")),
        "summary": text(),
        "instrument": text(nullable=True),
        "layer": text(nullable=True),
        "lead_agency": text(nullable=True),
        "cost": number(nullable=True),
        "cost_low": number(nullable=True),
        "cost_high": number(nullable=True),
        "cost_unit": text(nullable=True),
    },
    checks=pa.Check(lambda frame: (frame["role"] == "baseline").sum() == 1, error="exactly one baseline"),
    strict=True,
    ordered=True,
    name="options",
)


def options(definitions: Definitions) -> pd.DataFrame:
    """Every option, with its cost where it has one."""
    rows = [
        (
            each.id,
            each.title,
            each.role,
            each.summary,
            each.instrument,
            each.layer,
            each.lead_agency,
            each.cost.value if each.cost else None,
            each.cost.lowest if each.cost else None,
            each.cost.highest if each.cost else None,
            each.cost.unit if each.cost else None,
        )
        for each in definitions.options.values()
    ]
    return framed(SCHEMA, rows)
