"""Options as a table: one row a course of action, in order of id."""

from steelyard.documents.definitions import Definitions
from steelyard.tables.contract import Arrays, Check, Contract, Holds, Table, number, table_of, text


def _one_baseline(columns: Arrays) -> Holds:
    return bool((columns["role"] == "baseline").sum() == 1)


CONTRACT = Contract(
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
    name="options",
    checks=(Check("exactly one baseline", _one_baseline),),
)


def options(definitions: Definitions) -> Table:
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
    return table_of(CONTRACT, rows)
