"""Workbooks as other programs see them: spoilt, changed, recalculated by LibreOffice, and read back."""

import os
import re
import subprocess
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from shutil import which
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

IN_CI = os.environ.get("CI") == "true"
WITHOUT = "LibreOffice (soffice) is not installed, so no workbook can be recalculated"
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""
AT_ONCE = 2
LONGEST = 1200
Cell = float | str | None
Changes = Mapping[tuple[str, str], Cell]


def need_libreoffice() -> None:
    """Skip, saying why, where LibreOffice is not installed; fail where a build should have it."""
    if which("soffice") is None:
        if IN_CI:
            pytest.fail(WITHOUT)
        pytest.skip(WITHOUT)


def recalculate(books: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """Every workbook as LibreOffice saves it after forced recalculation, by name."""
    need_libreoffice()
    names = sorted(books)
    starts = range(min(AT_ONCE, len(names)))
    runs = [_begin(names[start::AT_ONCE], books, folder / f"run-{start}") for start in starts]
    for run in runs:
        assert run.wait(LONGEST) == 0, "LibreOffice did not convert the workbooks"
    found = {path.stem: path for path in folder.glob("run-*/out/*.xlsx")}
    assert sorted(found) == names, "LibreOffice left workbooks out"
    return found


def _begin(names: Sequence[str], books: Mapping[str, bytes], folder: Path) -> "subprocess.Popen[bytes]":
    """Start one LibreOffice with a profile of its own over some of the workbooks."""
    profile, source = folder / "profile", folder / "in"
    (profile / "user").mkdir(parents=True)
    source.mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
    for name in names:
        (source / f"{name}.xlsx").write_bytes(books[name])
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx"]
    files = [str(path) for path in sorted(source.glob("*.xlsx"))]
    arguments = [*command, "--outdir", str(folder / "out"), *files]
    return subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def spoilt(book: bytes) -> bytes:
    """The workbook with a wrong stored result in every formula cell."""

    def spoil(_name: str, sheet: str) -> str:
        wrong = re.sub(r"(</f>)<v>[^<]*</v>", r"\g<1><v>0.987</v>", sheet)
        return wrong.replace(' t="str"><f>', "><f>")

    return _rewritten(book, spoil)


def changed(book: bytes, changes: Changes) -> bytes:
    """The workbook with some inputs typed over, by sheet and cell."""

    def apply(name: str, sheet: str) -> str:
        for (on, cell), value in changes.items():
            if on == name:
                typed = partial(_typed, cell, value)
                sheet, found = re.subn(rf'<c r="{cell}"( s="\d+")?[^>]*?(?:/>|>.*?</c>)', typed, sheet)
                assert found == 1, f"no cell {cell} on {on}"
        return sheet

    return _rewritten(book, apply)


def _typed(cell: str, value: Cell, match: "re.Match[str]") -> str:
    style = match.group(1) or ""
    if value is None:
        return f'<c r="{cell}"{style}/>'
    if isinstance(value, str):
        return f'<c r="{cell}"{style} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{cell}"{style}><v>{value!r}</v></c>'


def _rewritten(book: bytes, rewrite: Callable[[str, str], str]) -> bytes:
    """The workbook with every sheet's XML passed through a function."""
    target = BytesIO()
    with ZipFile(BytesIO(book)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        names = re.findall(r'<sheet name="([^"]+)"', old.read("xl/workbook.xml").decode())
        for item in old.infolist():
            data = old.read(item)
            number = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", item.filename)
            if number:
                data = rewrite(names[int(number[1]) - 1], data.decode()).encode()
            new.writestr(item, data)
    return target.getvalue()


class Reader:
    """Finds cells by the words beside them, as a person would."""

    def __init__(self, source: bytes | Path, *, formulas: bool = False) -> None:
        file = BytesIO(source) if isinstance(source, bytes) else source
        self._book = openpyxl.load_workbook(file, data_only=not formulas, read_only=True)
        self._read: dict[str, list[tuple[object, ...]]] = {}

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets, in order."""
        return tuple(self._book.sheetnames)

    def rows(self, sheet: str) -> list[tuple[object, ...]]:
        """A sheet's cells, row by row; every row as long as the longest."""
        if sheet not in self._read:
            found = list(self._book[sheet].iter_rows(values_only=True))
            width = max(len(row) for row in found)
            self._read[sheet] = [(*row, *([None] * (width - len(row)))) for row in found]
        return self._read[sheet]

    def cell(self, sheet: str, row: int, column: int) -> object:
        """One cell, from row and column counted from 0."""
        rows = self.rows(sheet)
        return rows[row][column] if row < len(rows) and column < len(rows[row]) else None

    def row_of(self, sheet: str, text: str, column: int = 0, after: int = 0) -> int:
        """The first row, counted from 0, whose cell in a column says just that."""
        found = self.rows(sheet)
        return next(row for row in range(after, len(found)) if found[row][column] == text)

    def name(self, row: int, column: int) -> str:
        """The name of a cell, from row and column counted from 0."""
        return f"{get_column_letter(column + 1)}{row + 1}"

    def block(self, sheet: str, heading: str, key: int) -> dict[str, dict[str, object]]:
        """The table under a heading, by the cells of a key column, then by column head."""
        rows = self.rows(sheet)
        top = self.row_of(sheet, heading) + 1
        heads, table = rows[top], {}
        for row in rows[top + 1 :]:
            if row[key] in {None, ""}:
                break
            table[str(row[key])] = {str(head): cell for head, cell in zip(heads, row, strict=True) if head}
        return table
