"""Scores as a table: one row for each number judged, costs included."""

import pandas as pd
import pandera.pandas as pa

from steelyard.documents.definitions import Definitions
from steelyard.documents.option import Score
from steelyard.tables.framing import count, framed, number, text

SCHEMA = pa.DataFrameSchema(
    {
        "option": text(),
        "criterion": text(),
        "value": number(),
        "low": number(),
        "high": number(),
        "confidence": text(nullable=True),
        "basis": text(among=("documents", "judgement", "definition")),
        "rationale": text(),
        "evidence": count(),
        "against": count(),
    },
    checks=[
        pa.Check(lambda frame: frame["low"] <= frame["value"], error="low is at most the value"),
        pa.Check(lambda frame: frame["value"] <= frame["high"], error="the value is at most high"),
    ],
    unique=["option", "criterion"],
    strict=True,
    ordered=True,
    name="scores",
)


def scores(definitions: Definitions) -> pd.DataFrame:
    """Every number judged with its range, basis, and counts of claims for and against."""
    rows = [
        (
            option.id,
            criterion.id,
            judged.value,
            judged.lowest,
            judged.highest,
            judged.confidence if isinstance(judged, Score) else None,
            judged.basis,
            judged.rationale,
            len(judged.evidence),
            len(judged.against),
        )
        for option, criterion, judged in definitions.judgements()
    ]
    return framed(SCHEMA, rows)
