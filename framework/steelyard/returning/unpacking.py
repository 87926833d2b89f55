"""The parts of an archive, looked through as they are unpacked, before any of them is read as a spreadsheet.

The largest decision we plan for, a thousand options by fifteen criteria, makes a workbook of 38 million bytes; of 47
as LibreOffice saves it. Its largest sheet has 12 million bytes and 960,000 tags, six deep, as openpyxl saves it, and
16,000 rows; its texts have 71,000 tags; no part has 25 times its packed size. The limits are three times that or more.
"""

from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from steelyard.returning.unreadable import UnreadableBookError

MOST_UNPACKED = 128 * 1024**2
MOST_IN_PART = 40 * 1024**2
MOST_PARTS = 10_000
MOST_PACKING = 100
"""How many times its packed size a large part may have. Zeros reach a thousand."""
_LARGE = 1024**2
MOST_TAGS_IN_SHEET = 3_000_000
MOST_TAGS = 1_000_000
"""Of any other part: of texts, which are kept whole while a workbook is open, and of looks."""
MOST_DEPTH = 64
LONGEST_STRETCH = 1024**2
"""So many bytes may lie between two tags; a cell's text has 32,767 characters at most."""
MOST_ROWS = 200_000
"""What is left of each row is kept while a sheet is read. Other parts have no more tags in that place either."""
_ROWS_LIE = 3
"""A row lies in the list of rows, which lies in the sheet."""
_PIECE = 64 * 1024
_SHEETS = "xl/worksheets/"
_TOO_MUCH = "holds more than any workbook of ours"


def look_at_sizes(name: str, archive: ZipFile) -> None:
    """Refuse an archive by what it says of itself, before anything in it is unpacked."""
    parts = archive.infolist()
    if (
        len(parts) > MOST_PARTS
        or sum(each.file_size for each in parts) > MOST_UNPACKED
        or any(each.file_size > min(MOST_IN_PART, max(_LARGE, MOST_PACKING * each.compress_size)) for each in parts)
    ):
        raise UnreadableBookError(f"{name} unpacks to more than any workbook of ours, and was not unpacked")
    if any(each.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for each in parts):
        raise UnreadableBookError(f"{name} is packed as no spreadsheet program packs, and was not unpacked")


def look_through(name: str, archive: ZipFile) -> None:
    """Unpack every part piece by piece, keeping none, and refuse what would take without end to read."""
    for part in archive.infolist():
        why = _Part(part).refusal(archive)
        if why:
            raise UnreadableBookError(f"{name} {why} in {part.filename}, and was not read")


class _Refusal(Exception):  # noqa: N818 - it ends a parser's work and never leaves this module
    """Why a part is refused."""


class _Part:
    """One part while it passes by; of what is no XML, or no longer, only the sum over its bytes is looked at."""

    def __init__(self, part: ZipInfo) -> None:
        self._part = part
        self._most_tags = MOST_TAGS_IN_SHEET if part.filename.startswith(_SHEETS) else MOST_TAGS
        self._tags = self._stretch = self._depth = self._rows = 0
        parser = expat.ParserCreate()
        parser.ordered_attributes = True
        parser.StartElementHandler = self._down
        parser.EndElementHandler = self._up
        parser.StartDoctypeDeclHandler = self._declares
        self._parser: expat.XMLParserType | None = parser

    def refusal(self, archive: ZipFile) -> str:
        """Why the part is refused; nothing where it is not. Damage is the archive's to raise."""
        try:
            with archive.open(self._part) as content:
                while piece := content.read(_PIECE):
                    self._pass(piece)
        except _Refusal as refusal:
            return str(refusal)
        return ""

    def _pass(self, piece: bytes) -> None:
        if self._parser is None:
            return
        first, *others = map(len, piece.split(b"<"))
        self._tags += len(others)
        longest = max([self._stretch + first, *others])
        self._stretch = others[-1] if others else longest
        if self._tags > self._most_tags or longest > LONGEST_STRETCH:
            raise _Refusal(_TOO_MUCH)
        try:
            self._parser.Parse(piece, False)  # noqa: FBT003 - the parser takes it by place only
        except expat.ExpatError:
            self._parser = None

    def _down(self, *_: object) -> None:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise _Refusal("nests tags deeper than any spreadsheet program")
        self._rows += self._depth == _ROWS_LIE
        if self._rows > MOST_ROWS:
            raise _Refusal(_TOO_MUCH)

    def _up(self, _: str) -> None:
        self._depth -= 1

    def _declares(self, *_: object) -> None:
        """Entities could unfold without end; no workbook declares any."""
        raise _Refusal("declares entities, which no spreadsheet program does,")
