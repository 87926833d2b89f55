import json
from pathlib import Path

from projects import lay_out
from running import Run
from scenario_projects import SET, with_scenarios


def test_the_command_shows_all_of_it(run: Run, tmp_path: Path) -> None:
    """As tables within 80 columns, and as JSON one object an exhibit."""
    folder = lay_out(with_scenarios(scenario_sets={"weather": SET}), tmp_path)
    ran = run("scenarios", "--decision", folder)
    assert ran.code == 0
    assert "In 'What flood is called', Option c is first." in ran.out
    assert "A: What boom is called (boom); B: What flood is called (flood)." in " ".join(ran.out.split())
    assert max(len(line) for line in ran.out.splitlines()) <= 80
    data = json.loads(run("scenarios", "--weights", "all-y", "--format", "json", "--decision", folder).out)
    assert [each["name"] for each in data][:2] == ["scenarios-ranks", "scenarios-totals"]
    assert run("scenarios", "--weights", "al-y", "--decision", folder).code == 2


def test_rank_takes_a_scenario(run: Run, tmp_path: Path) -> None:
    """`rank --scenario` ranks on its scores, says so in words and in JSON."""
    folder = lay_out(with_scenarios(), tmp_path)
    text = run("rank", "--scenario", "flood", "--decision", folder).out
    assert "In the scenario 'What flood is called' (flood), which changes 1 number" in " ".join(text.split())
    data = json.loads(run("rank", "--scenario", "flood", "--format", "json", "--decision", folder).out)
    assert (data["scenario"], data["options"][0]["id"]) == ("flood", "c")
    heads, first, *_ = run("rank", "--scenario", "flood", "--format", "csv", "--decision", folder).out.splitlines()
    assert dict(zip(heads.split(","), first.split(","), strict=True))["scenario"] == "flood"
    assert "scenario" not in run("rank", "--format", "csv", "--decision", folder).out.splitlines()[0]
    assert json.loads(run("rank", "--format", "json", "--decision", folder).out)["scenario"] is None


def test_a_decision_without_scenarios_is_told_so(run: Run, project: Path) -> None:
    """One sentence that says where scenarios are written, and no table."""
    ran = run("scenarios", "--decision", project)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "The decision has no scenarios: write one a file in criteria/scenarios/.\n"
