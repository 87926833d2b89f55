"""JSON with a version: stable names, unrounded numbers."""

import json as notation

from steelyard.contracts import Output
from steelyard.documents.criterion import CostScale
from steelyard.documents.definitions import Definitions
from steelyard.documents.paragraphs import folded
from steelyard.results.exhibit import Exhibit
from steelyard.results.finding import findings_as_data
from steelyard.results.ranking import Ranking
from steelyard.results.report import Report
from steelyard.results.stamp import Stamp


def ranking_as_data(ranking: Ranking, definitions: Definitions) -> dict[str, object]:
    """The contract `steelyard/ranking@1`."""
    valuation = ranking.valuation
    return {
        "schema": "steelyard/ranking@1",
        "decision": ranking.decision,
        "weights": valuation.weights,
        "weights_status": definitions.weight_sets[valuation.weights].status,
        "weights_from_data": definitions.weight_sets[valuation.weights].from_data,
        "method": valuation.method,
        "scenario": valuation.scenario,
        "shortlist": definitions.shortlist,
        "baseline": definitions.decision.baseline,
        "criteria": [
            {
                "id": name,
                "title": definitions.criteria[name].title,
                "group": definitions.criteria[name].group,
                "share": float(share),
                "reads_cost": isinstance(definitions.criteria[name].scale, CostScale),
            }
            for name, share in zip(valuation.criteria, valuation.shares, strict=True)
        ],
        "options": [_option_as_data(row, ranking, definitions) for row in valuation.order],
        "unranked": [
            {
                "id": each.option,
                "title": each.title,
                "because": each.because,
                "failed_gates": list(definitions.options[each.option].failed_gates),
            }
            for each in ranking.unranked
        ],
        "gates": gates_as_data(definitions),
        "decision_taken": decision_as_data(definitions),
        "margin": valuation.margin,
        "close_call": definitions.decision.close_call,
        "too_close_to_call": valuation.too_close_to_call,
        "leaders": [
            {"id": each.option, "behind": each.behind, "ahead_in": each.ahead_in} for each in valuation.leaders
        ],
        "stamp": stamp_as_data(ranking.stamp),
    }


def _option_as_data(row: int, ranking: Ranking, definitions: Definitions) -> dict[str, object]:
    valuation = ranking.valuation
    option = definitions.options[valuation.options[row]]
    return {
        "id": option.id,
        "title": option.title,
        "role": option.role,
        "rank": valuation.ranks[row],
        "tied_with": list(valuation.tied_with(row)),
        "total": float(valuation.totals[row]),
        "above_baseline": float(valuation.above_baseline[row]),
        "values": dict(zip(valuation.criteria, valuation.values[row].tolist(), strict=True)),
        "contributions": dict(zip(valuation.criteria, valuation.contributions[row].tolist(), strict=True)),
    }


def gates_as_data(definitions: Definitions) -> list[dict[str, object]]:
    """Each gate with who passes it and why; an option that gives no answer is left out."""
    return [
        {
            "id": gate,
            "title": definitions.gate_title(gate),
            "options": [
                {"id": each.id, "passes": each.gates[gate].passed, "because": folded(each.gates[gate].because)}
                for each in definitions.answering()
                if gate in each.gates
            ],
        }
        for gate in definitions.gates()
    ]


def decision_as_data(definitions: Definitions) -> dict[str, object] | None:
    """What was decided, by which role, when and why; null where no decision is recorded."""
    taken = definitions.decision.taken
    if taken is None:
        return None
    return {
        "chosen": list(taken.chosen),
        "by": taken.by,
        "on": None if taken.on is None else str(taken.on),
        "because": folded(taken.because),
        "instead_of_leader": None if taken.instead_of_leader is None else folded(taken.instead_of_leader),
        "status": taken.status,
        "weights": definitions.decision.deciding_weights,
        "was_first": taken.was_first,
    }


def stamp_as_data(stamp: Stamp) -> dict[str, object]:
    """Which program and definitions the numbers come from."""
    return {
        "version": stamp.version,
        "commit": stamp.commit,
        "dirty": stamp.dirty,
        "definitions": stamp.definitions,
    }


def as_bytes(data: dict[str, object]) -> bytes:
    """The text of a JSON file: indented, in UTF-8, with a final newline."""
    return (notation.dumps(data, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode()


def render(report: Report) -> bytes:
    """Every weight set's ranking, every exhibit, the findings, and the stamp."""
    return as_bytes(
        {
            "schema": "steelyard/report@1",
            "decision": report.definitions.decision.title,
            "question": report.definitions.decision.question,
            "shown": report.shown,
            "rankings": {
                name: ranking_as_data(ranking, report.definitions) for name, ranking in report.rankings.items()
            },
            "exhibits": [exhibit.as_data() for exhibit in report.exhibits],
            "check": findings_as_data(report.findings),
            "stamp": stamp_as_data(report.stamp),
        }
    )


def render_ranking(ranking: Ranking, definitions: Definitions) -> bytes:
    """One weight set's ranking."""
    return as_bytes(ranking_as_data(ranking, definitions))


def render_exhibit(exhibit: Exhibit) -> bytes:
    """The contract `steelyard/exhibit@1`."""
    return as_bytes(exhibit.as_data())


json = Output(suffix=".json", render=render, render_ranking=render_ranking, render_exhibit=render_exhibit)
