"""A command that is called as it cannot be: exit code 2, one sentence of ours, and colour nowhere but on terminals."""

from pathlib import Path

import pytest

from running import Run

ESCAPE = "\x1b"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            "check --fail-level bogus",
            "there is no 'bogus' for --fail-level. Known: 'error', 'note', 'warning'. See: steelyard check --help",
        ),
        (
            "check --fail-level eror",
            "there is no 'eror' for --fail-level. Did you mean 'error'? See: steelyard check --help",
        ),
        ("rank --format tabel", "there is no 'tabel' for --format. Did you mean 'table'? See: steelyard rank --help"),
        ("check --fromat json", "there is no option --fromat; did you mean --format? See: steelyard check --help"),
        ("chekc", "there is no command 'chekc'. Did you mean 'check'? See: steelyard --help"),
        ("weights shwo", "there is no command 'shwo'. Did you mean 'show'? See: steelyard weights --help"),
        (
            "robustness --samples many",
            "the value of --samples does not fit: it should be a whole number. See: steelyard robustness --help",
        ),
        (
            "rank --shortlist",
            "option '--shortlist' requires an argument. See: steelyard --help",
        ),
        (
            "robustness --seed -1",
            (
                "the value of --seed does not fit: it should be greater than or equal to 0. "
                "See: steelyard robustness --help"
            ),
        ),
        ("diff", "missing argument 'REF'. See: steelyard diff --help"),
    ],
)
def test_what_is_wrong_is_one_sentence_of_ours(run: Run, arguments: str, said: str) -> None:
    """It names what was typed, the nearest that there is, and where to read more; no library's words get through."""
    ran = run(*arguments.split())
    assert (ran.code, ran.out, ran.err) == (2, "", f"steelyard: {said}\n")


@pytest.mark.parametrize("arguments", ["", "weights"])
def test_without_a_command_there_is_help(run: Run, arguments: str) -> None:
    """Who names no command reads what there is, and nothing beside it."""
    ran = run(*arguments.split())
    assert (ran.code, ran.err) == (2, "")
    assert "Usage: steelyard" in ran.out


@pytest.mark.parametrize(
    ("asked", "arguments"),
    [
        ("GITHUB_ACTIONS", "--help"),
        ("GITHUB_ACTIONS", "check --fail-level bogus"),
        ("GITHUB_ACTIONS", "rank"),
        ("FORCE_COLOR", "check --help"),
        ("FORCE_COLOR", "check"),
        ("PY_COLORS", "--help"),
    ],
)
def test_no_colour_gets_into_a_pipe(run_apart: Run, project: Path, asked: str, arguments: str) -> None:
    """Whatever the surroundings ask of other programs, what is read by a program has no escape codes in it."""
    ran = run_apart(*arguments.split(), cwd=project, environment={asked: "true"})
    assert ran.out + ran.err
    assert ESCAPE not in ran.out + ran.err
