"""A file of draws in, its columns of numbers out, with every fault of it."""

import csv
from array import array
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from itertools import islice
from math import isfinite

from steelyard.documents.draws import Cell, Draws
from steelyard.documents.place import Mark, Place
from steelyard.documents.record import LARGEST
from steelyard.reading.fault import Fault
from steelyard.shelf import did_you_mean

MOST_BYTES = 50_000_000
"""Beyond this a file of draws is refused: ten thousand draws of two hundred scores take less."""
_MOST_FAULTS = 20
"""As many faults of one file as one reads."""
_START = Mark(1, 1)
_HEADER = "Name each column by an option and a criterion, as in `filter/noise`."
_LONGEST_SHOWN = 30


@dataclass(frozen=True)
class Names:
    """The ids that columns may name."""

    options: Collection[str]
    criteria: Collection[str]


@dataclass(frozen=True)
class _Sheet:
    """The columns of a file as they are named, where their names stand, and their numbers."""

    header: Sequence[str]
    marks: Sequence[Mark]
    columns: Sequence[Sequence[float]]


class _UnusableError(Exception):
    def __init__(self, *faults: Fault) -> None:
        self.faults = faults
        super().__init__(faults[0].message)


def draws_in(content: bytes, path: str, at: Place, names: Names) -> tuple[Draws | None, list[Fault]]:
    """The draws that a file holds, or None with the reasons why they cannot be used.

    `at` is where the decision names the file: a Parquet file has no lines, and its columns stand there.
    """
    try:
        sheet = _sheet(content, path, names)
    except _UnusableError as refusal:
        return None, list(refusal.faults[:_MOST_FAULTS])
    cells = [_cell(name) for name in sheet.header]
    places = [Place(path, *mark) if path.endswith(".csv") else at for mark in sheet.marks]
    return Draws(
        path=path,
        digest=sha256(content).hexdigest(),
        rows=len(sheet.columns[0]),
        columns=dict(zip(cells, sheet.columns, strict=True)),
        places=dict(zip(cells, places, strict=True)),
    ), []


def _sheet(content: bytes, path: str, names: Names) -> _Sheet:
    if len(content) > MOST_BYTES:
        raise _UnusableError(_too_large())
    return _csv(content, names) if path.endswith(".csv") else _parquet(content, names)


def _fault(mark: Mark, message: str, remedy: str) -> Fault:
    return Fault("F003", mark, message, remedy)


def _too_large() -> Fault:
    limit = f"{MOST_BYTES // 1_000_000} million bytes"
    return _fault(_START, f"the file of draws is larger than {limit}", "Keep fewer draws, or fewer digits of each.")


def _csv(content: bytes, names: Names) -> _Sheet:
    """The columns of a CSV file with commas; an empty line is passed over."""
    try:
        lines = csv.reader(content.decode("utf-8-sig").splitlines(keepends=True), strict=True)
        rows = [(lines.line_num, row) for row in lines if row]
    except (UnicodeDecodeError, csv.Error) as error:
        reason = "it is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else str(error)
        raise _UnusableError(_fault(_START, f"the file cannot be read as CSV: {reason}", "Save it anew.")) from error
    if not rows or len(rows) == 1:
        raise _UnusableError(
            _fault(_START, "the file holds no draws", "Write a line of names, and a line for each draw.")
        )
    (line, header), *body = rows
    marks = [Mark(line, _column(header, at)) for at in range(len(header))]
    called = [name.strip() for name in header]
    faults = [*islice(_misnamed(called, marks, names), _MOST_FAULTS)]
    if not (faults and _is_one_name(header)):
        faults += islice(_misshapen(len(header), body), _MOST_FAULTS)
    if faults:
        raise _UnusableError(*faults)
    columns = [array("d", map(float, column)) for column in zip(*(row for _, row in body), strict=True)]
    return _Sheet(called, marks, columns)


