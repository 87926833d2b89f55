"""A valuation as tables: the matrix cell by cell, the options in order of rank, the criteria with shares."""

import numpy as np
import pandas as pd
import pandera.pandas as pa

from steelyard.documents.definitions import Definitions
from steelyard.results.valuation import Valuation
from steelyard.tables.framing import count, flag, framed, number, text

ADDS_UP_WITHIN = 1e-12

MATRIX = pa.DataFrameSchema(
    {
        "option": text(),
        "criterion": text(),
        "score": number(),
        "value": number(),
        "share": number(least=0, most=1),
        "contribution": number(),
    },
    checks=pa.Check(
        lambda frame: (frame["value"] * frame["share"] - frame["contribution"]).abs() <= ADDS_UP_WITHIN,
        error="a contribution is value times share",
    ),
    unique=["option", "criterion"],
    strict=True,
    ordered=True,
    name="matrix",
)
RANKED = pa.DataFrameSchema(
    {
        "option": text(unique=True),
        "title": text(),
        "role": text(among=("option", "baseline")),
        "rank": count(least=1),
        "tied": flag(),
        "leads": flag(),
        "total": number(),
        "above_baseline": number(),
    },
    checks=pa.Check(lambda frame: frame["rank"].is_monotonic_increasing, error="rows stand in order of rank"),
    strict=True,
    ordered=True,
    name="ranked options",
)
SHARED = pa.DataFrameSchema(
    {"criterion": text(unique=True), "title": text(), "group": text(), "share": number(least=0, most=1)},
    strict=True,
    ordered=True,
    name="criteria with shares",
)


def matrix(valuation: Valuation) -> pd.DataFrame:
    """One row for each option and criterion."""
    options, criteria = len(valuation.options), len(valuation.criteria)
    frame = pd.DataFrame(
        {
            "option": pd.Series(np.repeat(valuation.options, criteria), dtype=str),
            "criterion": pd.Series(np.tile(valuation.criteria, options), dtype=str),
            "score": valuation.scores.ravel(),
            "value": valuation.values.ravel(),
            "share": np.tile(valuation.shares, options),
            "contribution": valuation.contributions.ravel(),
        }
    )
    validated: pd.DataFrame = MATRIX.validate(frame, lazy=True)
    return validated


def ranked(valuation: Valuation, definitions: Definitions) -> pd.DataFrame:
    """One row an option, the first at the top."""
    leading = {leader.option for leader in valuation.leaders}
    rows = []
    for row in valuation.order:
        option = definitions.options[valuation.options[row]]
        rows.append(
            (
                option.id,
                option.title,
                option.role,
                valuation.ranks[row],
                bool(valuation.tied_with(row)),
                option.id in leading,
                float(valuation.totals[row]),
                float(valuation.above_baseline[row]),
            )
        )
    return framed(RANKED, rows)


def shared(valuation: Valuation, definitions: Definitions) -> pd.DataFrame:
    """One row a criterion, with its share."""
    rows = []
    for name, share in zip(valuation.criteria, valuation.shares, strict=True):
        criterion = definitions.criteria[name]
        rows.append((name, criterion.title, criterion.group, float(share)))
    return framed(SHARED, rows)
