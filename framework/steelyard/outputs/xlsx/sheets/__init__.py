"""The workbook's sheets, in the order in which a reader turns them."""

from collections.abc import Callable

from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.pen import Pen
from steelyard.outputs.xlsx.sheets import (
    baseline,
    checks,
    cover,
    evidence,
    scorecard,
    scores,
    sources,
    summary,
    versions,
    weights,
    workings,
)

SHEETS: tuple[tuple[str, Callable[[Pen, Book], None]], ...] = (
    ("Cover", cover.write),
    ("Summary", summary.write),
    ("Weights", weights.write),
    ("Scores", scores.write),
    ("Scorecard", scorecard.write),
    ("Workings", workings.write),
    ("Evidence", evidence.write),
    ("Sources", sources.write),
    ("Checks", checks.write),
    ("Versions", versions.write),
    ("Baseline", baseline.write),
)
