"""Three hundred commands, each a process of its own, on spoilt decisions: they end with 0, 1 or 2 and say so in words.

A command may take a second of the processor's time more than it takes on a sound decision, and 200 MB of memory. As
for inputs, these are limits against hanging and flooding, and no measurements; and they are only held against a
command, never against another run.
"""

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("limits on a process's time and memory are set as Unix sets them", allow_module_level=True)

from fuzz import launching
from fuzz.commands import CHECKS, FAULTS, FILES, OTHERS, Command, chance_of, command, commit, open_up, planned
from fuzz.launching import environment
from fuzz.seeds import TESTS

COMMANDS = 300
BATCH = 50
MORE_SECONDS = 1.0
MEGABYTES = 200
_NOT_OURS = re.compile(r"Traceback|File \"|Error:|pydantic|(?<![.\w-])yaml\.\w|codec|Errno")


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    command: Command
    code: int
    seconds: float
    megabytes: float
    out: str
    err: str


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A folder whose folders can all be deleted afterwards."""
    yield tmp_path
    open_up(tmp_path)
    shutil.rmtree(tmp_path)


def launched(commands: list[Command], home: Path) -> list[Ended]:
    """Run commands, two at a time, in processes of a small process: see `launching`."""
    said = home / "said"
    said.mkdir(exist_ok=True)
    results = launch([each.as_data(said / f"{each.number}") for each in commands], home)
    return [
        Ended(
            each,
            **result,
            out=(said / f"{each.number}.out").read_bytes().decode(),
            err=(said / f"{each.number}.err").read_bytes().decode(),
        )
        for each, result in zip(commands, results, strict=True)
    ]


def launch(todo: list[dict[str, object]], home: Path, *limits: int) -> list[dict[str, Any]]:
    """What `launching` says of some processes."""
    asked, answered = home / "todo.json", home / "done.json"
    asked.write_text(json.dumps(todo), encoding="utf-8")
    runner = [sys.executable, "-S", launching.__file__, str(asked), str(answered), *map(str, limits)]
    done = subprocess.run(runner, env=environment(), capture_output=True, text=True, check=False, timeout=3600)
    assert done.returncode == 0, done.stderr
    results: list[dict[str, Any]] = json.loads(answered.read_text(encoding="utf-8"))
    return results


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, ...], float]:
    """The seconds that each command takes on a sound decision."""
    home = tmp_path_factory.mktemp("usual")
    folder = home / "sound"
    shutil.copytree(TESTS / "sound", folder)
    commit(folder)
    commit(folder)
    todo = [
        Command(-1 - at, "nothing", folder, each)
        for at, each in enumerate((("check",), ("rank",), ("build",), ("diff", "HEAD")))
    ]
    ended = launched(todo, home)
    assert [each.code for each in ended] == [0, 0, 0, 0], [each.err for each in ended]
    light, ranked, built, git = (each.seconds for each in ended)
    seconds = dict.fromkeys((*CHECKS, *OTHERS), light)
    seconds |= {each: ranked for each in OTHERS if each[0] in {"rank", "explain", "weights"}}
    seconds |= {each: built for each in OTHERS if each[0] == "build"}
    return seconds | {each: git for each in OTHERS if each[0] == "diff"}


def seconds_for(asked: Command, usual: dict[tuple[str, ...], float]) -> float:
    """The seconds that a command takes on a sound decision; a summary shows the ranking too."""
    return usual[asked.arguments] + (usual["rank",] if asked.summary else 0.0)


def faults_of(ended: Ended, usual: float) -> Iterator[str]:
    """Everything about the end of a command that should not be."""
    if ended.code not in {0, 1, 2}:
        yield f"exit code {ended.code}"
    if _NOT_OURS.search(ended.err) or "Traceback" in ended.out:
        yield f"words of others: {ended.err[-500:]}"
    if ended.code == 2 and not ended.err.strip():
        yield "could not run, and does not say why"
    if ended.seconds > usual + MORE_SECONDS:
        yield f"{ended.seconds:.2f} s of the processor's time; on a sound decision {usual:.2f} s"
    if ended.megabytes > MEGABYTES:
        yield f"{ended.megabytes:.0f} MB of memory"
    only_contents = ended.command.fault == FILES and ended.command.flickers is None
    if only_contents and ended.command.arguments in CHECKS and ended.code == 2:
        yield f"whatever stands in a file is a finding: {ended.err[-500:]}"
    if ended.command.arguments[-2:] == ("--format", "json") and ended.code < 2 and ended.out:
        try:
            json.loads(ended.out)
        except ValueError as error:
            yield f"no JSON: {error}"


@pytest.mark.parametrize("first", range(0, COMMANDS, BATCH))
def test_commands_end_as_they_should(first: int, home: Path, usual: dict[tuple[str, ...], float]) -> None:
    """Whatever lies in the folder: exit 0, 1 or 2, no traceback, no hang, no flood of memory."""
    commands = [command(number, home) for number in range(first, first + BATCH)]
    ended = launched(commands, home)
    wrong = [
        f"{each.command}: {fault}" for each in ended for fault in faults_of(each, seconds_for(each.command, usual))
    ]
    assert wrong == [], "\n".join(wrong)
    assert {each.code for each in ended} >= {0, 1}


def test_every_fault_and_every_command_is_tried() -> None:
    """Among the three hundred are all of them, each fault several times."""
    tried = [planned(number, chance_of(number)) for number in range(COMMANDS)]
    assert {arguments for _, arguments in tried} == {*CHECKS, *OTHERS}
    assert min(Counter(fault for fault, _ in tried)[fault] for fault in (FILES, *FAULTS)) > 8


PLANTED = {
    "raise KeyError(3)": "words of others",
    "raise SystemExit(3)": "exit code 3",
    "raise SystemExit(2)": "could not run, and does not say why",
    "import os; os.abort()": "exit code -6",
    "x = bytearray(300 * 2**20)": "MB of memory",
    "while True: pass": "exit code -24",
    "import time; time.sleep(60)": "exit code -9",
    "import time\nwhile time.process_time() < 2: pass": "of the processor's time; on a sound decision",
    "print('{')": "no JSON",
}


def test_what_is_planted_into_commands_is_caught(tmp_path: Path) -> None:
    """An exception, a wrong exit code, a crash, a hang of either kind and a flood are each seen for what they are."""
    asked = Command(0, FILES, tmp_path, ("rank", "--format", "json"))
    todo: list[dict[str, object]] = [
        {"argv": [sys.executable, "-c", code], "cwd": str(tmp_path), "said": str(tmp_path / f"{number}")}
        for number, code in enumerate(PLANTED)
    ]
    results = launch(todo, tmp_path, 4, 15)
    for number, ((code, said), result) in enumerate(zip(PLANTED.items(), results, strict=True)):
        out, err = ((tmp_path / f"{number}.{end}").read_text(encoding="utf-8") for end in ("out", "err"))
        found = list(faults_of(Ended(asked, **result, out=out, err=err), usual=0.5))
        assert any(said in each for each in found), (code, result, found)


def test_findings_do_not_depend_on_chance(home: Path) -> None:
    """Python orders sets otherwise in every process; findings stand in one order all the same."""
    for number in range(0, 20, 2):
        folder = command(number, home).folder
        argv = [sys.executable, "-m", "steelyard", "check", "--format", "json"]
        said = {
            subprocess.run(
                argv, cwd=folder, env=environment() | {"PYTHONHASHSEED": seed}, capture_output=True, check=False
            ).stdout
            for seed in ("1", "2", "3")
        }
        assert len(said) == 1, f"command {number}"
