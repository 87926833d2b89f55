import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from running import Run
from steelyard.documents.definitions import FILES, FOLDERS
from steelyard.reading.yaml_text import parse
from steelyard.version import VERSION


def test_the_example_passes_check_and_ranks(run: Run, catalogue: Path, tmp_path: Path) -> None:
    """`init --example` lays out a decision that has no errors and can be ranked at once."""
    folder = tmp_path / "mine"
    ran = run("init", "--example", folder)
    assert (ran.code, ran.err) == (0, "")
    assert str(folder) in ran.out
    assert run("check", "--decision", folder).code == 0
    assert run("rank", "--decision", folder).code == 0
    shipped = [file for file in FILES.values() if (catalogue / file).exists()]
    assert sorted(each.name for each in folder.iterdir()) == sorted(
        [".schemas", "criteria", "options", "seeds", *shipped]
    )


def _definitions(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.yaml"))


def test_the_catalogue_is_laid_out_as_it_is_shipped(run: Run, catalogue: Path, tmp_path: Path) -> None:
    """`init --example` copies every byte of the catalogue below a line for editors, and puts the schemas beside it."""
    run("init", "--example", tmp_path / "mine")
    copied = {}
    for file in _definitions(tmp_path / "mine"):
        line, _, rest = file.read_bytes().partition(b"\n")
        assert line.startswith(b"# yaml-language-server: $schema=")
        copied[file.relative_to(tmp_path / "mine")] = rest
    tops = [*(file for file in FILES.values() if (catalogue / file).exists()), *FOLDERS.values()]
    shipped = [file for top in tops for file in ([catalogue / top] if "." in top else (catalogue / top).glob("*.yaml"))]
    assert copied == {file.relative_to(catalogue): file.read_bytes() for file in shipped}
    assert sorted(each.stem for each in (tmp_path / "mine" / ".schemas").iterdir()) == sorted([*FILES, *FOLDERS])


def test_the_skeleton_passes_check_and_ranks(run: Run, tmp_path: Path) -> None:
    """`init` alone lays out a decision without a single finding, which can be ranked under both weight sets."""
    folder = tmp_path / "mine"
    ran = run("init", folder)
    assert (ran.code, ran.err) == (0, "")
    assert f"cd {folder}" in ran.out
    assert "steelyard check" in ran.out
    checked = run("check", "--decision", folder, "--fail-level", "note")
    assert (checked.code, checked.out) == (0, "No findings: the definitions are sound.\n")
    for weights in ("balanced", "delivery-first"):
        assert run("rank", "--decision", folder, "--weights", weights).code == 0


def test_the_skeleton_shows_every_form(run: Run, tmp_path: Path) -> None:
    """It has a baseline and three options, every kind of scale, flat and grouped weights, and a source with claims."""
    folder = tmp_path / "mine"
    run("init", folder)
    found = json.loads(run("rank", "--decision", folder, "--format", "json").out)
    assert sorted(each["role"] for each in found["options"]) == ["baseline", "option", "option", "option"]
    text = {file.name: file.read_text(encoding="utf-8") for file in _definitions(folder)}
    assert "better: less" in text["people-hurt.yaml"]
    for kind in ("levels", "quantity", "cost"):
        assert any(f"kind: {kind}" in each for each in text.values())
    assert "judgements:" in text["balanced.yaml"]
    assert "within:" in text["delivery-first.yaml"]
    assert "claims:" in text["example-report.yaml"]


def test_every_file_of_the_skeleton_names_its_schema(run: Run, tmp_path: Path) -> None:
    """The first line of each file leads an editor to the schema of its kind, and the file is valid by it."""
    folder = tmp_path / "mine"
    run("init", folder)
    for file in _definitions(folder):
        line, *rest = text = file.read_text(encoding="utf-8").splitlines()
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", line)
        assert named, file
        schema = json.loads((file.parent / named[1]).read_text(encoding="utf-8"))
        tree, faults = parse("\n".join(text))
        assert faults == []
        assert list(Draft7Validator(schema).iter_errors(tree)) == [], file
        assert any(each.lstrip().startswith("# ") for each in rest), "nothing is explained"
        assert max(map(len, text)) <= 100


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("steelyard.yaml", ".schemas/decision.json"),
        ("assumptions.yaml", ".schemas/assumptions.json"),
        ("options/*.yaml", "../.schemas/option.json"),
        ("criteria/*.yaml", "../.schemas/criterion.json"),
        ("criteria/weights/*.yaml", "../../.schemas/weights.json"),
        ("criteria/scenarios/*.yaml", "../../.schemas/scenario.json"),
        ("seeds/*.yaml", "../.schemas/source.json"),
    ],
)
def test_every_file_of_the_example_leads_to_its_schema(run: Run, tmp_path: Path, file: str, line: str) -> None:
    """The catalogue's files begin with the line that editors look for, and their schema lies where it leads."""
    run("init", "--example", tmp_path / "mine")
    files = sorted((tmp_path / "mine").glob(file))
    assert files
    for each in files:
        assert each.read_text(encoding="utf-8").startswith(f"# yaml-language-server: $schema={line}\n"), each
        assert (each.parent / line).is_file()


