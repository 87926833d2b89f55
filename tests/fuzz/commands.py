"""Commands on spoilt decisions, each with a number that alone decides what it is."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random

from fuzz import folders
from fuzz.seeds import TESTS

FILES = "files"
FAULTS = tuple(folders.FOLDER_FAULTS)


@dataclass(frozen=True)
class Command:
    """What is run where; `flickers` is a file that comes and goes meanwhile, `summary` asks for GitHub's summary."""

    number: int
    fault: str
    folder: Path
    arguments: tuple[str, ...]
    flickers: Path | None = None
    summary: bool = False

    def as_data(self, said: Path) -> dict[str, object]:
        """The same for whoever runs it."""
        flickers = None if self.flickers is None else str(self.flickers)
        argv = [sys.executable, "-m", "steelyard", *self.arguments]
        more = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": f"{said}.md"} if self.summary else {}
        return {"argv": argv, "cwd": str(self.folder), "said": str(said), "flickers": flickers, "more": more}

    def __str__(self) -> str:
        return f"command {self.number}, {self.fault}: steelyard {' '.join(self.arguments)}"


CHECKS: tuple[tuple[str, ...], ...] = (
    ("check",),
    ("check", "--format", "json"),
    ("check", "--format", "sarif"),
    ("check", "--format", "junit", "--output", "said/x.xml", "--format", "github"),
    ("check", "--format", "gitlab", "--fail-level", "note"),
    ("check", "--fix"),
)
OTHERS: tuple[tuple[str, ...], ...] = (
    ("rank",),
    ("rank", "--format", "json"),
    ("build", "--to", "json", "--out", "said"),
    ("build", "--to", "xlsx", "--to", "markdown"),
    ("explain", "filter", "--against", "kettle"),
    ("weights", "show", "balanced"),
    ("diff", "HEAD"),
    ("diff", "HEAD~1", "HEAD", "--format", "json"),
    ("evidence", "verify", "--documents", "."),
    ("evidence", "pin", "--documents", "seeds"),
    ("suppressions",),
    ("rules",),
    ("explain", "Y001"),
    ("schema", "option"),
    ("init", "said"),
    ("check", "--decision", "options/filter.yaml"),
    ("check", "--decision", "x" * 3_000),
)


def planned(number: int, chance: Random) -> tuple[str, tuple[str, ...]]:
    """What is wrong with the folder of a command, and its arguments."""
    fault = FAULTS[number // 2 % len(FAULTS)] if number % 2 else FILES
    return fault, OTHERS[number // 6 % len(OTHERS)] if number % 12 in {0, 9} else chance.choice(CHECKS)


def chance_of(number: int) -> Random:
    """What decides on everything about the command of a number."""
    return Random(f"command {number}")  # noqa: S311 - no secret


def command(number: int, home: Path) -> Command:
    """The command of a number, with the decision that it is about laid out in a folder and spoilt."""
    chance = chance_of(number)
    fault, arguments = planned(number, chance)
    folder = home / f"{number}"
    shutil.copytree(TESTS / "sound", folder)
    if arguments[0] == "diff":
        commit(folder)
    spoil = folders.spoilt_files if fault == FILES else folders.FOLDER_FAULTS[fault]
    spoil(folder, chance)
    if arguments[:2] == ("diff", "HEAD~1"):
        commit(folder)
    there = [file for file in folders.files_in(folder) if file.is_file() and not file.is_symlink()]
    flickers = chance.choice(there) if there and chance.random() < 0.1 else None
    return Command(number, fault, folder, arguments, flickers, summary=number % 14 == 7)


def commit(folder: Path) -> None:
    """What lies in a folder, as far as git can take it."""
    told = ("-c", "user.name=A Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false")
    for arguments in (
        ("init", "--quiet"),
        ("add", "--all"),
        ("commit", "--quiet", "--allow-empty", "--message", "A step"),
    ):
        subprocess.run(
            ["git", *told, *arguments],
            cwd=folder,
            check=False,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=60,
        )


def open_up(home: Path) -> None:
    """Give back the right to look into every folder of every decision, so that they can be deleted."""
    for folder in (decision / name for decision in home.iterdir() for name in folders.FOLDERS):
        if folder.is_dir() and not folder.is_symlink():
            folder.chmod(0o755)
