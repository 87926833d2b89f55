import hashlib
import json
from pathlib import Path

import pytest

from running import Run

TEXT = "A document that nobody wrote\n\nWhat is made up stands here.\n"


@pytest.fixture
def folder(project: Path, tmp_path: Path) -> Path:
    """A folder with the project's one document; the project pins it wrongly until it is pinned again."""
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "made-up.txt").write_text(TEXT, encoding="utf-8", newline="\n")
    file = project / "seeds" / "made-up.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"paragraph": 1', '"paragraph": 2'), encoding="utf-8", newline="\n")
    return documents


def test_verify_exits_with_1_until_the_digests_are_pinned(run: Run, project: Path, folder: Path) -> None:
    """Wrong digests are findings with exit code 1; once pinned, everything holds and says so."""
    ran = run("evidence", "verify", "--decision", project, "--documents", folder)
    assert ran.code == 1
    assert " V002 " in ran.out
    assert " V004 " in ran.out
    pinned = run("evidence", "pin", "--decision", project, "--documents", folder)
    assert (pinned.code, pinned.out) == (0, "made-up: 2 digests changed\n")
    digest = hashlib.sha256(b"What is made up stands here.").hexdigest()
    assert digest in (project / "seeds" / "made-up.yaml").read_text(encoding="utf-8")
    ran = run("evidence", "verify", "--decision", project, "--documents", folder)
    assert (ran.code, ran.out) == (0, "1 claims from 1 documents hold: locators, anchors and digests.\n")


def test_documents_default_to_the_environment(
    run: Run, project: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without `--documents` the folder is the one that STEELYARD_DOCUMENTS names."""
    monkeypatch.setenv("STEELYARD_DOCUMENTS", str(folder))
    assert run("evidence", "pin", "--decision", project).code == 0
    assert run("evidence", "verify", "--decision", project).code == 0


def test_without_documents_the_usage_is_wrong(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With neither the option nor the variable the exit code is 2."""
    monkeypatch.delenv("STEELYARD_DOCUMENTS", raising=False)
    assert run("evidence", "verify", "--decision", project).code == 2


def test_a_missing_document_stops_pinning(run: Run, project: Path, tmp_path: Path) -> None:
    """A document that is not there cannot be pinned: one sentence, exit code 2, the file unchanged."""
    before = (project / "seeds" / "made-up.yaml").read_bytes()
    ran = run("evidence", "pin", "made-up", "--decision", project, "--documents", tmp_path / "nowhere")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("steelyard: the document made-up.txt is not in ")
    assert (project / "seeds" / "made-up.yaml").read_bytes() == before


@pytest.fixture
def supported(project: Path) -> Path:
    """The project with its one document made good, and one of the two numbers of `run` left to judgement."""
    seed = project / "seeds" / "made-up.yaml"
    text = seed.read_text(encoding="utf-8").replace('"reliability": "F"', '"reliability": "B"')
    seed.write_text(text.replace('"credibility": 6', '"credibility": 2'), encoding="utf-8", newline="\n")
    file = project / "options" / "run.yaml"
    before, ease, after = file.read_text(encoding="utf-8").partition('  "ease":')
    after = after.replace('"documents"', '"judgement"\n    "low": 0\n    "high": 2')
    after = after.replace('    "evidence":\n    - "made-up#said"\n', "")
    file.write_text(before + ease + after, encoding="utf-8", newline="\n")
    return project


def test_coverage_shows_what_every_option_rests_on_in_80_columns(
    run: Run, supported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Claims, documents, grades, and how many numbers rest on judgement alone: one row an option, none folded."""
    monkeypatch.setenv("COLUMNS", "80")
    ran = run("evidence", "coverage", "--decision", supported)
    assert ran.code == 0
    rows = [line.split() for line in ran.out.splitlines()]
    assert ["Option", "For", "Against", "Docs", "Grades", "Judged", "Weak", "Firm", "Reviewed"] in rows
    assert ["run", "1", "0", "1", "B", "1", "0", "50.0%", "0"] in rows
    assert ["walk", "2", "0", "1", "B", "0", "0", "100.0%", "0"] in rows
    assert max(map(len, ran.out.splitlines())) <= 80


def test_coverage_number_by_number_stands_under_each_option(run: Run, supported: Path) -> None:
    """By number, an option heads the rows of its numbers, and each says what it rests on."""
    lines = run("evidence", "coverage", "--decision", supported, "--by", "number").out.splitlines()
    below = lines[lines.index("run") :]
    assert next(line for line in below if line.startswith("ease")).split()[:6] == ["ease", "0", "0", "0", "0", "-"]
    assert "judgement alone" in next(line for line in below if line.startswith("ease"))


def test_coverage_speaks_json(run: Run, supported: Path) -> None:
    """One exhibit as one object, with the names that other programs rely on."""
    said = json.loads(run("evidence", "coverage", "--decision", supported, "--by", "number", "--format", "json").out)
    assert (said["schema"], said["name"]) == ("steelyard/exhibit@1", "coverage-by-number")
    row = next(each for each in said["rows"] if (each["option"], each["criterion"]) == ("run", "ease"))
    assert (row["for"], row["footing"]) == (0, "judgement alone")


@pytest.mark.parametrize(("minimum", "code"), [(50, 0), (51, 1), (100, 1), (0, 0)])
def test_a_minimum_of_firm_numbers_is_a_gate(run: Run, supported: Path, minimum: int, code: int) -> None:
    """An option at the minimum passes; one below it is named with its share, and the exit code is 1."""
    ran = run("evidence", "coverage", "--decision", supported, "--minimum", minimum)
    assert ran.code == code
    if code:
        assert ran.err == (
            "steelyard: run: 1 of 2 numbers (50.0%) rest on more than judgement alone or one weak document; "
            f"at least {minimum}% are wanted\n"
        )
    else:
        assert ran.err == ""
