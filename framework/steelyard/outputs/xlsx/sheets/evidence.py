"""What every score rests on: one row for each claim for or against it."""

from collections.abc import Iterator

from steelyard.documents.criterion import Criterion
from steelyard.documents.definitions import Definitions, JudgedNumber
from steelyard.documents.option import Judgement, Option, Score
from steelyard.documents.reviews import review_state
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.layout import FIRST_ROW
from steelyard.outputs.xlsx.pen import Pen, rough_lines
from steelyard.scales import range_text

TITLE = "Evidence: what every score rests on"
NOTE = (
    "One row for each claim for or against a score. Number and reason stand on a score's first row. "
    "Grade: the source's reliability (A to F) and the claim's credibility (1 to 6). Implies: the number if that claim "
    "alone were right, where stated. Review: another role's verdict; reopened where anything it saw changed since; "
    "illustrative where nobody stands by it."
)
FOR, AGAINST = "for", "against"
ALONE = "(judgement alone)"
DEFINED = "(by definition)"
HEADS = (
    ("Option", 18), ("Criterion", 18), ("Value", 8), ("Range", 9), ("Confidence", 11), ("Basis", 11),
    ("Review", 11), ("Why this number", 44), ("For or against", 9), ("What the source says (our words)", 42),
    ("Grade", 7), ("Implies", 8), ("Where", 20), ("Claim", 20),
)  # fmt: skip
WIDE, ROOM = 40, 1.12
"""How many letters a wide column takes for each digit of its width; narrow ones lose that in breaking lines."""
Cell = str | float


def write(pen: Pen, book: Book) -> None:
    """Write the sheet."""
    book.open_sheet(pen, TITLE, NOTE, (FIRST_ROW + 1, 2), FIRST_ROW)
    for column, (head, width) in enumerate(HEADS):
        pen.sheet.set_column(column, column, width)
        pen.text(FIRST_ROW, column, head, "head")
    pen.height(FIRST_ROW, 2)
    row = FIRST_ROW + 1
    for row, line in enumerate(_rows(book), start=FIRST_ROW + 1):
        _write_row(pen, row, line)
    pen.sheet.autofilter(FIRST_ROW, 0, row, len(HEADS) - 1)


def _write_row(pen: Pen, row: int, line: tuple[Cell, ...]) -> None:
    lines = 1
    for column, cell in enumerate(line):
        if isinstance(cell, str):
            pen.text(row, column, cell)
            lines = max(lines, rough_lines(cell, _room(HEADS[column][1])))
        else:
            pen.number(row, column, cell)
    pen.height(row, lines)


def _room(width: int) -> int:
    """About how many letters fit into a line of a column."""
    return int(width * ROOM) if width >= WIDE else width


def _rows(book: Book) -> Iterator[tuple[Cell, ...]]:
    """Every score's claims, options in the order of the other sheets, unranked ones last."""
    content = book.content
    definitions = content.report.definitions
    rest = [definitions.options[each.option] for each in content.report.unranked]
    for option in (*content.options, *rest):
        for criterion in content.criteria:
            judged = option.judgement_on(criterion)
            if judged is not None:
                head = _judged(definitions, option, criterion, judged)
                for number, tail in enumerate(_claims(definitions, judged)):
                    yield (*head, *tail) if number == 0 else (*head[:2], *("" for _ in head[2:]), *tail)


def _judged(definitions: Definitions, option: Option, criterion: Criterion, judged: Judgement) -> tuple[Cell, ...]:
    """The columns that say what was scored, and why."""
    confidence = judged.confidence if isinstance(judged, Score) else ""
    bounds = range_text(judged.lowest, judged.highest)
    if judged.distribution is not None:
        bounds = f"{bounds} ({judged.distribution.words})"
    review = review_state(definitions, JudgedNumber(option, option.steps_to(criterion), judged))
    seen = (judged.value, bounds, confidence, judged.basis, str(review), judged.rationale)
    return (option.title, criterion.title, *seen)


def _claims(definitions: Definitions, judged: Judgement) -> Iterator[tuple[Cell, ...]]:
    """The columns of each claim; one row that says so where a score rests on no claim."""
    cited = [(FOR, each) for each in judged.evidence] + [(AGAINST, each) for each in judged.against]
    for side, reference in cited:
        claim, source = definitions.claim(reference), definitions.source_of(reference)
        if claim is not None and source is not None:
            section = f"{claim.at.section}, " if claim.at.section else ""
            where = f"{section}paragraph {claim.at.paragraph}: {claim.anchor}"
            grade = f"{source.reliability}{claim.credibility}"
            yield side, claim.statement, grade, judged.implies.get(reference, ""), where, reference
    if not cited:
        why = DEFINED if judged.basis == "definition" else ALONE
        yield "none cited", why, "", "", "", ""
