"""What must hold of every ranking, whatever the decision; and the ways in which ranking refuses."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from odd_projects import ends_of, numbers_on, plain_decisions
from projects import Files, decision, lay_out, loaded, quantity, score, weight_set
from steelyard import assess
from steelyard.analyses import shelf as analyses
from steelyard.errors import UnknownNameError, UnsoundDefinitionsError
from steelyard.results.valuation import Valuation

CLOSE = 1e-12
"""Within this two totals are the same sum, taken in another order."""


def _valued(files: Files) -> Valuation:
    return assess.rank(loaded(files)).valuation


def _totals(valuation: Valuation) -> dict[str, float]:
    return dict(zip(valuation.options, valuation.totals.tolist(), strict=True))


def _ranks(valuation: Valuation) -> dict[str, int]:
    return dict(zip(valuation.options, valuation.ranks, strict=True))


def _named(files: Files, folder: str) -> list[str]:
    return [each["id"] for path, each in files.items() if path.rpartition("/")[0] == folder]


def _criteria(files: Files) -> dict[str, dict[str, Any]]:
    return {name: files[f"criteria/{name}.yaml"] for name in _named(files, "criteria")}


def _draw_from(data: st.DataObject, names: list[str]) -> str:
    return data.draw(st.sampled_from(sorted(names)))


def _with_flat_weights(files: Files, points: dict[str, float]) -> Files:
    return files | {"criteria/weights/w-1.yaml": {"id": "w-1", **weight_set("direct", judgements=points)}}


@given(st.data())
def test_worsening_a_score_never_helps(data: st.DataObject) -> None:
    """An option whose score moves towards the worst end never gains total or rank, and moves no other total."""
    files = data.draw(plain_decisions())
    option, criterion = (_draw_from(data, _named(files, folder)) for folder in ("options", "criteria"))
    worst, best = ends_of(files[f"criteria/{criterion}.yaml"])
    worsened = copy.deepcopy(files)
    cell = worsened[f"options/{option}.yaml"]["scores"][criterion]
    cell["value"] += data.draw(st.sampled_from([0.125, 0.5, 1.0])) * (worst - best)
    if files[f"criteria/{criterion}.yaml"]["value_function"].get("outside") != "extrapolate":
        cell["value"] = min(max(cell["value"], min(worst, best)), max(worst, best))
    before, after = _valued(files), _valued(worsened)
    assert _totals(after)[option] <= _totals(before)[option] + CLOSE
    assert _ranks(after)[option] >= _ranks(before)[option]
    for name in before.options:
        if name != option:
            assert _totals(after)[name] == _totals(before)[name]


@given(st.data())
def test_a_criterion_without_weight_changes_nothing(data: st.DataObject) -> None:
    """Whatever options score on a criterion with no points, and whether it is there at all, totals stay."""
    files = data.draw(plain_decisions())
    criteria = _criteria(files)
    assume(len(criteria) > 1)
    idle = _draw_from(data, list(criteria))
    files = _with_flat_weights(files, {name: 0 if name == idle else 10 for name in criteria})
    rescored, without = copy.deepcopy(files), copy.deepcopy(files)
    for option in _named(files, "options"):
        new = data.draw(numbers_on(criteria[idle], ranges=False))
        rescored[f"options/{option}.yaml"]["scores"][idle]["value"] = new
        del without[f"options/{option}.yaml"]["scores"][idle]
    del without[f"criteria/{idle}.yaml"]
    del without["criteria/weights/w-1.yaml"]["judgements"][idle]
    first, second, third = _valued(files), _valued(rescored), _valued(without)
    assert _totals(first) == _totals(second) == _totals(third)
    assert first.ranks == second.ranks == third.ranks
    assert (first.contributions[:, first.criteria.index(idle)] == 0).all()


def _renamed(content: Any, names: dict[str, str]) -> Any:  # noqa: ANN401 - whatever a file may hold
    if isinstance(content, dict):
        return {names.get(key, key): _renamed(value, names) for key, value in content.items()}
    if isinstance(content, list):
        return [_renamed(value, names) for value in content]
    return names.get(content, content) if isinstance(content, str) else content


@given(st.data(), st.sampled_from(["options", "criteria"]))
def test_permuted_names_permute_results(data: st.DataObject, folder: str) -> None:
    """Options or criteria that swap their names, and so their order, swap their numbers and nothing else."""
    files = data.draw(plain_decisions(ranges=True))
    names = _named(files, folder)
    swapped = dict(zip(names, data.draw(st.permutations(names)), strict=True))
    renamed = {
        "/".join(f"{swapped.get(part.removesuffix('.yaml'), part.removesuffix('.yaml'))}" for part in path.split("/"))
        + ".yaml": _renamed(content, swapped)
        for path, content in files.items()
    }
    before, after = _valued(files), _valued(renamed)
    for option in before.options:
        now = swapped.get(option, option)
        assert _totals(after)[now] == pytest.approx(_totals(before)[option], abs=CLOSE, rel=CLOSE)
        assert _ranks(after)[now] == _ranks(before)[option]
    for criterion, share in zip(before.criteria, before.shares, strict=True):
        now = after.criteria.index(swapped.get(criterion, criterion))
        assert after.shares[now] == pytest.approx(share, abs=CLOSE)
        assert sorted(after.values[:, now]) == sorted(before.values[:, before.criteria.index(criterion)])


@given(plain_decisions(ranges=True), st.randoms(use_true_random=False))
def test_the_order_of_keys_and_points_changes_nothing(files: Files, chance: Any) -> None:  # noqa: ANN401
    """Keys of every block, and the points or levels of a value function, may stand in any order."""
    shuffled = {path: _shuffled(content, chance) for path, content in files.items()}
    for path in files:
        if path == "steelyard.yaml":
            shuffled[path]["groups"] = files[path]["groups"]  # their order is the order of showing
        if "points" in files[path].get("value_function", {}):
            chance.shuffle(shuffled[path]["value_function"]["points"])
    first, second = assess.rank(loaded(files)), assess.rank(loaded(shuffled))
    assert first.valuation.options == second.valuation.options
    assert (first.valuation.totals == second.valuation.totals).all()
    assert first.valuation.leaders == second.valuation.leaders


def _shuffled(content: Any, chance: Any) -> Any:  # noqa: ANN401 - whatever a file may hold
    if isinstance(content, list):
        return [_shuffled(each, chance) for each in content]
    if not isinstance(content, dict):
        return content
    keys = list(content)
    chance.shuffle(keys)
    return {key: _shuffled(content[key], chance) for key in keys}


@given(st.data())
def test_identical_options_tie(data: st.DataObject) -> None:
    """Two options with the same scores have the same total to the last bit, share a rank, and say so."""
    files = data.draw(plain_decisions(ranges=True))
    option = _draw_from(data, _named(files, "options"))
    twin = copy.deepcopy(files[f"options/{option}.yaml"]) | {"id": "a-twin", "role": "option"}
    valuation = _valued(files | {"options/a-twin.yaml": twin})
    one, other = valuation.options.index(option), valuation.options.index("a-twin")
    assert valuation.totals[one] == valuation.totals[other]
    assert valuation.ranks[one] == valuation.ranks[other]
    assert "a-twin" in valuation.tied_with(one)
    assert option in valuation.tied_with(other)
    if valuation.ranks[one] == 1:
        assert valuation.margin == 0
        assert {option, "a-twin"} <= {leader.option for leader in valuation.leaders}


def _negated(files: Files, criterion: str) -> Files:
    """The same decision with one criterion's numbers negated and its direction turned."""
    turned = copy.deepcopy(files)
    said = turned[f"criteria/{criterion}.yaml"]
    said["better"] = "less" if said["better"] == "more" else "more"
    scale, shape = said["scale"], said["value_function"]
    if scale["kind"] == "levels":
        scale["levels"] = [each | {"value": -each["value"]} for each in reversed(scale["levels"])]
    else:
        scale |= {"worst": -scale["worst"], "best": -scale["best"]}
    for key in ("from", "to"):
        if key in shape:
            shape[key] = -shape[key]
    if "points" in shape:
        shape["points"] = [[-x, v] for x, v in shape["points"]]
    if "values" in shape:
        shape["values"] = {repr(-float(x)): v for x, v in shape["values"].items()}
    for option in _named(files, "options"):
        cell = turned[f"options/{option}.yaml"]["scores"][criterion]
        cell["value"] = -cell["value"]
        if "low" in cell:
            cell["low"], cell["high"] = -cell["high"], -cell["low"]
    return turned


