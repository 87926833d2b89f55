"""What the workbook shows, drawn once from the report, in the order of its rows and columns."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from steelyard.documents.criterion import Criterion
from steelyard.documents.definitions import Definitions
from steelyard.documents.futures import changed_numbers
from steelyard.documents.option import Option
from steelyard.documents.scenario import Scenario, SetTo
from steelyard.documents.weight_set import WeightSet
from steelyard.results.curve import Curve
from steelyard.results.report import Report
from steelyard.results.valuation import Numbers, Valuation
from steelyard.scales import unit_of

OWN_TITLE = "Own weights"
FROM_DATA = "worked out from the options' numbers, nobody's judgement"
"""What stands beside every weight set that nobody judged."""
MOST_POINTS = 100.0


@dataclass(frozen=True)
class GroupContent:
    """A group of criteria: its rows stand together, from `start` up to and without `stop`."""

    name: str
    title: str
    start: int
    stop: int


@dataclass(frozen=True)
class SetContent:
    """A stored weight set: points by criterion and, where so judged, by group.

    `typed` says that these are the judgements themselves; otherwise they were worked out from others, and are no input.
    """

    record: WeightSet
    points: tuple[float, ...]
    group_points: tuple[float, ...] | None
    widths: tuple[float, ...]
    shares: Numbers
    valuation: Valuation
    typed: bool

    @property
    def status(self) -> str:
        """Whether anyone has agreed to it; and where nobody judged it, that too."""
        return f"{self.record.status}, {FROM_DATA}" if self.record.from_data else self.record.status

    @property
    def head(self) -> str:
        """What stands above its columns: its title, whether nobody judged it, and below them its id."""
        mark = f", {FROM_DATA}" if self.record.from_data else ""
        return f"{self.record.title}{mark}\n({self.record.id})"


@dataclass(frozen=True)
class ScenarioContent:
    """A scenario: its number set or added for each cell (row of an option, column of a criterion) that it changes."""

    record: Scenario
    sets: Mapping[tuple[int, int], float]
    shifts: Mapping[tuple[int, int], float]


@dataclass(frozen=True)
class Content:
    """The decision as the workbook's rows and columns: ranked options down, criteria across."""

    report: Report
    options: tuple[Option, ...]
    criteria: tuple[Criterion, ...]
    curves: tuple[Curve, ...]
    groups: tuple[GroupContent, ...]
    sets: tuple[SetContent, ...]
    shown: int
    baseline: int | None
    own: str
    ranged: bool
    """Whether any score has a range; without one, the margin alone settles who could well be first."""
    scenarios: tuple[ScenarioContent, ...] = ()

    @property
    def valuation(self) -> Valuation:
        """The valuation under the weight set that is shown first."""
        return self.sets[self.shown].valuation

    @property
    def set_names(self) -> tuple[str, ...]:
        """The names that the selector takes: every stored set, then the reader's own."""
        return (*(each.record.id for each in self.sets), self.own)

    def group_of(self, column: int) -> int:
        """The number of the group that holds a criterion."""
        return next(n for n, group in enumerate(self.groups) if group.start <= column < group.stop)

    def unit(self, criterion: Criterion) -> str:
        """The unit of a criterion's numbers; empty for levels."""
        return unit_of(criterion, self.options)


def drawn_from(report: Report) -> Content:
    """The content of a report's workbook."""
    definitions, valuation = report.definitions, report.ranking.valuation
    criteria = tuple(definitions.criteria[name] for name in valuation.criteria)
    groups = _groups(report, criteria)
    names = list(report.rankings)
    baseline = definitions.decision.baseline
    return Content(
        report=report,
        options=tuple(definitions.options[name] for name in valuation.options),
        criteria=criteria,
        curves=tuple(report.curves[name] for name in valuation.criteria),
        groups=groups,
        sets=tuple(_set(report, name, groups) for name in names),
        shown=names.index(report.shown),
        baseline=valuation.options.index(baseline) if baseline in valuation.options else None,
        own=_own_name(names),
        ranged=_ranged(definitions, valuation, criteria),
        scenarios=tuple(_scenario(definitions, each, valuation) for each in definitions.scenarios.values()),
    )


def _ranged(definitions: Definitions, valuation: Valuation, criteria: tuple[Criterion, ...]) -> bool:
    """Whether any score of a ranked option has a range to draw from, as it is or in a scenario."""
    judged = [definitions.options[name].judgement_on(each) for name in valuation.options for each in criteria]
    for scenario in definitions.scenarios.values():
        judged += [each.judgement for each in changed_numbers(definitions, scenario)]
    return any(each is not None and each.lowest != each.highest for each in judged)


def _scenario(definitions: Definitions, record: Scenario, valuation: Valuation) -> ScenarioContent:
    """What a scenario does to each cell of the ranked options; of two changes of a cell the later one holds."""
    sets: dict[tuple[int, int], float] = {}
    shifts: dict[tuple[int, int], float] = {}
    for each in changed_numbers(definitions, record):
        if each.option.id in valuation.options:
            cell = valuation.options.index(each.option.id), valuation.criteria.index(each.criterion.id)
            change = record.changes[each.number].change
            to, other, number = (sets, shifts, change.value) if isinstance(change, SetTo) else (shifts, sets, change.by)
            to[cell] = number
            other.pop(cell, None)
    return ScenarioContent(record, sets, shifts)


def _own_name(taken: list[str]) -> str:
    """The name of the reader's own weights, which no stored set may share."""
    name = "own"
    while name in taken:
        name += "-weights"
    return name


def _groups(report: Report, criteria: tuple[Criterion, ...]) -> tuple[GroupContent, ...]:
    """The groups that hold criteria, each with the run of criteria that belongs to it."""
    names = [criterion.group for criterion in criteria]
    titles = report.definitions.decision.groups
    return tuple(
        GroupContent(name, titles[name].title, names.index(name), names.index(name) + names.count(name))
        for name in dict.fromkeys(names)
    )


def _set(report: Report, name: str, groups: tuple[GroupContent, ...]) -> SetContent:
    record, valuation = report.definitions.weight_sets[name], report.rankings[name].valuation
    widths = tuple(report.widths[name][criterion] for criterion in valuation.criteria)
    typed = name in report.by_points
    judged = _judged(record) if typed else _worked_back(valuation, widths)
    points = tuple(judged.get(criterion, 0.0) for criterion in valuation.criteria)
    by_group = None
    if record.groups is not None and typed:
        by_group = tuple(record.groups.get(group.name, 0.0) for group in groups)
    elif record.groups is not None:
        by_group = tuple(sum(points[group.start : group.stop]) for group in groups)
    return SetContent(record, points, by_group, widths, valuation.shares, valuation, typed)


def _judged(record: WeightSet) -> Mapping[str, float]:
    """The points of criteria as they were written."""
    if record.within is not None:
        return {leaf: points for leaves in record.within.values() for leaf, points in leaves.items()}
    return record.judgements or {}


def _worked_back(valuation: Valuation, widths: tuple[float, ...]) -> dict[str, float]:
    """Points that give the same shares: share times the value spanned, the largest being 100."""
    points = valuation.shares * np.asarray(widths)
    scale = MOST_POINTS / points.max()
    return {name: float(each * scale) for name, each in zip(valuation.criteria, points, strict=True)}
