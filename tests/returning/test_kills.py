"""`weights import` and `weights set` killed while they write: every file old or new, and repeating them finishes."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from returning.books import Typing, built, contents, laid_out

BALANCED, QUIET, BEANS = "criteria/weights/balanced.yaml", "criteria/weights/quiet-first.yaml", "options/beans.yaml"
KILLS = """
import os, random, signal, sys, time
from pathlib import Path
from steelyard.command_line import main
kills, folder, names = int(sys.argv[1]), Path(sys.argv[2]), ast.literal_eval(sys.argv[3])
sys.argv = ["steelyard", *sys.argv[4:], "--decision", str(folder)]
chance, seen = random.Random(20261125), {"old": 0, "new": 0, "parted": 0, "half": 0, "not killed": 0}
old = {name: (folder / name).read_bytes() for name in names}

def here():
    return {name: (folder / name).read_bytes() for name in names}

def beside():
    return [file.name for name in names for file in (folder / name).parent.glob(".*")]

def writes(command):
    return any(f".{command}." in name for name in beside())

def begin():
    command = os.fork()
    if not command:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(1, 2)
        main()
    return command

os.waitpid(begin(), 0)
new, found = here(), old
for _ in range(kills):
    if found in (old, new):
        for file in {each for name in names for each in (folder / name).parent.glob(".*")}:
            file.unlink()
        for name, content in old.items():
            (folder / name).write_bytes(content)
    command = begin()
    while not writes(command) and not os.waitpid(command, os.WNOHANG)[0]:
        time.sleep(0.0001)
    time.sleep(chance.uniform(0, 0.01))
    try:
        os.kill(command, signal.SIGKILL)
        seen["not killed"] += os.waitpid(command, 0)[1] != signal.SIGKILL
    except (ProcessLookupError, ChildProcessError):
        seen["not killed"] += 1
    found = here()
    whole = all(found[name] in (old[name], new[name]) for name in names)
    seen["old" if found == old else "new" if found == new else "parted" if whole else "half"] += 1
os.waitpid(begin(), 0)
print([seen, here() == new, beside()])
"""


def _killed(kills: int, folder: Path, names: list[str], *command: str) -> dict[str, int]:
    """How files stood after each kill of a command; that repeating it finished them and swept up is asserted here."""
    arguments = [str(kills), str(folder), repr(names), *command]
    done = subprocess.run(
        [sys.executable, "-c", f"import ast\n{KILLS}", *arguments], capture_output=True, check=True, text=True
    )
    seen, finished, left_over = ast.literal_eval(done.stdout)
    assert finished
    assert not left_over
    return dict(seen)


@pytest.mark.skipif(os.name != "posix", reason="processes are killed as POSIX kills them")
def test_a_killed_import_leaves_whole_files_and_is_finished_by_the_next(tmp_path: Path) -> None:
    """Three files in two folders, killed while they are written; after a kill that parted them it is just repeated."""
    coffee = laid_out(tmp_path / "coffee")
    before, typing = contents(coffee), Typing(built(coffee))
    typing.type({typing.points("balanced", "price"): 45, typing.points("quiet-first", "noise"): 90})
    typing.type({typing.score("beans", "noise"): 70}, "Scores")
    book = typing.saved(tmp_path / "back.xlsx")
    seen = _killed(4, coffee, [BALANCED, QUIET, BEANS], "weights", "import", str(book), "--scores")
    assert seen["half"] == 0
    assert seen["old"] + seen["parted"] + seen["new"] == 4
    after = contents(coffee)
    assert {path for path in after if after[path] != before.get(path)} == {BALANCED, QUIET, BEANS}
    assert b"  price: 45  # money\n" in after[BALANCED]


@pytest.mark.skipif(os.name != "posix", reason="processes are killed as POSIX kills them")
def test_a_killed_setting_leaves_the_old_file_or_the_new(tmp_path: Path) -> None:
    """One file, killed while it is written."""
    coffee = laid_out(tmp_path / "coffee")
    seen = _killed(4, coffee, [BALANCED], "weights", "set", "balanced", "price=45")
    assert (seen["half"], seen["parted"]) == (0, 0)
    assert b"  price: 45  # money\n" in (coffee / BALANCED).read_bytes()
