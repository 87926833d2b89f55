"""Every broken project under `tests/broken/` gives exactly the findings written down for it, and no traceback."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from steelyard import assess
from steelyard.check import at_least, check, findings_of, read
from steelyard.command_line.application import application
from steelyard.outputs import shelf as outputs
from steelyard.rules import shelf as rules

HERE = Path(__file__).parent
SOUND = HERE / "sound"
BROKEN = sorted(folder for folder in (HERE / "broken").iterdir() if folder.is_dir())
KEYS = ("code", "severity", "path", "line", "column", "message", "remedy")
WORST = (
    "alias-bomb",
    "decision-in-latin-1",
    "link-to-a-device",
    "nested-too-deep",
    "nothing-but-the-decision",
    "nul-byte",
    "too-many-lines",
)


def expected(folder: Path) -> dict[str, Any]:
    """What is written down for a broken project: files to remove, links to lay, and the findings in order."""
    written: dict[str, Any] = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
    return written


def lay_out(folder: Path, target: Path) -> Path:
    """The sound project with a broken one laid over it."""
    project = target / "project"
    shutil.copytree(SOUND, project)
    shutil.copytree(folder, project, dirs_exist_ok=True)
    (project / "expected.yaml").unlink()
    for path in expected(folder).get("remove", []):
        (project / path).unlink()
    for path, leads_to in expected(folder).get("links", {}).items():
        (project / path).symlink_to(leads_to)
    return project


@pytest.mark.parametrize("folder", BROKEN, ids=lambda folder: folder.name)
def test_findings_are_exactly_those_written_down(folder: Path, tmp_path: Path) -> None:
    """All of them in one run, in order, each with its place, its sentence and its remedy."""
    found = [
        dict(zip(KEYS, (each.code, each.severity, *each.place, each.message, each.remedy), strict=True))
        for each in check(lay_out(folder, tmp_path))
    ]
    assert found == expected(folder)["findings"]


@pytest.mark.parametrize("folder", BROKEN, ids=lambda folder: folder.name)
def test_command_line_shows_every_finding_and_exits_1(folder: Path, tmp_path: Path) -> None:
    """Whatever is wrong inside a definition file, the command ends with 1 and says so in plain words."""
    project = lay_out(folder, tmp_path)
    result = CliRunner().invoke(
        application, ["--decision", str(project), "check", "--fail-level", "note"], catch_exceptions=False
    )
    assert result.exit_code == 1, result.output
    for each in expected(folder)["findings"]:
        assert f"{each['path']}:{each['line']}:{each['column']} {each['code']} " in result.output


@pytest.mark.parametrize("name", WORST)
def test_the_command_itself_gives_no_traceback(name: str, tmp_path: Path) -> None:
    """The same from outside, for the projects most likely to bring it down."""
    project = lay_out(HERE / "broken" / name, tmp_path)
    command = [sys.executable, "-m", "steelyard", "check"]
    result = subprocess.run(
        command, cwd=project / "criteria", capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (result.returncode, result.stderr) == (1, "")
    assert "Traceback" not in result.stdout


def test_the_sound_project_has_no_findings() -> None:
    """Each broken project is broken by its own files and nothing else."""
    assert check(SOUND) == ()


def test_each_broken_project_changes_something() -> None:
    """A broken project expects a finding, and holds a file or a link that the sound one has not, or removes one."""
    for folder in BROKEN:
        files = [file for file in folder.rglob("*") if file.is_file() and file.name != "expected.yaml"]
        twins = [SOUND / file.relative_to(folder) for file in files]
        changed = [
            file
            for file, twin in zip(files, twins, strict=True)
            if not twin.exists() or twin.read_bytes() != file.read_bytes()
        ]
        assert expected(folder)["findings"], folder.name
        assert changed == files, f"{folder.name} repeats a file of the sound project"
        assert changed or {"remove", "links"} & set(expected(folder)), folder.name


@pytest.mark.parametrize("folder", BROKEN, ids=lambda folder: folder.name)
def test_whatever_may_be_switched_off_leaves_a_project_that_ranks_and_builds(folder: Path, tmp_path: Path) -> None:
    """With every rule off that may be off, a project either still has errors or goes through to every output."""
    project = lay_out(folder, tmp_path)
    reading = read(project)
    lowered = {rules[each].code: "off" for each in rules}
    decision = reading.definitions.decision.model_copy(update={"severity": lowered})
    definitions = replace(reading.definitions, decision=decision)
    if at_least(findings_of(replace(reading, definitions=definitions)), "error"):
        return
    report = assess.report(definitions)
    for output in outputs:
        assert outputs[output].render(report)
