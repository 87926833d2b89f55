"""What a command loads: who asks for no frame and for no workbook waits for no library that makes one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from projects import lay_out
from scenario_projects import with_scenarios

FORMATS = ("table", "json", "csv", "markdown")
COMMANDS = (
    ("check",),
    *((name, "--format", each) for name in ("rank", "scenarios", "assumptions") for each in FORMATS),
    *(("evidence", "coverage", "--format", each) for each in FORMATS),
    ("rank", "--weights", "all-y", "--scenario", "flood"),
    ("explain", "b", "--against", "a"),
    ("weights", "list"),
    ("weights", "show"),
    ("build", "--to", "markdown", "--to", "json", "--to", "csv"),
    ("diff", "HEAD"),
)
FRAMES = ("pandas", "pandera")
NEVER = (*FRAMES, "scipy", "openpyxl", "xlsxwriter")
PROGRAM = """
import sys
from steelyard.command_line import main
try:
    main()
except SystemExit as left:
    assert not left.code, left.code
print("loaded:", *sys.modules, file=sys.stderr)
"""


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound decision with two scenarios, committed, and edited since so that b falls from first to last."""
    folder = lay_out(with_scenarios(), tmp_path_factory.mktemp("decided"))
    told = ("-c", "user.name=A Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false")
    for arguments in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "The start")):
        subprocess.run(["git", *told, *arguments], cwd=folder, check=True, capture_output=True)
    file = folder / "options" / "b.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count('"value": 8\n') == 1
    file.write_text(text.replace('"value": 8\n', '"value": 0\n'), encoding="utf-8")
    return folder


def loaded_by(arguments: tuple[str, ...], folder: Path, **environment: str) -> set[str]:
    """The modules that a command has loaded when it ends, as it must, with 0."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said, _, names = done.stderr.rpartition("loaded:")
    assert names, said
    return set(names.split())


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_what_shows_no_frame_loads_none(arguments: tuple[str, ...], decided: Path) -> None:
    """Neither frames nor workbooks nor statistics are loaded to check, rank, explain, compare or write text."""
    loaded = loaded_by(arguments, decided)
    assert "steelyard.command_line" in loaded
    assert not loaded & set(NEVER)


def test_the_summary_of_a_job_loads_no_frame(decided: Path, tmp_path: Path) -> None:
    """On GitHub `check` adds the ranking to the job's summary, and still loads none of these."""
    summary = tmp_path / "summary.md"
    loaded = loaded_by(("check",), decided, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert "steelyard.assess" in loaded
    assert summary.exists()
    assert not loaded & set(NEVER)


def test_a_workbook_loads_its_writer_and_no_frame(decided: Path, tmp_path: Path) -> None:
    """The workbook is written from the records too: of all these it needs XlsxWriter alone."""
    loaded = loaded_by(("build", "--to", "xlsx", "--out", str(tmp_path)), decided)
    assert loaded & set(NEVER) == {"xlsxwriter"}


def test_the_python_interface_loads_frames_when_one_is_asked_for(decided: Path) -> None:
    """A ranking has been proved without pandas; its first frame loads it."""
    code = (
        "import sys, steelyard; ranking = steelyard.rank(steelyard.load()); print('pandas' in sys.modules); "
        "print(ranking.options['option'].tolist()); print('pandera' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=decided, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == ["False", "['c', 'a', 'b']", "True"]
