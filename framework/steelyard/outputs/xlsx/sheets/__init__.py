"""The workbook's sheets, in the order in which a reader turns them."""

from collections.abc import Callable, Iterator
from functools import partial

from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.pen import Pen
from steelyard.outputs.xlsx.sheets import (
    baseline,
    chapters,
    checks,
    cover,
    evidence,
    futures,
    scorecard,
    scores,
    sensitivity,
    sources,
    stakeholders,
    summary,
    versions,
    weights,
    workings,
)
from steelyard.results.exhibit import by_chapter
from steelyard.results.report import Report

Write = Callable[[Pen, Book], None]

_BEFORE: tuple[tuple[str, Write], ...] = (
    ("Cover", cover.write),
    ("Summary", summary.write),
    ("Weights", weights.write),
    ("Scores", scores.write),
    ("Scorecard", scorecard.write),
    ("Stakeholders", stakeholders.write),
    ("Sensitivity", sensitivity.write),
    ("Workings", workings.write),
    ("Evidence", evidence.write),
    ("Sources", sources.write),
)
_AFTER: tuple[tuple[str, Write], ...] = (
    ("Checks", checks.write),
    ("Versions", versions.write),
    ("Baseline", baseline.write),
)


def sheets_of(report: Report) -> Iterator[tuple[str, Write]]:
    """Each sheet's name and what writes it; chapters of exhibits stand between sources and checks."""
    for name, write in _BEFORE:
        yield name, write
        if name == "Scores" and report.definitions.scenarios:
            yield "Futures", futures.write
    for chapter in by_chapter(report.exhibits):
        yield chapters.sheet_name(chapter), partial(chapters.write, chapter=chapter)
    yield from _AFTER
