"""Inputs left blank or mistyped: what cannot be ranked is not ranked, and the workbook says why."""

from pathlib import Path

import pytest

from agreement.recalculating import Changes, Reader, changed, recalculate, spoilt
from steelyard.assess import load, report
from steelyard.outputs.xlsx import render

pytestmark = pytest.mark.libreoffice
OPTIONS = 6
BASELINE = "current-policy"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reader]:
    """Our own workbook with something missing, recalculated."""
    book = render(report(*load(Path(__file__).resolve().parents[2])))
    plain = Reader(book)
    selector = ("Weights", plain.name(plain.row_of("Weights", "Weight set to show (input)"), 1))
    points = ("Weights", plain.name(plain.row_of("Weights", "Points for each criterion") + 3, 6))
    score = ("Scores", plain.name(plain.row_of("Scores", "current-policy", 1), 4))
    other = ("Scores", plain.name(plain.row_of("Scores", "basic-research", 1), 5))
    cases: dict[str, Changes] = {
        "own-weights-blank": {selector: "own"},
        "no-such-set": {selector: "balancd"},
        "a-point-missing": {points: None},
        "a-point-below-zero": {points: -1.0},
        "a-score-missing": {other: None},
        "a-word-for-a-score": {other: "three"},
        "no-score-of-the-baseline": {score: None},
        "a-score-off-its-scale": {other: 1e9},
        "two-scores-missing": {other: None, score: "high"},
        "another-stored-set": {selector: "security-first"},
        "a-weight-of-the-set-shown": {points: 41.0},
        "a-weight-of-another-set": {points: 41.0, selector: "security-first"},
    }
    cases |= _overwritten(plain)
    books = {name: changed(spoilt(book), changes) for name, changes in cases.items()}
    recalculated = recalculate(books, tmp_path_factory.mktemp("unfinished"))
    return {name: Reader(path) for name, path in recalculated.items()}


def _overwritten(plain: Reader) -> dict[str, Changes]:
    """Formulas typed over, one at a time."""
    totals = plain.row_of("Workings", "Totals and ranks") + 2
    ranking = plain.row_of("Summary", "Ranking") + 3
    card = plain.row_of("Scorecard", "Option") + 1
    return {
        "total-on-workings": {("Workings", plain.name(totals, 2)): 0.9},
        "rank-on-workings": {("Workings", plain.name(totals + 1, 4)): 1.0},
        "rank-on-scorecard": {("Scorecard", plain.name(card, 1)): 6.0},
        "margin-on-workings": {("Workings", plain.name(plain.row_of("Workings", "Margin over the next"), 1)): 0.5},
        "total-on-summary": {("Summary", plain.name(ranking, 3)): 0.99},
        "title-on-summary": {("Summary", plain.name(ranking, 2)): "Something else"},
        "first-on-cover": {("Cover", plain.name(plain.row_of("Cover", "First place"), 1)): "Something else"},
        "total-on-stakeholders": {
            ("Stakeholders", plain.name(_side_by_side(plain, "Totals under each weight set"), 3)): 0.9
        },
        "rank-on-stakeholders": {
            ("Stakeholders", plain.name(_side_by_side(plain, "Ranks under each weight set"), 3)): 6.0
        },
        "closeness-on-summary": {("Summary", plain.name(plain.row_of("Summary", "How close"), 2)): "Not close"},
    }


def _side_by_side(book: Reader, table: str) -> int:
    """The row of the first option in a table of `Stakeholders`."""
    return book.row_of("Stakeholders", "basic-research", 1, book.row_of("Stakeholders", table))


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
    assert _looks(found[name]) == {
        "Every score is a number", "Scores are those of the definitions", "Every option has a rank",
    }  # fmt: skip


def _looks(book: Reader) -> set[object]:
    """The checks that say LOOK."""
    return {row[0] for row in book.rows("Checks") if row[1] == "LOOK"}


def _remarks(book: Reader) -> tuple[object, object]:
    """What Cover and Summary say of scores that cannot be used."""
    cover = book.cell("Cover", book.row_of("Cover", "Scores not usable"), 1)
    return cover, book.cell("Summary", book.row_of("Summary", "Not usable"), 2)


def test_cover_and_summary_name_the_option_and_the_criterion_of_an_unusable_score(found: dict[str, Reader]) -> None:
    """An option does not vanish from the ranking without a word."""
    plain = found["another-stored-set"]
    assert set(_remarks(plain)) == {"None: every score is a number on its scale."}
    heads = plain.rows("Scores")[plain.row_of("Scores", "Criterion")]
    titles = {name: plain.cell("Scores", plain.row_of("Scores", name, 1), 0) for name in ("basic-research", BASELINE)}
    left_out = f"Not ranked: {titles['basic-research']} (no usable number for {heads[5]})"
    baseline = f"Not ranked: {titles[BASELINE]} (no usable number for {heads[4]})"
    assert set(_remarks(found["a-score-missing"])) == {f"{left_out}."}
    assert set(_remarks(found["a-word-for-a-score"])) == {f"{left_out}."}
    assert set(_remarks(found["no-score-of-the-baseline"])) == {f"{baseline}."}
    assert {frozenset(str(each)[:-1].split(". ")) for each in _remarks(found["two-scores-missing"])} == {
        frozenset({left_out, baseline})
    }
    off = f"Off the scale, counted as its nearest end: {titles['basic-research']} ({heads[5]})."
    assert set(_remarks(found["a-score-off-its-scale"])) == {off}


