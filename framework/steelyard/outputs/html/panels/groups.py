"""What each group of criteria adds to each total, in numbers and as a bar."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from steelyard.documents.option import Option
from steelyard.outputs.html.panel import Panel
from steelyard.results.report import Report
from steelyard.results.valuation import Valuation

BAR = 100.0
"""The length of the bar of the highest total."""


@dataclass(frozen=True)
class Stretch:
    """A group's part of a bar: where it begins, and how long it is."""

    start: float
    length: float


@dataclass(frozen=True)
class Made:
    """An option's total, and what it is made of, group by group."""

    option: Option
    parts: tuple[float, ...]
    total: float
    bar: tuple[Stretch, ...]


def panels(report: Report) -> Iterator[Panel]:
    """The weight set that is shown; bars where nothing is below zero, for a bar has no room for that."""
    definitions, valuation = report.definitions, report.ranking.valuation
    columns = _columns(report)
    drawn = bool((valuation.contributions >= 0).all()) and float(valuation.totals.max()) > 0
    shows: dict[str, object] = {
        "titles": [definitions.decision.groups[name].title for name in columns],
        "rows": tuple(
            _made(definitions.options[valuation.options[row]], valuation, row, list(columns.values()), drawn=drawn)
            for row in valuation.order
        ),
        "drawn": drawn,
        "length": BAR,
    }
    yield Panel("groups", "What the totals are made of", "groups.html", shows)


def _columns(report: Report) -> dict[str, list[int]]:
    """The columns of each group's criteria, in the order of the matrix."""
    criteria = enumerate(report.ranking.valuation.criteria)
    grouped = groupby(criteria, key=lambda each: report.definitions.criteria[each[1]].group)
    return {group: [column for column, _ in members] for group, members in grouped}


def _made(option: Option, valuation: Valuation, row: int, groups: list[list[int]], *, drawn: bool) -> Made:
    parts = tuple(float(valuation.contributions[row, columns].sum()) for columns in groups)
    scale = BAR / float(valuation.totals.max()) if drawn else 0.0
    bar = tuple(Stretch(sum(parts[:at]) * scale, part * scale) for at, part in enumerate(parts)) if drawn else ()
    return Made(option, parts, float(valuation.totals[row]), bar)
