"""Which program and which definitions the workbook was made from, and what its words mean."""

from collections.abc import Iterator

from steelyard.glossary import METHOD, WORDS, Meanings
from steelyard.model.ranking import OFTEN_AHEAD
from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.closeness import EACH_BY_ITSELF
from steelyard.outputs.xlsx.layout import FIRST_ROW
from steelyard.outputs.xlsx.pen import Pen, lines_of
from steelyard.scales import number_text

TITLE = "Versions: what this was made from, and what its words mean"
NOTE = (
    "The same definitions, the same version of the program and the same commit give the same workbook, byte for byte."
)
_TEXT_WIDTH = 110


def write(pen: Pen, book: Book) -> None:
    """Write the sheet."""
    book.open_sheet(pen, TITLE, NOTE, (FIRST_ROW - 1, 0), at.BLANK_ROW)
    pen.sheet.fit_to_pages(1, 1)
    pen.sheet.set_column(0, 0, 24)
    pen.sheet.set_column(1, 1, _TEXT_WIDTH)
    row = _pairs(pen, FIRST_ROW, "Made from", _stamp(book))
    row = _pairs(pen, row + 1, "What the words mean", (*WORDS, *_leaders(book)))
    _pairs(pen, row + 1, "Method", _method())


def _pairs(pen: Pen, row: int, heading: str, pairs: Meanings) -> int:
    """A heading and its pairs of word and meaning; the next free row is given back."""
    pen.text(row, 0, heading, "heading")
    for number, (word, meaning) in enumerate(pairs, start=row + 1):
        pen.text(number, 0, word, "label")
        pen.text(number, 1, meaning)
        pen.height(number, lines_of(meaning, _TEXT_WIDTH))
    return row + len(pairs) + 1


def _stamp(book: Book) -> Meanings:
    """Program, commit, state and digest."""
    report = book.content.report
    return (
        *report.stamp.facts,
        ("Evidence read up to", f"{report.definitions.decision.as_of:%Y-%m-%d}"),
        ("Weight set shown first", report.shown),
    )


def _leaders(book: Book) -> Iterator[tuple[str, str]]:
    close = number_text(book.content.report.definitions.decision.close_call)
    yield (
        "Too close to call",
        (
            f"More than one option could well be first: its total is within {close} of the first, or it is ahead "
            f"of the first in more than {OFTEN_AHEAD:.0%} of draws of the scores within their ranges. The draws were "
            "made when the workbook was built; once a score or a weight of the set shown is changed, only the margin "
            f"is judged, and every count says that it is a lower bound. {EACH_BY_ITSELF}"
        ),
    )


def _method() -> Meanings:
    """How totals are worked out, in formulas and sources; the curve as the cells have it."""
    model, *others = METHOD
    curve = (
        "Straight lines between breakpoints: the lowest breakpoint's value plus, for each stretch from a to b, "
        "slope x MEDIAN(0, score - a, b - a)."
    )
    return (model, ("Curve", curve), *others)
