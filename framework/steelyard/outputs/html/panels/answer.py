"""The answer: the question and its frame, and what the ranking says in sentences."""

from collections.abc import Iterator

from steelyard.headline import headline
from steelyard.outputs.html.panel import Panel
from steelyard.results.report import Report


def panels(report: Report) -> Iterator[Panel]:
    """The sentences that every output begins with, and the frame of the decision."""
    shows: dict[str, object] = {
        "decision": report.definitions.decision,
        "sentences": headline(report.ranking, report.definitions),
    }
    yield Panel("answer", "The answer", "answer.html", shows)
