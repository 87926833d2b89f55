"""Scores as a table: one row for each number judged, costs included."""

from steelyard.documents.definitions import Definitions
from steelyard.documents.option import Score
from steelyard.tables.contract import Arrays, Check, Contract, Holds, Table, count, number, table_of, text


def _not_below_low(columns: Arrays) -> Holds:
    return columns["low"] <= columns["value"]


def _not_above_high(columns: Arrays) -> Holds:
    return columns["value"] <= columns["high"]


CONTRACT = Contract(
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
    name="scores",
    checks=(
        Check("low is at most the value", _not_below_low, cell="low"),
        Check("the value is at most high", _not_above_high, cell="high"),
    ),
    unique=("option", "criterion"),
)


def scores(definitions: Definitions) -> Table:
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
    return table_of(CONTRACT, rows)
