"""Case 22: the best city to live in, a whole hierarchy of comparisons in pairs through the real commands.

Saaty (2005), Theory and Applications of the Analytic Network Process, RWS Publications: five criteria compared for
importance, four cities compared under each, and overall priorities of 0.229, 0.275, 0.385 and 0.111.
"""

import json
from pathlib import Path

import openpyxl
import pytest

from hierarchies import lay_out_hierarchy, ranked_in, said_by
from projects import lay_out, weight_set

IMPORTANCE = {
    "culture": {"housing": 3, "transportation": 5},
    "family": {"culture": 5, "housing": 7, "jobs": 1, "transportation": 7},
    "housing": {"transportation": 3},
    "jobs": {"culture": 2, "housing": 4, "transportation": 7},
}
COMPARED: dict[str, dict[str, dict[str, float]]] = {
    "culture": {
        "boston": {"bethesda": 2, "pittsburgh": 2.5, "santa-fe": 1},
        "bethesda": {"pittsburgh": 1},
        "santa-fe": {"bethesda": 2, "pittsburgh": 2.5},
    },
    "family": {
        "bethesda": {"boston": 2, "santa-fe": 4},
        "boston": {"santa-fe": 2},
        "pittsburgh": {"bethesda": 3, "boston": 8, "santa-fe": 9},
    },
    "housing": {
        "bethesda": {"boston": 5, "santa-fe": 2.5},
        "pittsburgh": {"bethesda": 2, "boston": 9, "santa-fe": 7},
        "santa-fe": {"boston": 4},
    },
    "jobs": {
        "boston": {"bethesda": 2, "pittsburgh": 6, "santa-fe": 8},
        "bethesda": {"pittsburgh": 3, "santa-fe": 4},
        "pittsburgh": {"santa-fe": 1},
    },
    "transportation": {
        "bethesda": {"boston": 1.5, "santa-fe": 4},
        "boston": {"santa-fe": 2.5},
        "pittsburgh": {"bethesda": 2, "boston": 3.5, "santa-fe": 9},
    },
}
PRINTED = {"bethesda": 0.229, "boston": 0.275, "pittsburgh": 0.385, "santa-fe": 0.111}


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """The folder of the decision, whose cities have no scores of their own."""
    return lay_out_hierarchy(list(PRINTED), COMPARED, IMPORTANCE, tmp_path)


def test_it_ranks_to_the_printed_priorities(city: Path) -> None:
    """The cities' totals are the printed overall priorities, and Pittsburgh is first."""
    ranked = ranked_in(city)
    totals = {each["id"]: each["total"] for each in ranked}
    assert totals == pytest.approx(PRINTED, abs=0.00051)
    assert next(each["id"] for each in ranked if each["rank"] == 1) == "pittsburgh"
    assert sum(totals.values()) == pytest.approx(1, abs=1e-12)


def test_it_is_checked_without_an_error_or_a_word_on_consistency(city: Path) -> None:
    """Every matrix of the example fits together well enough, and nothing stands in the way of a ranking."""
    found = json.loads(said_by("check", "--decision", str(city), "--format", "json"))
    assert found["summary"]["error"] == 0
    assert not {"C013", "C014", "W012"} & {each["code"] for each in found["findings"]}


def test_an_account_points_to_the_comparisons(city: Path) -> None:
    """Why a city stands where it stands leads to the file in which it was compared."""
    said = said_by("explain", "boston", "--decision", str(city))
    assert "criteria/jobs.yaml:9:3" in said
    assert "options/boston.yaml" not in said


@pytest.mark.parametrize("name", ["markdown", "json", "csv", "html", "xlsx"])
def test_every_artefact_is_built(city: Path, tmp_path: Path, name: str) -> None:
    """Comparisons in pairs stand in nobody's way: each output is made."""
    out = tmp_path / "out"
    said_by("build", "--decision", str(city), "--to", name, "--out", str(out))
    assert any(out.iterdir())


def test_a_workbook_holds_the_priorities(city: Path, tmp_path: Path) -> None:
    """Under weights in points, the sheet of scores holds each city's priority, in the unit of priorities."""
    points = weight_set("direct", judgements=dict.fromkeys(COMPARED, 1))
    lay_out({"criteria/weights/published.yaml": {"id": "published", **points}}, city)
    said_by("build", "--decision", str(city), "--to", "xlsx", "--out", str(tmp_path / "out"))
    (book,) = (tmp_path / "out").glob("*.xlsx")
    rows = list(openpyxl.load_workbook(book, data_only=True)["Scores"].iter_rows(values_only=True))
    numbers = [row[3:8] for row in rows if row[1] in PRINTED and row[2] == 0]
    assert len(numbers) == len(PRINTED)
    for column in zip(*numbers, strict=True):
        assert sum(float(str(each)) for each in column) == pytest.approx(1, abs=1e-9)


def test_the_same_as_a_hierarchy_of_groups(city: Path) -> None:
    """With each criterion in a group of its own, comparisons of groups come to the same priorities."""
    decision_file = city / "steelyard.yaml"
    text = decision_file.read_text(encoding="utf-8")
    groups = "".join(f"\n  {name}: {{title: {name}}}" for name in COMPARED)
    decision_file.write_text(text.replace('"all":\n    "title": "Group all"', groups.lstrip("\n ")), encoding="utf-8")
    for name in COMPARED:
        file = city / "criteria" / f"{name}.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace('"all"', name), encoding="utf-8")
    weights = city / "criteria" / "weights" / "published.yaml"
    judged = weights.read_text(encoding="utf-8").replace('"judgements"', '"groups"')
    weights.write_text(f"{judged}within: {{}}\n", encoding="utf-8")
    ranked = ranked_in(city)
    assert {each["id"]: each["total"] for each in ranked} == pytest.approx(PRINTED, abs=0.00051)
