import json
from pathlib import Path

import pytest

from projects import as_yaml
from running import Run

LOG = {
    "assumptions": {
        "it-holds": {
            "statement": "It holds.",
            "effect": "Walking is slower.",
            "quality": "low",
            "impact": "high",
            "owner": "a walker",
            "on": "2026-01-01",
            "review_by": "2030-01-01",
            "bears_on": ["walk"],
        }
    }
}


@pytest.fixture
def logged(project: Path) -> Path:
    """The project with one assumption."""
    (project / "assumptions.yaml").write_text(as_yaml(LOG), encoding="utf-8")
    return project


def test_the_log_is_shown(run: Run, logged: Path) -> None:
    """As a table it has the statement, the ratings, the owner and the review date; as JSON one row each."""
    shown = run("assumptions", "--decision", logged)
    assert (shown.code, shown.err) == (0, "")
    for word in ("It holds.", "Walking is slower.", "a walker", "2030-01-01", "walk"):
        assert word in shown.out
    for how, word in (
        ("csv", "it-holds,It holds.,Walking is slower.,high,low"),
        ("markdown", "| it-holds | It holds. "),
    ):
        assert word in run("assumptions", "--decision", logged, "--format", how).out


def test_it_stands_in_every_output(run: Run, logged: Path) -> None:
    """What is built shows the assumptions, each output in its own way."""
    assert run("build", "--decision", logged).code == 0
    built = logged / "build"
    assert "Assumptions, riskiest first" in (built / "steelyard.md").read_text(encoding="utf-8")
    names = [each["name"] for each in json.loads((built / "steelyard.json").read_text(encoding="utf-8"))["exhibits"]]
    assert {"assumptions", "assumption-reviews"} <= set(names)


def test_no_log_is_no_fault(run: Run, project: Path) -> None:
    """Without the file the command says so beside its output, and JSON is still JSON."""
    ran = run("assumptions", "--decision", project)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("No assumptions are written down: assumptions.yaml is not there")
    assert json.loads(run("assumptions", "--decision", project, "--format", "json").out) == []
