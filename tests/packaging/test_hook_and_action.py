"""The pre-commit hook and the composite action, run as far as a machine without a forge allows."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SOUND = ROOT / "tests" / "sound"
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


@pytest.fixture
def decision(tmp_path: Path) -> Path:
    """A git repository that holds a sound decision."""
    project = tmp_path / "project"
    shutil.copytree(SOUND, project)
    for command in (["init", "-q"], ["add", "."]):
        subprocess.run(["git", *command], cwd=project, check=True)
    return project


def broken(project: Path) -> None:
    """Put a cost above its own range."""
    option = next((project / "options").glob("filter.yaml"))
    text = option.read_text(encoding="utf-8")
    option.write_text(re.sub(r"value: \d+", "value: 999", text, count=1), encoding="utf-8")


def test_the_hook_checks_the_whole_decision(decision: Path, tmp_path: Path) -> None:
    """`pre-commit try-repo` installs this repository in an environment of its own, checks, and fails on a finding."""
    origin = tmp_path / "origin"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(origin)], check=True)
    broken(decision)
    subprocess.run(["git", "add", "."], cwd=decision, check=True)
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "try-repo", str(origin), "steelyard-check", "--all-files"],
        cwd=decision,
        env={**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "hooks")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "options/filter.yaml:7:9 S004 " in done.stdout
    assert "1 error in 1 file." in done.stdout


@pytest.mark.parametrize("gone", ["options/filter.yaml", "draws/hundred.csv"])
def test_the_hook_sees_what_a_commit_deletes(decision: Path, tmp_path: Path, gone: str) -> None:
    """A commit that only deletes a file hands no file to any hook; this one runs all the same."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    here = {**hook, "entry": f"{sys.executable} -m steelyard check --fail-level note", "language": "system"}
    (decision / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [{"repo": "local", "hooks": [here]}]}), encoding="utf-8"
    )
    git = ["git", "-c", "user.name=A Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run([*git, "add", "."], cwd=decision, check=True)
    subprocess.run([*git, "commit", "-q", "-m", "All of it"], cwd=decision, check=True)
    subprocess.run([*git, "rm", "-q", gone], cwd=decision, check=True)
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run"],
        cwd=decision,
        env={**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "hooks")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Skipped" not in done.stdout
    assert done.returncode == (1 if gone.startswith("options") else 0), done.stdout + done.stderr


def filled(text: str, inputs: dict[str, str]) -> str:
    """A value of the action with its expressions filled in, as the runner does."""
    known = {f"inputs.{name}": value for name, value in inputs.items()} | {"github.action_path": str(ROOT)}
    return re.sub(r"\$\{\{\s*([\w.-]+)\s*\}\}", lambda said: known[said[1]], text)


def run_action(folder: Path, runner: Path, **given: str) -> tuple[int, str]:
    """The exit code and output of the action's steps, run one after the other as the runner runs them."""
    inputs = {name: str(each["default"]) for name, each in ACTION["inputs"].items()} | given
    runner.mkdir(exist_ok=True)
    exported = runner / "env"
    exported.touch()
    environment = {**os.environ, "RUNNER_TEMP": str(runner), "GITHUB_ENV": str(exported), "GITHUB_ACTIONS": "true"}
    environment["GITHUB_STEP_SUMMARY"] = str(runner / "summary.md")
    said = ""
    for step in ACTION["runs"]["steps"]:
        extra = {name: filled(value, inputs) for name, value in step.get("env", {}).items()}
        extra |= dict(line.split("=", 1) for line in exported.read_text(encoding="utf-8").splitlines())
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(
            command, cwd=folder, env=environment | extra, capture_output=True, text=True, encoding="utf-8", check=False
        )
        said += done.stdout + done.stderr
        if done.returncode != 0:
            return done.returncode, said
    return 0, said


def test_the_action_annotates_and_summarises(decision: Path, tmp_path: Path) -> None:
    """The composite's steps pass a sound decision with the matrix in the summary, and fail a broken one."""
    runner = tmp_path / "runner"
    code, said = run_action(decision, runner)
    assert code == 0, said
    assert "No findings" in said
    assert "| Rank | Option | Total |" in (runner / "summary.md").read_text(encoding="utf-8")
    broken(decision)
    code, said = run_action(decision, runner, sarif="found.sarif")
    assert code == 1
    assert "::error file=options/filter.yaml" in said
    assert (decision / "found.sarif").is_file()


def test_the_sample_workflow_gives_the_action_only_inputs_it_has() -> None:
    """The workflow that people copy names no input that the action does not have."""
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "steelyard.yml").read_text(encoding="utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"] if step.get("uses") == "./"]
    assert steps
    for step in steps:
        assert set(step["with"]) <= set(ACTION["inputs"])
