"""The job summary: the matrix first, every finding below, and never more than GitHub keeps."""

import re
from pathlib import Path

import pytest

from steelyard.command_line import job_summary
from steelyard.command_line.job_summary import write_summary
from steelyard.documents.place import Place
from steelyard.results.checked import Checked
from steelyard.results.finding import Finding

MEBIBYTE = 1_048_576


def found(number: int, length: int = 900) -> Checked:
    """As many warnings, each with a sentence of a length."""
    findings = tuple(
        Finding("S013", "warning", Place("options/walk.yaml", line, 1), "x" * length, "Say more.")
        for line in range(1, number + 1)
    )
    return Checked(findings, ("options/walk.yaml",), {}, {}, "error", "1.2.3")


def summary_of(checked: Checked, project: Path, before: str = "") -> str:
    """What stands in the file that GitHub names once the summary is written."""
    file = project.parent / "summary.md"
    file.write_text(before, encoding="utf-8")
    write_summary(file, project, checked)
    return file.read_text(encoding="utf-8")


def test_the_matrix_comes_before_the_findings(project: Path) -> None:
    """What was counted, the ranked matrix, then the table of findings, each set off by an empty line."""
    said = summary_of(found(3), project)
    assert said.startswith("## Steelyard\n\n3 warnings in 1 file.\n\n# ")
    matrix, _, table = said.partition("\n\n| severity | code | place | finding | remedy |\n|---|---|---|---|---|\n")
    assert "| Rank | Option | Total |" in matrix
    assert table.count("| warning | S013 |") == 3
    assert "left out" not in said


def test_findings_are_cut_to_what_github_keeps(project: Path) -> None:
    """Five thousand long findings make no summary that is dropped; those left out are counted."""
    said = summary_of(found(5_000), project)
    assert 800_000 < len(said.encode()) <= 901_000 < MEBIBYTE
    shown = said.count("| warning | S013 |")
    assert said.endswith(f"\n\n{5_000 - shown} more findings are left out here: steelyard check lists all.\n")
    assert "| Rank | Option | Total |" in said


def test_what_the_step_wrote_before_counts(project: Path) -> None:
    """GitHub counts a step's summary whole, whoever wrote it."""
    said = summary_of(found(2), project, "é" * 449_400)
    assert "| Rank | Option | Total |" in said
    assert said.endswith("\n\n2 more findings are left out here: steelyard check lists all.\n")
    twice = summary_of(found(5_000), project, summary_of(found(5_000), project))
    assert len(twice.encode()) < 902_000
    assert twice.count("5000 warnings in 1 file.") == 2


def test_a_long_matrix_is_cut_too(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first options stay, the others are counted, and the findings still have their room."""
    whole = summary_of(found(1), project)
    top = whole[whole.index("# A") if "# A" in whole else whole.index("\n# ") + 1 : whole.index("| 2 ")]
    monkeypatch.setattr(job_summary, "_MATRIX_BYTES", len(top.encode()))
    said = summary_of(found(1), project)
    assert re.search(r"^\| 1 .*\n\n2 more rows are left out here: steelyard rank shows all\.\n", said, re.MULTILINE)
    assert "| 2 " not in said
    assert said.count("| warning | S013 |") == 1


def test_without_a_ranking_the_findings_stand_alone(project: Path) -> None:
    """Where there are errors, that is said in place of the matrix."""
    error = Finding("S001", "error", Place("options/walk.yaml", 1, 1), "nothing", "Add it.")
    said = summary_of(Checked((error,), ("options/walk.yaml",), {}, {}, "error", "1.2.3"), project)
    assert said.splitlines()[2:6] == [
        "1 error in 1 file.", "", "No ranking: the definitions have errors.", "",
    ]  # fmt: skip
    assert "| error | S001 | options/walk.yaml:1:1 | nothing | Add it. |\n" in said
