"""The first page: the question, the answer as it stands, how to use the workbook, and what is illustrative."""

from steelyard.headline import decided, reviews
from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.content import FROM_DATA
from steelyard.outputs.xlsx.layout import FIRST_ROW
from steelyard.outputs.xlsx.pen import Pen, lines_of
from steelyard.outputs.xlsx.sheets.checks import RESULT

_TEXT_WIDTH = 105
STEPS = (
    "1.  Summary shows the ranking, how close it is, and two charts. Start there.",
    "2.  On Weights, choose another weight set by its id, or change points in yellow cells. Everything follows.",
    "3.  On Scores, change a yellow cell to ask: what if this score were different?",
    (
        "4.  Evidence says what each score rests on, for and against. Scorecard shows the options in natural units. "
        "Sensitivity shows from which weight of a criterion on another option would be first."
    ),
    "5.  A red banner appears on every sheet once a number differs from the definitions. Checks says where.",
)
SCENARIO_STEP = (
    "6.  On Weights, choose a scenario to see every total and rank in it. Futures shows the scores it changes."
)
LEGEND = (
    ("legend input", "Input", "Yellow with a border: a number to change. Heads of such columns say (input)."),
    ("legend stored", "Stored", "Grey italics: the stored number beside an input, to go back to."),
    (
        "text",
        "Worked out",
        (
            "White: a formula or a fact. Overwriting one breaks the workbook. Checks says LOOK where totals, ranks or "
            "what Cover and Summary show no longer agree; it cannot see every such cell. In doubt, build it anew."
        ),
    ),
)
UNREVIEWED = "A score without a review is the team's own reading of its evidence."
LABELS = ("First place", "Margin over the next", "How close", "Baseline", "Scores not usable")


def write(pen: Pen, book: Book) -> None:
    """Write the sheet."""
    decision = book.content.report.definitions.decision
    book.open_sheet(pen, decision.title, book.stamp, (0, 0), None)
    pen.sheet.fit_to_pages(1, 1)
    pen.sheet.activate()
    pen.sheet.set_column(0, 0, 24)
    pen.sheet.set_column(1, 1, _TEXT_WIDTH)
    row = _frame(pen, book, FIRST_ROW)
    row = _headline(pen, book, row + 1)
    row = _decision(pen, book, row)
    row = _lines(pen, row + 1, "How to use this workbook", (*STEPS, *_scenario_step(book)))
    row = _legend(pen, row + 1)
    _lines(pen, row + 1, "What is illustrative", _status(book))


def _scenario_step(book: Book) -> tuple[str, ...]:
    """How to look at a scenario, where there is one."""
    return (SCENARIO_STEP,) if book.content.scenarios else ()


def _frame(pen: Pen, book: Book, row: int) -> int:
    """The question and its frame; the next free row is given back."""
    decision = book.content.report.definitions.decision
    pairs = (
        ("Question", decision.question),
        ("Owner", decision.owner),
        ("Evidence read up to", f"{decision.as_of:%Y-%m-%d}"),
        ("Standpoint", decision.standpoint),
        ("Horizon", str(decision.horizon)),
    )
    for number, (label, text) in enumerate(pairs, start=row):
        pen.text(number, 0, label, "label")
        pen.text(number, 1, text)
        pen.height(number, lines_of(text, _TEXT_WIDTH))
    return row + len(pairs)


def _headline(pen: Pen, book: Book, row: int) -> int:
    """The answer, live; the next free row is given back."""
    pen.text(row, 0, "The answer, live", "heading")
    for number, (label, name) in enumerate(zip(LABELS, at.HEADLINE, strict=True), start=book.places.cover.top):
        pen.text(number, 0, label, "label")
        book.refer(pen, number, 1, name, "answer number" if name == "margin" else "answer")
        pen.height(number, 2 if name == "remarks" else 1)
    last = book.places.cover.top + len(at.HEADLINE)
    pen.text(last, 0, "Checks that say LOOK", "label")
    count = f"=Checks!${at.letters(RESULT)}${FIRST_ROW + 1}"
    pen.formula(last, 1, count, 0, "answer whole")
    return last + 1


def _decision(pen: Pen, book: Book, row: int) -> int:
    """What was decided, where it is recorded; the next free row is given back."""
    said = tuple(decided(book.content.report.definitions))
    return _lines(pen, row + 1, "The decision", said) if said else row


def _lines(pen: Pen, row: int, heading: str, lines: tuple[str, ...]) -> int:
    """A heading and lines of prose; the next free row is given back."""
    pen.text(row, 0, heading, "heading")
    for number, line in enumerate(lines, start=row + 1):
        pen.merged(number, 0, 2, line, "plain wrap")
        pen.height(number, lines_of(line, _TEXT_WIDTH + 22))
    return row + len(lines) + 1


def _legend(pen: Pen, row: int) -> int:
    pen.text(row, 0, "What the cells mean", "heading")
    for number, (look, word, meaning) in enumerate(LEGEND, start=row + 1):
        pen.text(number, 0, word, look)
        pen.text(number, 1, meaning)
        pen.height(number, lines_of(meaning, _TEXT_WIDTH))
    return row + len(LEGEND) + 1


def _status(book: Book) -> tuple[str, ...]:
    """Which numbers nobody has agreed to or reviewed."""
    sets = [each.record for each in book.content.sets if not each.record.from_data]
    made = [each.record.title for each in book.content.sets if each.record.from_data]
    agreed = [each.title for each in sets if each.status == "agreed"]
    open_ones = [each.title for each in sets if each.status != "agreed"]
    lines = []
    if open_ones:
        lines.append(f"Illustrative weight sets, agreed by nobody: {', '.join(open_ones)}.")
    if agreed:
        lines.append(f"Agreed weight sets: {', '.join(agreed)}; Weights says by whom, when and where.")
    if made:
        lines.append(f"Weight sets {FROM_DATA}: {', '.join(made)}.")
    return (*lines, *reviews(book.content.report.definitions), UNREVIEWED)
