"""What the README and the manual promise is so."""

import importlib.util
import re
import shlex
from pathlib import Path
from types import ModuleType

import pytest
import typer.main
import yaml
from jsonschema import Draft7Validator

from steelyard.command_line.application import application
from steelyard.schema import schema_of

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


MANUAL = ROOT / "docs" / "manual"
PAGES = {page.name: page.read_text(encoding="utf-8") for page in sorted(MANUAL.glob("*.md"))}
TEXTS = "".join((README, *PAGES.values()))


def script(path: str) -> ModuleType:
    """One of the scripts beside the documentation, such as the one that draws the README's picture."""
    spec = importlib.util.spec_from_file_location(Path(path).stem, ROOT / "docs" / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_picture_shows_the_catalogue_as_it_is() -> None:
    """The README's picture is the ranking of today; draw it anew with docs/pictures/draw.py."""
    draw = script("pictures/draw.py")
    assert draw.PICTURE.read_text(encoding="utf-8") == draw.drawn()


@pytest.mark.parametrize("page", [name for name, text in PAGES.items() if "```console" in text])
def test_every_example_of_the_manual_prints_what_is_shown(page: str, tmp_path: Path) -> None:
    """The commands of a page, run in order, print what stands below them; docs/manual/run.py writes them anew."""
    assert script("manual/run.py").replayed(PAGES[page], tmp_path) == PAGES[page]


def test_an_example_that_is_no_longer_so_is_noticed(tmp_path: Path) -> None:
    """Output that differs is replaced by what is printed; `...` stands for any lines, and only for whole ones."""
    replayed = script("manual/run.py").replayed
    shown = "```console\n$ printf 'a\\nb\\nc\\n'\n{}```\n"
    for number, output in enumerate(("a\nb\nc\n", "a\n...\n", "...\nc\n", "a\n...\nb\nc\n")):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        assert replayed(shown.format(output), folder) == shown.format(output)
    for number, output in enumerate(("", "a\nb\n", "a\n...\nd\n", "...b\nc\n", "a\nb\nc\nd\n")):
        folder = tmp_path / f"other-{number}"
        folder.mkdir()
        assert replayed(shown.format(output), folder) == shown.format("a\nb\nc\n")


def test_the_manual_has_a_way_to_every_page() -> None:
    """The README leads to the manual's first page, and that one to all others; every link leads to a file."""
    assert "(docs/manual/README.md)" in README
    assert {f"({name})" for name in PAGES if name != "README.md"} == set(
        re.findall(r"\(\w[\w-]*\.md\)", PAGES["README.md"])
    )
    for name, text in PAGES.items():
        for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
            assert (MANUAL / link).exists(), f"{name} links to {link}"


def test_the_hook_and_the_action_are_called_as_they_are() -> None:
    """The hook's id and the action's inputs that the manual shows are those of this repository."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    hook, step, checkout = (
        yaml.safe_load(each) for each in re.findall(r"```yaml\n(.*?)```", PAGES["ci.md"], re.DOTALL)
    )
    assert [each["id"] for each in hook["repos"][0]["hooks"]] == [each["id"] for each in hooks]
    assert set(step[0]["with"]) <= set(action["inputs"])
    assert checkout[0]["with"] == {"fetch-depth": 0}


def test_the_settings_shown_are_settings() -> None:
    """What the manual shows under `severity` and `rules` is taken as it stands there."""
    (shown,) = re.findall(r"```yaml\n(.*?)```", PAGES["check.md"], re.DOTALL)
    validator = Draft7Validator(schema_of("decision"))
    found = [each for each in validator.iter_errors(yaml.safe_load(shown)) if each.validator != "required"]
    assert found == []


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`(steelyard [a-z][^`>|]*)[^`]*`", TEXTS))))
def test_every_command_in_the_readme_and_the_manual_exists(command: str) -> None:
    """Each command that they show is one that the program has, with those options."""
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