@given(st.data())
def test_a_cost_negated_and_called_a_benefit_changes_nothing(data: st.DataObject) -> None:
    """With its scale and scores negated and its direction turned, a criterion gives the same totals and ranks."""
    files = data.draw(plain_decisions(ranges=True))
    criterion = _draw_from(data, _named(files, "criteria"))
    before, after = _valued(files), _valued(_negated(files, criterion))
    assert after.totals == pytest.approx(before.totals, abs=CLOSE, rel=CLOSE)
    assert after.ranks == before.ranks


@given(st.data())
def test_another_option_changes_no_total(data: st.DataObject) -> None:
    """Scales are global: an option that joins changes no other option's total, and no order among the others."""
    files = data.draw(plain_decisions())
    row = {name: score(data.draw(numbers_on(each, ranges=False))) for name, each in _criteria(files).items()}
    newcomer = {"id": "newcomer", "title": "New", "summary": "Do it.", "scores": row}
    before, after = _valued(files), _valued(files | {"options/newcomer.yaml": newcomer})
    assert {name: _totals(after)[name] for name in before.options} == _totals(before)
    order = [after.options[row] for row in after.order if after.options[row] != "newcomer"]
    assert order == [before.options[row] for row in before.order]


@given(plain_decisions(ranges=True))
def test_a_valuation_adds_up(files: Files) -> None:
    """Shares sum to 1; contributions to totals; the baseline is 0 above itself; leaders begin with the first."""
    valuation = _valued(files)
    assert valuation.shares.sum() == pytest.approx(1, abs=CLOSE)
    assert valuation.shares.min() >= 0
    assert valuation.contributions.sum(axis=1) == pytest.approx(valuation.totals, abs=CLOSE, rel=CLOSE)
    baseline = valuation.options.index(files["steelyard.yaml"]["baseline"])
    assert valuation.above_baseline[baseline] == 0
    assert valuation.above_baseline + valuation.totals[baseline] == pytest.approx(valuation.totals, abs=CLOSE)
    first = valuation.leaders[0]
    assert valuation.totals[valuation.options.index(first.option)] == valuation.totals.max()
    assert (first.behind, first.ahead_in) == (0, None)
    assert valuation.too_close_to_call == (len(valuation.leaders) > 1)


