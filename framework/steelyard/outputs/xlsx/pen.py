"""Writes cells: text as text and nothing else, and a formula only together with its stored result."""

from collections.abc import Iterable, Sequence
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from steelyard.outputs.xlsx.layout import Area
from steelyard.outputs.xlsx.look import Looks

LONGEST_TEXT = 32767
HIGHEST_ROW = 409
LONGEST_PROMPT, LONGEST_PROMPT_TITLE = 255, 32
LINE_HEIGHT, PADDING = 13.0, 4.0
LETTERS_TO_A_DIGIT, LONG_LINE = 1.1, 30
Result = float | str


class Pen:
    """A pen over one sheet."""

    def __init__(self, workbook: Workbook, sheet: Worksheet, looks: Looks) -> None:
        self.workbook = workbook
        self.sheet = sheet
        self.looks = looks

    def text(self, row: int, column: int, text: str, look: str = "text") -> None:
        """Write text; whatever it begins with, it stays text."""
        if text:
            self.sheet.write_string(row, column, text[:LONGEST_TEXT], self.looks[look])
        else:
            self.sheet.write_blank(row, column, None, self.looks[look])

    def number(self, row: int, column: int, number: float, look: str = "number") -> None:
        """Write a number."""
        self.sheet.write_number(row, column, number, self.looks[look])

    def formula(self, row: int, column: int, formula: str, result: Result, look: str = "number") -> None:
        """Write a formula and the result that it has as the workbook leaves us."""
        self.sheet.write_formula(row, column, formula, self.looks[look], result)

    def texts(self, row: int, column: int, texts: Iterable[str], look: str = "text") -> None:
        """Write a row of texts."""
        for offset, text in enumerate(texts):
            self.text(row, column + offset, text, look)

    def numbers(self, area: Area, rows: Sequence[Sequence[float]], look: str = "number") -> None:
        """Write a rectangle of numbers."""
        write, form = self.sheet.write_number, self.looks[look]
        for row, line in enumerate(rows, start=area.top):
            for column, number in enumerate(line, start=area.left):
                write(row, column, number, form)

    def formulas(
        self, areas: Sequence[Area], patterns: Sequence[str], rows: Sequence[Sequence[Result]], look: str
    ) -> None:
        """Write a rectangle of formulas, one pattern a column, over the first of `areas`.

        `[0]` in a pattern stands for the row's number in the first area, `[1]` in the second, and so on.
        """
        write, form, left = self.sheet.write_formula, self.looks[look], areas[0].left
        marks = [(f"[{number}]", area.top + 1) for number, area in enumerate(areas)]
        for offset, line in enumerate(rows):
            numbers = [(mark, str(top + offset)) for mark, top in marks]
            for column, (formula, result) in enumerate(zip(patterns, line, strict=True), left):
                for mark, number in numbers:
                    formula = formula.replace(mark, number)  # noqa: PLW2901 - the pattern, filled in
                write(areas[0].top + offset, column, formula, form, result)

    def merged(self, row: int, column: int, width: int, text: str, look: str = "text") -> None:
        """Write text across several columns, for prose that one column would squeeze."""
        self.sheet.merge_range(row, column, row, column + width - 1, "", self.looks[look])
        self.text(row, column, text, look)

    def height(self, row: int, lines: int) -> None:
        """Give a row room for so many lines."""
        self.sheet.set_row(row, min(LINE_HEIGHT * max(lines, 1) + PADDING, HIGHEST_ROW))


def lines_of(text: str, width: float) -> int:
    """About how many lines a text takes in a column of that width, words kept whole.

    A width counts digits; the letters of a long line are narrower than digits on average.
    """
    width *= LETTERS_TO_A_DIGIT if width >= LONG_LINE else 1
    lines = 0
    for part in text.split("\n"):
        filled, count = 0.0, 1
        for word in part.split():
            if filled and filled + 1 + len(word) > width:
                count, filled = count + 1, 0.0
            filled += len(word) + (1 if filled else 0)
            if filled > width:
                count, filled = count + ceil(filled / width) - 1, filled % width
        lines += count
    return lines


def rough_lines(text: str, width: int) -> int:
    """At most about how many lines a text takes, told from its length alone: for very many rows."""
    return -(-len(text) // max(width - 1, 1)) if len(text) >= width else 1


def shortened(text: str, longest: int) -> str:
    """A text cut to a length that Excel allows, with an ellipsis where it was cut.

    Excel counts as UTF-16 does, where rarer signs count twice.
    """
    counted = text.encode("utf-16-le", "replace")
    if len(counted) <= 2 * longest:
        return text
    return counted[: 2 * (longest - 1)].decode("utf-16-le", "ignore").rstrip() + "…"
