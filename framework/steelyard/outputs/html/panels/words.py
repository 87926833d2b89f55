"""What the words mean, and by which method the numbers were worked out."""

from collections.abc import Iterator

from steelyard.glossary import METHOD, WORDS
from steelyard.outputs.html.panel import Panel
from steelyard.results.report import Report


def panels(report: Report) -> Iterator[Panel]:  # noqa: ARG001 - the words are the same for every report
    """The same words as in the workbook."""
    yield Panel("words", "What the words mean", "words.html", {"words": WORDS, "method": METHOD})
