"""A built workbook as Microsoft Excel writes it when somebody saves it, after ECMA-376 and what its files look like.

No value changes: only the way in which each is written. Formulas that were filled down share one text, numbers have
seventeen digits where they need them, texts are runs, blank cells are dropped, and every part names its extensions.
"""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element, SubElement
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.formula.translate import Translator
from openpyxl.utils import coordinate_to_tuple

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
STRICT = {MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main", OFFICE: "http://purl.oclc.org/ooxml/officeDocument"}
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
EXTENSIONS = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" '
    'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" '
    'xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" '
)
UID = 'xr:uid="{00000000-0001-0000-0000-000000000000}" '
PATH = (
    '<mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\Meetings\\" '
    'xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>'
)
APPLICATION = (
    f'<Properties xmlns="{OFFICE}/extended-properties"><Application>Microsoft Excel</Application>'
    "<DocSecurity>0</DocSecurity><AppVersion>16.0300</AppVersion></Properties>"
)
Typed = float | str | tuple[str, str]
"""A number, a text, or a formula with its result."""


def as_excel(book: bytes, typed: Mapping[str, Typed] | None = None, *, strict: bool = False) -> bytes:
    """The workbook as Excel saves it, with cells of the sheet Weights typed over; `strict` in its other format."""
    with ZipFile(BytesIO(book)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = re.findall(r'<sheet name="([^"]+)"', parts["xl/workbook.xml"].decode())
    chain: list[str] = []
    for number, name in enumerate(names, start=1):
        part = f"xl/worksheets/sheet{number}.xml"
        parts[part] = _sheet(parts[part], typed or {} if name == "Weights" else {}, number, chain)
    parts["xl/sharedStrings.xml"] = _strings(parts["xl/sharedStrings.xml"])
    parts["xl/calcChain.xml"] = f'{HEAD}<calcChain xmlns="{MAIN}">{"".join(chain)}</calcChain>'.encode()
    parts["docProps/app.xml"] = f"{HEAD}{APPLICATION}".encode()
    parts["xl/workbook.xml"] = _workbook(parts["xl/workbook.xml"].decode()).encode()
    _announce_chain(parts)
    for old, new in STRICT.items() if strict else ():
        parts = {name: content.replace(old.encode(), new.encode()) for name, content in parts.items()}
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def digits(number: float) -> str:
    """A number as Excel stores it: seventeen digits where it needs them, small ones with an exponent."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    mantissa, _, exponent = f"{number:.16E}".partition("E")
    small = abs(number) < 0.1 and len(mantissa.rstrip("0")) > 16
    return f"{mantissa}E{int(exponent)}" if small else f"{number:.17G}"


def _tag(name: str) -> str:
    return f"{{{MAIN}}}{name}"


def _written(root: Element) -> str:
    """A part as text, without the prefix that openpyxl has registered for its names."""
    text = ET.tostring(root, encoding="unicode")
    return text.replace("<s:", "<").replace("</s:", "</").replace("xmlns:s=", "xmlns=", 1)


def _sheet(content: bytes, typed: Mapping[str, Typed], number: int, chain: list[str]) -> bytes:
    root = ET.fromstring(content)  # noqa: S314 - our own workbook
    data = root.find(_tag("sheetData"))
    assert data is not None
    for cell in data.iter(_tag("c")):
        if cell.get("r") in typed:
            _type(cell, typed[cell.attrib["r"]])
        _as_stored(cell)
    for row in data:
        for cell in [each for each in row if len(each) == 0]:
            row.remove(cell)  # a blank one, whose look its column or row has too
        if len(row):
            first, last = (coordinate_to_tuple(row[at].attrib["r"])[1] for at in (0, -1))
            row.set("spans", f"{first}:{last}")
        row.set("dyDescent", "0.2")
    chain += [f'<c r="{each}" i="{number}"/>' for each in _shared(data)]
    text = _written(root).replace(" dyDescent=", " x14ac:dyDescent=")
    return (HEAD + text.replace("<worksheet ", f"<worksheet {EXTENSIONS}{UID}", 1)).encode()


def _type(cell: Element, value: Typed) -> None:
    """What somebody typed; a formula's result that is text says so, and a number never does."""
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", None)
    if isinstance(value, tuple):
        SubElement(cell, _tag("f")).text, value = value
        try:
            value = float(value)
        except ValueError:
            cell.set("t", "str")
    elif isinstance(value, str):
        cell.set("t", "inlineStr")
        run = SubElement(SubElement(SubElement(cell, _tag("is")), _tag("r")), _tag("t"))
        run.text = value
        return
    SubElement(cell, _tag("v")).text = str(value)


def _as_stored(cell: Element) -> None:
    stored = cell.find(_tag("v"))
    if stored is not None and stored.text and cell.get("t", "n") == "n":
        cell.attrib.pop("t", None)
        stored.text = digits(float(stored.text))


def _shared(data: Element) -> Iterator[str]:
    """Let formulas that were filled down share the text of the first; yields the cell of each formula."""
    above: dict[int, tuple[str, str, Element, int]] = {}
    for number, cell in enumerate(data.iter(_tag("c"))):
        formula, name = cell.find(_tag("f")), cell.attrib["r"]
        if formula is None or not formula.text or formula.get("t"):
            continue
        yield name
        row, column = coordinate_to_tuple(name)
        text, origin, first, last = above.get(column, ("", name, formula, 0))
        if last == row - 1 and Translator(f"={text}", origin).translate_formula(name) == f"={formula.text}":
            first.attrib.update(t="shared", si=first.get("si", str(number)), ref=f"{origin}:{name}")
            formula.attrib.update(t="shared", si=first.attrib["si"])
            formula.text = None
            above[column] = (text, origin, first, row)
        else:
            above[column] = (formula.text, name, formula, row)


def _strings(content: bytes) -> bytes:
    """Every text longer than a word in two runs, the second with a look of its own, and how it is read aloud."""
    root = ET.fromstring(content)  # noqa: S314 - our own workbook
    for item in root:
        text = item.find(_tag("t"))
        if text is None or len(text.text or "") <= 3:
            continue
        item.remove(text)
        for piece in ((text.text or "")[:2], (text.text or "")[2:]):
            run = SubElement(item, _tag("r"))
            SubElement(SubElement(run, _tag("rPr")), _tag("b"))
            SubElement(run, _tag("t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}).text = piece
        SubElement(SubElement(item, _tag("rPh"), {"sb": "0", "eb": "1"}), _tag("t")).text = "aloud"
    return (HEAD + _written(root)).encode()


def _workbook(text: str) -> str:
    x15 = 'xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" '
    text = text.replace("<workbook ", f"<workbook {EXTENSIONS.replace('x14ac xr', 'x15 x14ac xr')}{x15}", 1)
    text = re.sub(r"<fileVersion[^>]*/>", '<fileVersion appName="xl" lastEdited="7" rupBuild="28429"/>', text)
    text = re.sub(r"<workbookPr[^>]*/>", lambda found: f"{found[0]}{PATH}", text)
    return re.sub(r"<calcPr[^>]*/>", '<calcPr calcId="191029"/>', text)


def _announce_chain(parts: dict[str, bytes]) -> None:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"
    for part, end, entry in (
        ("[Content_Types].xml", "</Types>", f'<Override PartName="/xl/calcChain.xml" ContentType="{kind}"/>'),
        (
            "xl/_rels/workbook.xml.rels",
            "</Relationships>",
            f'<Relationship Id="rId900" Type="{OFFICE}/relationships/calcChain" Target="calcChain.xml"/>',
        ),
    ):
        parts[part] = parts[part].replace(end.encode(), f"{entry}{end}".encode())
