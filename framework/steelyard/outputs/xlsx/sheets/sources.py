"""The documents read, how far each is trusted, and the reason."""

from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.layout import FIRST_ROW
from steelyard.outputs.xlsx.pen import Pen, rough_lines

TITLE = "Sources: the documents behind the evidence"
NOTE = "Grade: reliability of the source, from A (best) to E, F where it cannot be judged. Evidence cites claims by id."
HEADS = (
    ("Id", 24), ("Title", 40), ("Published", 24), ("Grade", 8), ("Why this grade", 46), ("Address", 30),
    ("Digest of the copy read", 24),
)  # fmt: skip


def write(pen: Pen, book: Book) -> None:
    """Write the sheet."""
    book.open_sheet(pen, TITLE, NOTE, (FIRST_ROW + 1, 1), FIRST_ROW)
    for column, (head, width) in enumerate(HEADS):
        pen.sheet.set_column(column, column, width)
        pen.text(FIRST_ROW, column, head, "head")
    sources = book.content.report.definitions.sources.values()
    for row, source in enumerate(sources, start=FIRST_ROW + 1):
        published = ", ".join(each for each in (source.publisher, source.issued) if each)
        texts = (
            source.id, source.title, published, source.reliability, source.reliability_because or "",
            source.URL or "", source.document.sha256,
        )  # fmt: skip
        pen.texts(row, 0, texts)
        pen.height(row, max(rough_lines(text, width) for text, (_, width) in zip(texts, HEADS, strict=True)))
