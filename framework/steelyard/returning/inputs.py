"""The inputs of a workbook, found by the names beside them.

Rows may have been sorted, columns moved and sheets renamed since the workbook was built.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from steelyard.documents.record import LARGEST
from steelyard.outputs.xlsx.sheets import scores, weights, weights_sets
from steelyard.returning.baseline import Baseline
from steelyard.returning.keys import Key, Kind
from steelyard.returning.opening import Cell, Sheet
from steelyard.returning.unreadable import UnreadableBookError

_ID_IN_HEAD = re.compile(r"\(([a-z0-9-]+)\)\s*$")
_HEADINGS = (weights.POINTS_TABLE, weights.GROUPS_TABLE, weights.RANGES_TABLE, weights_sets.SETS_TABLE)
_POINTS_HEADS = (weights.INPUT_HEAD, weights.LOCKED_HEAD)


@dataclass
class Inputs:
    """The cells of a workbook's inputs by what they are, and what stands in the way of reading some of them."""

    cells: dict[Key, Cell] = field(default_factory=dict)
    shown: str = ""
    faults: list[str] = field(default_factory=list)

    def put(self, key: Key, cell: Cell) -> None:
        """Take a cell, unless there is one for the same number already."""
        if key in self.cells:
            self.faults.append(f"{cell.name} and {self.cells[key].name} both claim to be {key.said}; delete one")
        self.cells.setdefault(key, cell)


def weights_in(sheets: Sequence[Sheet], baseline: Baseline) -> Inputs:
    """The points of every weight set and the reader's own, as they stand in the workbook."""
    sheet = _only(sheets, weights.POINTS_TABLE, "Weights")
    found = Inputs(shown=_beside(sheet, weights.SHOW_LABEL))
    kinds: dict[str, Kind] = {key.of: key.kind for key in baseline.numbers if key.kind in {"judgements", "within"}}
    kinds[baseline.own] = "own"
    for name, key, cell in _table(sheet, weights.POINTS_TABLE, baseline.criteria):
        if name in kinds:
            found.put(Key(kinds[name], name, key), cell)
    if any(kind == "within" for kind in kinds.values()):
        for name, key, cell in _table(sheet, weights.GROUPS_TABLE, baseline.groups):
            if kinds.get(name) == "within":
                found.put(Key("groups", name, key), cell)
    wanted = [key for key in baseline.numbers if key.kind != "score"]
    _miss(found, wanted, sheet)
    return found


def scores_in(sheets: Sequence[Sheet], baseline: Baseline) -> Inputs:
    """The numbers of every option on every criterion, as they stand in the workbook."""
    sheet, found = _only(sheets, scores.TITLE, "Scores"), Inputs()
    across, columns = _criteria_across(sheet, baseline)
    ids = [cell for cell in sheet.saying("Id") if cell.row > across]
    last = min((cell.row for cell in sheet.saying(scores.RANGES_TABLE)), default=1 + max(row for row, _ in sheet.cells))
    if not ids or not ids[0].row < last:
        raise UnreadableBookError(
            f"the sheet {sheet.name} has lost the head 'Id' of its options; build the workbook anew"
        )
    for row in range(ids[0].row + 1, last):
        option = sheet.at(row, ids[0].column).value
        if option in baseline.options:
            for criterion, column in columns:
                found.put(Key("score", str(option), criterion), sheet.at(row, column))
    _miss(found, [key for key in baseline.numbers if key.kind == "score"], sheet)
    return found


def _only(sheets: Sequence[Sheet], words: str, usual: str) -> Sheet:
    """The one sheet that holds certain words, whatever it is called now."""
    found = [sheet for sheet in sheets if sheet.saying(words)]
    if not found:
        raise UnreadableBookError(f"no sheet says '{words}': the sheet {usual} was deleted or its heading changed")
    if len(found) > 1:
        names = " and ".join(f"'{sheet.name}'" for sheet in found)
        raise UnreadableBookError(f"the sheets {names} both say '{words}'; delete the one that is not meant")
    return found[0]


def _beside(sheet: Sheet, label: str) -> str:
    """The text of the cell right of a label."""
    found = sheet.saying(label)
    value = sheet.at(found[0].row, found[0].column + 1).value if found else None
    return str(value) if value is not None else ""


