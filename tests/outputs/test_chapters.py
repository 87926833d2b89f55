"""The workbook's sheets of exhibits can be read: sentences run across columns instead of out of the page."""

import io
from dataclasses import replace

import openpyxl

from projects import decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.outputs import shelf
from steelyard.outputs.xlsx.sheets.chapters import ACROSS, sheet_name
from steelyard.results.exhibit import Column, Exhibit

LONG = "A long sentence that goes on and on and on, as sentences about futures sometimes do. " * 6


def test_long_sentences_run_across_columns_and_no_further() -> None:
    """A sentence takes the columns that make a readable line, wrapped, and its row is as high as it needs."""
    files = decision({"x": quantity(0, 4)}, {"a": (1,), "b": (3,)}, {"even": weight_set("equal")})
    said = {"statement": LONG, "effect": "None.", "quality": "low", "impact": "high", "owner": "a test"}
    days = {"on": "2026-01-01", "review_by": "2099-01-01"}
    files["assumptions.yaml"] = {"assumptions": {"it-holds": said | days}}
    book = openpyxl.load_workbook(io.BytesIO(shelf["xlsx"].render(assess.report(loaded(files)))))
    for chapter in ("Assumptions", "Evidence coverage"):
        sheet = book[chapter]
        alike = sheet.column_dimensions.values()  # columns next to one another with one width stand together
        widths = {at: each.width for each in alike for at in range(each.min, each.max + 1)}
        assert sheet.merged_cells.ranges
        for merged in sheet.merged_cells.ranges:
            columns = range(merged.min_col, merged.max_col + 1)
            assert sum(widths[each] for each in columns) <= ACROSS + len(columns)
            assert sheet.cell(merged.min_row, merged.min_col).alignment.wrap_text


def test_a_chapter_is_called_as_excel_allows() -> None:
    """At most 31 letters, none of the signs that Excel refuses."""
    assert sheet_name("What [if]: a/b*c?") == "What  if   a b c "
    assert len(sheet_name("x" * 40)) == 31


def test_what_heads_several_rows_stands_in_the_first() -> None:
    """An option with two numbers is named once; the table is then half as high and reads as a list under it."""
    files = decision(
        {"x": quantity(0, 4), "y": quantity(0, 4)}, {"a": (1, 2), "b": (3, 4)}, {"even": weight_set("equal")}
    )
    book = openpyxl.load_workbook(io.BytesIO(shelf["xlsx"].render(assess.report(loaded(files)))))
    rows = list(book["Evidence coverage"].iter_rows(values_only=True))
    top = next(number for number, row in enumerate(rows) if row[0] == "What each number rests on")
    named = [row[:2] for row in rows[top:] if row[1] in {"x", "y"}]
    assert named == [("a", "x"), (None, "y"), ("b", "x"), (None, "y")]


def test_numbers_have_as_many_digits_as_elsewhere() -> None:
    """A third is 0.333333 in a cell whose format rounds nothing, and what is missing stands where numbers stand."""
    columns = (Column("size", "Size", "number"), Column("part", "Part", "share"), Column("why", "Why"))
    rows = ((1 / 3, 1 / 3, "Divided."), (None, 0.5, None))
    found = Exhibit("thirds", "Thirds", "Thirds", "How much is a third?", columns, rows)
    files = decision({"x": quantity(0, 4)}, {"a": (1,), "b": (3,)}, {"even": weight_set("equal")})
    report = replace(assess.report(loaded(files)), exhibits=(found,))
    book = openpyxl.load_workbook(io.BytesIO(shelf["xlsx"].render(report)))
    third, missing = list(book["Thirds"].iter_rows())[-2:]
    assert [each.value for each in third[:3]] == [0.333333, 1 / 3, "Divided."]
    assert [each.value for each in missing[:3]] == ["-", 0.5, "-"]
    assert [each.alignment.horizontal for each in missing[:3:2]] == ["right", "left"]
