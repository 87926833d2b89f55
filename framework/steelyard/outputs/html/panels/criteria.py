"""Criteria: what each asks and counts, on which scale, and how its numbers become value."""

from collections.abc import Iterator
from dataclasses import dataclass

from steelyard.documents.criterion import Criterion, Level, LevelsScale
from steelyard.outputs.html.panel import Panel
from steelyard.results.report import Report
from steelyard.scales import curve_text, scale_text, unit_of


@dataclass(frozen=True)
class Meaning:
    """A criterion with its group, its scale and its curve in words, and its levels, lowest first."""

    criterion: Criterion
    group: str
    scale: str
    curve: str
    levels: tuple[Level, ...]


def panels(report: Report) -> Iterator[Panel]:
    """Every criterion, in the order of the matrix."""
    criteria = tuple(_meaning(report, each) for each in report.definitions.criteria_in_order())
    yield Panel("criteria", "Criteria and their scales", "criteria.html", {"criteria": criteria})


def _meaning(report: Report, criterion: Criterion) -> Meaning:
    definitions, scale = report.definitions, criterion.scale
    levels = sorted(scale.levels, key=lambda each: each.value) if isinstance(scale, LevelsScale) else ()
    return Meaning(
        criterion=criterion,
        group=definitions.decision.groups[criterion.group].title,
        scale=scale_text(criterion, unit_of(criterion, definitions.options.values())),
        curve=curve_text(criterion, report.curves[criterion.id]),
        levels=tuple(levels),
    )
