"""What the README and the manual promise is so."""

import importlib.util
import re
import shlex
from pathlib import Path
from types import ModuleType

import pytest
import typer.main

from steelyard.command_line.application import application

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def drawing() -> ModuleType:
    """The script that draws the README's picture."""
    spec = importlib.util.spec_from_file_location("draw", ROOT / "docs" / "pictures" / "draw.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_picture_shows_the_catalogue_as_it_is() -> None:
    """The README's picture is the ranking of today; draw it anew with docs/pictures/draw.py."""
    draw = drawing()
    assert draw.PICTURE.read_text(encoding="utf-8") == draw.drawn()


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`(steelyard [a-z][^`]*)`", README))))
def test_every_command_in_the_readme_exists(command: str) -> None:
    """Each command that the README shows is one that the program has, with those options."""
    words = shlex.split(command)[1:]
    group = typer.main.get_command(application)
    while words and hasattr(group, "commands"):
        assert words[0] in group.commands, command
        group = group.commands[words.pop(0)]
    known = {option for parameter in group.params for option in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= known


def test_each_command_of_the_readme_is_one_line_with_its_windows_form() -> None:
    """Both commands stand on one line each, make a virtual environment, and have a Windows form beside them."""
    for mark in ("<!-- command: run -->", "<!-- command: test -->"):
        after = README.split(mark)[1].split("```")
        assert after[1].strip().count("\n") == 1
        assert "python3 -m venv .venv" in after[1]
        assert "py -m venv .venv" in after[3]


def test_every_command_has_an_example() -> None:
    """The help of every command shows how it is called."""
    pending = [typer.main.get_command(application)]
    while pending:
        command = pending.pop()
        if hasattr(command, "commands"):
            pending.extend(command.commands.values())
        else:
            assert "Example: steelyard" in (command.help or ""), command.name


@pytest.mark.parametrize("lock", ["run.txt", "test.txt"])
def test_locks_pin_hashes_and_name_no_host(lock: str) -> None:
    """Every package in a lock file has a version and a hash, and no address of any kind stands in it."""
    text = (ROOT / "locks" / lock).read_text(encoding="utf-8")
    assert "://" not in text
    pinned = [line for line in text.splitlines() if re.match(r"[a-z0-9]", line)]
    assert pinned
    for line in pinned:
        assert re.match(r"[a-z0-9._-]+(\[[a-z,]+\])?==\S+ (; .* )?\\$", line), line
    assert text.count("--hash=sha256:") >= len(pinned)
