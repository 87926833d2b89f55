"""CSV of the ranked matrix: one row an option, one column a criterion's value; opens safely in a spreadsheet.

Options that are not ranked stand below, without rank and numbers, with the reason. The last columns say how each option
answers the gates, whether it was chosen, and by whom, when and why.
"""

import csv as notation
import io
from collections.abc import Iterator, Mapping

from steelyard.contracts import Output
from steelyard.documents.decision import Taken
from steelyard.documents.definitions import Definitions
from steelyard.documents.paragraphs import folded
from steelyard.documents.weight_set import WeightSet
from steelyard.headline import left_out
from steelyard.results.exhibit import Exhibit
from steelyard.results.ranking import Ranking
from steelyard.results.report import Report
from steelyard.results.valuation import Valuation

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
_LAST = (
    "method",
    "not ranked because",
    "chosen",
    "decision status",
    "decided by",
    "decided on",
    "decided because",
    "instead of a leader because",
)


def safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula: a risky first character gets an apostrophe before it.

    Source: OWASP, CSV Injection. Numbers are never touched.
    """
    return f"'{text}" if text.startswith(_RISKY) else text


def _rows(ranking: Ranking, definitions: Definitions) -> Iterator[dict[str, object]]:
    """Cells by the name of their column: the options in order of rank, then those that are not ranked."""
    valuation = ranking.valuation
    for row in valuation.order:
        yield {**_about(valuation.options[row], ranking, definitions), **_numbers(row, valuation)}
    for name, reason in _reasons(ranking, definitions).items():
        yield {**_about(name, ranking, definitions), "not ranked because": safe(reason)}


def _about(name: str, ranking: Ranking, definitions: Definitions) -> dict[str, object]:
    """What a row says of an option, ranked or not."""
    valuation, option = ranking.valuation, definitions.options[name]
    return {
        "weights": valuation.weights,
        "weights status": _status(definitions.weight_sets[valuation.weights]),
        "option": option.id,
        "title": safe(option.title),
        "role": option.role,
        "scenario": valuation.scenario,
        "method": valuation.method,
        **{_gate(gate): "passes" if answer.passed else "fails" for gate, answer in option.gates.items()},
        **_decision(name, definitions.decision.taken),
    }


def _numbers(row: int, valuation: Valuation) -> dict[str, object]:
    """Where a ranked option stands; under a method other than the house model nothing is said of closeness."""
    values = zip(valuation.criteria, valuation.values[row].tolist(), strict=True)
    leads = any(leader.option == valuation.options[row] for leader in valuation.leaders)
    close = {} if valuation.audit is not None else {"could well be first": "yes" if leads else "no"}
    return {
        "rank": valuation.ranks[row],
        "total": float(valuation.totals[row]),
        "above baseline": float(valuation.above_baseline[row]),
        **close,
        **{_value(name): value for name, value in values},
    }


def _reasons(ranking: Ranking, definitions: Definitions) -> Mapping[str, str]:
    """Why options are not ranked: the discarded, those that fail a gate, and any other that was chosen all the same."""
    reasons = {each.option: each.because for each in ranking.unranked}
    taken = definitions.decision.taken
    for name in () if taken is None else taken.chosen:
        if name in definitions.options and name not in ranking.valuation.options:
            reasons.setdefault(name, left_out(definitions, name))
    return reasons


def _decision(name: str, taken: Taken | None) -> dict[str, object]:
    """Whether an option was chosen, and where it was, by whom, when and why; nothing where no decision is recorded."""
    if taken is None:
        return {}
    if name not in taken.chosen:
        return {"chosen": "no"}
    return {
        "chosen": "yes",
        "decision status": taken.status,
        "decided by": safe(taken.by or ""),
        "decided on": taken.on,
        "decided because": safe(folded(taken.because)),
        "instead of a leader because": safe(folded(taken.instead_of_leader or "")),
    }


def _value(criterion: str) -> str:
    return f"value of {criterion}"


def _gate(gate: str) -> str:
    return f"gate {gate}"


def _status(weights: WeightSet) -> str:
    """Whether anyone has agreed to a weight set, and where nobody judged it, that too."""
    return f"{weights.status}, from data" if weights.from_data else weights.status


def _as_text(rankings: list[Ranking], definitions: Definitions, line_end: str) -> str:
    text = io.StringIO(newline="")
    criteria = map(_value, rankings[0].valuation.criteria)
    scenario = ["scenario"] if rankings[0].valuation.scenario is not None else []
    columns = [*_COLUMNS, *scenario, *criteria, *map(_gate, definitions.gates()), *_LAST]
    writer = notation.DictWriter(text, columns, extrasaction="ignore", lineterminator=line_end)
    writer.writeheader()
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
