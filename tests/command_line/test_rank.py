import csv
import io
import json
import os
import sys
from pathlib import Path

import pytest

from running import Run

ESCAPE = "\x1b"


def test_the_table_says_who_is_first(run: Run, project: Path) -> None:
    """The table lists options by rank with their totals, and sentences say the margin and where the baseline is.

    Shares are one half each: walk (2/4 + 4/4) / 2 = 0.75, run (4/4 + 1/4) / 2 = 0.625, stay (1/4 + 0) / 2 = 0.125.
    """
    ran = run("rank", "--decision", project)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    ranked = [line.split() for line in lines if line.strip()[:1] in {"1", "2", "3"} and "0." in line]
    assert [line[:4] for line in ranked] == [
        ["1", "Option", "walk", "0.750"],
        ["2", "Option", "run", "0.625"],
        ["3", "Option", "stay", "(baseline)"],
    ]
    said = " ".join(ran.out.split())
    assert "Option walk is first, 0.125 ahead of Option run." in said
    assert "The baseline (Option stay) ranks 3 of 3; 2 options are above it." in said
    assert "Not ranked: Option crawl: discarded: nobody wants to." in said
    assert "illustrative: nobody has agreed to them" in said


def test_the_table_says_what_each_group_adds(run: Run, project: Path) -> None:
    """Each group of criteria has a column, and its letter, title and weight stand below the table.

    Under weights of 3 to 1 run gets 3/4 * 1 from pace and 1/4 * 1/4 = 0.0625 from comfort, shown as 0.063.
    """
    said = " ".join(run("rank", "--decision", project, "--weights", "fast").out.split())
    assert "1 Option run 0.813 +0.625 0.750 0.063" in said
    assert "A Group pace (75%), B Group comfort (25%)" in said


def test_the_table_fits_80_columns(run: Run, project: Path, catalogue: Path) -> None:
    """No line of the table is longer than 80 characters, for a small decision and for the catalogue."""
    for folder in (project, catalogue):
        lines = run("rank", "--decision", folder).out.splitlines()
        assert max(map(len, lines)) <= 80


def test_long_titles_wrap_within_80_columns(run: Run, project: Path) -> None:
    """A title of many words, or of one endless word, wraps; the numbers stay beside it."""
    for title in ("many words " * 30, "x" * 300):
        file = project / "options" / "walk.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace('"Option walk"', f'"{title}"'), encoding="utf-8")
        ran = run("rank", "--decision", project)
        assert ran.code == 0
        assert max(map(len, ran.out.splitlines())) <= 80
        assert "0.750" in ran.out
        file.write_text(text, encoding="utf-8")


def test_another_weight_set_gives_another_ranking(run: Run, project: Path) -> None:
    """Under weights of 3 to 1 for speed, run comes first: (3 * 1 + 1/4) / 4 = 0.8125, shown as 0.813."""
    said = " ".join(run("rank", "--decision", project, "--weights", "fast").out.split())
    assert "1 Option run 0.813" in said
    assert "Option run is first, 0.188 ahead of Option walk." in said


def test_json_has_the_keys_of_the_contract(run: Run, project: Path) -> None:
    """JSON has every key that other programs rely on, with unrounded numbers."""
    ran = run("rank", "--decision", project, "--format", "json")
    assert ran.code == 0
    found = json.loads(ran.out)
    contract = {"schema", "decision", "weights", "method", "scenario", "criteria", "options", "margin"}
    assert contract | {"too_close_to_call", "stamp", "unranked"} <= set(found)
    assert found["schema"] == "steelyard/ranking@1"
    assert (found["weights"], found["method"], found["scenario"]) == ("even", "additive", None)
    assert {"id", "group", "share", "reads_cost"} <= set(found["criteria"][0])
    keys = {"id", "title", "role", "rank", "tied_with", "total", "values", "contributions", "above_baseline"}
    assert keys <= set(found["options"][0])
    assert set(found["stamp"]) == {"version", "commit", "dirty", "definitions"}
    assert found["stamp"]["definitions"].startswith("sha256:")
    assert [(each["id"], each["rank"], each["total"]) for each in found["options"]] == [
        ("walk", 1, 0.75),
        ("run", 2, 0.625),
        ("stay", 3, 0.125),
    ]
    assert found["options"][0]["values"] == {"speed": 0.5, "ease": 1.0}
    assert found["options"][0]["contributions"] == {"speed": 0.25, "ease": 0.5}
    assert found["options"][0]["above_baseline"] == 0.625
    assert found["options"][0]["tied_with"] == []
    assert found["margin"] == 0.125
    assert found["too_close_to_call"] is False
    assert [(each["id"], each["because"]) for each in found["unranked"]] == [("crawl", "discarded: nobody wants to")]
    assert all(each["id"] != "crawl" for each in found["options"])


