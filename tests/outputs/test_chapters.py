"""The workbook's sheets of exhibits can be read: sentences run across columns instead of out of the page."""

import io

import openpyxl

from projects import decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.outputs import shelf
from steelyard.outputs.xlsx.sheets.chapters import ACROSS, sheet_name

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