def _small(**changes: object) -> Files:
    scores = {"a": (1.0, 0.0), "b": (3.0, 1.0), "c": (2.0, 4.0)}
    criteria = {"x": quantity(0, 4), "y": quantity(0, 4)}
    return decision(
        criteria,
        scores,
        {"even": weight_set("equal"), "x-only": weight_set("direct", judgements={"x": 1, "y": 0})},
        **changes,
    )


def _edited(edit: Callable[[Files], None]) -> Files:
    files = _small()
    edit(files)
    return files


def test_the_default_weights_are_used_where_none_are_named() -> None:
    """Without a name the decision's default weight set counts; with one, that one does."""
    definitions = loaded(_small())
    assert assess.rank(definitions).weights == "even"
    assert assess.rank(definitions, "x-only").valuation.totals.tolist() == [0.25, 0.75, 0.5]


def test_discarded_options_are_shown_and_not_ranked() -> None:
    """A discarded option is absent from the ranking and listed with its reason."""

    def discard(files: Files) -> None:
        files["options/b.yaml"] |= {"role": "discarded", "discarded_because": "it is unlawful"}

    ranking = assess.rank(loaded(_edited(discard)))
    assert ranking.valuation.options == ("a", "c")
    assert [(each.option, each.because) for each in ranking.unranked] == [("b", "discarded: it is unlawful")]


def test_an_option_that_fails_a_gate_is_shown_and_not_ranked() -> None:
    """A failed gate takes an option out of the ranking and says which gate, and why; a passed one does not."""

    def gate(files: Files) -> None:
        files["options/b.yaml"]["gates"] = {"lawful": {"pass": False, "because": "a court said so"}}
        files["options/c.yaml"]["gates"] = {"lawful": {"pass": True, "because": "a court said so"}}

    ranking = assess.rank(loaded(_edited(gate)))
    assert ranking.valuation.options == ("a", "c")
    assert [each.because for each in ranking.unranked] == ["fails the gate lawful (a court said so)"]


