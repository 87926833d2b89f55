"""Weights as a table: one row for each weight set and criterion."""

from collections.abc import Mapping

import pandas as pd
import pandera.pandas as pa

from steelyard.documents.definitions import Definitions
from steelyard.model.shares import judged_widths, shares_from
from steelyard.results.curve import Curve
from steelyard.tables.framing import framed, number, text

SUMS_TO_ONE_WITHIN = 1e-9

SCHEMA = pa.DataFrameSchema(
    {
        "weight_set": text(),
        "criterion": text(),
        "points": number(least=0),
        "width": number(least=0),
        "share": number(least=0, most=1),
    },
    checks=pa.Check(
        lambda frame: (frame.groupby("weight_set")["share"].sum() - 1).abs().max() < SUMS_TO_ONE_WITHIN,
        error="shares of a weight set sum to 1",
    ),
    unique=["weight_set", "criterion"],
    strict=True,
    ordered=True,
    name="weights",
)


def weights(
    definitions: Definitions, curves: Mapping[str, Curve], points: Mapping[str, Mapping[str, float]]
) -> pd.DataFrame:
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
    return framed(SCHEMA, rows)
