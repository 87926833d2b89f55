"""Exhibits: a panel for each chapter, each table with its question, what it shows, and how it was worked out."""

from collections.abc import Iterator
from itertools import chain

from steelyard.outputs.html.anchors import chapter_at
from steelyard.outputs.html.panel import Panel
from steelyard.results.exhibit import by_chapter
from steelyard.results.report import Report


def panels(report: Report) -> Iterator[Panel]:
    """Chapters in their order; words in a table that name a claim lead to it."""
    sources = report.definitions.sources.values()
    claims = frozenset(chain.from_iterable((f"{each.id}#{name}" for name in each.claims) for each in sources))
    for chapter, exhibits in by_chapter(report.exhibits).items():
        shows: dict[str, object] = {"exhibits": tuple(each.beside_sentences() for each in exhibits), "claims": claims}
        yield Panel(chapter_at(exhibits[0].name), chapter, "chapters.html", shows)
