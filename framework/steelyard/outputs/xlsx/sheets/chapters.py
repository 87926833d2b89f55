"""A sheet for each chapter of exhibits: what the analyses found when the workbook was built."""

from collections.abc import Iterator
from itertools import accumulate
from math import ceil

from steelyard.figures import shown
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.layout import FIRST_ROW
from steelyard.outputs.xlsx.pen import Pen, lines_of, rough_lines, shortened
from steelyard.results.exhibit import Cell, Column, Exhibit, Unit, by_chapter

NOTE = "As built: these tables do not follow changes made in this workbook. Build it anew to see them change."
LONGEST_SHEET_NAME = 31
WIDEST, MIXED, NARROWEST = 44, 26, 9
"""Widths of a column: of text, of text that stands above or below another table's numbers, and of the least."""
ACROSS = 130
"""Sentences run across columns as wide as this together."""
HEADING_LINES = 3
BOLD = 1.15
"""How much wider a heading's letters are than a digit."""
_LOOKS: dict[Unit, str] = {
    "text": "text", "count": "exhibit count", "share": "exhibit share", "value": "exhibit value",
    "number": "exhibit number",
}  # fmt: skip


def sheet_name(chapter: str) -> str:
    """The chapter's heading as Excel lets a sheet be called."""
    plain = "".join(" " if sign in "[]:*?/\\'" else sign for sign in chapter)
    return shortened(plain, LONGEST_SHEET_NAME)


def write(pen: Pen, book: Book, chapter: str) -> None:
    """Write one chapter's exhibits, one below the other."""
    exhibits = tuple(each.beside_sentences() for each in by_chapter(book.content.report.exhibits)[chapter])
    book.open_sheet(pen, chapter, NOTE, (FIRST_ROW, 0), None)
    widths = _widths(exhibits)
    for column, width in enumerate(widths):
        pen.sheet.set_column(column, column, width)
    row = FIRST_ROW
    for exhibit in exhibits:
        row = _write(pen, exhibit, row, widths) + 2


def _write(pen: Pen, exhibit: Exhibit, row: int, widths: list[int]) -> int:
    """Write an exhibit from a row on; the last row it took."""
    pen.text(row, 0, exhibit.caption, "heading")
    for sentence in (exhibit.question, *exhibit.takeaways):
        row += 1
        _write_sentence(pen, row, sentence, "plain wrap", widths)
    if exhibit.rows:
        row += 1
        for column, each in enumerate(exhibit.columns):
            pen.text(row, column, each.heading, "head" if each.unit == "text" else "head number")
        pen.height(row, max(rough_lines(each.heading, width - 2) for each, width in _columns(exhibit, widths)))
        for cells in _headed_once(exhibit):
            row += 1
            _write_row(pen, exhibit, cells, row, widths)
    for sentence in exhibit.notes:
        row += 1
        _write_sentence(pen, row, sentence, "note wrap", widths)
    return row


def _write_sentence(pen: Pen, row: int, sentence: str, look: str, widths: list[int]) -> None:
    """Write a sentence across as many columns as make a line that reads well, and as high as it then is."""
    columns = sum(1 for reach in accumulate(widths) if reach <= ACROSS) or 1
    if columns > 1:
        pen.merged(row, 0, columns, sentence, look)
    else:
        pen.text(row, 0, sentence, look)
    pen.height(row, lines_of(sentence, sum(widths[:columns])))


def _headed_once(exhibit: Exhibit) -> Iterator[tuple[Cell, ...]]:
    """The rows, in which a cell that heads several of them stands in the first alone."""
    above: tuple[Cell, ...] = ()
    for cells in exhibit.rows:
        heads = tuple(cell for cell, column in zip(cells, exhibit.columns, strict=True) if column.heads)
        again = heads == above
        yield tuple("" if again and column.heads else cell for cell, column in zip(cells, exhibit.columns, strict=True))
        above = heads


def _write_row(pen: Pen, exhibit: Exhibit, cells: tuple[Cell, ...], row: int, widths: list[int]) -> None:
    lines = 1
    for number, (cell, (column, width)) in enumerate(zip(cells, _columns(exhibit, widths), strict=True)):
        if cell is None or isinstance(cell, str):
            pen.text(row, number, "-" if cell is None else cell, "text" if column.unit == "text" else "text right")
            lines = max(lines, rough_lines(cell or "", width))
        else:
            pen.number(row, number, _as_shown(cell, column.unit), _LOOKS[column.unit])
    pen.height(row, lines)


def _as_shown(cell: float, unit: Unit) -> float:
    """A number in a unit of its own with as many digits as every output shows: its cell has no format that rounds."""
    return float(shown(cell, unit)) if unit == "number" else cell


def _columns(exhibit: Exhibit, widths: list[int]) -> list[tuple[Column, int]]:
    return list(zip(exhibit.columns, widths, strict=False))


def _widths(exhibits: tuple[Exhibit, ...]) -> list[int]:
    """Widths that suit every exhibit of the chapter, which share their columns."""
    most = max(len(exhibit.columns) for exhibit in exhibits)
    having = ([exhibit for exhibit in exhibits if len(exhibit.columns) > number] for number in range(most))
    return [_width(those, number) for number, those in enumerate(having)]


def _width(exhibits: list[Exhibit], number: int) -> int:
    """The width that one column takes, in all exhibits that have it."""
    columns = [exhibit.columns[number] for exhibit in exhibits]
    texts = [row[number] for exhibit in exhibits for row in exhibit.rows]
    longest = max((len(text) for text in texts if isinstance(text, str)), default=0)
    headings = [column.heading for column in columns]
    heading = max(max(len(each) / HEADING_LINES, *map(len, each.split())) for each in headings)
    widest = WIDEST if all(column.unit == "text" for column in columns) else MIXED
    return max(NARROWEST, ceil(heading * BOLD) + 3, min(longest + 2, widest))
