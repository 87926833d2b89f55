from pathlib import Path

from running import Run
from steelyard.version import VERSION


def test_the_example_passes_check_and_ranks(run: Run, tmp_path: Path) -> None:
    """`init --example` lays out a decision that has no errors and can be ranked at once."""
    folder = tmp_path / "mine"
    ran = run("init", "--example", folder)
    assert (ran.code, ran.err) == (0, "")
    assert str(folder) in ran.out
    assert run("check", "--decision", folder).code == 0
    assert run("rank", "--decision", folder).code == 0
    assert sorted(each.name for each in folder.iterdir()) == [
        "criteria",
        "options",
        "seeds",
        "steelyard.yaml",
    ]


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
        ["build"],
        ["rules"],
        ["weights", "list"],
        ["weights", "show"],
        ["evidence", "verify"],
        ["evidence", "pin"],
    ):
        ran = run(*command, "--help")
        assert ran.code == 0
        assert f"Example: steelyard {' '.join(command)}" in ran.out
