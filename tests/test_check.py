"""Which severity a finding has in a project, and what nobody can switch off."""

import copy
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from projects import Files, decision, lay_out, quantity, weight_set
from steelyard.assess import report
from steelyard.check import LONGEST_SENTENCE, at_least, check, findings_of, read
from steelyard.command_line.application import application
from steelyard.rules import shelf as rules


def _files(**changes: object) -> Files:
    scores = {"a": (1, 2), "b": (2, 1)}
    criteria = {"x": quantity(0, 4), "y": quantity(0, 4)}
    return decision(criteria, scores, {"even": weight_set("equal")}, **changes)


def test_a_small_decision_is_sound(tmp_path: Path) -> None:
    """The decision that the other tests here spoil has no errors, only the warning that two options are few."""
    assert [each.code for each in check(lay_out(_files(), tmp_path))] == ["O003"]


@pytest.mark.parametrize(("severity", "expected"), [("off", []), ("note", ["note"]), ("error", ["error"])])
def test_a_warning_is_what_the_project_makes_of_it(tmp_path: Path, severity: str, expected: list[str]) -> None:
    """A warning can be switched off, lowered and raised."""
    findings = check(lay_out(_files(severity={"O003": severity}), tmp_path))
    assert [each.severity for each in findings] == expected


@pytest.mark.parametrize("severity", ["off", "note", "warning"])
def test_an_error_stays_an_error(tmp_path: Path, severity: str) -> None:
    """No `severity` makes an error less: what cannot be ranked must not pass. The remedy says so."""
    files = _files(severity={"S001": severity, "O003": "off"})
    del files["options/b.yaml"]["scores"]["y"]
    (found,) = check(lay_out(files, tmp_path))
    assert (found.code, found.severity) == ("S001", "error")
    assert found.remedy.endswith("(Needed to rank: an error whatever `severity` says.)")


def test_an_error_that_is_left_alone_says_nothing_of_severity(tmp_path: Path) -> None:
    """Only where a project tried to lower an error does its remedy speak of that."""
    files = _files()
    del files["options/b.yaml"]["scores"]["y"]
    error = at_least(check(lay_out(files, tmp_path)), "error")[0]
    assert "whatever" not in error.remedy


def test_levels_of_findings_include_the_graver_ones(tmp_path: Path) -> None:
    """Findings of at least a level are those of that level and the graver ones."""
    files = _files(severity={"O003": "note"})
    files["options/b.yaml"]["scores"]["x"]["value"] = 5
    findings = check(lay_out(files, tmp_path))
    assert {each.code for each in at_least(findings, "error")} == {"S003"}
    assert {each.code for each in at_least(findings, "warning")} == {"S003"}
    assert {each.code for each in at_least(findings, "note")} == {"O003", "S003"}


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        ("criteria/x.yaml", ("scale", "best")),
        ("options/b.yaml", ("scores", "x", "value")),
        ("criteria/weights/even.yaml", ("judgements", "x")),
    ],
)
def test_numbers_that_no_machine_can_add_up_are_refused(tmp_path: Path, path: str, keys: tuple[str, ...]) -> None:
    """A scale's end, a score or points beyond 1e200 are a finding at their place, not an overflow later."""
    files = _files()
    files["criteria/weights/even.yaml"] |= {"method": "direct", "judgements": {"x": 1, "y": 1}}
    part = files[path]
    for key in keys[:-1]:
        part = part[key]
    part[keys[-1]] = 1.01e200
    found = [each for each in check(lay_out(files, tmp_path)) if each.code == "K004"]
    assert [each.place.path for each in found] == [path]
    assert "must be at most 1e+200" in found[0].message


@pytest.mark.parametrize(("paragraph", "expected"), [(1_000_000, []), (1_000_001, ["K004"]), (10**19, ["K004"])])
def test_paragraphs_are_counted_in_numbers_that_a_table_holds(
    tmp_path: Path, paragraph: int, expected: list[str]
) -> None:
    """What passes the check can be put into the table of claims; no document has a million paragraphs."""
    files = _files()
    files["seeds/made-up.yaml"] = copy.deepcopy(files["seeds/made-up.yaml"])
    files["seeds/made-up.yaml"]["claims"]["said"]["at"]["paragraph"] = paragraph
    reading = read(lay_out(files, tmp_path))
    assert [each.code for each in findings_of(reading) if each.severity == "error"] == expected
    if not expected:
        assert list(report(reading.definitions).tables["claims"]["paragraph"]) == [paragraph]


def test_ends_that_cannot_be_told_apart_are_refused(tmp_path: Path) -> None:
    """A scale so short that a double cannot divide it is a finding, not an infinite slope."""
    files = _files()
    files["criteria/x.yaml"]["scale"]["best"] = 5e-324
    files["options/a.yaml"]["scores"]["x"]["value"] = 0
    files["options/b.yaml"]["scores"]["x"]["value"] = 0
    assert "C004" in {each.code for each in check(lay_out(files, tmp_path))}


def test_group_points_too_small_to_deal_out_are_refused(tmp_path: Path) -> None:
    """Group points that vanish when they are dealt out to criteria are a finding, not a division by zero."""
    files = _files()
    files["criteria/weights/even.yaml"] |= {
        "method": "direct",
        "groups": {"all": 5e-324},
        "within": {"all": {"x": 1, "y": 1}},
    }
    for name in ("z", "zz", "zzz"):
        files[f"criteria/{name}.yaml"] = files["criteria/x.yaml"] | {"id": name}
        files["criteria/weights/even.yaml"]["within"]["all"][name] = 1
        for option in ("a", "b"):
            files[f"options/{option}.yaml"]["scores"][name] = files["options/a.yaml"]["scores"]["x"]
    assert "W001" in {each.code for each in check(lay_out(files, tmp_path))}


def test_every_rule_has_its_own_code() -> None:
    """No two rules share a code."""
    codes = [rules[name].code for name in rules]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize(("expectations", "loaded"), [([], "False"), ([{"first": "b"}], "True")])
def test_arrays_load_only_for_expectations(tmp_path: Path, expectations: list[dict[str, str]], loaded: str) -> None:
    """Without golden rankings a check never loads numpy, which would cost more than the check itself."""
    expected = [{"weights": "even", "because": "A test says so.", **each} for each in expectations]
    lay_out(_files(expectations=expected), tmp_path)
    code = (
        "import sys; from pathlib import Path; from steelyard.check import check; "
        "check(Path(sys.argv[1])); print('numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == loaded


def test_the_manual_page_lists_settings_with_their_defaults() -> None:
    """`explain O003` says what a project may set, and what holds if it sets nothing."""
    page = CliRunner().invoke(application, ["explain", "O003"]).output
    assert "`rules: {O003: {...}}`" in page
    assert "fewest: 4    So many options a choice needs, the baseline included." in page


def test_no_sentence_runs_on_for_ever(tmp_path: Path) -> None:
    """A finding quotes what stands in a file, and cuts it off where nobody reads on."""
    files = _files()
    files["options/b.yaml"]["title-" + "x" * 5000] = "y"
    (found,) = [each for each in check(lay_out(files, tmp_path)) if each.code == "K001"]
    assert len(found.message) == LONGEST_SENTENCE
    assert found.message.startswith("the key 'title-xxx")
    assert found.message.endswith("xxx...")
