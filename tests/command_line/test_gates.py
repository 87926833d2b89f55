import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from projects import as_yaml, decision, lay_out, quantity, weight_set
from running import Run
from scenario_projects import scenario

GATES = {"lawful": {"title": "Lawful", "question": "Is there a law for it?"}}
TAKEN = {"chosen": ["stay"], "because": "It is cheap.", "instead_of_leader": "It is warm.", "status": "illustrative"}


@pytest.fixture
def gated(tmp_path: Path) -> Path:
    """Three options, one of which fails the only gate, and a decision for the baseline."""
    rows = {"stay": (1,), "go": (3,), "hop": (2,)}
    weights = {"even": weight_set("equal"), "own": weight_set("direct", judgements={"x": 1})}
    files = decision({"x": quantity(0, 4)}, rows, weights, gates=GATES, decision=TAKEN)
    files["criteria/scenarios/rain.yaml"] = scenario("rain", {"criterion": "x", "change": {"kind": "shift", "by": 1}})
    for name in rows:
        files[f"options/{name}.yaml"]["gates"] = {"lawful": {"pass": name != "hop", "because": f"As for {name}."}}
    return lay_out(files, tmp_path / "gated")


def test_gates_and_the_decision_are_shown(run: Run, gated: Path) -> None:
    """Who passes, why, and what was decided: as a table, for other programs, and for a memo."""
    shown = run("gates", "--decision", gated)
    said = " ".join(shown.out.split())
    assert (shown.code, shown.err) == (0, "")
    for words in ("Option hop (Lawful)", "As for hop.", "Reason: It is cheap.", "Why no leader instead: It is warm."):
        assert words in said
    assert "hop,fails,no" in run("gates", "--decision", gated, "--format", "csv").out
    assert "| stay | Option stay | does not lead |" in run("gates", "--decision", gated, "--format", "markdown").out
    names = [each["name"] for each in json.loads(run("gates", "--decision", gated, "--format", "json").out)]
    assert names == ["gates", "gate-reasons", "decision-taken"]


def test_they_stand_in_every_output(run: Run, gated: Path) -> None:
    """What is built shows both, each output in its own way; the workbook on a sheet, and the decision on its cover."""
    assert run("build", "--decision", gated).code == 0
    built = gated / "build"
    markdown = (built / "steelyard.md").read_text(encoding="utf-8")
    sentence = "An illustrative decision, which nobody has taken: Option stay. It stands apart from the ranking."
    assert f"- {sentence}" in markdown
    assert "## Gates and decision" in markdown
    names = [each["name"] for each in json.loads((built / "steelyard.json").read_text(encoding="utf-8"))["exhibits"]]
    assert names[:3] == ["gates", "gate-reasons", "decision-taken"]
    assert (built / "steelyard-gates.csv").read_text(encoding="utf-8-sig").splitlines()[2] == "hop,fails,no"
    book = openpyxl.load_workbook(built / "steelyard.xlsx")
    assert sentence in {cell.value for row in book["Cover"].iter_rows() for cell in row}
    sheet = {cell.value for row in book["Gates and decision"].iter_rows() for cell in row}
    assert {"As for hop.", "does not lead", sentence} <= sheet


def test_rank_says_who_is_left_out_and_what_was_decided(run: Run, gated: Path) -> None:
    """The ranking on a terminal names the gate and the reason, and the decision apart from both."""
    said = " ".join(run("rank", "--decision", gated).out.split())
    assert "Not ranked: Option hop: fails the gate lawful (As for hop)." in said
    assert "An illustrative decision, which nobody has taken: Option stay." in said
    assert "Reason: It is cheap. Why no leader instead: It is warm. Not ranked:" in said
    lines = run("rank", "--decision", gated, "--format", "markdown").out.splitlines()
    assert {"- Reason: It is cheap.", "- Why no leader instead: It is warm."} <= set(lines)


