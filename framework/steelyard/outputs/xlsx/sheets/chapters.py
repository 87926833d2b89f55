"""A sheet for each chapter of exhibits: what the analyses found when the workbook was built."""

from math import ceil

from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.layout import FIRST_ROW
from steelyard.outputs.xlsx.pen import Pen, rough_lines, shortened
from steelyard.results.exhibit import Cell, Column, Exhibit, Unit, by_chapter

NOTE = "As built: these tables do not follow changes made in this workbook. Build it anew to see them change."
LONGEST_SHEET_NAME = 31
WIDEST, NARROWEST = 44, 9
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
    exhibits = by_chapter(book.content.report.exhibits)[chapter]
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
        pen.text(row, 0, sentence, "plain")
    if exhibit.rows:
        row += 1
        for column, each in enumerate(exhibit.columns):
            pen.text(row, column, each.heading, "head" if each.unit == "text" else "head number")
        pen.height(row, max(rough_lines(each.heading, width - 2) for each, width in _columns(exhibit, widths)))
        for cells in exhibit.rows:
            row += 1
            _write_row(pen, exhibit, cells, row, widths)
    for sentence in exhibit.notes:
        row += 1
        pen.text(row, 0, sentence, "note")
    return row


def _write_row(pen: Pen, exhibit: Exhibit, cells: tuple[Cell, ...], row: int, widths: list[int]) -> None:
    lines = 1
    for number, (cell, (column, width)) in enumerate(zip(cells, _columns(exhibit, widths), strict=True)):
        if cell is None or isinstance(cell, str):
            pen.text(row, number, "-" if cell is None else cell, "text")
            lines = max(lines, rough_lines(cell or "", width))
        else:
            pen.number(row, number, cell, _LOOKS[column.unit])
    pen.height(row, lines)


def _columns(exhibit: Exhibit, widths: list[int]) -> list[tuple[Column, int]]:
    return list(zip(exhibit.columns, widths, strict=False))


def _widths(exhibits: tuple[Exhibit, ...]) -> list[int]:
    """Widths that suit every exhibit of the chapter, which share their columns."""
    widths = [NARROWEST] * max(len(exhibit.columns) for exhibit in exhibits)
    for exhibit in exhibits:
        for number, column in enumerate(exhibit.columns):
            texts = [row[number] for row in exhibit.rows if isinstance(row[number], str)]
            longest = max((len(str(text)) for text in texts), default=0)
            heading = ceil(max(len(word) for word in column.heading.split()) * BOLD) + 3
            widths[number] = max(widths[number], heading, min(longest + 2, WIDEST))
    return widths
