import hashlib
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
