"""Which program and which definitions the page was made from."""

from collections.abc import Iterator

from steelyard.outputs.html.panel import Panel
from steelyard.results.report import Report


def panels(report: Report) -> Iterator[Panel]:
    """The stamp in full."""
    yield Panel("versions", "What this was made from", "versions.html", {"facts": report.stamp.facts})
