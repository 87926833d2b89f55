"""Inputs left blank or mistyped: what cannot be ranked is not ranked, and the workbook says why."""

from pathlib import Path

import pytest

from agreement.recalculating import Reader, changed, recalculate, spoilt
from steelyard.assess import load, report
from steelyard.outputs.xlsx import render

pytestmark = pytest.mark.libreoffice
OPTIONS = 6


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reader]:
    """Our own workbook with something missing, recalculated."""
    book = render(report(*load(Path(__file__).resolve().parents[2])))
    plain = Reader(book)
    selector = ("Weights", plain.name(plain.row_of("Weights", "Weight set to show (input)"), 1))
    points = ("Weights", plain.name(plain.row_of("Weights", "Points for each criterion") + 3, 6))
    score = ("Scores", plain.name(plain.row_of("Scores", "current-policy", 1), 4))
    other = ("Scores", plain.name(plain.row_of("Scores", "basic-research", 1), 5))
    cases = {
        "own-weights-blank": {selector: "own"},
        "no-such-set": {selector: "balancd"},
        "a-point-missing": {points: None},
        "a-point-below-zero": {points: -1.0},
        "a-score-missing": {other: None},
        "a-word-for-a-score": {other: "three"},
        "no-score-of-the-baseline": {score: None},
        "another-stored-set": {selector: "security-first"},
    }
    books = {name: changed(spoilt(book), changes) for name, changes in cases.items()}
    recalculated = recalculate(books, tmp_path_factory.mktemp("unfinished"))
    return {name: Reader(path) for name, path in recalculated.items()}


def _ranks(book: Reader) -> list[object]:
    cells = book.block("Workings", "Totals and ranks", 1).values()
    return [each["Rank"] for each in cells if each["Rank"] not in {None, ""}]


def _headline(book: Reader) -> str:
    return str(book.cell("Summary", book.row_of("Summary", "First place"), 2))


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("own-weights-blank", "Needs a number in every yellow cell"),
        ("no-such-set", "No weight set has this name"),
        ("a-point-missing", "Needs a number in every yellow cell"),
        ("a-point-below-zero", "Points are never below zero"),
    ],
)
def test_weights_that_cannot_be_used_rank_nothing_and_say_why(found: dict[str, Reader], name: str, says: str) -> None:
    """Rather no ranking than a false one."""
    assert _ranks(found[name]) == []
    assert says in _headline(found[name])
    assert says in str(found[name].cell("Weights", 5, 2))


@pytest.mark.parametrize("name", ["a-score-missing", "a-word-for-a-score", "no-score-of-the-baseline"])
def test_an_option_without_a_score_is_not_ranked_and_the_others_are(found: dict[str, Reader], name: str) -> None:
    """A blank is never taken for a zero."""
    assert sorted(int(str(rank)) for rank in _ranks(found[name])) == list(range(1, OPTIONS))
    results = {row[0]: row[1] for row in found[name].rows("Checks") if row[1] in {"OK", "LOOK"}}
    assert results["Every score is a number"] == "LOOK"
    assert results["Scores are those of the definitions"] == "LOOK"


def test_another_stored_set_is_no_modification_and_every_sheet_names_it(found: dict[str, Reader]) -> None:
    """Choosing among what is stored changes nothing in the record."""
    book = found["another-stored-set"]
    for sheet in book.sheets[:-1]:
        assert not book.cell(sheet, 1, 0), sheet
        assert "(security-first)" in str(book.cell(sheet, 2, 0)), sheet
    assert all(row[1] != "LOOK" for row in book.rows("Checks"))


def test_nothing_unfinished_shows_an_error(found: dict[str, Reader]) -> None:
    """Blanks and words in inputs give blanks and sentences, not #VALUE! on the sheets that people read."""
    for name, book in found.items():
        for sheet in ("Cover", "Summary", "Scorecard", "Workings", "Checks"):
            cells = [cell for row in book.rows(sheet) for cell in row if str(cell).startswith(("#", "Err:"))]
            assert not cells, f"{name}, {sheet}: {cells}"
