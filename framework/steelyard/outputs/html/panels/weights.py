"""Weights: the shares of every weight set side by side, and what each would say of the options."""

from collections.abc import Iterator
from dataclasses import dataclass

from steelyard.documents.option import Option
from steelyard.documents.weight_set import WeightSet
from steelyard.headline import headline
from steelyard.outputs.html.panel import Panel
from steelyard.results.ranking import Ranking
from steelyard.results.report import Report
from steelyard.results.valuation import Valuation


@dataclass(frozen=True)
class Place:
    """Where an option stands under one weight set."""

    rank: str
    total: float


@dataclass(frozen=True)
class SetShown:
    """A weight set, and what its ranking says beyond what the first one says already."""

    record: WeightSet
    sentences: tuple[str, ...]


def panels(report: Report) -> Iterator[Panel]:
    """The set that is shown stands first in every table."""
    definitions = report.definitions
    names = [report.shown, *(name for name in report.rankings if name != report.shown)]
    rankings = [report.rankings[name] for name in names]
    shows: dict[str, object] = {
        "sets": tuple(_set(report, name) for name in names),
        "shares": tuple(
            (definitions.criteria[name], tuple(float(each.valuation.shares[column]) for each in rankings))
            for column, name in enumerate(report.ranking.valuation.criteria)
        ),
        "places": tuple(_places(report, rankings)),
    }
    yield Panel("weights", "Weights, and what others would say", "weights.html", shows)


def _set(report: Report, name: str) -> SetShown:
    """A set's own sentences; those of the set shown stand in the answer."""
    said = headline(report.ranking, report.definitions)
    sentences = headline(report.rankings[name], report.definitions)
    return SetShown(report.definitions.weight_sets[name], tuple(each for each in sentences if each not in said))


def _places(report: Report, rankings: list[Ranking]) -> Iterator[tuple[Option, tuple[Place, ...]]]:
    """Every option in order of rank, and its place under each set; rows are the same options under all of them."""
    valuation = report.ranking.valuation
    for row in valuation.order:
        option = report.definitions.options[valuation.options[row]]
        yield option, tuple(_place(each.valuation, row) for each in rankings)


def _place(valuation: Valuation, row: int) -> Place:
    return Place(f"{valuation.ranks[row]}{'=' if valuation.tied_with(row) else ''}", float(valuation.totals[row]))
