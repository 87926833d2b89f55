"""Files that are no whole, plain workbook of ours are refused with the reason."""

import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import openpyxl
import pytest

from returning.books import built, laid_out
from steelyard.returning import opening, unpacking
from steelyard.returning.baseline import baseline_of
from steelyard.returning.opening import opened
from steelyard.returning.unreadable import UnreadableBookError

OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(500)
TYPES = "[Content_Types].xml"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A sound workbook."""
    return built(laid_out(tmp_path_factory.mktemp("sound") / "coffee"))


def _archive(parts: Mapping[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def _parts(book: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _refusal(content: bytes, folder: Path) -> str:
    file = folder / "back.xlsx"
    file.write_bytes(content)
    with pytest.raises(UnreadableBookError) as refusal:
        opened(file)
    return str(refusal.value)


def test_a_sound_workbook_opens(book: bytes, tmp_path: Path) -> None:
    """Its sheets are there, with formulas told from numbers, and the hidden one among them."""
    file = tmp_path / "back.xlsx"
    file.write_bytes(book)
    sheets = {sheet.name: sheet for sheet in opened(file)}
    assert {"Cover", "Weights", "Scores", "Baseline"} <= sheets.keys()
    assert any(cell.formula for cell in sheets["Weights"].cells.values())
    assert not any(cell.formula for cell in sheets["Baseline"].cells.values())


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"criterion,points\nnoise,80\n", "is no workbook"),
        (b"<html><table></table></html>", "is no workbook"),
        (OLE, "is in the format of older programs"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
        (b"PK\x03\x04 and then nothing", "is damaged or only half here"),
        (_archive({TYPES: b"", "word/document.xml": b"<w/>"}), "is a text document"),
        (_archive({TYPES: b"", "ppt/presentation.xml": b"<p/>"}), "is a presentation"),
        (_archive({TYPES: b"", "xl/workbook.bin": b"1"}), "is a binary workbook"),
        (_archive({"mimetype": b"", "content.xml": b"<o/>"}), "is an OpenDocument file"),
        (_archive({"notes.txt": b"hello"}), "holds no workbook"),
        (_archive({TYPES: b"<x/>", "xl/workbook.xml": b"<x/>"}), "is damaged"),
    ],
)
def test_other_files_are_told_apart(content: bytes, says: str, tmp_path: Path) -> None:
    """Text, other formats of office programs, passwords, and archives of something else."""
    assert says in _refusal(content, tmp_path)


@pytest.mark.parametrize("part", [0.02, 0.3, 0.7, 0.98, 0.999])
def test_half_a_download_is_refused(book: bytes, part: float, tmp_path: Path) -> None:
    """However much of it came."""
    assert "only half here" in _refusal(book[: int(len(book) * part)], tmp_path)


@pytest.mark.parametrize("at", [0.1, 0.4, 0.6])
def test_bytes_that_changed_on_the_way_are_found(book: bytes, at: float, tmp_path: Path) -> None:
    """A sum over each part tells."""
    start = int(len(book) * at)
    turned = bytes(each ^ 0xFF for each in book[start : start + 40])
    assert "damaged" in _refusal(book[:start] + turned + book[start + 40 :], tmp_path)


def test_whatever_happens_to_the_bytes_there_is_a_sentence(book: bytes, tmp_path: Path) -> None:
    """120 spoilt copies, bytes changed, cut out, put in: each is refused in a sentence or opens as a workbook."""
    chance, refused = Random(20261125), 0  # noqa: S311 - test data, not secrets
    for _ in range(120):
        start, length = chance.randrange(len(book)), chance.choice([1, 2, 30, 3000])
        put = chance.randbytes(chance.choice([0, length]))
        (tmp_path / "back.xlsx").write_bytes(book[:start] + put + book[start + length :])
        try:
            opened(tmp_path / "back.xlsx")
        except UnreadableBookError:
            refused += 1
    assert refused > 80


@pytest.mark.parametrize("where", ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml"])
def test_macros_are_refused(book: bytes, where: str, tmp_path: Path) -> None:
    """Of either kind, whatever the file is called."""
    assert "holds macros" in _refusal(_archive({**_parts(book), where: b"x"}), tmp_path)


def test_a_workbook_that_may_hold_macros_is_refused(book: bytes, tmp_path: Path) -> None:
    """The kind that says so, with or without any."""
    parts = _parts(book)
    parts[TYPES] = parts[TYPES].replace(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    assert "holds macros" in _refusal(_archive(parts), tmp_path)


def test_an_archive_that_unpacks_without_end_is_not_unpacked(
    book: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """300 million zeros in 300 thousand bytes are refused from what the archive says of itself; so are many parts."""
    monkeypatch.setattr(zlib, "decompressobj", lambda *_: pytest.fail("it was unpacked"))
    bomb = _archive({TYPES: b"x", "xl/workbook.xml": b"x", "xl/sheet.xml": bytes(unpacking.MOST_UNPACKED + 1)})
    assert len(bomb) < len(book) * 10
    assert "unpacks to more than any workbook" in _refusal(bomb, tmp_path)
    many = _archive({f"part-{number}": b"" for number in range(unpacking.MOST_PARTS + 1)})
    assert "unpacks to more than any workbook" in _refusal(many, tmp_path)


STRINGS, SHEET = "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"
BOMBS = {
    "texts": (STRINGS, b"</sst>", b"<si><t></t></si>" * 2_000_000),
    "rows": (SHEET, b"</sheetData>", b"<row/>" * 2_000_000),
    "rows in rows": (SHEET, b"</sheetData>", b"<row>" * 1_000_000 + b"</row>" * 1_000_000),
    "looks": ("xl/styles.xml", b"</cellXfs>", b"<xf/>" * 2_000_000),
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_parts_that_pack_to_almost_nothing_are_not_unpacked(
    book: bytes, bomb: tuple[str, bytes, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Millions of tags, side by side or in one another, in a part that is a hundred times its packed size."""
    part, end, tags = bomb
    parts = _parts(book)
    content = _archive({**parts, part: parts[part].replace(end, tags + end)})
    assert len(content) < 3 * len(book)
    monkeypatch.setattr(zlib, "decompressobj", lambda *_: pytest.fail("it was unpacked"))
    assert "unpacks to more than any workbook of ours" in _refusal(content, tmp_path)


