"""The options that are not ranked, each with the reason."""

from collections.abc import Iterator

from steelyard.documents.option import Option
from steelyard.outputs.html.panel import Panel
from steelyard.results.report import Report


def panels(report: Report) -> Iterator[Panel]:
    """Those set aside or failing a gate, then those that are on no list; nothing where every option is ranked."""
    found = tuple(reasons(report))
    if found:
        yield Panel("unranked", "Options that are not ranked", "unranked.html", {"reasons": found})


def reasons(report: Report) -> Iterator[tuple[Option, str]]:
    """Every option that is not ranked, with the reason."""
    definitions, ranked = report.definitions, frozenset(report.ranking.valuation.options)
    said = {each.option: each.because for each in report.unranked}
    for name, because in said.items():
        yield definitions.options[name], because
    for name, option in definitions.options.items():
        if name not in ranked and name not in said:
            yield option, f"not on the shortlist `{definitions.shortlist}`"
