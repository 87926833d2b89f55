"""A weight set with its shares as JSON (the contract `steelyard/weights@1`), CSV and Markdown."""

import csv
import io
import json
from dataclasses import asdict

from steelyard.command_line.weights.sentences import provenance, remarks, span
from steelyard.figures import decimals
from steelyard.outputs.csv import safe
from steelyard.outputs.markdown import escaped
from steelyard.results.importance import Importance
from steelyard.results.weighed import Weighed

_COLUMNS = (
    *("weights", "weights status", "group", "group share", "criterion", "title", "points", "share"),
    *("judged from", "judged to", "stale"),
)


def as_json(importance: Importance) -> str:
    """The weight set as one JSON object; numbers are unrounded."""
    weights = importance.weight_set
    content = {
        "schema": "steelyard/weights@1",
        "decision": importance.decision,
        "weights": weights.id,
        "default": importance.default,
        "title": weights.title,
        "whose": weights.whose,
        "status": weights.status,
        "on": str(weights.on) if weights.on else None,
        "at": weights.at,
        "recorded_by": weights.recorded_by,
        "why": weights.why,
        "method": weights.method,
        "variant": importance.variant or None,
        "from_data": weights.from_data,
        "precision": weights.precision,
        "groups": [{"id": each.id, "title": each.title, "share": each.share} for each in importance.groups],
        "criteria": [
            {**asdict(each), "group": group.id, "stale": each.now is not None}
            for group in importance.groups
            for each in group.criteria
        ],
        "lists": [{"at": list(steps), **_list(weighed)} for steps, weighed in importance.lists.items()],
        "remarks": list(remarks(importance)),
    }
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n"


def _list(weighed: Weighed) -> dict[str, object]:
    return {
        "points": dict(weighed.points),
        "consistency": [{**asdict(each), "holds": each.holds} for each in weighed.consistency],
        "region": None if weighed.region is None else asdict(weighed.region),
    }


def as_csv(importance: Importance) -> str:
    """A row a criterion; opens safely in a spreadsheet."""
    weights, text = importance.weight_set, io.StringIO(newline="")
    status = f"{weights.status}, from data" if weights.from_data else weights.status
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for group in importance.groups:
        for each in group.criteria:
            low, high = each.judged_on or ("", "")
            stale = "yes" if each.now is not None else "no"
            row = (weights.id, status, group.id, group.share, each.id, safe(each.title), each.points, each.share)
            writer.writerow([*row, low, high, stale])
    return text.getvalue()


def as_markdown(importance: Importance) -> str:
    """Headed by the set's title: whose it is, why, the shares, and what there is to say of them."""
    weights = importance.weight_set
    lines = [f"## {escaped(weights.title)}", "", escaped(provenance(importance)), "", escaped(weights.why), ""]
    lines += ["| Criterion | Share | Judged on |", "|---|---:|---|"]
    for group in importance.groups:
        lines.append(f"| **{escaped(group.title)}** | **{_percent(group.share)}** | |")
        lines += [
            f"| {escaped(each.title)} | {_percent(each.share)} | {span(each.judged_on)} |" for each in group.criteria
        ]
    said = [f"- {escaped(each)}" for each in remarks(importance)]
    return "\n".join([*lines, *(["", *said] if said else []), ""])


def _percent(share: float) -> str:
    return f"{decimals(100 * share, 1)}%"
