"""`steelyard methods`, and `rank --method` as a command."""

import json
from pathlib import Path

from running import Run


def test_the_audit_as_tables(run: Run, project: Path) -> None:
    """Every exhibit is shown, the first of them naming who is first by which method."""
    ran = run("methods", "--decision", project)
    assert ran.code == 0
    assert "Ranks by each method" in ran.out
    assert "Rank reversal" in ran.out
    assert "never a vote" in " ".join(ran.out.split())


def test_the_audit_as_json(run: Run, project: Path) -> None:
    """A list of exhibits, under the weights asked for."""
    found = json.loads(run("methods", "--decision", project, "--weights", "fast", "--format", "json").out)
    assert {each["chapter"] for each in found} == {"Method audit"}
    assert [each["name"] for each in found][:3] == ["methods-ranks", "methods-agreement", "methods-reversals"]
    assert found[0]["notes"][0].startswith("At the weights ")


def test_a_ranking_by_another_method_says_so(run: Run, project: Path) -> None:
    """The terminal and Markdown say that it is an audit, and JSON names the method."""
    for format_ in ("table", "markdown"):
        ran = run("rank", "--decision", project, "--method", "topsis", "--format", format_)
        assert ran.code == 0
        assert "An audit by TOPSIS, never a vote" in " ".join(ran.out.split())
    assert (
        json.loads(run("rank", "--decision", project, "--method", "topsis", "--format", "json").out)["method"]
        == "topsis"
    )
    table = " ".join(run("rank", "--decision", project, "--method", "topsis").out.split())
    assert "Of the additive total" in table


def test_a_refusal_is_one_sentence_and_exits_with_2(run: Run, project: Path) -> None:
    """A method that cannot take the scales is no result: nothing on standard output, the reason on the other."""
    ran = run("rank", "--decision", project, "--method", "copras")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("steelyard: COPRAS cannot rank this decision: it needs ")
    assert len(ran.err.splitlines()) == 1