LOOSE = {
    "texts": (STRINGS, b"</sst>", b"<si><t/></si>" * 20_000, "holds more than any workbook of ours"),
    "texts alone": (STRINGS, b"</sst>", b"<si/>" * 50_001, "holds more than any workbook of ours"),
    "cells": (SHEET, b"</sheetData>", b"<row>" + b"<c/>" * 150_001 + b"</row>", "holds more than any workbook"),
    "rows": (SHEET, b"</sheetData>", b"<row/>" * 10_001, "holds more than any workbook of ours"),
    "rows in rows": (SHEET, b"</sheetData>", b"<row>" * 63 + b"</row>" * 63, "nests tags deeper than any"),
    "one tag": (STRINGS, b"</sst>", b"<si a='" + bytes(range(97, 123)) * 42_000 + b"'/>", "holds more than any"),
}


@pytest.mark.parametrize("bomb", LOOSE.values(), ids=LOOSE.keys())
def test_parts_that_would_take_without_end_to_read_are_refused(
    book: bytes, bomb: tuple[str, bytes, bytes, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However loosely they are packed: more tags, more rows, deeper or longer tags than the limits allow.

    The limits on tags and rows are a twentieth here, for speed.
    """
    part, end, tags, says = bomb
    parts = _parts(book)
    for limit in ("MOST_TAGS", "MOST_TAGS_IN_SHEET", "MOST_ROWS"):
        monkeypatch.setattr(unpacking, limit, getattr(unpacking, limit) // 20)
    monkeypatch.setattr(unpacking, "MOST_PACKING", 1030)
    monkeypatch.setattr(opening, "load_workbook", lambda *_, **__: pytest.fail("it was read"))
    assert says in _refusal(_archive({**parts, part: parts[part].replace(end, tags + end)}), tmp_path)


def test_a_large_sheet_passes(book: bytes) -> None:
    """A sheet of 960,000 tags in 16,000 rows, as the largest of a decision of a thousand options has."""
    rows = b"".join(
        b"<row>" + b"".join(b"<c><v>%d</v></c>" % (row * cell) for cell in range(15)) + b"</row>"
        for row in range(15_500)
    )
    parts = _parts(book)
    content = _archive({**parts, SHEET: parts[SHEET].replace(b"</sheetData>", rows + b"</sheetData>")})
    with ZipFile(BytesIO(content)) as archive, archive.open(SHEET) as sheet:
        assert sheet.read().count(b"<") > 960_000
        unpacking.look_at_sizes("back.xlsx", archive)
        unpacking.look_through("back.xlsx", archive)


def test_what_no_spreadsheet_program_packs_is_not_unpacked(book: bytes, tmp_path: Path) -> None:
    """Ways of packing that unfold a few bytes into millions at one go."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_LZMA) as archive:
        for name, content in _parts(book).items():
            archive.writestr(name, content)
    assert "is packed as no spreadsheet program packs" in _refusal(target.getvalue(), tmp_path)


def test_a_strict_workbook_is_told_how_to_save(book: bytes, tmp_path: Path) -> None:
    """Excel's other form has other names for everything; it is no workbook without a hidden sheet."""
    parts = _parts(book)
    names = (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    strict = {name: content.replace(*names) for name, content in parts.items()}
    assert _refusal(_archive(strict), tmp_path) == (
        "back.xlsx was saved as 'Strict Open XML Spreadsheet'; save it as 'Excel Workbook (.xlsx)' instead"
    )


def test_what_is_not_understood_is_to_be_saved_again(book: bytes, tmp_path: Path) -> None:
    """Texts that are named and not there are no riddle to whoever reads of it: the sentence says what to do."""
    parts = {name: content for name, content in _parts(book).items() if name != STRINGS}
    assert _refusal(_archive(parts), tmp_path) == (
        "back.xlsx is damaged, or written in a way that is not understood here; open it in a spreadsheet program, "
        "save it as an Excel workbook (.xlsx) again, and import that"
    )


def test_a_size_that_lies_unpacks_no_more_than_it_says(book: bytes, tmp_path: Path) -> None:
    """An archive that says less than it holds is found damaged."""
    parts = _parts(book)
    bomb = bytearray(_archive({**parts, "xl/worksheets/sheet1.xml": bytes(1_000_000)}))
    at = bomb.find((1_000_000).to_bytes(4, "little"))
    while at >= 0:
        bomb[at : at + 4] = (10).to_bytes(4, "little")
        at = bomb.find((1_000_000).to_bytes(4, "little"))
    assert "damaged" in _refusal(bytes(bomb), tmp_path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(book: bytes, encoding: str, tmp_path: Path) -> None:
    """A part that declares any, in whichever encoding."""
    evil = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">]><worksheet>&b;</worksheet>'.encode(encoding)
    assert "declares entities" in _refusal(_archive({**_parts(book), "xl/worksheets/sheet3.xml": evil}), tmp_path)


def test_a_sheet_without_end_is_refused(book: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few bytes can claim a cell in the last column of the last row."""
    wide = openpyxl.load_workbook(BytesIO(book))
    wide["Weights"]["XFD1048576"] = 1
    wide.save(tmp_path / "back.xlsx")
    monkeypatch.setattr(opening, "MOST_CELLS", 100_000)
    with pytest.raises(UnreadableBookError, match="more cells than any of ours"):
        opened(tmp_path / "back.xlsx")


@pytest.mark.parametrize("missing", ["nothing.xlsx", "."])
def test_what_is_no_file_is_refused(missing: str, tmp_path: Path) -> None:
    """A name that names nothing, and a folder."""
    with pytest.raises(UnreadableBookError, match=r"cannot read|is no file"):
        opened(tmp_path / missing)


def test_foreign_workbooks_are_refused(book: bytes, tmp_path: Path) -> None:
    """One that another program made, one of another version, one with two hidden sheets, one that was cut down."""
    foreign = openpyxl.Workbook()
    foreign.save(tmp_path / "foreign.xlsx")
    other = openpyxl.load_workbook(BytesIO(book))
    other["Baseline"]["B1"] = "steelyard/workbook@0"
    other.save(tmp_path / "other.xlsx")
    twice = openpyxl.load_workbook(BytesIO(book))
    twice.copy_worksheet(twice["Baseline"])
    twice.save(tmp_path / "twice.xlsx")
    cut = openpyxl.load_workbook(BytesIO(book))
    cut["Baseline"].delete_rows(8, 200)
    cut.save(tmp_path / "cut.xlsx")
    typed = openpyxl.load_workbook(BytesIO(book))
    typed["Baseline"]["D10"] = "seven"
    typed.save(tmp_path / "typed.xlsx")
    for name, says in {
        "foreign": "is no workbook of ours",
        "other": "by another version of Steelyard",
        "twice": "more than once",
        "cut": "is not whole",
        "typed": "D10 holds no number",
    }.items():
        with pytest.raises(UnreadableBookError, match=says):
            baseline_of(opened(tmp_path / f"{name}.xlsx"), f"{name}.xlsx")
