"""A decision with comments in its files, its workbook, and what other programs and people do to a workbook."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from steelyard import assess
from steelyard.outputs.xlsx import render

HERE = Path(__file__).resolve().parent
SOUND = HERE.parent / "sound"

BALANCED = """\
# Who comes first.
id: balanced
title: Balanced
whose: the office manager
status: illustrative
why: Taste is why people drink it; noise and money count about half as much each.
method: swing
judgements:   # three swings
  price: 40  # money
  # Between two.
  taste:   100
  noise: 5.0e1
ranges:
  price: [0, 2100]
# At the end.
"""
QUIET = """\
id: quiet-first
title: Quiet first
whose: the desks beside the kitchen
status: illustrative
why: The nearest desks hear every cup.
method: swing
groups:
  burden: 100   # what one hears
  quality: 50
within:
  burden: {noise: 100, price: 20}  # in brackets
  quality: {taste: 100}
"""
ALIKE = """\
id: alike  # no judgement at all
title: All alike
whose: nobody's
status: illustrative
why: A start.
method: equal
"""
FLOOD = """\
id: bean-shortage
title: Beans get dear
summary: Beans cost twice as much.
signposts:
  price: {sign: The price doubles., look_at: The news.}
changes:
  - criterion: noise
    options: [beans]
    change: {kind: set, value: 60, low: 55, high: 65}
    because: Fewer cups are ground.
    basis: judgement
"""
PANEL = """\
    panel:
      first-desk: {value: 44, low: 42, high: 50}
      second-desk: {value: 52, low: 50, high: 58}
"""


def laid_out(folder: Path) -> Path:
    """The decision about coffee, with three weight sets, a scenario, a panel, and comments wherever they may stand."""
    shutil.copytree(SOUND, folder)
    for path, text in {
        "criteria/weights/balanced.yaml": BALANCED,
        "criteria/weights/quiet-first.yaml": QUIET,
        "criteria/weights/alike.yaml": ALIKE,
        "criteria/scenarios/bean-shortage.yaml": FLOOD,
    }.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    retyped(folder, "options/filter.yaml", "    value: 48\n    low: 45\n    high: 55\n", PANEL)
    retyped(folder, "options/beans.yaml", "    value: 72\n", "    value: 72   # loud\n")
    return folder


def retyped(folder: Path, path: str, old: str, new: str) -> None:
    """Edit one spot of a file, as a person would."""
    file = folder / path
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, (path, old)
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def built(folder: Path) -> bytes:
    """The workbook of a decision, as `steelyard build` makes it."""
    definitions, findings = assess.load(folder)
    return render(assess.report(definitions, findings))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a decision, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


class Typing:
    """A workbook in somebody's hands: cells are found by the words beside them, and typed over."""

    def __init__(self, book: bytes) -> None:
        self.book = openpyxl.load_workbook(BytesIO(book))

    @property
    def weights(self) -> Worksheet:
        """The sheet with the points."""
        sheet = self.book["Weights"]
        assert isinstance(sheet, Worksheet)
        return sheet

    def points(self, weight_set: str, name: str) -> str:
        """The cell of a criterion's or a group's points in a set."""
        heads = [
            cell for row in self.weights.iter_rows() for cell in row if str(cell.value).endswith(f"\n({weight_set})")
        ]
        column, groups = heads[0].column_letter, "Points for each group (only sets judged in groups have them)"
        start = next(cell.row for row in self.weights.iter_rows() for cell in row if cell.value == groups)
        for row in self.weights.iter_rows(max_col=2):
            said = str(row[1].value).partition("\n")
            if said[0] == name and (said[1] or row[0].row > start):
                return f"{column}{row[0].row}"
        raise AssertionError(name)

    def score(self, option: str, criterion: str) -> str:
        """The cell of an option's number on a criterion."""
        sheet = self.book["Scores"]
        heads = next(row for row in sheet.iter_rows() if row[0].value == "Id")
        column = next(cell.column_letter for cell in heads if cell.value == criterion)
        return f"{column}{next(row[1].row for row in sheet.iter_rows() if row[1].value == option)}"

    def type(self, cells: Mapping[str, object], sheet: str = "Weights") -> "Typing":
        """Type over cells of a sheet."""
        for cell, value in cells.items():
            self.book[sheet][cell] = value
        return self

    def saved(self, file: Path) -> Path:
        """The workbook as openpyxl saves it."""
        self.book.save(file)
        return file


def moved_by(change: Callable[[Worksheet], None]) -> Callable[[Typing], None]:
    """Something done to the sheet of points."""
    return lambda typing: change(typing.weights)


def sorted_rows(sheet: Worksheet) -> None:
    """The criteria's rows in the other order, each with everything in it."""
    rows = [cell.row for cell in sheet["B"] if "\n" in str(cell.value) and cell.row > 1]
    values = [[cell.value for cell in sheet[row]] for row in rows]
    for row, line in zip(rows, reversed(values), strict=True):
        for cell, value in zip(sheet[row], line, strict=True):
            if type(cell).__name__ != "MergedCell":
                cell.value = value


def with_column_before(sheet: Worksheet) -> None:
    """Everything one column further right, heads too."""
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.insert_cols(1)


def with_rows_above(sheet: Worksheet) -> None:
    """Everything two rows further down."""
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.insert_rows(1, 2)


def own_set_first(sheet: Worksheet) -> None:
    """The columns of the first set and of the last, the reader's own, in each other's place."""
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    heads = next(row for row in sheet.iter_rows() if any(str(cell.value).endswith("(own)") for cell in row))
    last = next(cell.column for cell in heads if str(cell.value).endswith("(own)"))
    for row in sheet.iter_rows(min_row=heads[0].row, max_row=heads[0].row + 13):
        for offset in range(3):
            one, other = row[3 + offset], row[last - 1 + offset]
            one.value, other.value = other.value, one.value


def lines_changed(before: bytes, after: bytes) -> Iterator[tuple[str, str]]:
    """The lines that differ between two texts of equally many lines."""
    old, new = before.decode().splitlines(keepends=True), after.decode().splitlines(keepends=True)
    assert len(old) == len(new)
    yield from ((one, other) for one, other in zip(old, new, strict=True) if one != other)
