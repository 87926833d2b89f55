"""CSV of the ranked matrix: one row an option, one column a criterion's value; opens safely in a spreadsheet."""

import csv as notation
import io
from collections.abc import Iterator

from steelyard.contracts import Output
from steelyard.documents.definitions import Definitions
from steelyard.documents.weight_set import WeightSet
from steelyard.results.exhibit import Exhibit
from steelyard.results.ranking import Ranking
from steelyard.results.report import Report

_RISKY = ("=", "+", "-", "@", "\t", "\r")


_COLUMNS = (
    "weights",
    "weights status",
    "rank",
    "option",
    "title",
    "role",
    "total",
    "above baseline",
    "could well be first",
)


def safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula: a risky first character gets an apostrophe before it.

    Source: OWASP, CSV Injection. Numbers are never touched.
    """
    return f"'{text}" if text.startswith(_RISKY) else text


def _rows(ranking: Ranking, definitions: Definitions) -> Iterator[list[object]]:
    valuation = ranking.valuation
    leading = {leader.option for leader in valuation.leaders}
    for row in valuation.order:
        option = definitions.options[valuation.options[row]]
        yield [
            valuation.weights,
            _status(definitions.weight_sets[valuation.weights]),
            valuation.ranks[row],
            option.id,
            safe(option.title),
            option.role,
            float(valuation.totals[row]),
            float(valuation.above_baseline[row]),
            "yes" if option.id in leading else "no",
            *([valuation.scenario] if valuation.scenario is not None else []),
            *valuation.values[row].tolist(),
        ]


def _status(weights: WeightSet) -> str:
    """Whether anyone has agreed to a weight set, and where nobody judged it, that too."""
    return f"{weights.status}, from data" if weights.from_data else weights.status


def _as_text(rankings: list[Ranking], definitions: Definitions, line_end: str) -> str:
    text = io.StringIO(newline="")
    writer = notation.writer(text, lineterminator=line_end)
    criteria = [f"value of {name}" for name in rankings[0].valuation.criteria]
    scenario = ["scenario"] if rankings[0].valuation.scenario is not None else []
    writer.writerow([*_COLUMNS, *scenario, *criteria])
    for ranking in rankings:
        writer.writerows(_rows(ranking, definitions))
    return text.getvalue()


def render(report: Report) -> bytes:
    """Every weight set's ranking, one below the other, marked as UTF-8 in the way that Excel looks for."""
    return _as_text(list(report.rankings.values()), report.definitions, "\r\n").encode("utf-8-sig")


def render_ranking(ranking: Ranking, definitions: Definitions) -> bytes:
    """One weight set's ranking, plain for the next program in a pipe."""
    return _as_text([ranking], definitions, "\n").encode()


def render_exhibit(exhibit: Exhibit) -> bytes:
    """One exhibit: its columns' headings, then its rows; numbers unrounded, no answer left empty."""
    text = io.StringIO(newline="")
    writer = notation.writer(text, lineterminator="\r\n")
    writer.writerow([column.heading for column in exhibit.columns])
    writer.writerows([[safe(cell) if isinstance(cell, str) else cell for cell in row] for row in exhibit.rows])
    return text.getvalue().encode("utf-8-sig")


csv = Output(
    suffix=".csv", render=render, render_ranking=render_ranking, render_exhibit=render_exhibit, one_table_a_file=True
)
