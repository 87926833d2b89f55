import json
import re
import sys
from pathlib import Path

import pytest

from running import Run


def test_a_sound_decision_exits_with_0(run: Run, project: Path) -> None:
    """Without errors the exit code is 0, findings stand on standard output, and nothing on standard error."""
    ran = run("check", "--decision", project)
    assert ran.code == 0
    assert "O003" in ran.out
    assert ran.err == ""


def test_errors_exit_with_1_and_every_finding(run: Run, unsound: Path) -> None:
    """Errors exit with 1; each finding has one line of place, code, sentence and severity, then its remedy."""
    ran = run("check", "--decision", unsound)
    assert ran.code == 1
    lines = ran.out.splitlines()
    at = next(number for number, line in enumerate(lines) if " S001 " in line)
    assert re.match(r"\S*project/options/run\.yaml:\d+:\d+ S001 ", lines[at])
    assert lines[at].endswith("[error]")
    assert any(line.startswith("       = Add `speed:`") for line in lines[at + 1 : at + 4])
    assert lines[-1].startswith("1 error, 1 warning in 2 files")
    assert "Traceback" not in ran.out + ran.err


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("note", 1)])
def test_the_fail_level_decides_the_exit_code(run: Run, project: Path, level: str, code: int) -> None:
    """A warning fails the check from `--fail-level warning` on."""
    assert run("check", "--decision", project, "--fail-level", level).code == code


def test_json_has_the_keys_of_the_contract(run: Run, unsound: Path) -> None:
    """JSON findings have exactly the keys, names and order that other programs rely on."""
    ran = run("check", "--decision", unsound, "--format", "json")
    assert ran.code == 1
    found = json.loads(ran.out)
    assert list(found) == ["schema", "findings", "summary"]
    assert found["schema"] == "steelyard/findings@1"
    assert found["summary"] == {"error": 1, "warning": 1, "note": 0}
    keys = ["code", "severity", "path", "line", "column", "message", "remedy", "suppressed"]
    assert [list(each) for each in found["findings"]] == [keys, keys]
    by_code = {each["code"]: each for each in found["findings"]}
    assert by_code["S001"]["path"] == "options/run.yaml"
    assert by_code["S001"]["severity"] == "error"
    assert by_code["S001"]["suppressed"] is None
    assert isinstance(by_code["S001"]["line"], int)


def test_output_goes_to_a_file(run: Run, unsound: Path, tmp_path: Path) -> None:
    """With `--output` the findings go to a file, the screen stays empty, and the exit code is the same."""
    file = tmp_path / "deep" / "findings.json"
    ran = run("check", "--decision", unsound, "--format", "json", "--output", file)
    assert (ran.code, ran.out, ran.err) == (1, "", "")
    assert json.loads(file.read_text(encoding="utf-8"))["summary"]["error"] == 1


def test_an_output_that_cannot_be_written_exits_with_2(run: Run, project: Path) -> None:
    """Where the output's folder is a file, the exit code is 2 and one sentence says so."""
    ran = run("check", "--decision", project, "--output", project / "steelyard.yaml" / "findings.txt")
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("steelyard: cannot write into ")
    assert len(ran.err.splitlines()) == 1


