"""Criteria as a table: one row a criterion, group by group."""

from steelyard.documents.criterion import CostScale, Criterion, PairwiseScale, QuantityScale
from steelyard.documents.definitions import Definitions
from steelyard.tables.contract import Arrays, Check, Contract, Holds, Table, flag, number, table_of, text


def _ends_differ(columns: Arrays) -> Holds:
    differ: Holds = columns["worst"] != columns["best"]
    return differ


CONTRACT = Contract(
    {
        "criterion": text(unique=True),
        "title": text(),
        "group": text(),
        "group_title": text(),
        "question": text(),
        "better": text(among=("more", "less")),
        "kind": text(among=("levels", "quantity", "cost", "pairwise")),
        "unit": text(nullable=True),
        "worst": number(),
        "best": number(),
        "shape": text(),
        "reads_cost": flag(),
    },
    name="criteria",
    checks=(Check("worst and best differ", _ends_differ, cell="worst"),),
)


def criteria(definitions: Definitions) -> Table:
    """Every criterion with its scale's ends and direction."""
    groups = definitions.decision.groups
    rows = [
        (
            each.id,
            each.title,
            each.group,
            groups[each.group].title,
            each.question,
            each.better,
            each.scale.kind,
            unit_of(each, definitions),
            each.worst,
            each.best,
            each.value_function.shape,
            isinstance(each.scale, CostScale),
        )
        for each in definitions.criteria_in_order()
    ]
    return table_of(CONTRACT, rows)


def unit_of(criterion: Criterion, definitions: Definitions) -> str | None:
    """The unit of a criterion's numbers: its own, or the unit that the options' costs are stated in."""
    if isinstance(criterion.scale, QuantityScale | PairwiseScale):
        return criterion.scale.unit
    if isinstance(criterion.scale, CostScale):
        return next((each.cost.unit for each in definitions.options.values() if each.cost), None)
    return None
