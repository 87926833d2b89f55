"""Weights that nobody judged, in the workbook: they say so wherever they are seen, and go on saying so when chosen."""

from pathlib import Path

import pytest

from agreement.recalculating import Reader, changed, recalculate, spoilt
from projects import Files, decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.outputs.xlsx import render

MARK = "worked out from the options' numbers, nobody's judgement"
SHOWN = {
    "even": "Weights shown: By equal (even), illustrative: nobody has agreed to these weights",
    "spread": f"Weights shown: By standard-deviation (spread), illustrative, {MARK}",
    "noted": f"Weights shown: By entropy (noted), agreed, {MARK}",
    "own": "Weights shown: Own weights (own), typed in here",
}


def _files() -> Files:
    agreed = {"status": "agreed", "on": "2026-01-01", "at": "a meeting", "recorded_by": "a scribe"}
    weights = {"even": weight_set("equal"), "spread": weight_set("standard-deviation")}
    weights["noted"] = weight_set("entropy") | agreed
    return decision({"x": quantity(0, 4), "y": quantity(0, 4)}, {"a": (1, 3), "b": (3, 1), "c": (2, 2)}, weights)


@pytest.fixture(scope="module")
def built() -> bytes:
    """The workbook as built, with the judged weights shown."""
    return render(assess.report(loaded(_files())))


def test_weights_says_who_did_not_judge_them(built: bytes) -> None:
    """The table of sets has it in the status and as the method, and so has each head above their points."""
    book = Reader(built)
    sets = book.block("Weights", "Weight sets", 1)
    assert {name: row["Status"] for name, row in sets.items()} == {
        "even": "illustrative",
        "spread": f"illustrative, {MARK}",
        "noted": f"agreed, {MARK}",
        "own": "typed in here",
    }
    assert f"Method: standard-deviation, {MARK}." in str(sets["spread"]["Why"])
    for table in ("Points for each criterion", "Points for each group (only sets judged in groups have them)"):
        heads = book.rows("Weights")[book.row_of("Weights", table) + 1]
        assert {str(head) for head in heads if head} == {
            "By equal\n(even)",
            f"By standard-deviation, {MARK}\n(spread)",
            f"By entropy, {MARK}\n(noted)",
            "Own weights\n(own)",
        }


def test_stakeholders_says_whom_it_compares(built: bytes) -> None:
    """The sets that nobody judged are marked above their columns; the question is about the sets of judgements."""
    book = Reader(built)
    row = book.row_of("Stakeholders", "Is it above the baseline in every stored set of judgements?")
    assert row > 0
    note = str(book.rows("Stakeholders")[3][0])
    assert note.endswith("nobody's judgement: the worst and best ranks leave them out.")
    heads = book.rows("Stakeholders")[book.row_of("Stakeholders", "Ranks under each weight set") + 1]
    assert [str(head).partition("\n")[0] for head in heads[2:6]] == [
        "By equal",
        f"By entropy, {MARK}",
        f"By standard-deviation, {MARK}",
        "Own weights",
    ]


def test_the_cover_does_not_count_them_among_views(built: bytes) -> None:
    """Agreed or not, what nobody judged stands in a line of its own."""
    lines = {row[0] for row in Reader(built).rows("Cover")}
    assert "Illustrative weight sets, agreed by nobody: By equal." in lines
    assert f"Weight sets {MARK}: By entropy, By standard-deviation." in lines
    assert not any(str(line).startswith("Agreed weight sets") for line in lines)


@pytest.mark.parametrize("name", ["even", "spread", "noted"])
def test_the_line_of_weights_shown_is_stored_right(name: str) -> None:
    """As built with a set, every sheet that names it says where its weights come from."""
    book = Reader(render(assess.report(loaded(_files()), weight_set=name)))
    said = {str(row[0]) for sheet in book.sheets for row in book.rows(sheet) if str(row[0]).startswith("Weights shown")}
    assert said == {SHOWN[name]}


@pytest.mark.libreoffice
def test_the_line_of_weights_shown_follows_the_choice(built: bytes, tmp_path: Path) -> None:
    """Chosen in the workbook and recalculated, the same words; every stored result was spoilt before."""
    plain = Reader(built)
    selector = ("Weights", plain.name(plain.row_of("Weights", "Weight set to show (input)"), 1))
    points = plain.row_of("Weights", "Points for each criterion") + 3
    own = max(n for n, head in enumerate(plain.rows("Weights")[points - 1]) if head == "Points (input)")
    typed = {("Weights", plain.name(points + row, own)): 1.0 for row in range(2)}
    books = {name: changed(spoilt(built), {selector: name, **typed}) for name in SHOWN}
    for name, path in recalculate(books, tmp_path).items():
        book = Reader(path)
        found = {
            str(row[0]) for sheet in book.sheets for row in book.rows(sheet) if str(row[0]).startswith("Weights shown")
        }
        assert found == {SHOWN[name]}
