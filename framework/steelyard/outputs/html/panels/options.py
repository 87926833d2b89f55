"""Options, score by score: what each would do, where it stands, and what every one of its numbers rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from steelyard.documents.option import Option
from steelyard.headline import standing
from steelyard.outputs.html.judged import Account, Cited, account_of, cited, stated_numbers
from steelyard.outputs.html.panel import Panel
from steelyard.outputs.html.panels.unranked import reasons
from steelyard.results.report import Report


@dataclass(frozen=True)
class Portrait:
    """An option, where it stands and why, who recommends it, and its numbers."""

    option: Option
    standing: str
    recommended_by: tuple[Cited, ...]
    numbers: tuple[Account, ...]


def panels(report: Report) -> Iterator[Panel]:
    """Ranked options in order of rank, then those that are not ranked."""
    valuation, definitions = report.ranking.valuation, report.definitions
    ranked = [
        _portrait(report, definitions.options[valuation.options[row]], standing(row, report.ranking, definitions), row)
        for row in valuation.order
    ]
    others = [_portrait(report, option, f"Not ranked: {because}.", None) for option, because in reasons(report)]
    shows: dict[str, object] = {"portraits": (*ranked, *others), "titles": _titles(report)}
    yield Panel("options", "Options, score by score", "options.html", shows)


def _portrait(report: Report, option: Option, stands: str, row: int | None) -> Portrait:
    numbers = stated_numbers(report.definitions, option)
    return Portrait(
        option=option,
        standing=stands,
        recommended_by=cited(report.definitions, option.recommended_by),
        numbers=tuple(account_of(report, each, row) for each in numbers),
    )


def _titles(report: Report) -> dict[str, str]:
    return {name: option.title for name, option in report.definitions.options.items()}
