"""Weights as a table: one row for each weight set and criterion."""

from collections.abc import Mapping

import numpy as np

from steelyard.documents.definitions import Definitions
from steelyard.model.shares import judged_widths, shares_from
from steelyard.results.curve import Curve
from steelyard.tables.contract import Arrays, Check, Contract, Holds, Table, number, table_of, text

SUMS_TO_ONE_WITHIN = 1e-9


def _sum_to_one(columns: Arrays) -> Holds:
    _, sets = np.unique(columns["weight_set"], return_inverse=True)
    return bool((np.abs(np.bincount(sets, weights=columns["share"]) - 1) < SUMS_TO_ONE_WITHIN).all())


CONTRACT = Contract(
    {
        "weight_set": text(),
        "criterion": text(),
        "points": number(least=0),
        "width": number(least=0),
        "share": number(least=0, most=1),
    },
    name="weights",
    checks=(Check("shares of a weight set sum to 1", _sum_to_one),),
    unique=("weight_set", "criterion"),
)


def weights(definitions: Definitions, curves: Mapping[str, Curve], points: Mapping[str, Mapping[str, float]]) -> Table:
    """Every weight set's points, the value that each swing spans, and the shares that follow."""
    order = [each.id for each in definitions.criteria_in_order()]
    rows: list[tuple[object, ...]] = []
    for name, weight_set in definitions.weight_sets.items():
        widths = judged_widths(curves, weight_set.ranges)
        shares = shares_from(points[name], widths, order)
        rows += [
            (name, criterion, points[name][criterion], widths[criterion], share)
            for criterion, share in zip(order, shares, strict=True)
        ]
    return table_of(CONTRACT, rows)
