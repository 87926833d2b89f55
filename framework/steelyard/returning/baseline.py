"""The hidden sheet of a workbook: what the definitions said when it was built."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from steelyard.outputs.xlsx.sheets.baseline import SCHEMA
from steelyard.returning.keys import Key
from steelyard.returning.opening import Cell, Sheet
from steelyard.returning.unreadable import UnreadableBookError

_FAMILY = SCHEMA.partition("@")[0]
_LEAD = 3
_BLOCKS = ("scores", "weights", "totals", "scales")
Ends = tuple[float, float]


@dataclass
class Baseline:
    """The numbers of a workbook as it was built, and what they were judged on.

    `scales` holds the ends of each criterion's scale, the lower first, and `group_of` its group; `ranges` those that
    points of a weight set were judged on, by set and criterion, where that was not the full scale.
    """

    facts: Mapping[str, str]
    numbers: dict[Key, float] = field(default_factory=dict)
    sets: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    scales: dict[str, Ends] = field(default_factory=dict)
    group_of: dict[str, str] = field(default_factory=dict)
    ranges: dict[tuple[str, str], Ends] = field(default_factory=dict)

    @property
    def own(self) -> str:
        """What the reader's own column is called."""
        return self.facts.get("own", "own")


@dataclass(frozen=True)
class _Row:
    """A row of the hidden sheet: what it is about, the names beside, and the cells behind them."""

    label: str
    name: str
    third: str
    cells: tuple[Cell, ...]


def baseline_of(sheets: Sequence[Sheet], book: str) -> Baseline:
    """What the hidden sheet says; UnreadableBookError where there is none, or it was tampered with."""
    sheet, row, column = _origin(sheets, book)
    rows = list(_rows(sheet, row, column))
    found = Baseline({each.label: each.name for each in rows[: _facts_in(rows)]})
    heads: tuple[str, ...] = ()
    block = ""
    for each in rows[_facts_in(rows) :]:
        if each.label in _BLOCKS and each.name == "id":
            block, heads = each.label, tuple(str(cell.value) for cell in each.cells if cell.value is not None)
            if block == "scores":
                found.criteria = heads
            elif block == "weights":
                found.sets = heads
        else:
            _take(found, block, heads, each)
    _with_forms(found)
    if not (found.criteria and found.sets and found.options and len(found.scales) == len(found.criteria)):
        raise UnreadableBookError(f"the hidden sheet '{sheet.name}' of {book} is not whole; build the workbook anew")
    return found


def _origin(sheets: Sequence[Sheet], book: str) -> tuple[Sheet, int, int]:
    """Where the hidden sheet begins."""
    found = [
        (sheet, cell)
        for sheet in sheets
        for cell in sheet.cells.values()
        if isinstance(cell.value, str)
        and cell.value.startswith(f"{_FAMILY}@")
        and sheet.at(cell.row, cell.column - 1).value == "schema"
    ]
    if not found:
        raise UnreadableBookError(
            f"{book} is no workbook of ours: it lacks the hidden sheet Baseline that `steelyard build --to xlsx` writes"
        )
    if len(found) > 1:
        raise UnreadableBookError(f"{book} holds the hidden sheet Baseline more than once; delete the copies")
    sheet, cell = found[0]
    if cell.value != SCHEMA:
        raise UnreadableBookError(
            f"{book} was built by another version of Steelyard; build it anew and copy the changes"
        )
    return sheet, cell.row, cell.column - 1


def _facts_in(rows: Sequence[_Row]) -> int:
    return next((at for at, row in enumerate(rows) if row.label in _BLOCKS and row.name == "id"), len(rows))


def _rows(sheet: Sheet, top: int, left: int) -> Iterator[_Row]:
    by_row: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sheet.cells.items():
        if row >= top and column >= left:
            by_row.setdefault(row, {})[column - left] = cell
    for row, cells in sorted(by_row.items()):
        label, name, third = (str(cells[at].value) if at in cells else "" for at in range(_LEAD))
        last = max(cells)
        yield _Row(label, name, third, tuple(sheet.at(row, left + at) for at in range(_LEAD, last + 1)))


def _take(found: Baseline, block: str, heads: tuple[str, ...], row: _Row) -> None:
    """Put a row's numbers where they belong."""
    kinds = {("scores", "option"): "score", ("weights", "criterion"): "judgements", ("weights", "group"): "groups"}
    kind = kinds.get((block, row.label))
    if kind is not None:
        for head, cell in zip(heads, row.cells, strict=False):
            if cell.value is not None:
                of, name = (row.name, head) if kind == "score" else (head, row.name)
                found.numbers[Key(kind, of, name)] = _number(cell)  # type: ignore[arg-type]  # one of the kinds
    if kind == "score":
        found.options += (row.name,)
    elif kind == "groups":
        found.groups += (row.name,)
    elif row.label == "scale" and len(row.cells) > 1:
        found.scales[row.name] = (_number(row.cells[0]), _number(row.cells[1]))
        found.group_of[row.name] = row.third
    elif row.label == "range" and len(row.cells) > 1:
        found.ranges[row.third, row.name] = (_number(row.cells[0]), _number(row.cells[1]))


def _with_forms(found: Baseline) -> None:
    """Points of criteria stand within groups in those sets that have points for groups."""
    grouped = {key.of for key in found.numbers if key.kind == "groups"}
    found.numbers = {
        Key("within", key.of, key.name) if key.kind == "judgements" and key.of in grouped else key: number
        for key, number in found.numbers.items()
    }


def _number(cell: Cell) -> float:
    if isinstance(cell.value, bool) or not isinstance(cell.value, int | float):
        raise UnreadableBookError(f"the hidden sheet was changed: {cell.name} holds no number; build the workbook anew")
    return float(cell.value)