def test_another_program_has_gates_and_decision_as_facts(run: Run, gated: Path) -> None:
    """The ranking and the robustness as JSON name each gate's answers and the whole decision, not in sentences."""
    taken = {
        "chosen": ["stay"],
        "by": None,
        "on": None,
        "because": "It is cheap.",
        "instead_of_leader": "It is warm.",
        "status": "illustrative",
        "weights": "even",
        "was_first": None,
    }
    answers = [("go", True), ("hop", False), ("stay", True)]
    for command in (("rank",), ("robustness", "--samples", "16")):
        found = json.loads(run(*command, "--decision", gated, "--format", "json").out)
        assert found["decision_taken"] == taken
        (gate,) = found["gates"]
        assert (gate["id"], gate["title"]) == ("lawful", "Lawful")
        assert [(each["id"], each["passes"]) for each in gate["options"]] == answers
        assert gate["options"][1]["because"] == "As for hop."
    ranked = json.loads(run("rank", "--decision", gated, "--format", "json").out)
    assert [(each["id"], each["failed_gates"]) for each in ranked["unranked"]] == [("hop", ["lawful"])]


def test_without_a_decision_its_key_is_null(run: Run, project: Path) -> None:
    """A program finds the same keys in every decision."""
    found = json.loads(run("rank", "--decision", project, "--format", "json").out)
    assert (found["gates"], found["decision_taken"]) == ([], None)


@pytest.mark.parametrize(
    "command",
    [("robustness", "--samples", "16"), ("methods",), ("scenarios",), ("weights", "compare")],
    ids=lambda each: each[0],
)
@pytest.mark.parametrize("how", ["table", "markdown"])
def test_every_command_on_the_ranking_says_both(run: Run, gated: Path, command: tuple[str, ...], how: str) -> None:
    """One line on who a gate keeps out and one on the decision stand with the first table, in the same words."""
    said = run(*command, "--decision", gated, "--format", how).out
    plain = " ".join(said.split())
    assert "Of the 2 options beside the baseline 1 fails a gate and is not ranked: Option hop (Lawful)." in plain
    assert "An illustrative decision, which nobody has taken: Option stay." in plain


def test_the_account_of_what_was_chosen_says_so(run: Run, gated: Path) -> None:
    """`explain` tells of the decision and its reasons where the option is the chosen one, and only there."""
    said = " ".join(run("explain", "stay", "--decision", gated).out.split())
    assert "An illustrative decision, which nobody has taken: Option stay." in said
    assert "Reason: It is cheap. Why no leader instead: It is warm." in said
    assert "It is cheap." not in run("explain", "go", "--decision", gated).out


def test_the_file_of_the_decision_has_all_of_it(run: Run, gated: Path) -> None:
    """Beside where it stands: whether it was taken, by whom, when and why."""
    assert run("build", "--decision", gated, "--to", "csv").code == 0
    text = (gated / "build" / "steelyard-decision-taken.csv").read_text(encoding="utf-8-sig")
    heads, row = csv.reader(io.StringIO(text))
    assert heads[-5:] == ["Status", "Decided by", "Decided on", "Because", "Why no leader instead"]
    assert row[-5:] == ["illustrative", "", "", "It is cheap.", "It is warm."]


def test_neither_is_no_fault(run: Run, project: Path) -> None:
    """Where there is no gate and no decision the command says so beside its output, and JSON is still JSON."""
    ran = run("gates", "--decision", project)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith(
        "No gate and no decision is written down in steelyard.yaml; what an option must pass goes "
    )
    assert json.loads(run("gates", "--decision", project, "--format", "json").out) == []


def test_a_decision_alone_is_enough(run: Run, project: Path) -> None:
    """Without any gate the decision is shown by itself."""
    text = (project / "steelyard.yaml").read_text(encoding="utf-8")
    taken = {"chosen": ["walk"], "because": "It is near.", "instead_of_leader": "Rain.", "status": "illustrative"}
    (project / "steelyard.yaml").write_text(text + as_yaml({"decision": taken}), encoding="utf-8")
    assert json.loads(run("gates", "--decision", project, "--format", "json").out)["name"] == "decision-taken"
