"""Whole hierarchies of comparisons in pairs, laid out as decisions and put through the real commands."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from projects import decision, lay_out, weight_set
from steelyard.command_line.application import application

Comparisons = Mapping[str, Mapping[str, float]]


def lay_out_hierarchy(
    options: Sequence[str], compared: Mapping[str, Comparisons], importance: Comparisons, folder: Path
) -> Path:
    """A decision whose options have no scores of their own: all of it is comparisons in pairs."""
    criteria = {name: _criterion(name, comparisons) for name, comparisons in compared.items()}
    weights = {"published": weight_set("pairwise", judgements=importance)}
    files = decision(criteria, {name: (0.0,) * len(criteria) for name in options}, weights)
    for name in options:
        del files[f"options/{name}.yaml"]["scores"]
    return lay_out(files, folder)


def _criterion(name: str, comparisons: Comparisons) -> dict[str, Any]:
    return {
        "title": name.capitalize(),
        "group": "all",
        "definition": f"What counts as {name}.",
        "question": f"How good is it for {name}?",
        "better": "more",
        "scale": {"kind": "pairwise", "comparisons": comparisons, "rationale": "As published."},
    }


def said_by(*arguments: str) -> str:
    """What a command prints that ends well."""
    done = CliRunner().invoke(application, arguments)
    assert done.exit_code == 0, done.output
    return done.stdout


def ranked_in(folder: Path) -> list[dict[str, Any]]:
    """The options as the command ranks them."""
    options: list[dict[str, Any]] = json.loads(said_by("rank", "--decision", str(folder), "--format", "json"))[
        "options"
    ]
    return options
