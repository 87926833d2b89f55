"""The page's panels, in the order in which a reader meets them: one file each, with its template beside it."""

from collections.abc import Callable, Iterable, Iterator

from steelyard.outputs.html.panel import Panel
from steelyard.outputs.html.panels import (
    answer,
    chapters,
    criteria,
    findings,
    groups,
    matrix,
    options,
    sources,
    unranked,
    versions,
    weights,
    words,
)
from steelyard.results.report import Report

_PANELS: tuple[Callable[[Report], Iterable[Panel]], ...] = (
    answer.panels,
    matrix.panels,
    groups.panels,
    unranked.panels,
    weights.panels,
    chapters.panels,
    criteria.panels,
    options.panels,
    sources.panels,
    findings.panels,
    words.panels,
    versions.panels,
)


def panels_of(report: Report) -> Iterator[Panel]:
    """Every panel that has something to show."""
    for panels in _PANELS:
        yield from panels(report)