def _table(sheet: Sheet, heading: str, names: Sequence[str]) -> Iterator[tuple[str, str, Cell]]:
    """Each cell of points in one table, with the weight set above it and the name beside it."""
    top = _heading(sheet, heading)
    last = min((cell.row for each in _HEADINGS for cell in sheet.saying(each) if cell.row > top), default=None)
    last = last or 1 + max(row for row, _ in sheet.cells)
    heads = sorted(
        (cell.row, cell.column) for each in _POINTS_HEADS for cell in sheet.saying(each) if top < cell.row < last
    )
    ids = [
        column
        for (row, column), cell in sheet.cells.items()
        if heads and row == heads[0][0] and cell.value in {"Id", weights.ID_HEAD}
    ]
    if not heads or len(ids) != 1 or heads[0][0] == 1:
        raise UnreadableBookError(f"the table '{heading}' on {sheet.name} has lost its heads; build the workbook anew")
    sets = dict(_sets_above(sheet, heads))
    for row in range(heads[0][0] + 1, last):
        name = str(sheet.at(row, ids[0]).value).partition("\n")[0].strip()
        if name in names:
            yield from ((of, name, sheet.at(row, column)) for column, of in sets.items())


def _heading(sheet: Sheet, heading: str) -> int:
    found = sheet.saying(heading)
    if len(found) != 1:
        how = "is missing" if not found else "stands there twice"
        raise UnreadableBookError(f"the table '{heading}' {how} on the sheet {sheet.name}; build the workbook anew")
    return found[0].row


def _sets_above(sheet: Sheet, heads: Sequence[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """For each column of points the weight set that the head above it names; one column a head."""
    named = {
        column: found[1]
        for (row, column), cell in sheet.cells.items()
        if row == heads[0][0] - 1 and (found := _ID_IN_HEAD.search(str(cell.value)))
    }
    taken: dict[int, int] = {}
    for row, column in heads:
        above = max((each for each in named if each <= column), default=None)
        if row != heads[0][0] or above is None or above in taken:
            cell = sheet.at(row, column)
            raise UnreadableBookError(
                f"{cell.name} begins a column of points, and no weight set is named above it alone"
            )
        taken[above] = column
        yield column, named[above]


def _criteria_across(sheet: Sheet, baseline: Baseline) -> tuple[int, list[tuple[str, int]]]:
    """The row that holds the criteria's ids, and the column of each."""
    for cell in sheet.saying("Id"):
        columns = [
            (str(each.value), column)
            for (row, column), each in sheet.cells.items()
            if row == cell.row and each.value in baseline.criteria
        ]
        if columns:
            return cell.row, columns
    raise UnreadableBookError(
        f"the sheet {sheet.name} has lost the row with the criteria's ids; build the workbook anew"
    )


def _miss(found: Inputs, wanted: Sequence[Key], sheet: Sheet) -> None:
    """Say which numbers have no cell any more: their rows or columns were deleted, or renamed."""
    by_set: dict[str, list[Key]] = {}
    for key in wanted:
        if key not in found.cells:
            by_set.setdefault(key.of, []).append(key)
    for of, keys in by_set.items():
        whole = len(keys) == sum(key.of == of for key in wanted)
        what = f"every number of '{of}'" if whole else " and ".join(key.said for key in keys)
        found.faults.append(f"the sheet {sheet.name} has no cell for {what}; put the row or column back")


def number_in(cell: Cell, key: Key, stored: float | None = None) -> float | str:
    """The number that a cell holds, or a sentence on why it holds none."""
    value = cell.value
    back = "" if stored is None else f", or put back {stored:.15g}"
    if isinstance(value, int | float) and not isinstance(value, bool):
        fits = -LARGEST <= value <= LARGEST
        return float(value) if fits else f"{cell.name} ({key.said}) holds a number beyond all scales{back}"
    if value is None and cell.formula:
        return f"{cell.name} ({key.said}) holds a formula without a stored result; type a number"
    if value is None:
        return f"{cell.name} ({key.said}) is blank; type a number{back}"
    if isinstance(value, str) and value.startswith("#") and cell.formula:
        return f"{cell.name} ({key.said}) holds a formula that gives {value}; type a number{back}"
    kind = "the text" if isinstance(value, str) else "no number but"
    return f"{cell.name} ({key.said}) holds {kind} '{value}'; type a number{back}"


def numbers_in(cells: Mapping[Key, Cell], baseline: Baseline, faults: list[str]) -> dict[Key, float]:
    """The numbers that the cells hold; what holds none is told among the faults."""
    found: dict[Key, float] = {}
    for key, cell in cells.items():
        number = number_in(cell, key, baseline.numbers.get(key))
        if isinstance(number, str):
            faults.append(number)
        else:
            found[key] = number
    return found
