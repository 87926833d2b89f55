"""The command line run as its user runs it: in this process where that is enough, or as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from projects import decision, lay_out, quantity, weight_set
from running import Ran, Run
from steelyard.command_line import main


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `steelyard` with arguments, in this process."""

    def run_here(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["steelyard", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return Ran(int(left.value.code or 0), said.out, said.err)

    return run_here


@pytest.fixture
def run_apart() -> Run:
    """Run `python -m steelyard` with arguments, as a process of its own."""

    def run_there(*arguments: object, cwd: Path, environment: Mapping[str, str] | None = None) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "steelyard", *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, **(environment or {})},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run_there


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A sound decision with four options under two weight sets; the last option is discarded."""
    scores = {"stay": (1, 0), "walk": (2, 4), "run": (4, 1), "crawl": (0, 3)}
    criteria = {"speed": quantity(0, 4, group="pace"), "ease": quantity(0, 4, group="comfort")}
    even = weight_set("equal")
    fast = weight_set("direct", judgements={"speed": 3, "ease": 1})
    files = decision(criteria, scores, {"even": even, "fast": fast})
    files["options/crawl.yaml"] |= {"role": "discarded", "discarded_because": "nobody wants to"}
    return lay_out(files, tmp_path / "project")


@pytest.fixture
def unsound(project: Path) -> Path:
    """The same decision with one score taken out, which no command but `check` can work with."""
    file = project / "options" / "run.yaml"
    text = file.read_text(encoding="utf-8")
    before, _, after = text.partition('  "speed":')
    file.write_text(before + after[after.index('  "ease":') :], encoding="utf-8")
    return project
