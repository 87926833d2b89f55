"""Run the examples of the manual, and write anew the output that is no longer so: python docs/manual/run.py.

A page begins in an empty folder; most lay out a decision first. In a block marked `console`, a line that begins with
`$ ` is run by bash and the lines below it are what it printed; `...` alone on a line stands for lines left out, and
commits are shown as twelve zeros. A block marked `diff` names a file and shows how it is edited.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
PAGES = sorted(HERE.glob("*.md"))
_BLOCK = re.compile(r"^```(console|diff)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMIT = re.compile(r"\(?\b[0-9a-f]{12}\b\)?")
_WHO = {f"GIT_{role}_{what}": said for role in ("AUTHOR", "COMMITTER") for what, said in (
    ("NAME", "An Analyst"), ("EMAIL", "analyst@example.org"), ("DATE", "2026-01-31T12:00:00Z"),
)}  # fmt: skip


def replayed(page: str, folder: Path) -> str:
    """The text of a page with the output that its commands have today, run one after the other in a folder."""
    shell = _Shell(folder)
    text, at = "", 0
    for block in _BLOCK.finditer(page):
        body = _edited(block[2], shell.here) if block[1] == "diff" else shell.run(block[2])
        text += page[at : block.start(2)] + body
        at = block.end(2)
    return text + page[at:]


class _Shell:
    """Runs commands as a reader would type them, `steelyard` being the one that is worked on here."""

    def __init__(self, folder: Path) -> None:
        program = folder / "bin" / "steelyard"
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m steelyard "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        self.here = folder / "work"
        self.here.mkdir()
        kept = {name: said for name, said in os.environ.items() if not name.startswith(("GIT", "CI", "COLUMNS"))}
        path = f"{program.parent}{os.pathsep}{kept['PATH']}"
        self._environment = {**kept, **_WHO, "PATH": path, "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"}

    def run(self, block: str) -> str:
        """A block with the output of each of its commands."""
        return "".join(self._answered(command, shown) for command, shown in _commands(block))

    def _answered(self, command: str, shown: list[str]) -> str:
        if command.startswith("cd "):
            self.here /= command.removeprefix("cd ")
            return f"$ {command}\n"
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self.here,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        printed = [
            _COMMIT.sub(lambda said: re.sub("[0-9a-f]", "0", said[0]), line.rstrip())
            for line in done.stdout.splitlines()
        ]
        lines = shown if _same(shown, printed) else printed
        return "".join(f"{line}\n" for line in (f"$ {command}", *lines))


def _commands(block: str) -> Iterator[tuple[str, list[str]]]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *shown = part.splitlines()
        yield command, shown


def _same(shown: list[str], printed: list[str]) -> bool:
    """Whether the lines shown are those printed, but for those that `...` leaves out."""
    pattern = "".join("(?:.*\n)*?" if line == "..." else f"{re.escape(line)}\n" for line in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


def _edited(block: str, here: Path) -> str:
    """Make the edit that a block shows; the block itself stays as it is."""
    heading, *lines = block.splitlines()
    file = here / heading.removeprefix("--- ")
    before, after = ("".join(f"{line[1:]}\n" for line in lines if line[0] in side) for side in ("- ", "+ "))
    text = file.read_text(encoding="utf-8")
    if text.count(before) != 1:
        raise ValueError(f"{file.name} does not have these lines once:\n{before}")
    file.write_text(text.replace(before, after), encoding="utf-8", newline="\n")
    return block


def main() -> None:
    """Write every page anew."""
    for page in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            text = page.read_text(encoding="utf-8")
            page.write_text(replayed(text, Path(folder)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
