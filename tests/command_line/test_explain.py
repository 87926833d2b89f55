from pathlib import Path

import pytest

from running import Run
from steelyard.reading.fault import TITLES
from steelyard.rules import shelf as rules
from steelyard.suppressing import TITLES as SUPPRESSING


def test_an_option_is_explained(run: Run, project: Path) -> None:
    """Rank, total, every criterion's contribution, the swap, each score with its evidence and place are shown."""
    ran = run("explain", "walk", "--decision", project)
    assert (ran.code, ran.err) == (0, "")
    said = " ".join(ran.out.split())
    assert said.startswith("Option walk Do walk. Rank 1 of 3, total 0.750, +0.625 against the baseline")
    assert "What walk does for speed." in said
    assert "options/walk.yaml:" in said
    assert "For: Whatever a test needs. [made-up#said, paragraph 1, reliability F, credibility 6]" in said
    assert max(map(len, ran.out.splitlines())) <= 80


def test_what_each_assessor_judged_is_shown(run: Run, project: Path) -> None:
    """Under a number that follows from a panel stand its assessors' own, and how the number was made of them."""
    file = project / "options" / "walk.yaml"
    text = file.read_text(encoding="utf-8")
    panel = '"panel": {"assessor-a": {"value": 1, "low": 0.5}, "assessor-b": {"value": 2}}'
    file.write_text(text.replace('"value": 2', panel, 1), encoding="utf-8")
    said = " ".join(run("explain", "walk", "--decision", project).out.split())
    assert (
        "A quantity: 1.5 (from 0.5 to 2) The median of 2 assessors, and from the lowest to the highest: "
        "assessor-a: 1 (from 0.5 to 1) assessor-b: 2 (from 2 to 2) What walk does for speed."
    ) in said


def test_an_option_is_explained_against_another(run: Run, project: Path) -> None:
    """Beside another option the table shows what each criterion adds more, and the smallest single swap.

    Walk is 0.125 ahead of run at shares of one half, so a value that falls by 0.25 draws level: on ease, where
    it has 1, or on speed, where it has 0.5.
    """
    said = " ".join(run("explain", "walk", "--against", "run", "--decision", project).out.split())
    assert "Total 0.750 +0.125" in said
    assert "fell by 0.250 of the scale" in said


def test_what_is_not_ranked_says_why(run: Run, project: Path) -> None:
    """A discarded option cannot be explained by numbers; the reason for its absence is said instead."""
    ran = run("explain", "crawl", "--decision", project)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "steelyard: 'crawl' is not ranked: discarded: nobody wants to\n"


def test_reviews_and_what_claims_imply_are_shown(run: Run, project: Path) -> None:
    """A number says who reviewed it and whether that holds; a claim says what it implies where that is stated."""
    named = ("--decision", project, "--by", "a reader", "--verdict", "does-not", "--on", "2026-01-02")
    stands = ("--status", "agreed")
    file = project / "options" / "walk.yaml"
    before, ease, after = file.read_text(encoding="utf-8").partition('  "ease":')
    after = after.replace('"value": 4', '"value": 4\n    "low": 2\n    "implies": {"made-up#said": 2.5}', 1)
    file.write_text(before + ease + after, encoding="utf-8")
    assert run("evidence", "review", "walk", "ease", *named).code == 0
    said = " ".join(run("explain", "walk", "--decision", project).out.split())
    assert "Not reviewed; the verdict of a reader on 2026-01-02 (does-not) is illustrative." in said
    assert run("evidence", "review", "walk", "ease", *named, *stands).code == 0
    said = " ".join(run("explain", "walk", "--decision", project).out.split())
    assert said.count("Not reviewed.") == 1
    assert "Reviewed by a reader on 2026-01-02: does not." in said
    assert "credibility 6, implies 2.5]" in said
    file.write_text(file.read_text(encoding="utf-8").replace("2.5", "3.5"), encoding="utf-8")
    said = " ".join(run("explain", "walk", "--decision", project).out.split())
    assert "The review by a reader on 2026-01-02 is reopened: the number or a claim changed since." in said


@pytest.mark.parametrize("code", ["S003", "s003"])
def test_a_rule_is_explained_without_a_decision(
    run: Run, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rule's page has its title, severity, a wrong and a right example, and needs no decision."""
    monkeypatch.chdir(tmp_path)
    ran = run("explain", code)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("S003  Score off the scale (error)\n")
    assert "Wrong:" in ran.out
    assert "Right:" in ran.out


def test_every_code_has_a_page(run: Run) -> None:
    """Every rule and every fault of reading can be explained."""
    for code in [*TITLES, *(rules[name].code for name in rules)]:
        ran = run("explain", code)
        assert ran.code == 0
        assert ran.out.startswith(f"{code}  ")


def test_rules_lists_every_code(run: Run) -> None:
    """`rules` lists every rule and fault once, with its severity."""
    ran = run("rules")
    assert (ran.code, ran.err) == (0, "")
    codes = [line.split()[0] for line in ran.out.splitlines()]
    assert sorted(codes) == sorted([*TITLES, *SUPPRESSING, *(rules[name].code for name in rules)])
    assert {line.split()[1] for line in ran.out.splitlines()} <= {"error", "warning", "note"}
