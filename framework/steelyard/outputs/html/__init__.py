"""A page for readers: one file that needs no network and no program, and leads from every number to its source.

It holds the answer, the ranked matrix, what other weights would say, every exhibit, each option score by score, the
sources with their claims, the findings, and what the words mean. A number in the matrix leads to the score behind it,
the score to the claims cited for and against it, a claim to its place in a document and back to every score that
leans on it. Nothing in the page runs; the same report gives the same bytes.
"""

from steelyard.contracts import Output
from steelyard.outputs.html.panels import panels_of
from steelyard.outputs.html.typesetting import page
from steelyard.results.report import Report


def render(report: Report) -> bytes:
    """The page as the bytes of one file."""
    return page(report.definitions.decision, report.stamp, tuple(panels_of(report)))


html = Output(suffix=".html", render=render)
