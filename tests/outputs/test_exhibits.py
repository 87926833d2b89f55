"""Every format that shows a single exhibit shows all of it."""

import csv
import io
import json

import pytest

from steelyard.figures import shown
from steelyard.outputs import shelf
from steelyard.results.exhibit import Column, Exhibit, Unit, by_chapter

EXHIBIT = Exhibit(
    name="odd-things",
    chapter="Odd",
    caption="Odd | things",
    question="Which are odd?",
    columns=(
        Column("what", "What"),
        Column("many", "How many", "count"),
        Column("part", "Part", "share"),
        Column("worth", "Worth", "value"),
        Column("size", "Size", "number"),
    ),
    rows=(("=1+1", 3, 0.125, 0.5625, 1234.5), ("a|b", 0, None, -0.00001, 2.0)),
    takeaways=("Some are odd.",),
    notes=("Counted by hand.",),
)


def _rendered(name: str) -> str:
    render = shelf[name].render_exhibit
    assert render is not None
    return render(EXHIBIT).decode("utf-8-sig")


def test_json_holds_everything_unrounded() -> None:
    """Rows are objects by column name; an answer that is not there is null."""
    data = json.loads(_rendered("json"))
    assert data["schema"] == "steelyard/exhibit@1"
    assert data["rows"][0] == {"what": "=1+1", "many": 3, "part": 0.125, "worth": 0.5625, "size": 1234.5}
    assert data["rows"][1]["part"] is None
    assert [data[key] for key in ("name", "chapter", "caption", "question")] == [
        "odd-things", "Odd", "Odd | things", "Which are odd?",
    ]  # fmt: skip
    assert (data["takeaways"], data["notes"]) == (["Some are odd."], ["Counted by hand."])


def test_csv_is_one_table_and_no_formula() -> None:
    """Headings, then rows; text that a spreadsheet would take for a formula is marked, numbers are not."""
    rows = list(csv.reader(io.StringIO(_rendered("csv"))))
    assert rows == [
        ["What", "How many", "Part", "Worth", "Size"],
        ["'=1+1", "3", "0.125", "0.5625", "1234.5"],
        ["a|b", "0", "", "-1e-05", "2.0"],
    ]


def test_markdown_reads_as_people_do() -> None:
    """Shares in per cent, values with three decimals, a dash for no answer, marks escaped."""
    lines = _rendered("markdown").splitlines()
    assert lines[0] == "# Odd \\| things"
    assert "| What | How many | Part | Worth | Size |" in lines
    assert "|---|---:|---:|---:|---:|" in lines
    assert "| =1+1 | 3 | 12.5% | 0.563 | 1234.5 |" in lines
    assert "| a\\|b | 0 | - | 0.000 | 2 |" in lines
    assert "- Some are odd." in lines
    assert "*Counted by hand.*" in lines


@pytest.mark.parametrize(
    ("cell", "unit", "text"),
    [
        (None, "value", "-"),
        ("word", "text", "word"),
        (0.0005, "share", "0.1%"),
        (1.0, "share", "100.0%"),
        (7, "count", "7"),
    ],
)
def test_cells_are_written_by_their_unit(cell: str | float | None, unit: Unit, text: str) -> None:
    """Each unit has one way of being written, half away from zero."""
    assert shown(cell, unit) == text


def test_a_row_has_one_cell_a_column() -> None:
    """An exhibit whose rows do not fit its columns is refused when it is made."""
    with pytest.raises(ValueError, match="a row has 1 cells for 2 columns"):
        Exhibit("x", "X", "X", "X?", (Column("a", "A"), Column("b", "B")), (("only one",),))


def test_chapters_keep_their_order() -> None:
    """Exhibits stand with their like, chapters in the order in which they are first met."""
    one, two = (Exhibit(name, chapter, "C", "Q?", (), ()) for name, chapter in (("a", "First"), ("b", "Second")))
    again = Exhibit("c", "First", "C", "Q?", (), ())
    assert by_chapter([one, two, again]) == {"First": (one, again), "Second": (two,)}
