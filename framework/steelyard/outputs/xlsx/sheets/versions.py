"""Which program and which definitions the workbook was made from, and what its words mean."""

from collections.abc import Iterator

from steelyard.model.ranking import OFTEN_AHEAD
from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.closeness import EACH_BY_ITSELF
from steelyard.outputs.xlsx.content import number_text
from steelyard.outputs.xlsx.layout import FIRST_ROW
from steelyard.outputs.xlsx.pen import Pen, lines_of

TITLE = "Versions: what this was made from, and what its words mean"
NOTE = (
    "The same definitions, the same version of the program and the same commit give the same workbook, byte for byte."
)
_TEXT_WIDTH = 110
WORDS = (
    (
        "Score",
        (
            "A number on a criterion's own scale: what an option achieves by the horizon, judged from the standpoint, "
            "under current policy plus this option and what it requires."
        ),
    ),
    (
        "Value",
        (
            "A score turned into value by the criterion's curve: 0 at the worst end of the declared scale, 1 at the "
            "best. Scores beyond the ends count as the ends unless the curve is declared to go on."
        ),
    ),
    ("Points", "What people judged: how much the swing over the range judged matters, beside other swings."),
    (
        "Share",
        (
            "A criterion's weight on its full scale: points over the value that the judged range spans, divided by "
            "the sum over all criteria. In sets judged by groups, a group's points are dealt out to its criteria. "
            "Shares sum to 1."
        ),
    ),
    ("Contribution", "Value times share: what a criterion adds to an option's total."),
    (
        "Total",
        (
            "The sum of an option's contributions, from 0 to 1. It compares these options on these criteria under "
            "these weights; it has no meaning outside that."
        ),
    ),
    (
        "Rank",
        (
            "The order of totals rounded to nine places. Equal totals share a rank, and the next rank is left out "
            "(1, 2, 2, 4)."
        ),
    ),
    (
        "Above the baseline",
        (
            "An option's total less the baseline's. The baseline is current policy, unchanged; it is "
            "scored and ranked like any option."
        ),
    ),
    ("Confidence", "How open a judgement is to change. It is not the range, and not a probability."),
    ("Low, high", "Bounds outside which the team would be astonished."),
)


def write(pen: Pen, book: Book) -> None:
    """Write the sheet."""
    book.open_sheet(pen, TITLE, NOTE, (FIRST_ROW - 1, 0), at.BLANK_ROW)
    pen.sheet.fit_to_pages(1, 1)
    pen.sheet.set_column(0, 0, 24)
    pen.sheet.set_column(1, 1, _TEXT_WIDTH)
    row = _pairs(pen, FIRST_ROW, "Made from", _stamp(book))
    row = _pairs(pen, row + 1, "What the words mean", (*WORDS, *_leaders(book)))
    _pairs(pen, row + 1, "Method", _method())


def _pairs(pen: Pen, row: int, heading: str, pairs: tuple[tuple[str, str], ...]) -> int:
    """A heading and its pairs of word and meaning; the next free row is given back."""
    pen.text(row, 0, heading, "heading")
    for number, (word, meaning) in enumerate(pairs, start=row + 1):
        pen.text(number, 0, word, "label")
        pen.text(number, 1, meaning)
        pen.height(number, lines_of(meaning, _TEXT_WIDTH))
    return row + len(pairs) + 1


def _stamp(book: Book) -> tuple[tuple[str, str], ...]:
    """Program, commit, state and digest."""
    stamp, decision = book.content.report.stamp, book.content.report.definitions.decision
    state = "edited since that commit" if stamp.dirty else "as committed"
    return (
        ("Steelyard", stamp.version),
        ("Commit", stamp.commit or "none: the definitions lie outside git"),
        ("Definitions", f"{stamp.definitions} ({state})" if stamp.commit else stamp.definitions),
        ("Evidence read up to", f"{decision.as_of:%Y-%m-%d}"),
        ("Weight set shown first", book.content.report.shown),
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


def _method() -> tuple[tuple[str, str], ...]:
    """How totals are worked out, in formulas and sources."""
    return (
        (
            "Model",
            (
                "Additive multi-attribute value model (Keeney and Raiffa 1976): total = sum of share x value. It "
                "holds where how much a gain on one criterion is worth does not depend on the others."
            ),
        ),
        (
            "Curve",
            (
                "Straight lines between breakpoints: the lowest breakpoint's value plus, for each stretch from a to b, "
                "slope x MEDIAN(0, score - a, b - a)."
            ),
        ),
        (
            "Weights",
            (
                "Swing weights (von Winterfeldt and Edwards 1986): tied to the range of scores on which each swing "
                "was judged."
            ),
        ),
        ("Draws", "Each score is drawn from a triangle over its range with the value as its peak, each on its own."),
    )
