"""What the rules found in the definitions, and what is allowed on purpose."""

from collections.abc import Iterator

from steelyard.outputs.html.panel import Panel
from steelyard.results.finding import NO_FINDINGS
from steelyard.results.report import Report


def panels(report: Report) -> Iterator[Panel]:
    """Findings that stand, then those that a comment in the files allows with its reason."""
    shows: dict[str, object] = {
        "findings": tuple(each for each in report.findings if each.suppressed is None),
        "nothing": NO_FINDINGS,
        "allowed": tuple(each for each in report.findings if each.suppressed is not None),
    }
    yield Panel("findings", "What the check found", "findings.html", shows)
