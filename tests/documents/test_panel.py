from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projects import Files, decision, lay_out, loaded, quantity, weight_set
from steelyard.check import check
from steelyard.documents.option import Score
from steelyard.documents.panel import Aggregate, followed


def panelled(files: Files, option: str, criterion: str, **panel: dict[str, float]) -> Files:
    """The same files with a panel in place of one score's number."""
    score = files[f"options/{option}.yaml"]["scores"][criterion]
    for key in ("value", "low", "high"):
        score.pop(key, None)
    score["panel"] = {name.replace("_", "-"): judged for name, judged in panel.items()}
    return files


def _files(**changes: object) -> Files:
    criteria = {"x": quantity(0, 10), "y": quantity(0, 10)}
    return decision(criteria, {"a": (1, 2), "b": (3, 4)}, {"even": weight_set("equal")}, **changes)


def _score(files: Files) -> Score:
    return loaded(files).options["b"].scores["x"]


THREE: dict[str, dict[str, float]] = {
    "assessor_a": {"value": 2, "low": 1, "high": 3},
    "assessor_b": {"value": 3, "low": 2, "high": 4},
    "assessor_c": {"value": 7},
}


def test_value_and_range_follow_from_the_panel() -> None:
    """The median of 2, 3 and 7 is 3; the ranges 1 to 3, 2 to 4 and 7 alone reach from 1 to 7."""
    score = _score(panelled(_files(), "b", "x", **THREE))
    assert (score.value, score.low, score.high) == (3, 1, 7)
    assert score.panel is not None
    assert list(score.panel) == ["assessor-a", "assessor-b", "assessor-c"]


def test_a_median_may_lie_half_way() -> None:
    """Of two assessors at 2 and 3 the median is 2.5."""
    two = {name: THREE[name] for name in ("assessor_a", "assessor_b")}
    score = _score(panelled(_files(), "b", "x", **two))
    assert (score.value, score.low, score.high) == (2.5, 1, 4)


def test_a_decision_may_ask_for_means() -> None:
    """With `panel_aggregate: mean` the number is the mean of 2, 3 and 7, which is 4, in the same range."""
    score = _score(panelled(_files(panel_aggregate="mean"), "b", "x", **THREE))
    assert (score.value, score.low, score.high) == (4, 1, 7)


def test_a_cost_may_have_a_panel() -> None:
    """The cost follows in the same way, and by the same aggregate."""
    files = _files(panel_aggregate="mean")
    files["options/b.yaml"]["cost"] = {
        "panel": {"a": {"value": 10}, "b": {"value": 40}, "c": {"value": 10, "high": 45}},
        "unit": "EUR a year",
        "price_year": 2026,
        "terms": "real",
        "rationale": "Asked three of them.",
        "basis": "judgement",
    }
    cost = loaded(files).options["b"].cost
    assert cost is not None
    assert (cost.value, cost.low, cost.high) == (20, 10, 45)


def test_where_all_agree_without_ranges_there_is_no_range() -> None:
    """Two assessors at 5 give 5 and no range, which rules then see as any number without one."""
    score = _score(panelled(_files(), "b", "x", a={"value": 5}, b={"value": 5}))
    assert (score.value, score.low, score.high) == (5, None, None)


@pytest.mark.parametrize("key", ["value", "low", "high"])
def test_a_number_beside_its_panel_is_one_fault(tmp_path: Path, key: str) -> None:
    """Whichever of the three is written beside a panel, one sentence says so, at that key."""
    files = panelled(_files(), "b", "x", **THREE)
    files["options/b.yaml"]["scores"]["x"][key] = 3
    found = [each for each in check(lay_out(files, tmp_path)) if each.severity == "error"]
    assert [(each.code, each.message) for each in found] == [
        ("K004", f"`{key}` is written beside the panel that it follows from")
    ]
    line = (tmp_path / "options" / "b.yaml").read_text(encoding="utf-8").splitlines()[found[0].place.line - 1]
    assert line.strip() == f'"{key}": 3'


def test_a_score_without_either_lacks_its_value(tmp_path: Path) -> None:
    """Without a panel the value is as much missed as ever."""
    files = _files()
    del files["options/b.yaml"]["scores"]["x"]["value"]
    found = [each for each in check(lay_out(files, tmp_path)) if each.severity == "error"]
    assert [(each.code, each.message, each.remedy) for each in found] == [
        ("K002", "the key 'value' is missing in 'scores.x'", "Add `value:`.")
    ]


def test_half_a_level_from_a_panel_is_no_finding(tmp_path: Path) -> None:
    """Levels 0, 1 and 3 put the median of two neighbours, and of 0 and 3, where no step is; S011 stays silent."""
    levels = [{"value": at, "label": f"L{at}", "anchor": f"What {at} takes."} for at in (0, 1, 3)]
    files = _files()
    files["criteria/x.yaml"]["scale"] = {"kind": "levels", "levels": levels}
    for low in (0, 1):
        panelled(files, "b", "x", one={"value": low}, two={"value": 3})
        assert {each.code for each in check(lay_out(files, tmp_path))} & {"S011", "S003"} == set()


_NUMBERS = st.floats(-1e200, 1e200)
_ASSESSORS = st.fixed_dictionaries({"value": _NUMBERS}, optional={"low": _NUMBERS, "high": _NUMBERS})


@given(st.dictionaries(st.sampled_from("abcdef"), _ASSESSORS, min_size=1), st.sampled_from(["median", "mean"]))
def test_the_number_lies_in_its_range(panel: dict[str, Any], aggregate: Aggregate) -> None:
    """Whatever the assessors say, the range reaches round every value, and the number lies in it."""
    follows = followed(panel, aggregate)
    value, low, high = follows["value"], follows["low"], follows["high"]
    assert value is not None
    values = [each["value"] for each in panel.values()]
    assert min(values) <= value <= max(values)
    assert (low is None) == (high is None)
    if low is not None and high is not None:
        assert low <= min(values) <= max(values) <= high
