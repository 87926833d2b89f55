"""Below the scorecard: what every level and every criterion means, so that no other file need be opened."""

from collections.abc import Iterator

from steelyard.documents.criterion import Criterion, LevelsScale
from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.across import COLUMN
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.pen import Pen, lines_of
from steelyard.results.curve import Curve
from steelyard.scales import curve_text, number_text

LEAST_ACROSS, MOST_ACROSS = 6, 9
"""Over how many columns of criteria the prose runs, at least and at most."""
WAYS = {"more": "More is better", "less": "Less is better"}


def write_meanings(pen: Pen, book: Book) -> None:
    """Levels first, then criteria, beginning on a new page."""
    count = len(book.content.criteria)
    if count < LEAST_ACROSS:
        pen.sheet.set_column(at.LEAD + count, at.LEAD + LEAST_ACROSS - 1, COLUMN)
    wide = max(LEAST_ACROSS, min(count, MOST_ACROSS))
    levels = book.places.levels
    below = levels.top + levels.height + 2 if levels.height else levels.top
    pen.sheet.set_h_pagebreaks([levels.top - 2])
    if levels.height:
        _levels(pen, book, wide)
    _criteria(pen, book, below, wide)


def _levels(pen: Pen, book: Book, wide: int) -> None:
    """What each level means, lowest first, with the sign by which two readers would tell it alike."""
    row = book.places.levels.top
    pen.text(row - 2, 0, "What each level means", "heading")
    pen.texts(row - 1, 0, ["Criterion", "Level", "Label"], "head")
    pen.merged(row - 1, at.LEAD, wide, "Must be true for this level", "head")
    for criterion in book.content.criteria:
        if isinstance(criterion.scale, LevelsScale):
            for level in sorted(criterion.scale.levels, key=lambda each: each.value):
                pen.text(row, 0, criterion.title, "label")
                pen.number(row, 1, level.value)
                pen.text(row, 2, level.label)
                pen.merged(row, at.LEAD, wide, level.anchor)
                anchor = lines_of(level.anchor, COLUMN * wide)
                pen.height(row, max(anchor, lines_of(level.label, 15), lines_of(criterion.title, 36)))
                row += 1


def _criteria(pen: Pen, book: Book, top: int, wide: int) -> None:
    """What each criterion asks, what counts, on which scale, and how its numbers become value."""
    pen.text(top - 2, 0, "What each criterion means", "heading")
    pen.text(top - 1, 0, "Criterion", "head")
    pen.merged(top - 1, 1, 2, "", "head")
    pen.merged(top - 1, at.LEAD, wide, "As defined", "head")
    row = top
    for criterion, curve in zip(book.content.criteria, book.content.curves, strict=True):
        for word, text in _facts(book, criterion, curve):
            pen.text(row, 0, criterion.title, "label")
            pen.merged(row, 1, 2, word)
            pen.merged(row, at.LEAD, wide, text)
            pen.height(row, max(lines_of(criterion.title, 36), lines_of(text, COLUMN * wide)))
            row += 1


def _facts(book: Book, criterion: Criterion, curve: Curve) -> Iterator[tuple[str, str]]:
    """A criterion's words and what stands behind each."""
    yield "Question", criterion.question
    yield "Definition", criterion.definition or "None beyond the question."
    yield "Group", book.content.report.definitions.decision.groups[criterion.group].title
    if isinstance(criterion.scale, LevelsScale):
        scale, unit = "Levels, each with its sign in the table above", "none: described levels"
    else:
        scale, unit = "A quantity", book.content.unit(criterion)
    ends = f"{number_text(criterion.worst)} is worst and {number_text(criterion.best)} best"
    yield "Scale, unit, direction", f"{scale}. Unit: {unit}. {WAYS[criterion.better]}: {ends}."
    yield "Value function", curve_text(criterion, curve)
