"""Open a workbook that someone hands back, taking nothing on trust.

What is not a whole, plain workbook is refused with the reason: other formats, half a download, a password, macros, and
archives that unpack to more than any workbook of ours. No formula is worked out here and no link is followed.
"""

import lzma
import re
import struct
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from steelyard.returning.unpacking import look_at_sizes, look_through
from steelyard.returning.unreadable import UnreadableBookError

MOST_PACKED = 64 * 1024**2
MOST_CELLS = 5_000_000
"""Beyond these no workbook of ours goes: one of a thousand options stays far below them."""
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
"""How files of old Office programs begin, and how a workbook begins that a password protects [MS-OFFCRYPTO]."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MACROS = re.compile(r"vbaProject|xl/macrosheets/|xl/dialogsheets/", re.IGNORECASE)
_MACRO_TYPE = b"macroenabled"
_STRICT = re.compile(rb"<(?:\w+:)?workbook\b[^>]*http://purl\.oclc\.org/ooxml/")
"""How the other form of Excel's format begins, whose names are all different [ISO/IEC 29500-1, annex A]."""
_DAMAGE = (
    BadZipFile, EOFError, LookupError, NotImplementedError, OSError, RuntimeError, ValueError, struct.error,
    zlib.error, lzma.LZMAError,
)  # fmt: skip
"""What reading an archive may trip over where its bytes are not what they were."""
_SAVE_ANEW = "save it as an Excel workbook (.xlsx)"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds something: a stored value, and whether a formula gave it."""

    sheet: str
    row: int
    column: int
    value: object
    formula: bool = False

    @property
    def name(self) -> str:
        """Its name as spreadsheet programs show it, with the sheet's."""
        return f"{self.sheet}!{get_column_letter(self.column)}{self.row}"


@dataclass(frozen=True)
class Sheet:
    """The cells of one sheet that hold something, by row and column, both counted from 1."""

    name: str
    cells: dict[tuple[int, int], Cell]

    def at(self, row: int, column: int) -> Cell:
        """The cell there, which may be empty."""
        return self.cells.get((row, column)) or Cell(self.name, row, column, None)

    def saying(self, text: str) -> list[Cell]:
        """The cells that say just that, from the top and from the left."""
        return [cell for _, cell in sorted(self.cells.items()) if cell.value == text]


def opened(file: Path) -> tuple[Sheet, ...]:
    """The sheets of a workbook; UnreadableBookError, in a sentence, where it cannot be one of ours."""
    content = _content(file)
    _look_at_archive(file.name, content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of looks and lists that openpyxl does not know, which we do not need
            return tuple(_sheets(content))
    except UnreadableBookError:
        raise
    except Exception as error:  # whatever openpyxl trips over, in whichever part
        raise UnreadableBookError(
            f"{file.name} is damaged, or written in a way that is not understood here; open it in a spreadsheet "
            f"program, {_SAVE_ANEW} again, and import that"
        ) from error


def _content(file: Path) -> bytes:
    try:
        size = file.stat().st_size
        if not file.is_file():
            raise UnreadableBookError(f"{file} is no file; name the workbook that was handed back")
        if size > MOST_PACKED:
            raise UnreadableBookError(f"{file.name} has {size:,} bytes, more than any workbook of ours")
        return file.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnreadableBookError(f"cannot read {file}: {reason}") from error


def _look_at_archive(name: str, content: bytes) -> None:
    """Refuse what is no plain workbook before anything in it is unpacked."""
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise UnreadableBookError(f"{name} is protected by a password; save it without one")
        raise UnreadableBookError(f"{name} is in the format of older programs; {_SAVE_ANEW}")
    if not content:
        raise UnreadableBookError(f"{name} is empty; copy the workbook again")
    if not content.startswith(b"PK"):
        raise UnreadableBookError(f"{name} is no workbook, whatever its name ends in; {_SAVE_ANEW}")
    try:
        with ZipFile(BytesIO(content)) as archive:
            _look_at_parts(name, archive)
    except _DAMAGE as error:
        raise UnreadableBookError(f"{name} is damaged or only half here; copy it again") from error


def _look_at_parts(name: str, archive: ZipFile) -> None:
    parts = archive.infolist()
    look_at_sizes(name, archive)
    if any(each.flag_bits & 1 for each in parts):
        raise UnreadableBookError(f"{name} is protected by a password; save it without one")
    names = [each.filename for each in parts]
    if len(set(names)) != len(names):
        raise UnreadableBookError(f"{name} is damaged: it holds one part twice; copy it again")
    _look_at_kind(name, set(names))
    look_through(name, archive)
    if any(map(_MACROS.search, names)) or _MACRO_TYPE in archive.read("[Content_Types].xml").lower():
        raise UnreadableBookError(f"{name} holds macros, which a workbook of ours never does; {_SAVE_ANEW}")
    if _STRICT.search(archive.read("xl/workbook.xml")):
        raise UnreadableBookError(
            f"{name} was saved as 'Strict Open XML Spreadsheet'; save it as 'Excel Workbook (.xlsx)' instead"
        )


def _look_at_kind(name: str, parts: set[str]) -> None:
    """Refuse the archives of other programs by what they are."""
    if "xl/workbook.bin" in parts:
        raise UnreadableBookError(f"{name} is a binary workbook (.xlsb); {_SAVE_ANEW}")
    if "word/document.xml" in parts or "ppt/presentation.xml" in parts:
        kind = "a text document" if "word/document.xml" in parts else "a presentation"
        raise UnreadableBookError(f"{name} is {kind}, no workbook")
    if "content.xml" in parts and "mimetype" in parts:
        raise UnreadableBookError(f"{name} is an OpenDocument file; {_SAVE_ANEW}")
    if not {"[Content_Types].xml", "xl/workbook.xml"} <= parts:
        raise UnreadableBookError(f"{name} is an archive that holds no workbook")


def _sheets(content: bytes) -> Iterator[Sheet]:
    """Every sheet, read twice: what its cells store, and which of them are formulas."""
    stored = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    written = load_workbook(BytesIO(content), read_only=True, data_only=False, keep_links=False)
    seen = 0
    for one, other in zip(stored.worksheets, written.worksheets, strict=True):
        one.reset_dimensions()  # what a file says of its size may be anything
        other.reset_dimensions()
        cells: dict[tuple[int, int], Cell] = {}
        for row, (values, formulas) in enumerate(zip(one.iter_rows(), other.iter_rows(), strict=True), start=1):
            seen += len(values) + 1
            if seen > MOST_CELLS:
                raise UnreadableBookError("the workbook has more cells than any of ours")
            for column, (value, formula) in enumerate(zip(values, formulas, strict=True), start=1):
                is_formula = formula.data_type == "f"
                if value.value is not None or is_formula:
                    cells[row, column] = Cell(one.title, row, column, value.value, is_formula)
        yield Sheet(one.title, cells)