def test_the_baseline_is_ranked_even_if_it_fails_a_gate() -> None:
    """Policy as it stands stays in the ranking, which is measured against it."""

    def gate(files: Files) -> None:
        files["options/a.yaml"]["gates"] = {"lawful": {"pass": False, "because": "a court said so"}}

    assert "a" in assess.rank(loaded(_edited(gate))).valuation.options


def test_only_the_default_shortlist_is_ranked() -> None:
    """Options off the default shortlist are not ranked."""
    valuation = _valued(_small(shortlists={"default": ["c", "a"]}))
    assert valuation.options == ("a", "c")


@pytest.mark.parametrize(
    ("weights", "method", "sentence"),
    [
        ("evn", "additive", "there is no weight set 'evn'. Did you mean 'even'?"),
        ("even", "additiv", "there is no method 'additiv'. Did you mean 'additive'?"),
    ],
)
def test_unknown_names_come_with_the_nearest(weights: str, method: str, sentence: str) -> None:
    """A weight set or method that is not there is refused in a sentence with the nearest name."""
    with pytest.raises(UnknownNameError) as refusal:
        assess.rank(loaded(_small()), weights, method)
    assert str(refusal.value) == sentence


def test_a_report_shows_a_known_weight_set_only() -> None:
    """The weight set that a report shows first must be one of the decision's."""
    with pytest.raises(UnknownNameError, match="Did you mean 'x-only'"):
        assess.report(loaded(_small()), weight_set="x_only")


def test_unsound_definitions_are_refused_with_their_findings(tmp_path: Path) -> None:
    """Loading definitions with errors raises, and the exception carries every finding and their number."""

    def unscore(files: Files) -> None:
        del files["options/b.yaml"]["scores"]["x"]
        files["options/c.yaml"]["scores"]["y"]["value"] = 5

    with pytest.raises(UnsoundDefinitionsError, match="the definitions have 2 errors; mend them first") as refusal:
        assess.load(lay_out(_edited(unscore), tmp_path))
    assert {each.code for each in refusal.value.findings if each.severity == "error"} == {"S001", "S003"}
    assert refusal.value.root == tmp_path


def test_a_report_ranks_under_every_weight_set_and_tells_its_steps() -> None:
    """A report holds a ranking for every weight set, in order of id, and names each step as it begins."""
    steps: list[str] = []
    report = assess.report(loaded(_small()), progress=steps.append)
    assert list(report.rankings) == ["even", "x-only"]
    looks = sorted(analyses, key=lambda each: (analyses[each].order, each))
    looking = [f"looking at {name.replace('_', ' ')}" for name in looks]
    assert steps == ["tables", "ranking under even", "ranking under x-only", *looking]
    assert report.ranking is report.rankings["even"]
    assert report.widths == {name: {"x": 1, "y": 1} for name in ("even", "x-only")}


def test_judged_ranges_turn_equal_points_into_unequal_shares() -> None:
    """Equal swings judged on half a scale and on a whole one give shares of two thirds and one third.

    Points 10 on a range worth 1/2 and 10 on a range worth 1: 20 to 10, or 2/3 to 1/3.
    """
    files = _small()
    points = weight_set("direct", judgements={"x": 10, "y": 10}, ranges={"x": [1, 3]})
    files["criteria/weights/even.yaml"] = {"id": "even", **points}
    assert _valued(files).shares == pytest.approx(np.array([2 / 3, 1 / 3]), abs=1e-15)


def test_totals_closer_than_the_close_call_share_the_lead() -> None:
    """Totals of 0.5 and 0.75 have two leaders when a quarter is close, and one when less is."""
    assert _valued(_small(close_call=0.25)).too_close_to_call
    assert not _valued(_small(close_call=0.2)).too_close_to_call


def test_a_reason_that_ends_in_a_full_stop_ends_in_one() -> None:
    """A reason is told inside a sentence of ours, which brings its own full stop."""
    files = _small()
    files["options/c.yaml"] = files["options/b.yaml"] | {
        "id": "c", "title": "Option c", "role": "discarded", "discarded_because": "It is unlawful.",
    }  # fmt: skip
    assert [each.because for each in assess.rank(loaded(files)).unranked] == ["discarded: It is unlawful"]