def test_csv_and_markdown_go_to_standard_output(run: Run, project: Path) -> None:
    """CSV has one row an option below its headings, the unranked one last; Markdown has a table."""
    rows = list(csv.DictReader(io.StringIO(run("rank", "--decision", project, "--format", "csv").out)))
    assert [(row["option"], row["rank"], row["total"], row["not ranked because"]) for row in rows] == [
        ("walk", "1", "0.75", ""),
        ("run", "2", "0.625", ""),
        ("stay", "3", "0.125", ""),
        ("crawl", "", "", "discarded: nobody wants to"),
    ]
    assert "| 1 | Option walk | 0.750 |" in run("rank", "--decision", project, "--format", "markdown").out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("rank", "--weights", "fsat"), "there is no weight set 'fsat'. Did you mean 'fast'?"),
        (("rank", "--method", "addative"), "there is no method 'addative'. Did you mean 'additive'?"),
        (("explain", "wlak"), "there is no option and no rule 'wlak'. Did you mean 'walk'?"),
        (("explain", "walk", "--against", "rum"), "there is no option 'rum'. Did you mean 'run'?"),
        (("explain", "S030"), "there is no option and no rule 'S030'. Did you mean 'S0"),
        (("build", "--to", "markdwon"), "there is no output 'markdwon'. Did you mean 'markdown'?"),
        (
            ("build", "--weights", "evne", "--to", "json"),
            "there is no weight set 'evne'. Did you mean 'even'?",
        ),
        (("weights", "show", "evne"), "there is no weight set 'evne'. Did you mean 'even'?"),
    ],
)
def test_unknown_names_exit_with_2(run: Run, project: Path, arguments: tuple[str, ...], sentence: str) -> None:
    """A name that names nothing exits with 2 and one sentence with the nearest name, on standard error."""
    ran = run("--decision", project, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"steelyard: {sentence}")
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [("rank",), ("build", "--to", "json"), ("explain", "walk"), ("weights", "list"), ("weights", "show")],
)
def test_unsound_definitions_exit_with_1_and_the_findings(run: Run, unsound: Path, arguments: tuple[str, ...]) -> None:
    """Commands that need sound definitions show the errors on standard error and exit with 1; no traceback."""
    ran = run("--decision", unsound, *arguments)
    assert (ran.code, ran.out) == (1, "")
    assert " S001 " in ran.err
    assert ran.err.rstrip().endswith("the definitions have 1 error; mend them first: steelyard check")
    assert "Traceback" not in ran.err
    assert not (unsound / "build").exists()


def test_a_decision_is_found_from_a_folder_inside_it(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run from any folder of a decision, and --decision stands before or after the command."""
    named = run("rank", "--decision", project)
    assert run("--decision", project, "rank").out == named.out
    monkeypatch.chdir(project / "criteria" / "weights")
    assert run("rank").out == named.out


def test_a_process_of_its_own_says_the_same(run: Run, run_apart: Run, project: Path) -> None:
    """`python -m steelyard` in a folder inside a decision prints what the function prints, without escapes."""
    ran = run_apart("rank", cwd=project / "options", environment={"FORCE_COLOR": ""})
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.split() == run("rank", "--decision", project).out.split()
    assert ESCAPE not in ran.out


def test_exit_codes_of_a_process(run_apart: Run, unsound: Path, tmp_path: Path) -> None:
    """A process ends with 1 on findings and 2 where there is no decision."""
    assert run_apart("rank", cwd=unsound).code == 1
    assert run_apart("check", cwd=unsound).code == 1
    assert run_apart("rank", cwd=tmp_path).code == 2


def _on_a_terminal(project: Path, environment: dict[str, str], *arguments: str) -> str:
    """What a command prints on a terminal of 80 columns."""
    pty = pytest.importorskip("pty", reason="terminals can only be played on POSIX systems")
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "CI", "FORCE_COLOR")}
    ours, theirs = pty.openpty()
    import subprocess  # noqa: PLC0415 - only where there are terminals

    process = subprocess.Popen(
        [sys.executable, "-m", "steelyard", *arguments],
        cwd=project,
        env={**kept, "TERM": "xterm-256color", "COLUMNS": "80", **environment},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    said = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # how Linux says that the terminal's other end is closed
            break
        if not piece:
            break
        said += piece
    assert process.wait() == 0, said
    os.close(ours)
    return said.decode()


@pytest.mark.parametrize("command", ["rank", "check", "check --help"])
def test_a_terminal_shows_colour_or_weight(project: Path, command: str) -> None:
    """On a terminal there are escape codes, which is what the next test can tell the absence of."""
    assert ESCAPE in _on_a_terminal(project, {}, *command.split())


@pytest.mark.parametrize(
    "command", ["rank", "check", "explain walk", "weights show", "build --to json", "--help", "check --help"]
)
@pytest.mark.parametrize("silencer", ["NO_COLOR", "CI"])
def test_no_escape_codes_where_none_are_wanted(project: Path, command: str, silencer: str) -> None:
    """With NO_COLOR or CI set, not a single escape code reaches even a terminal."""
    assert ESCAPE not in _on_a_terminal(project, {silencer: "1"}, *command.split())
