"""`check --fix` as its user meets it."""

import json
from pathlib import Path

import pytest

from running import Run


def test_fix_mends_says_so_and_shows_what_remains(run: Run, unsound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--fix` names each file it mended on standard error, then the findings that remain; a second time is idle."""
    monkeypatch.chdir(unsound)
    option = unsound / "options" / "run.yaml"
    whole = option.read_bytes()
    option.write_bytes(whole + b"\n\n")
    ran = run("check", "--decision", unsound, "--fix")
    assert ran.code == 1
    assert "fixed options/run.yaml: " in ran.err
    assert "one line end at the end" in ran.err
    assert " S001 " in ran.out
    assert sorted(option.read_bytes().splitlines()) == sorted(whole.splitlines())
    again = run("check", "--decision", unsound, "--fix")
    assert (again.code, again.out, again.err) == (1, ran.out, "Nothing to fix.\n")


def test_without_fix_no_file_changes(run: Run, project: Path) -> None:
    """`check` alone writes nothing, and JSON stays JSON beside what `--fix` says."""
    option = project / "options" / "run.yaml"
    option.write_bytes(option.read_bytes() + b"\n")
    before = option.read_bytes()
    run("check", "--decision", project)
    assert option.read_bytes() == before
    ran = run("check", "--decision", project, "--fix", "--format", "json")
    assert json.loads(ran.out)["schema"] == "steelyard/findings@1"
    assert option.read_bytes() != before


def test_keys_that_cannot_be_moved_are_named(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the order of keys has to stay, the file and the block are said, and that nothing was fixed."""
    monkeypatch.chdir(project.parent)
    file = project / "criteria" / "ease.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}# of the last key, or of the file?\n", encoding="utf-8")
    ran = run("check", "--decision", project, "--fix")
    (left,) = [line for line in ran.err.splitlines() if line.startswith("left ")]
    assert left == (
        "left project/criteria/ease.yaml: the keys on top stay out of order: "
        "a comment could come to stand at another key than its own"
    )
    assert run("check", "--decision", project, "--fix").err == f"{left}\nNothing was fixed.\n"
