"""What every score rests on: one row for each claim for or against it, and the sources behind the claims."""

from collections.abc import Iterator

from steelyard.documents.definitions import Definitions
from steelyard.documents.option import Judgement, Option, Score
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.layout import FIRST_ROW
from steelyard.outputs.xlsx.pen import Pen, rough_lines

TITLE = "Evidence: what every score rests on"
NOTE = (
    "One row for each claim for or against a score, as in the definitions. The list of sources stands below the table."
)
FOR, AGAINST = "for", "against"
ALONE = "(judgement alone)"
DEFINED = "(by definition)"
HEADS = (
    ("Option", 24), ("Criterion", 22), ("Value", 8), ("Low", 7), ("High", 7), ("Confidence", 12), ("Basis", 11),
    ("Why this number", 64), ("For or against", 12), ("What the source says (our words)", 56), ("Source", 26),
    ("Reliability", 12), ("Credibility", 12), ("Section", 18), ("Paragraph", 12), ("Anchor", 24), ("Claim", 24),
)  # fmt: skip
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
    _sources(pen, book, row + 2)


def _write_row(pen: Pen, row: int, line: tuple[Cell, ...]) -> None:
    lines = 1
    for column, cell in enumerate(line):
        if isinstance(cell, str):
            pen.text(row, column, cell)
            lines = max(lines, rough_lines(cell, HEADS[column][1]))
        else:
            pen.number(row, column, cell)
    pen.height(row, lines)


def _rows(book: Book) -> Iterator[tuple[Cell, ...]]:
    """Every score's claims, options in the order of the other sheets, unranked ones last."""
    content = book.content
    definitions = content.report.definitions
    rest = [definitions.options[each.option] for each in content.report.unranked]
    for option in (*content.options, *rest):
        for criterion in content.criteria:
            judged = option.judgement_on(criterion)
            if judged is not None:
                head = _judged(option, criterion.title, judged)
                yield from ((*head, *tail) for tail in _claims(definitions, judged))


def _judged(option: Option, criterion: str, judged: Judgement) -> tuple[Cell, ...]:
    """The columns that say what was scored, and why."""
    confidence = judged.confidence if isinstance(judged, Score) else ""
    numbers = (judged.value, judged.lowest, judged.highest)
    return (option.title, criterion, *numbers, confidence, judged.basis, judged.rationale)


def _claims(definitions: Definitions, judged: Judgement) -> Iterator[tuple[Cell, ...]]:
    """The columns of each claim; one row that says so where a score rests on no claim."""
    cited = [(FOR, each) for each in judged.evidence] + [(AGAINST, each) for each in judged.against]
    for side, reference in cited:
        claim = definitions.claim(reference)
        source = definitions.sources.get(reference.partition("#")[0])
        if claim is not None and source is not None:
            yield (
                side, claim.statement, source.title, source.reliability, claim.credibility,
                claim.at.section or "", claim.at.paragraph, claim.anchor, reference,
            )  # fmt: skip
    if not cited:
        why = DEFINED if judged.basis == "definition" else ALONE
        yield ("none cited", why, "", "", "", "", "", "", "")


def _sources(pen: Pen, book: Book, row: int) -> None:
    """The documents read, how far each is trusted, and the reason."""
    sources = book.content.report.definitions.sources
    pen.text(row, 0, "Sources", "heading")
    heads = ("Id", "Published", "Grade", "Title", "Why this grade", "Where", "Digest of the copy read")
    places = (0, 1, 2, 7, 9, 10, 15)
    for column, head in zip(places, heads, strict=True):
        pen.text(row + 1, column, head, "head")
    for number, source in enumerate(sources.values(), start=row + 2):
        published = ", ".join(each for each in (source.publisher, source.issued) if each)
        cells = (
            source.id, published, source.reliability, source.title, source.reliability_because or "",
            source.URL or "", source.document.sha256,
        )  # fmt: skip
        for column, text in zip(places, cells, strict=True):
            pen.text(number, column, text)
        pen.height(number, max(rough_lines(text, HEADS[column][1]) for column, text in zip(places, cells, strict=True)))