def test_the_example_is_as_sound_as_the_catalogue(run: Run, catalogue: Path, tmp_path: Path) -> None:
    """The line above each file moves findings down by one and adds none; `check --fix` has nothing to do with it."""
    run("init", "--example", tmp_path / "mine")
    counts = [
        json.loads(run("check", "--decision", folder, "--format", "json").out)["summary"]
        for folder in (catalogue, tmp_path / "mine")
    ]
    assert counts[0] == counts[1]
    assert counts[1]["error"] == counts[1]["warning"] == 0


@pytest.mark.parametrize(("columns", "widest"), [(None, 80), ("60", 60), ("400", 100)])
def test_what_init_says_fits_the_terminal(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, columns: str | None, widest: int
) -> None:
    """Its last paragraph is wrapped: 80 columns in a pipe, never more than 100; what can be typed stays on a line."""
    monkeypatch.chdir(tmp_path)
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    said = run("init").out
    paragraph = said.rpartition("\n\n")[2].splitlines()
    assert paragraph[0].startswith("Then open steelyard.yaml: ")
    assert widest - 20 < max(map(len, paragraph)) <= widest
    if columns is None:
        assert max(map(len, said.splitlines())) <= 80


def test_without_a_name_a_new_folder_is_made(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder, one is made under a plain name; a second time it is in use."""
    monkeypatch.chdir(tmp_path)
    assert run("init").code == 0
    assert (tmp_path / "my-decision" / "steelyard.yaml").is_file()
    assert run("init", "--example").code == 0
    assert (tmp_path / "steelyard-example" / "steelyard.yaml").is_file()
    assert run("init").code == 2


def test_the_working_folder_can_be_filled(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`init .` fills the empty folder one stands in, which stays the same folder."""
    monkeypatch.chdir(tmp_path)
    before = tmp_path.stat().st_ino
    ran = run("init", ".")
    assert (ran.code, ran.err) == (0, "")
    assert "cd " not in ran.out
    assert tmp_path.stat().st_ino == before
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        ".schemas", "assumptions.yaml", "criteria", "options", "seeds", "steelyard.yaml",
    ]  # fmt: skip


@pytest.mark.parametrize("there", ["there", ""])
def test_what_cannot_be_finished_leaves_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: str
) -> None:
    """Where moving into place fails half way, the folder is as it was, and one sentence says why."""
    folder = tmp_path / "mine"
    if there:
        folder.mkdir()
    rename, moved = Path.rename, []

    def failing(self: Path, target: Path) -> Path:
        if moved or not there:
            raise OSError(28, "No space left on device")
        moved.append(target)
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    ran = run("init", folder)
    assert ran.code == 2
    assert ran.err == f"steelyard: cannot lay out {folder}: No space left on device\n"
    assert [each.name for each in tmp_path.rglob("*")] == (["mine"] if there else [])


def test_an_empty_folder_is_filled(run: Run, tmp_path: Path) -> None:
    """A folder that is there and empty will do."""
    (tmp_path / "mine").mkdir()
    assert run("init", "--example", tmp_path / "mine").code == 0
    assert (tmp_path / "mine" / "steelyard.yaml").is_file()


def test_a_folder_in_use_is_left_alone(run: Run, tmp_path: Path) -> None:
    """A folder with anything in it is refused and stays as it is."""
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    ran = run("init", "--example", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"steelyard: {tmp_path} is not empty")
    assert [each.name for each in tmp_path.iterdir()] == ["notes.txt"]


def test_a_place_that_cannot_be_written_leaves_nothing(run: Run, tmp_path: Path) -> None:
    """Where the new folder would lie inside a file, one sentence says so and nothing is left behind."""
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    ran = run("init", "--example", tmp_path / "file" / "mine")
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_the_version_is_shown(run: Run) -> None:
    """`--version` prints the name and the version."""
    ran = run("--version")
    assert (ran.code, ran.out) == (0, f"steelyard {VERSION}\n")


def test_help_has_an_example_for_every_command(run: Run) -> None:
    """Every command's help shows how it is called."""
    for command in (
        ["init"],
        ["check"],
        ["rank"],
        ["explain"],
        ["assumptions"],
        ["build"],
        ["rules"],
        ["schema"],
        ["weights", "list"],
        ["weights", "show"],
        ["evidence", "verify"],
        ["evidence", "pin"],
    ):
        ran = run(*command, "--help")
        assert ran.code == 0
        assert f"Example: steelyard {' '.join(command)}" in ran.out
