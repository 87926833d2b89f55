import copy
from typing import Any

import pytest

from projects import MADE_UP, Files, decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.results.exhibit import Exhibit


def _source(name: str, reliability: str, credibility: int) -> dict[str, Any]:
    source = copy.deepcopy(MADE_UP) | {"id": name, "reliability": reliability}
    source["document"] = {"file": f"{name}.txt", "sha256": name.encode().hex().rjust(64, "0")}
    source["claims"]["more"] = copy.deepcopy(source["claims"]["said"]) | {"anchor": "made"}
    for each in source["claims"].values():
        each["credibility"] = credibility
    return source


def _files() -> Files:
    """Two options on two criteria: one number on each footing that claims can give."""
    files = decision(
        {"x": quantity(0, 4), "y": quantity(0, 4)}, {"a": (1, 0), "b": (3, 4)}, {"even": weight_set("equal")}
    )
    files["seeds/good.yaml"], files["seeds/vague.yaml"] = _source("good", "B", 2), _source("vague", "B", 4)
    cells = {
        ("a", "x"): {"evidence": ["made-up#said"]},
        ("a", "y"): {"evidence": ["good#said", "good#more"], "against": ["vague#said", "made-up#said"]},
        ("b", "x"): {"evidence": ["good#said", "vague#more"]},
        ("b", "y"): {"basis": "judgement", "low": 3, "high": 4, "evidence": []},
    }
    for (option, criterion), said in cells.items():
        files[f"options/{option}.yaml"]["scores"][criterion] |= said
    return files


def _exhibit(name: str, files: Files) -> Exhibit:
    return next(each for each in assess.exhibits(loaded(files), ["coverage"]) if each.name == name)


def _rows(name: str, files: Files) -> list[dict[str, Any]]:
    exhibit = _exhibit(name, files)
    return [dict(zip([each.name for each in exhibit.columns], row, strict=True)) for row in exhibit.rows]


def test_each_number_says_what_it_rests_on() -> None:
    """Two claims of one document are one voice; a document graded F alone is weak; two documents are several."""
    rows = {(row["option"], row["criterion"]): row for row in _rows("coverage-by-number", _files())}
    assert {cell: row["footing"] for cell, row in rows.items()} == {
        ("a", "x"): "one weak document",
        ("a", "y"): "one document",
        ("b", "x"): "several documents",
        ("b", "y"): "judgement alone",
    }
    counts = ("for", "documents_for", "against", "documents_against", "best")
    assert [rows["a", "y"][name] for name in counts] == [2, 1, 2, 2, "B2"]
    assert [rows["b", "y"][name] for name in counts] == [0, 0, 0, 0, None]


def test_claims_that_are_doubtful_make_a_good_document_weak() -> None:
    """A reliable source whose only claim is graded 4, doubtful, carries a number no further than a weak one."""
    files = _files()
    files["options/b.yaml"]["scores"]["x"]["evidence"] = ["vague#said", "vague#more"]
    rows = {(row["option"], row["criterion"]): row["footing"] for row in _rows("coverage-by-number", files)}
    assert rows["b", "x"] == "one weak document"


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        ("option", {"a": (3, 2, 3, 0.5), "b": (2, 0, 2, 0.5)}),
        ("criterion", {"x": (3, 0, 3, 0.5), "y": (2, 2, 3, 0.5)}),
    ],
)
def test_options_and_criteria_are_summed_up(of: str, expected: dict[str, tuple[float, ...]]) -> None:
    """Claims on both sides, distinct documents, and the share that is firm, for each option and each criterion."""
    rows = {
        row[of]: (row["for"], row["against"], row["documents"], row["firm"])
        for row in _rows(f"coverage-by-{of}", _files())
    }
    assert rows == expected


def test_the_whole_is_said_in_one_sentence() -> None:
    """The first exhibit says how many numbers stand on what, weakest footing first."""
    assert _exhibit("coverage-by-option", _files()).takeaways == (
        "Of 4 numbers, 1 on judgement alone, 1 on one weak document, 1 on one document, 1 on several documents.",
    )


def _voices(draws_on: dict[str, list[str]], *cited: str) -> int:
    files = _files()
    for name, origins in draws_on.items():
        files[f"seeds/{name}.yaml"] = _source(name, "B", 2) | ({"draws_on": origins} if origins else {})
    files["options/b.yaml"]["scores"]["x"]["evidence"] = [f"{name}#said" for name in cited]
    rows = {(row["option"], row["criterion"]): row for row in _rows("coverage-by-number", files)}
    return int(rows["b", "x"]["documents_for"])


@pytest.mark.parametrize(
    ("draws_on", "cited", "expected"),
    [
        ({"good": [], "vague": []}, ("good", "vague"), 2),
        ({"good": [], "vague": ["good"]}, ("good", "vague"), 1),
        ({"good": ["third"], "vague": ["third"], "third": []}, ("good", "vague"), 1),
        ({"good": ["third"], "vague": ["good"], "third": []}, ("vague", "third"), 1),
        ({"good": [], "vague": [], "third": ["good", "vague"]}, ("third", "good", "vague"), 2),
        ({"good": ["vague"], "vague": ["good"]}, ("good", "vague"), 1),
    ],
)
def test_a_document_and_one_that_it_draws_on_are_one_voice(
    draws_on: dict[str, list[str]], cited: tuple[str, ...], expected: int
) -> None:
    """Directly, by way of another, by a common origin, or in a circle; a digest of two leaves those two independent."""
    assert _voices(draws_on, *cited) == expected


def test_two_documents_with_one_voice_are_no_two_documents() -> None:
    """A number that cites a document and one that repeats it stands on one document, and a weak one if both are."""
    files = _files()
    files["seeds/vague.yaml"]["draws_on"] = ["good"]
    rows = {(row["option"], row["criterion"]): row["footing"] for row in _rows("coverage-by-number", files)}
    assert rows["b", "x"] == "one document"
    assert rows["a", "y"] == "one document"


def test_the_grades_of_the_documents_cited_are_listed_by_option() -> None:
    """Each document once, best first: a cites F, B and B; b cites both of the latter."""
    rows = {row["option"]: row["reliability"] for row in _rows("coverage-by-option", _files())}
    assert rows == {"a": "B B F", "b": "B B"}