@pytest.mark.parametrize(
    ("name", "check"),
    [
        ("total-on-workings", "Totals and ranks agree with contributions added up and ranks counted another way"),
        ("rank-on-workings", "Totals and ranks agree with contributions added up and ranks counted another way"),
        ("rank-on-scorecard", "Totals and ranks agree with contributions added up and ranks counted another way"),
        ("margin-on-workings", "The key cells on Workings name the option with the highest total"),
        ("total-on-summary", "The ranking on Summary shows what Workings says"),
        ("title-on-summary", "The ranking on Summary shows what Workings says"),
        ("first-on-cover", "Cover and Summary open with the answer worked out on Workings"),
        ("total-on-stakeholders", "Stakeholders shows the weights in use as Workings does"),
        ("rank-on-stakeholders", "Stakeholders shows the weights in use as Workings does"),
        ("closeness-on-summary", "Cover and Summary open with the answer worked out on Workings"),
    ],
)
def test_an_overwritten_formula_is_found_and_every_sheet_says_so(
    found: dict[str, Reader], name: str, check: str
) -> None:
    """What Cover promises of Checks holds, with a line on every sheet that sends the reader there."""
    assert check in _looks(found[name])
    for sheet in found[name].sheets[:-1]:
        assert found[name].cell(sheet, 4, 0) == "LOOK: see Checks", sheet


def test_no_sheet_says_look_while_no_check_does(found: dict[str, Reader]) -> None:
    """The line is there when it is needed and at no other time."""
    book = found["another-stored-set"]
    assert not [sheet for sheet in book.sheets[:-1] if book.cell(sheet, 4, 0)]


def test_another_stored_set_is_no_modification_and_every_sheet_names_it(found: dict[str, Reader]) -> None:
    """Choosing among what is stored changes nothing in the record."""
    book = found["another-stored-set"]
    for sheet in book.sheets[:-1]:
        assert not book.cell(sheet, 1, 0), sheet
        assert "(security-first)" in str(book.cell(sheet, 2, 0)), sheet
    assert all(row[1] != "LOOK" for row in book.rows("Checks"))


def test_an_edit_in_the_set_shown_never_makes_the_answer_look_surer(found: dict[str, Reader]) -> None:
    """What is no longer drawn is a lower bound, and every count of leaders says so, with the number as built."""
    book = found["a-weight-of-the-set-shown"]
    for sheet, column in (("Cover", 1), ("Summary", 2)):
        says = str(book.cell(sheet, book.row_of(sheet, "How close"), column))
        assert "t least " in says, says
        assert "by the margin alone; the scores' ranges are not drawn again (as built: " in says, says
    marks = {row["Could well be first"] for row in book.block("Summary", "Ranking", 2).values()}
    assert marks == {"yes", "not known"}
    assert "(1 weight differs from the files)" in str(book.cell("Cover", 1, 0))


def test_an_edit_in_a_set_that_is_not_shown_leaves_the_leaders(found: dict[str, Reader]) -> None:
    """Draws belong to a set; another set's numbers are no reason to give them up."""
    edited, plain = found["a-weight-of-another-set"], found["another-stored-set"]
    assert edited.block("Summary", "Ranking", 2) == plain.block("Summary", "Ranking", 2)
    assert "none of them in the set shown" in str(edited.cell("Summary", 1, 0))


def test_nothing_unfinished_shows_an_error(found: dict[str, Reader]) -> None:
    """Blanks and words in inputs give blanks and sentences, not #VALUE! on the sheets that people read."""
    for name, book in found.items():
        for sheet in ("Cover", "Summary", "Scorecard", "Stakeholders", "Workings", "Checks"):
            cells = [cell for row in book.rows(sheet) for cell in row if str(cell).startswith(("#", "Err:"))]
            assert not cells, f"{name}, {sheet}: {cells}"


def _objections(book: Reader) -> list[object]:
    """The answers that open `Stakeholders`."""
    top = book.row_of("Stakeholders", "Least objectionable: the best worst rank")
    return [book.cell("Stakeholders", top + row, 1) or "" for row in range(4)]


def _acceptable(book: Reader) -> dict[str, object]:
    """By option, whether it is above the baseline under every stored set."""
    first = _side_by_side(book, "Ranks under each weight set")
    return {str(row[1]): row[11] for row in book.rows("Stakeholders")[first : first + OPTIONS]}


def test_what_cannot_be_compared_is_not_known(found: dict[str, Reader]) -> None:
    """A set without a point, and a baseline without a score, leave it open who is acceptable to all."""
    assert _objections(found["a-point-missing"]) == ["not known", "", "", "not known"]
    assert set(_acceptable(found["a-point-missing"]).values()) == {"not known", "the baseline"}
    without = _objections(found["no-score-of-the-baseline"])
    assert without[2:] == ["not known", "not known"]
    assert without[0] not in {"not known", ""}
    assert set(_acceptable(found["no-score-of-the-baseline"]).values()) == {"not known", "the baseline"}
    said = _acceptable(found["a-score-missing"])
    assert {name for name, each in said.items() if each == "not known"} == {"basic-research"}
    assert _acceptable(found["own-weights-blank"]) == _acceptable(found["another-stored-set"])
