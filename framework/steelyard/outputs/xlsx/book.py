"""One workbook in the making: its content, where everything stands, and what every sheet has in common."""

from collections.abc import Mapping
from dataclasses import dataclass

from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.content import Content
from steelyard.outputs.xlsx.fact import Fact
from steelyard.outputs.xlsx.layout import Layout
from steelyard.outputs.xlsx.pen import Pen, shortened

LONGEST_HEADER = 110
A4 = 9


@dataclass(frozen=True)
class Book:
    """What every sheet is written from."""

    content: Content
    places: Layout
    facts: Mapping[str, Fact]

    def refer(self, pen: Pen, row: int, column: int, name: str, look: str) -> None:
        """Show a fact in another cell: a formula that points at it, with its result."""
        pen.formula(row, column, f"={self.places.workings.fact(name)}", self.facts[name].result, look)

    def open_sheet(self, pen: Pen, title: str, note: str, frozen: tuple[int, int], head: int | None) -> None:
        """Write a sheet's first rows, and set how it scrolls and prints.

        `frozen` says how many rows and columns stay in view; `head` is the last row repeated on every page.
        """
        pen.text(at.TITLE_ROW, 0, title, "title")
        pen.sheet.set_row(at.TITLE_ROW, 24)
        self.refer(pen, at.BANNER_ROW, 0, "banner", "banner")
        self.refer(pen, at.SHOWN_ROW, 0, "shown", "shown")
        pen.text(at.NOTE_ROW, 0, note, "note")
        self.refer(pen, at.BLANK_ROW, 0, "look", "banner")
        for row, width in ((at.BANNER_ROW, 7), (at.BLANK_ROW, 2)):
            alert = {"type": "formula", "criteria": f'=$A${row + 1}<>""', "format": pen.looks.conditions["alert"]}
            pen.sheet.conditional_format(row, 0, row, width, alert)
        if any(frozen):
            pen.sheet.freeze_panes(*frozen)
        self._print(pen, head)

    def _print(self, pen: Pen, head: int | None) -> None:
        """A4 landscape, one page wide, the head rows on every page, title and stamp at the edges."""
        sheet = pen.sheet
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
        if head is not None:
            sheet.repeat_rows(0, head)
        title = shortened(self.content.report.definitions.decision.title, LONGEST_HEADER).replace("&", "&&")
        sheet.set_header(f"&L&8{_apart(title)}&R&8&A")
        sheet.set_footer(f"&L&8{_apart(self.stamp.replace('&', '&&'))}&R&8Page &P of &N")

    @property
    def stamp(self) -> str:
        """Program, commit and definitions in one line."""
        return self.content.report.stamp.line


def _apart(text: str) -> str:
    """A header's text kept apart from the size before it, should it begin with a digit."""
    return f" {text}" if text[:1].isdigit() else text
