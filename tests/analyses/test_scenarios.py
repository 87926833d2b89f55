from typing import Any

import pytest

from projects import Files, loaded
from scenario_projects import SET, with_scenarios
from steelyard import assess
from steelyard.documents.futures import in_scenario
from steelyard.errors import UnknownNameError
from steelyard.results.exhibit import Exhibit


def _exhibits(files: Files, weights: str | None = None) -> dict[str, Exhibit]:
    return {each.name: each for each in assess.exhibits(loaded(files), ["scenarios"], weights)}


def _table(exhibit: Exhibit) -> dict[str, dict[str, Any]]:
    names = [column.name for column in exhibit.columns]
    rows = (dict(zip(names, row, strict=True)) for row in exhibit.rows)
    return {row.pop("option"): row for row in rows}


def test_ranks_and_totals_in_each_scenario() -> None:
    """By hand, from the totals above: b falls to last place in the flood, and c takes over."""
    found = _exhibits(with_scenarios())
    assert _table(found["scenarios-ranks"]) == {
        "b": {"as_scored": 1, "boom": 1, "flood": 3},
        "c": {"as_scored": 2, "boom": 3, "flood": 1},
        "a": {"as_scored": 3, "boom": 2, "flood": 2},
    }
    totals = _table(found["scenarios-totals"])
    assert totals["a"] == pytest.approx({"as_scored": 0.4, "boom": 0.55, "flood": 0.4})
    assert totals["b"] == pytest.approx({"as_scored": 0.7, "boom": 0.85, "flood": 0.35})
    assert totals["c"] == pytest.approx({"as_scored": 0.5, "boom": 0.5, "flood": 0.5})
    assert found["scenarios-ranks"].takeaways == (
        "First place changes in 1 of 2 scenarios; as scored, Option b has it.",
        "In 'What flood is called', Option c is first.",
    )


def test_regret_and_rules_by_hand() -> None:
    """Regret is against the best of the same scenario; the scores as they are count in no rule."""
    found = _exhibits(with_scenarios(hurwicz=0.25, scenario_sets={"weather": SET}))
    regret = _table(found["scenarios-regret-weather"])
    assert regret["a"] == pytest.approx({"greatest": 0.3, "flood": 0.1, "boom": 0.3})
    assert regret["b"] == pytest.approx({"greatest": 0.15, "flood": 0.15, "boom": 0})
    assert regret["c"] == pytest.approx({"greatest": 0.35, "flood": 0, "boom": 0.35})
    rules = _table(found["scenarios-rules-weather"])
    # 0.25 x 0.55 + 0.75 x 0.4 = 0.4375, and 0.75 x 0.4 + 0.25 x 0.55 is the same figure again.
    a = {"worst": 0.4, "best": 0.55, "hurwicz": 0.4375, "greatest_regret": 0.3, "expected": 0.4375}
    b = {"worst": 0.35, "best": 0.85, "hurwicz": 0.475, "greatest_regret": 0.15, "expected": 0.475}
    c = {"worst": 0.5, "best": 0.5, "hurwicz": 0.5, "greatest_regret": 0.35, "expected": 0.5}
    assert rules == {"a": pytest.approx(a), "b": pytest.approx(b), "c": pytest.approx(c)}
    assert found["scenarios-rules-weather"].takeaways == (
        "Maximin (the best worst total) chooses Option c.",
        "Minimax regret (the least greatest regret) chooses Option b.",
        "Hurwicz (between best and worst) chooses Option c.",
        "The expected total chooses Option c.",
        "No option is best in at least one scenario and worst in none.",
    )


def test_no_expectation_where_the_scenarios_may_both_come() -> None:
    """Without a set that is declared exclusive and exhaustive there is no expected total, and a note says why."""
    rules = _exhibits(with_scenarios())["scenarios-rules"]
    assert "expected" not in {column.name for column in rules.columns}
    assert any("not declared exclusive and exhaustive" in note for note in rules.notes)
    open_ended = SET | {"exclusive_and_exhaustive": False, "probabilities": {}}
    rules = _exhibits(with_scenarios(scenario_sets={"weather": open_ended}))["scenarios-rules-weather"]
    assert "expected" not in {column.name for column in rules.columns}


def test_signposts_say_which_would_change_the_choice() -> None:
    """Each future with who is first in it and under which weight sets that is new, then its signs."""
    # At the weights all-y c is first with 1.0 in every scenario, alone as scored; in the boom b has 0.9, still behind.
    found = _exhibits(with_scenarios())
    assert found["scenarios-first"].rows == (("boom", "b", "no", 0, None), ("flood", "c", "yes", 1, "even"))
    signposts = found["scenarios-signposts"]
    assert signposts.rows == (
        ("boom", "no", "One sees boom.", "The news."),
        ("flood", "yes", "One sees flood.", "The news."),
    )
    assert signposts.takeaways == ("If 'What flood is called' comes, Option c is first. Signs of it: One sees flood.",)


def test_a_decision_without_scenarios_has_no_such_chapter() -> None:
    """Nothing to show, so nothing is shown."""
    files = {path: content for path, content in with_scenarios().items() if "scenarios" not in path}
    assert _exhibits(files) == {}


def test_a_scenario_changes_value_and_range_and_nothing_else() -> None:
    """A shift moves low and high along and stops at the scale's end; exempt options stay; so do the files' own."""
    files = with_scenarios()
    files["criteria/scenarios/boom.yaml"]["changes"][0] |= {"except": ["a"]}
    files["options/b.yaml"]["scores"]["y"] |= {
        "low": 5,
        "high": 9,
        "evidence": [],
        "against": ["made-up#said"],
        "basis": "judgement",
    }
    definitions = loaded(files)
    changed = in_scenario(definitions, "boom")
    b = changed.options["b"].scores["y"]
    assert (b.value, b.low, b.high, b.rationale, b.basis) == (9, 8, 10, "So it is.", "judgement")
    assert (b.evidence, b.against, b.confidence) == ((), (), "high")
    assert changed.options["b"].scores["x"] is definitions.options["b"].scores["x"]
    assert changed.options["a"] is definitions.options["a"]
    assert definitions.options["b"].scores["y"].value == 6


def test_rank_in_a_scenario() -> None:
    """The ranking, its leaders and its valuation are those of the scenario; an unknown one is refused by name."""
    definitions = loaded(with_scenarios())
    valuation = assess.rank(definitions, scenario="flood").valuation
    assert valuation.scenario == "flood"
    assert valuation.ranks == (2, 3, 1)
    assert valuation.leaders[0].option == "c"
    with pytest.raises(UnknownNameError, match=r"there is no scenario 'flod'\. Did you mean 'flood'\?"):
        assess.rank(definitions, scenario="flod")


def test_a_criterion_that_reads_cost_has_the_cost_changed() -> None:
    """The option's cost takes the scenario's number, and the criterion's value follows."""
    files = with_scenarios()
    files["criteria/y.yaml"]["scale"] = {"kind": "cost", "worst": 0, "best": 10}
    for name in "abc":
        number = files[f"options/{name}.yaml"]["scores"].pop("y")
        number.pop("confidence")
        files[f"options/{name}.yaml"]["cost"] = number | {"unit": "EUR", "price_year": 2025, "terms": "real"}
    changed = in_scenario(loaded(files), "boom")
    assert [changed.options[name].cost.value for name in "abc"] == [7, 9, 10]  # type: ignore[union-attr]
