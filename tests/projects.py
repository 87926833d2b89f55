"""Small decisions for tests, written as plain data and laid out as the YAML files that Steelyard reads."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from steelyard import assess
from steelyard.documents.definitions import Definitions

Files = dict[str, dict[str, Any]]
"""The contents of a decision's files, by path."""
Number = float | tuple[float, float, float]
"""A score, alone or with the bounds of its range: low, value, high."""

MADE_UP = {
    "id": "made-up",
    "type": "report",
    "title": "A document that nobody wrote",
    "accessed": "2025-12-31",
    "document": {"file": "made-up.txt", "sha256": "0" * 64},
    "reliability": "F",
    "reliability_because": "It does not exist.",
    "claims": {
        "said": {
            "statement": "Whatever a test needs.",
            "at": {"paragraph": 1},
            "anchor": "made up",
            "sha256": "1" * 64,
            "credibility": 6,
        }
    },
}


class _Quoting(yaml.SafeDumper):
    """Writes text in quotes, so that it stays text by the rules of YAML 1.2 too."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - nothing is ever shared
        return True


def _quoted(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')


_Quoting.add_representer(str, _quoted)


def as_yaml(content: Mapping[str, Any]) -> str:
    """The content of a file as YAML text."""
    return yaml.dump(content, Dumper=_Quoting, allow_unicode=True, sort_keys=False)


def quantity(worst: float, best: float, *, group: str = "all", **shape: object) -> dict[str, Any]:
    """A criterion measured in a unit, from its worst number to its best."""
    criterion = {
        "group": group,
        "title": "A quantity",
        "definition": "What a test counts.",
        "question": "How much?",
        "better": "more" if best > worst else "less",
        "scale": {"kind": "quantity", "unit": "units", "worst": worst, "best": best},
    }
    return criterion | ({"value_function": shape} if shape else {})


def judged(number: Number) -> dict[str, Any]:
    """What a file says of one number that somebody judged."""
    low, value, high = number if isinstance(number, tuple) else (None, number, None)
    bounds = {} if low is None else {"low": low, "high": high}
    said = {"value": value, "rationale": f"Because {number}.", "basis": "documents", "evidence": ["made-up#said"]}
    return said | bounds


def score(number: Number) -> dict[str, Any]:
    """A score on a criterion, resting on a made-up document."""
    return judged(number) | {"confidence": "high"}


def weight_set(method: str, **judgements: object) -> dict[str, Any]:
    """A weight set that nobody has agreed to."""
    return {
        "title": f"By {method}",
        "whose": "nobody's",
        "status": "illustrative",
        "why": "A test needs weights.",
        "method": method,
        **judgements,
    }


def decision(
    criteria: Mapping[str, dict[str, Any]],
    scores: Mapping[str, Sequence[Number]],
    weights: Mapping[str, dict[str, Any]],
    **changes: object,
) -> Files:
    """The files of a decision: criteria by id, a row of scores for each option, weight sets by id.

    The first option is the baseline and the first weight set the default; `changes` go into
    `steelyard.yaml`. Ids are added, and groups are listed in the order in which criteria name them. One claim
    speaks for every score, so E009 is off.
    """
    chosen = changes.pop("severity", {})
    assert isinstance(chosen, dict)
    groups = dict.fromkeys(each["group"] for each in criteria.values())
    files: Files = {
        "steelyard.yaml": {
            "schema_version": 1,
            "title": "A small decision",
            "question": "Which one?",
            "owner": "a test",
            "as_of": "2026-01-01",
            "standpoint": "a test",
            "horizon": 2030,
            "baseline": next(iter(scores)),
            "default_weights": next(iter(weights)),
            "groups": {group: {"title": f"Group {group}"} for group in groups},
            "severity": {"E009": "off", **chosen},
            **changes,
        },
        "seeds/made-up.yaml": MADE_UP,
    }
    for name, criterion in criteria.items():
        files[f"criteria/{name}.yaml"] = {"id": name, **criterion}
    for name, weighed in weights.items():
        files[f"criteria/weights/{name}.yaml"] = {"id": name, **weighed}
    for number, (name, row) in enumerate(scores.items()):
        files[f"options/{name}.yaml"] = {
            "id": name,
            "title": f"Option {name}",
            "role": "option" if number else "baseline",
            "summary": f"Do {name}.",
            "scores": {
                criterion: score(each) | {"rationale": f"What {name} does for {criterion}."}
                for criterion, each in zip(criteria, row, strict=True)
            },
        }
    return files


def lay_out(files: Files, folder: Path) -> Path:
    """Write a decision's files into a folder."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(as_yaml(content), encoding="utf-8", newline="\n")
    return folder


def loaded(files: Files) -> Definitions:
    """The definitions that a decision's files hold, read from disk as a user's would be."""
    with tempfile.TemporaryDirectory() as folder:
        return assess.load(lay_out(files, Path(folder)))[0]
