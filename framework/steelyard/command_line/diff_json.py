"""A comparison as JSON: the contract `steelyard/diff@1`; numbers are unrounded."""

import json
from dataclasses import asdict

from steelyard.comparing.sentences import summary
from steelyard.results.comparison import Comparison, Reranking, Unpaired


def render(comparison: Comparison) -> str:
    """The comparison as one JSON object."""
    content = {
        "schema": "steelyard/diff@1",
        "decision": comparison.decision,
        "before": asdict(comparison.before),
        "after": asdict(comparison.after),
        "changed": bool(comparison.changes),
        "summary": list(summary(comparison)),
        "changes": [asdict(change) for change in comparison.changes],
        "weights": {each.weights: _reranking(each) for each in comparison.rerankings},
        "weights_added": {each.weights: _unpaired(each) for each in comparison.weights_added},
        "weights_removed": {each.weights: _unpaired(each) for each in comparison.weights_removed},
    }
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n"


def _reranking(reranking: Reranking) -> dict[str, object]:
    return {
        "title": reranking.title,
        "moved": reranking.moved,
        "options": [asdict(each) for each in reranking.standings],
        "shares": [asdict(each) for each in reranking.shares],
        "swaps": [{**asdict(each), "swing": each.swing} for each in reranking.swaps],
        "leaders_before": list(reranking.close_before),
        "leaders_after": list(reranking.close_after),
    }


def _unpaired(weight_set: Unpaired) -> dict[str, object]:
    return {"title": weight_set.title, "first": list(weight_set.first), "leaders": list(weight_set.close)}
