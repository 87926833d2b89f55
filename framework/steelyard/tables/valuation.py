"""A valuation as tables: the matrix cell by cell, the options in order of rank, the criteria with shares."""

import numpy as np

from steelyard.documents.definitions import Definitions
from steelyard.results.valuation import Valuation
from steelyard.tables.contract import Arrays, Check, Contract, Holds, Table, Values, count, flag, number, table_of, text

ADDS_UP_WITHIN = 1e-12


def _adds_up(columns: Arrays) -> Holds:
    adds_up: Holds = np.abs(columns["value"] * columns["share"] - columns["contribution"]) <= ADDS_UP_WITHIN
    return adds_up


def _in_order(columns: Arrays) -> Holds:
    return bool((np.diff(columns["rank"]) >= 0).all())


MATRIX = Contract(
    {
        "option": text(),
        "criterion": text(),
        "score": number(),
        "value": number(),
        "share": number(least=0, most=1),
        "contribution": number(),
    },
    name="matrix",
    checks=(Check("a contribution is value times share", _adds_up),),
    unique=("option", "criterion"),
)
RANKED = Contract(
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
    name="ranked options",
    checks=(Check("rows stand in order of rank", _in_order),),
)
SHARED = Contract(
    {"criterion": text(unique=True), "title": text(), "group": text(), "share": number(least=0, most=1)},
    name="criteria with shares",
)


def matrix(valuation: Valuation) -> Table:
    """One row for each option and criterion."""
    columns: dict[str, Values] = {
        "option": [name for name in valuation.options for _ in valuation.criteria],
        "criterion": valuation.criteria * len(valuation.options),
        "score": valuation.scores.ravel(),
        "value": valuation.values.ravel(),
        "share": np.tile(valuation.shares, len(valuation.options)),
        "contribution": valuation.contributions.ravel(),
    }
    return Table(MATRIX, columns)


def ranked(valuation: Valuation, definitions: Definitions) -> Table:
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
    return table_of(RANKED, rows)


def shared(valuation: Valuation, definitions: Definitions) -> Table:
    """One row a criterion, with its share."""
    rows = []
    for name, share in zip(valuation.criteria, valuation.shares, strict=True):
        criterion = definitions.criteria[name]
        rows.append((name, criterion.title, criterion.group, float(share)))
    return table_of(SHARED, rows)
