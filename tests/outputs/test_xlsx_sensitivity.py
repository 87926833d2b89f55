"""The sheet that sweeps a share: its selector, its chart, its one page, and what it leaves out of large decisions."""

import re
from io import BytesIO
from typing import Any
from unittest.mock import patch
from zipfile import ZipFile

import openpyxl
import pytest
from xlsxwriter.worksheet import Worksheet

from projects import Files, decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.outputs.xlsx import render

LABEL = "Criterion or group to sweep (input)"
MANY = 40


def _files(options: int = 3) -> Files:
    """Options on two criteria in two groups, x with three quarters of the weight.

    The first has 2 and 2. Each further one has one more hundredth on x and nothing on y, but the last: 0 and 10.
    """
    rows: dict[str, tuple[float, ...]] = {"o0": (2, 2)}
    rows |= {f"o{number}": (4 + number / 100, 0) for number in range(1, options - 1)}
    rows[f"o{options - 1}"] = (0, 10)
    criteria = {"x": quantity(0, 10, group="one"), "y": quantity(0, 10, group="two")}
    return decision(criteria, rows, {"some": weight_set("direct", judgements={"x": 3, "y": 1})})


@pytest.fixture(scope="module")
def small() -> bytes:
    """Three options' workbook."""
    return render(assess.report(loaded(_files())))


@pytest.fixture(scope="module")
def large() -> bytes:
    """Forty options' workbook."""
    return render(assess.report(loaded(_files(MANY))))


def _rows(book: bytes) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(BytesIO(book), data_only=True)["Sensitivity"].iter_rows(values_only=True))


def _options(book: bytes) -> list[str]:
    """The labels of the options in the table."""
    rows = _rows(book)
    start = next(number for number, row in enumerate(rows) if row[0] == "Step nearest to the share now")
    return [row[0] for row in rows[start + 1 :] if row[0]]


def _chart(book: bytes) -> str:
    with ZipFile(BytesIO(book)) as files:
        charts = [files.read(name).decode() for name in files.namelist() if name.startswith("xl/charts/chart")]
    (found,) = [chart for chart in charts if "Sensitivity!" in chart]
    return found


def test_the_selector_lists_criteria_and_groups_and_is_the_only_input(small: bytes) -> None:
    """It opens with the criterion of the largest share; its list names criteria by id and groups after a mark."""
    opened = openpyxl.load_workbook(BytesIO(small))
    sheet = opened["Sensitivity"]
    (row,) = [cell.row for cell in sheet["A"] if cell.value == LABEL]
    assert sheet.cell(row, 2).value == "x"
    unlocked = [cell.coordinate for line in sheet.iter_rows() for cell in line if not cell.protection.locked]
    assert unlocked == [f"B{row}"]
    (rule,) = sheet.data_validations.dataValidation
    assert (rule.type, str(rule.sqref)) == ("list", f"B{row}")
    on, cells = str(rule.formula1).split("!")
    assert [cell.value for (cell,) in opened[on][cells.replace("$", "")]] == ["x", "y", "group: one", "group: two"]


def test_no_criterion_with_all_the_weight_is_opened_with() -> None:
    """There would be nothing to sweep; the other, without any share, can be given some."""
    files = _files()
    files["criteria/weights/some.yaml"]["judgements"] = {"x": 0, "y": 1}
    rows = _rows(render(assess.report(loaded(files))))
    assert next(row[1] for row in rows if row[0] == LABEL) == "x"


def test_a_single_criterion_has_nothing_to_be_swept_against() -> None:
    """The sheet says so, and stays empty below."""
    files = decision({"x": quantity(0, 10)}, {"a": (1,), "b": (2,)}, {"even": weight_set("equal")})
    rows = _rows(render(assess.report(loaded(files))))
    assert any(str(row[0]).startswith("A quantity holds all the weight") for row in rows)
    assert not any(re.match(r"\d+\. ", str(row[0])) for row in rows)


def test_the_sheet_prints_on_one_page_with_what_it_works_from_left_out(large: bytes) -> None:
    """Beside the page stand only what the table and the upright line read."""
    sheet = openpyxl.load_workbook(BytesIO(large))["Sensitivity"]
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight or 1) == (1, 1)
    last = max(number for number, row in enumerate(_rows(large), start=1) if row[0])
    assert sheet.print_area == f"'Sensitivity'!$A$1:$Y${last}"


def test_lines_differ_by_marker_and_dash_as_well_as_by_colour(large: bytes) -> None:
    """Six options at most, each told apart without colour, and an upright line at the share now."""
    chart = _chart(large)
    markers, dashes = re.findall(r'<c:symbol val="(\w+)"', chart), re.findall(r'<a:prstDash val="(\w+)"', chart)
    assert chart.count("<c:ser>") == 7
    assert markers.pop() == "none"
    assert len(set(markers)) == 6
    assert len(set(dashes)) == len(dashes) >= 5
    assert "Share of the criterion or group that is swept" in chart


def test_the_chart_says_what_it_shows_to_those_who_cannot_see_it(small: bytes) -> None:
    """By hand: t is x's share. o1 has 0.401 t, o2 has 1 - t and o0 has 0.2: o1 and o2 tie at 1 / 1.401."""
    with ZipFile(BytesIO(small)) as files:
        drawings = [files.read(name).decode() for name in files.namelist() if name.startswith("xl/drawings/drawing")]
    said = (
        "First place goes from Option o1 to Option o2 once the share of A quantity falls below 71.4%. "
        "That share is 75% now."
    )
    assert any(said in drawing for drawing in drawings)
    assert any(row[0] == said for row in _rows(small))


def test_of_many_options_those_that_come_first_somewhere_are_shown_before_the_others(large: bytes) -> None:
    """By hand: o38 has 0.438 t and is first now; o39 has 1 - t, is last but one now, and first where t is small."""
    shown = _options(large)
    assert len(shown) == 25
    assert shown[:3] == ["1. Option o38", "2. Option o39", "3. Option o37"]
    assert any(f"The first 25 of {MANY} stand here." in str(row[0]) for row in _rows(large))


def test_few_options_are_all_shown(small: bytes) -> None:
    """Nothing is said of others."""
    assert _options(small) == ["1. Option o1", "2. Option o2", "3. Option o0 (baseline)"]
    assert not any("stand here" in str(row[0]) for row in _rows(small))


def test_no_cell_of_workings_is_written_twice() -> None:
    """Blocks that are laid out apart from one another never meet."""
    seen: list[tuple[int, int]] = []

    def noting(name: str) -> Any:  # noqa: ANN401 - whatever XlsxWriter takes
        plain = getattr(Worksheet, name)

        def note(sheet: Worksheet, row: int, column: int, *more: Any) -> Any:  # noqa: ANN401
            if sheet.get_name() == "Workings":
                seen.append((row, column))
            return plain(sheet, row, column, *more)

        return note

    names = ("write_string", "write_number", "write_formula", "write_blank")
    with patch.multiple(Worksheet, **{name: noting(name) for name in names}):
        render(assess.report(loaded(_files())))
    assert len(seen) > 100
    assert len(seen) == len(set(seen))
