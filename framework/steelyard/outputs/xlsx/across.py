"""Criteria across the top: what the sheets with one column a criterion have in common."""

from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.pen import Pen, lines_of, rough_lines
from steelyard.scales import scale_text

COLUMN, SMALL_PRINT, TITLE_WIDTH = 14, 16.5, 46
"""The width of a criterion's column, how much small print fits into it, and the width of the options' titles."""


def columns(pen: Pen, book: Book, second: int, third: int) -> None:
    """The widths of a sheet with criteria across; the second and third column differ from sheet to sheet."""
    pen.sheet.set_column(0, 0, TITLE_WIDTH)
    pen.sheet.set_column(1, 1, second)
    pen.sheet.set_column(2, 2, third)
    pen.sheet.set_column(at.LEAD, at.LEAD + len(book.content.criteria) - 1, COLUMN)


def heads(pen: Pen, book: Book, first: tuple[str, str, str], *, with_id: bool = True) -> None:
    """Four rows above the criteria: group, title, id, scale."""
    content, top = book.content, book.places.scores.top
    rows = (
        [content.groups[content.group_of(column)].title for column in range(len(content.criteria))],
        [each.title for each in content.criteria],
        [each.id if with_id else each.question for each in content.criteria],
        [scale_text(each, content.unit(each)) for each in content.criteria],
    )
    looks = ("head small", "head centre", "head small", "head small")
    widths = (SMALL_PRINT, COLUMN, SMALL_PRINT, SMALL_PRINT)
    labels = ("Group", "Criterion", "Id" if with_id else "Question", "Scale")
    for row, (texts, look, label, width) in enumerate(zip(rows, looks, labels, widths, strict=True), start=top - 4):
        pen.texts(row, 0, first if row == top - 1 else (label, "", ""), "head")
        pen.texts(row, at.LEAD, texts, look)
        pen.height(row, max(lines_of(text, width) for text in texts))


def title_lines(title: str) -> int:
    """How many lines an option's title takes in the first column."""
    return rough_lines(title, TITLE_WIDTH - 2)