def _is_one_name(header: Sequence[str]) -> bool:
    """Whether another sign than a comma separates the names, so that all of a line seems to be one entry."""
    return len(header) == 1 and any(sign in header[0] for sign in ";\t")


def _misshapen(width: int, rows: Sequence[tuple[int, Sequence[str]]]) -> Iterator[Fault]:
    """Lines with more or fewer numbers than there are names, and whatever is no number."""
    for line, row in rows:
        if len(row) != width:
            message = f"the line has {len(row)} entries under {width} names"
            yield _fault(Mark(line, 1), message, "Give each line one number a name, separated by commas.")
            continue
        for at, text in enumerate(row):
            if not _is_number(text):
                mark = Mark(line, _column(row, at))
                yield _fault(mark, f"{_shown(text)} is not a number", "Write digits, with a point before decimals.")


def _column(row: Sequence[str], at: int) -> int:
    """The character at which an entry of a line begins, counted from 1."""
    return 1 + sum(len(each) + 1 for each in row[:at])


def _is_number(text: str) -> bool:
    try:
        number = float(text)
    except ValueError:
        return False
    return "_" not in text and abs(number) <= LARGEST and isfinite(number)


def _shown(text: str) -> str:
    if not text.strip():
        return "an empty entry"
    return f"'{text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + '...'}'"


def _parquet(content: bytes, names: Names) -> _Sheet:
    """The columns of a Parquet file, read where the extra `parquet` is installed."""
    import pandas as pd  # noqa: PLC0415 - heavy, and needed for this kind of file only

    try:
        frame = pd.read_parquet(BytesIO(content))
    except ImportError as error:
        message = "Parquet files are read with pyarrow, which is not installed here"
        remedy = "Install it with pip install steelyard[parquet], or save the draws as CSV."
        raise _UnusableError(_fault(_START, message, remedy)) from error
    except Exception as error:  # whatever a damaged file makes of its reader
        raise _UnusableError(_fault(_START, "the file cannot be read as Parquet", "Save it anew.")) from error
    columns = [(str(name), each.tolist()) for name, each in frame.items()]
    header = [name for name, _ in columns]
    marks = [_START] * len(columns)
    faults = [*_misnamed(header, marks, names), *_not_numbers(columns)]
    if frame.empty:
        faults = [_fault(_START, "the file holds no draws", "Write a row for each draw.")]
    if faults:
        raise _UnusableError(*faults)
    return _Sheet(header, marks, [array("d", map(float, numbers)) for _, numbers in columns])


def _not_numbers(columns: Sequence[tuple[str, Sequence[object]]]) -> Iterator[Fault]:
    for name, numbers in columns:
        for row, number in enumerate(numbers, start=1):
            if isinstance(number, bool) or not isinstance(number, int | float) or not _is_number(str(float(number))):
                message = f"row {row} of the column '{name}' holds {_shown(str(number))}, which is not a number"
                yield _fault(_START, message, "Give every column numbers only.")
                break


def _cell(name: str) -> Cell:
    option, _, criterion = name.partition("/")
    return option, criterion


def _misnamed(header: Sequence[str], marks: Sequence[Mark], names: Names) -> Iterator[Fault]:
    """Columns that name no option or no criterion, and those named twice."""
    seen: set[str] = set()
    for name, mark in zip(header, marks, strict=True):
        option, criterion = _cell(name)
        if "/" not in name or _is_one_name([name]):
            remedy = "Separate entries by commas." if _is_one_name(header) else _HEADER
            yield _fault(mark, f"{_shown(name)} names no option and criterion", remedy)
        elif name in seen:
            yield _fault(mark, f"the column '{name}' is there twice", "Keep one of the two.")
        elif option not in names.options:
            yield _fault(mark, f"there is no option '{option}'", did_you_mean(option, names.options))
        elif criterion not in names.criteria:
            yield _fault(mark, f"there is no criterion '{criterion}'", did_you_mean(criterion, names.criteria))
        seen.add(name)
