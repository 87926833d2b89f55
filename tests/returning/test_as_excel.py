"""Workbooks written as Microsoft Excel writes them come back like those of any other program."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from returning.as_excel import as_excel, digits
from returning.books import Typing, built, contents, laid_out, lines_changed
from steelyard.check import read
from steelyard.importing import RefusedImportError, planned
from steelyard.returning.opening import opened
from steelyard.returning.unreadable import UnreadableBookError

BALANCED, QUIET = "criteria/weights/balanced.yaml", "criteria/weights/quiet-first.yaml"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The workbook of the decision about coffee, as it was built."""
    return built(laid_out(tmp_path_factory.mktemp("built") / "coffee"))


@pytest.fixture(scope="module")
def typing(book: bytes) -> Typing:
    """The same workbook, to look up where numbers stand."""
    return Typing(book)


@pytest.fixture
def coffee(tmp_path: Path) -> Path:
    """The decision itself, untouched."""
    return laid_out(tmp_path / "coffee")


@pytest.mark.parametrize(
    ("number", "stored"),
    [
        (40.0, "40"), (2.5, "2.5"), (0.01, "0.01"), (1 / 3, "0.33333333333333331"), (0.1 + 0.2, "0.30000000000000004"),
        (0.05, "5.0000000000000003E-2"), (0.07, "7.0000000000000007E-2"),
    ],
)  # fmt: skip
def test_numbers_are_stored_as_excel_does(number: float, stored: str) -> None:
    """Whole ones plain, others with as many digits as tell them from their neighbours, small ones with an exponent."""
    assert digits(number) == stored


def test_it_is_written_as_excel_writes(book: bytes) -> None:
    """The imitation has what it is made for: shared formulas, a chain, runs, names of extensions, Excel's name."""
    with ZipFile(BytesIO(as_excel(book))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}
    sheets = "".join(content for name, content in parts.items() if name.startswith("xl/worksheets/"))
    assert len(re.findall(r'<f t="shared"[^>]*/>', sheets)) > 20
    assert "<v>" in sheets
    assert not re.search(r"<c [^>]*/>", sheets)
    assert 't="str"' in sheets
    assert "x14ac:dyDescent=" in sheets
    assert parts["xl/calcChain.xml"].count("<c ") > 100
    assert parts["xl/sharedStrings.xml"].count("<r>") > 100
    assert "absPath" in parts["xl/workbook.xml"]
    assert "Microsoft Excel" in parts["docProps/app.xml"]


def test_an_unedited_workbook_changes_nothing(coffee: Path, book: bytes, tmp_path: Path) -> None:
    """Byte for byte, with scores too, and nothing is remarked."""
    before = contents(coffee)
    (tmp_path / "back.xlsx").write_bytes(as_excel(book))
    found = planned(read(coffee).definitions, tmp_path / "back.xlsx", scores=True)
    assert found.does_nothing
    assert found.notes == ()
    assert contents(coffee) == before


def test_edited_weights_change_their_digits_alone(coffee: Path, book: bytes, typing: Typing, tmp_path: Path) -> None:
    """A number with noise behind its digits, a small one, and a formula's result."""
    before = contents(coffee)
    price, noise, quality = (
        typing.points(*place) for place in (("balanced", "price"), ("balanced", "noise"), ("quiet-first", "quality"))
    )
    edited = as_excel(book, {price: 45.1 + 0.2, noise: 0.05, quality: ("40+30", "70")})
    (tmp_path / "back.xlsx").write_bytes(edited)
    found = planned(read(coffee).definitions, tmp_path / "back.xlsx")
    (note,) = found.notes
    assert note.startswith(f"Weights!{quality} (the points of the group 'quality' in 'quiet-first') holds a formula;")
    assert note.endswith("its stored result 70 is taken.")
    assert found.plan is not None
    found.plan.write()
    after = contents(coffee)
    assert {path for path in after if after[path] != before[path]} == {BALANCED, QUIET}
    assert list(lines_changed(before[BALANCED], after[BALANCED])) == [
        ("  price: 40  # money\n", "  price: 45.3  # money\n"),
        ("  noise: 5.0e1\n", "  noise: 0.05\n"),
    ]
    assert list(lines_changed(before[QUIET], after[QUIET])) == [("  quality: 50\n", "  quality: 70\n")]


def test_texts_are_no_numbers(coffee: Path, book: bytes, typing: Typing, tmp_path: Path) -> None:
    """A text typed in, and a formula whose result is text, though both look like a number."""
    price, noise = typing.points("balanced", "price"), typing.points("balanced", "noise")
    (tmp_path / "back.xlsx").write_bytes(as_excel(book, {price: "45", noise: ('TEXT(70,"0")&" of 100"', "70 of 100")}))
    with pytest.raises(RefusedImportError) as refusal:
        planned(read(coffee).definitions, tmp_path / "back.xlsx")
    assert sorted(refusal.value.reasons) == sorted(
        f"Weights!{cell} (the points of '{name}' in 'balanced') holds the text '{text}'; type a number, "
        f"or put back {stored}"
        for cell, name, text, stored in ((price, "price", "45", 40), (noise, "noise", "70 of 100", 50))
    )


def test_the_strict_format_is_refused_with_the_way_out(book: bytes, tmp_path: Path) -> None:
    """It is a workbook of ours, and Excel can save it as one that can be read."""
    (tmp_path / "back.xlsx").write_bytes(as_excel(book, strict=True))
    with pytest.raises(UnreadableBookError, match=r"'Strict Open XML Spreadsheet'; save it as 'Excel Workbook \(.xlsx"):
        opened(tmp_path / "back.xlsx")


def test_cells_without_names_are_to_be_saved_again(book: bytes, tmp_path: Path) -> None:
    """A program may leave them out; which cell shares whose formula cannot be told then."""
    target = BytesIO()
    with ZipFile(BytesIO(as_excel(book))) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb'(<c )r="[A-Z]+\d+" ?', rb"\1", old.read(name)))
    (tmp_path / "back.xlsx").write_bytes(target.getvalue())
    with pytest.raises(UnreadableBookError, match=r"is damaged, or .* again, and import that$"):
        opened(tmp_path / "back.xlsx")
