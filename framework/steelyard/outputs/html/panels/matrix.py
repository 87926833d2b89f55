"""The ranked matrix: options in order of rank down, criteria across, and the value of each in each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from steelyard.documents.criterion import Criterion
from steelyard.documents.option import Option
from steelyard.outputs.html.panel import Panel
from steelyard.results.report import Report
from steelyard.results.valuation import Leader


@dataclass(frozen=True)
class Row:
    """An option's place in the ranking, and the value of each of its scores, criteria in order."""

    option: Option
    rank: str
    total: float
    above: float
    leads: bool
    ahead_in: float | None
    values: tuple[float, ...]


@dataclass(frozen=True)
class Branch:
    """A group of criteria that stand side by side, and its share of the weight."""

    title: str
    count: int
    share: float


def panels(report: Report) -> Iterator[Panel]:
    """The matrix under the weight set that is shown first."""
    definitions, valuation = report.definitions, report.ranking.valuation
    leaders = {each.option: each for each in valuation.leaders}
    criteria = tuple(definitions.criteria[name] for name in valuation.criteria)
    shows: dict[str, object] = {
        "weight_set": definitions.weight_sets[report.shown],
        "criteria": criteria,
        "shares": tuple(float(each) for each in valuation.shares),
        "groups": tuple(_groups(report, criteria)),
        "rows": tuple(_row(report, leaders, row) for row in valuation.order),
    }
    yield Panel("matrix", "Ranked options", "matrix.html", shows)


def _groups(report: Report, criteria: tuple[Criterion, ...]) -> Iterator[Branch]:
    titles, shares = report.definitions.decision.groups, iter(report.ranking.valuation.shares)
    for name, members in groupby(criteria, key=lambda each: each.group):
        those = [float(next(shares)) for _ in members]
        yield Branch(titles[name].title, len(those), sum(those))


def _row(report: Report, leaders: Mapping[str, Leader], row: int) -> Row:
    valuation = report.ranking.valuation
    option = report.definitions.options[valuation.options[row]]
    leader = leaders.get(option.id)
    return Row(
        option=option,
        rank=f"{valuation.ranks[row]}{'=' if valuation.tied_with(row) else ''}",
        total=float(valuation.totals[row]),
        above=float(valuation.above_baseline[row]),
        leads=leader is not None,
        ahead_in=None if leader is None else leader.ahead_in,
        values=tuple(float(each) for each in valuation.values[row]),
    )