def test_no_decision_exits_with_2(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no decision is found the exit code is 2, and the sentence says what to do."""
    monkeypatch.chdir(tmp_path)
    ran = run("check")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("steelyard: no steelyard.yaml in ")
    assert "steelyard init --example" in ran.err


@pytest.mark.parametrize("arguments", [("check", "--fromat", "json"), ("check", "--format", "yaml"), ("chekc",)])
def test_bad_usage_exits_with_2(run: Run, project: Path, arguments: tuple[str, ...]) -> None:
    """An option, a format or a command that does not exist exits with 2, on standard error."""
    ran = run("--decision", project, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err
    assert "Traceback" not in ran.err


def test_a_file_of_garbage_is_a_finding(run: Run, project: Path) -> None:
    """Bytes that are no text, in a definition file, are a finding with exit code 1; never a traceback."""
    (project / "options" / "walk.yaml").write_bytes(b"\xff\xfe\x00garbage")
    ran = run("check", "--decision", project)
    assert ran.code == 1
    assert "options/walk.yaml:1:1 Y001" in ran.out
    assert "Traceback" not in ran.out + ran.err


def test_a_decision_of_garbage_is_a_finding(run: Run, project: Path) -> None:
    """So are they in `steelyard.yaml` itself, and the other files are still checked."""
    (project / "steelyard.yaml").write_bytes(b"\x00")
    (project / "options" / "walk.yaml").write_text("id: walk\nid: walk\n", encoding="utf-8")
    ran = run("check", "--decision", project)
    assert ran.code == 1
    assert "steelyard.yaml:1:1 Y001" in ran.out
    assert "options/walk.yaml:2:1 Y004" in ran.out


def test_the_line_of_a_finding_is_shown_with_a_caret(run: Run, project: Path) -> None:
    """Below a finding stands the line of the file, with a caret under the column."""
    (project / "options" / "walk.yaml").write_text("id: walk\nidd: walk\n", encoding="utf-8")
    lines = run("check", "--decision", project).out.splitlines()
    at = next(number for number, line in enumerate(lines) if "walk.yaml:2:1 K001" in line)
    assert lines[at + 1] == "     2 | idd: walk"
    assert lines[at + 2] == "       | ^"


def test_several_formats_at_once_go_to_their_files(run: Run, unsound: Path, tmp_path: Path) -> None:
    """Formats and outputs pair in order; the last format may go to the screen."""
    sarif, junit = tmp_path / "a.sarif", tmp_path / "b.xml"
    files = ["--format", "sarif", "--output", sarif, "--format", "junit", "--output", junit]
    ran = run("check", "--decision", unsound, *files, "--format", "text")
    assert ran.code == 1
    assert json.loads(sarif.read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert junit.read_text(encoding="utf-8").startswith("<?xml")
    assert " S001 " in ran.out


def _paths(run: Run) -> dict[str, str]:
    """The file of the finding S001 in each format, with the decision one folder below."""
    shown = {name: run("check", "--decision", "policy", "--format", name).out for name in ("github", "json", "sarif")}
    (json_path,) = [each["path"] for each in json.loads(shown["json"])["findings"] if each["code"] == "S001"]
    results = json.loads(shown["sarif"])["runs"][0]["results"]
    (address,) = [
        each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for each in results
        if each["ruleId"] == "S001"
    ]
    (annotation,) = re.findall(r"^::error file=([^,]+),", shown["github"], re.MULTILINE)
    return {"json": json_path, "sarif": address, "github": annotation}


@pytest.mark.parametrize("knows", [".git", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_servers_get_paths_from_the_root_of_the_repository(
    run: Run, unsound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knows: str
) -> None:
    """Wherever the command runs, reports name files as the repository does, and JSON as the decision does."""
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    work = tmp_path / "repository" / "work"
    work.mkdir(parents=True)
    unsound.rename(work / "policy")
    if knows == ".git":
        (tmp_path / "repository" / ".git").mkdir()
        monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    else:
        monkeypatch.setenv(knows, str(tmp_path / "repository"))
    monkeypatch.chdir(work)
    there = "work/policy/options/run.yaml"
    assert _paths(run) == {"json": "options/run.yaml", "sarif": there, "github": there}


@pytest.mark.parametrize(
    ("here", "path"),
    [
        ("project", "options/run.yaml"),
        ("project/options", "../options/run.yaml"),
        (".", "project/options/run.yaml"),
        ("beside", "../project/options/run.yaml"),
    ],
)
def test_text_names_files_as_seen_from_the_working_folder(
    run: Run, unsound: Path, monkeypatch: pytest.MonkeyPatch, here: str, path: str
) -> None:
    """So that one can click on them there, wherever one stands; also where another command refuses."""
    (unsound.parent / "beside").mkdir()
    monkeypatch.chdir(unsound.parent / here)
    said = [run("check", "--decision", unsound).out, run("rank", "--decision", unsound).err]
    for each in said:
        assert re.search(rf"^{re.escape(path)}:\d+:\d+ S001 ", each, re.MULTILINE), each


def _kinds(*files: Path) -> list[str]:
    """Which format each file is in; an empty text for one that is not there."""
    signs = {"[error]": "text", '"version": "2.1.0"': "sarif", "<testsuites": "junit", "steelyard/findings@1": "json"}
    texts = [file.read_text(encoding="utf-8") if file.exists() else "" for file in files]
    return [next((name for sign, name in signs.items() if sign in text), "") for text in texts]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("--format text --format sarif --output a.sarif", ["sarif", ""]),
        ("--format sarif --output a.sarif --format text", ["sarif", ""]),
        ("--output=a.sarif --format=sarif", ["sarif", ""]),
        ("--format=text --format=sarif --output=a.sarif", ["sarif", ""]),
        ("--format json --format sarif --output a.sarif --format junit --output b.xml", ["sarif", "junit"]),
        ("--format sarif --format junit --output a.sarif --output b.xml", ["sarif", "junit"]),
        ("--output a.sarif --format sarif --output b.xml --format junit", ["sarif", "junit"]),
    ],
)
def test_an_output_belongs_to_the_format_before_it(
    run: Run, unsound: Path, monkeypatch: pytest.MonkeyPatch, typed: str, found: list[str]
) -> None:
    """Wherever the format for the screen stands; as many outputs as formats also pair in order."""
    monkeypatch.chdir(unsound)
    assert run("check", *typed.split()).code == 1
    assert _kinds(unsound / "a.sarif", unsound / "b.xml") == found


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "--format sarif --format text --output a.sarif",
            "text would go to a.sarif, which is named as a file of sarif",
        ),
        ("--output a.json", "text would go to a.json, which is named as a file of gitlab or json or sarif is; write "),
        ("--format sarif --output b.txt", "write --format text --output b.txt, or choose another name"),
        ("--format sarif --output a --format junit --output a", "two formats would go to a, one over the other"),
        ("--format sarif --output a --format junit --output ./a", "two formats would go to "),
        ("--format text --format sarif --format junit --output a --output b", "a and b would both be for junit: "),
        ("--output a --format text --format sarif", "it is not clear which format goes to a: write each --output "),
        ("--format sarif --output a --output b", "1 format and 2 outputs do not pair: write each --output "),
        ("--format json --format text", "2 formats and 0 outputs do not pair: write each --output right behind its"),
        ("--format sarfi", "Did you mean 'sarif'?"),
    ],
)
def test_formats_that_do_not_pair_are_refused(
    run: Run, unsound: Path, monkeypatch: pytest.MonkeyPatch, typed: str, said: str
) -> None:
    """Where it is not clear what goes where, one sentence says how to make it clear, and nothing is written."""
    monkeypatch.chdir(unsound)
    before = sorted(unsound.iterdir())
    ran = run("check", *typed.split())
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1
    assert sorted(unsound.iterdir()) == before


def test_github_actions_gets_annotations_text_and_a_summary(
    run: Run, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Annotations and text on the screen, and in the job summary every finding and the ranked matrix."""
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    ran = run("check", "--decision", project)
    assert ran.code == 0
    assert ran.out.startswith("::warning file=")
    assert "steelyard.yaml:1:1 O003 " in ran.out
    said = summary.read_text(encoding="utf-8")
    assert "1 warning in 1 file." in said
    assert "| Rank | Option | Total |" in said


@pytest.mark.skipif(sys.platform == "win32", reason="this system deletes no folder that somebody works in")
@pytest.mark.parametrize("command", [("check",), ("rank",), ("build", "--to", "json"), ("init", "new"), ("rules",)])
def test_a_working_folder_that_is_gone(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """Another program may have deleted it; that is a sentence and exit 2, whatever was asked for."""
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    ran = run(*command)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "steelyard: the working folder is gone; go to a decision's folder\n"


@pytest.mark.parametrize("format_", ["json", "sarif", "junit", "gitlab"])
def test_annotations_do_not_get_into_another_format(
    run: Run, unsound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    """What a program reads from the screen under GitHub Actions is its format and nothing else; a file leaves room."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    elsewhere = run("check", "--decision", unsound, "--format", format_)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run("check", "--decision", unsound, "--format", format_).out == elsewhere.out
    to_a_file = run("check", "--decision", unsound, "--format", format_, "--output", tmp_path / "found")
    assert to_a_file.out.startswith("::error file=")
