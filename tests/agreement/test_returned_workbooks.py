"""Workbooks that LibreOffice has opened and saved come back as they would from anywhere."""

from pathlib import Path

import pytest

from agreement.recalculating import recalculate
from returning.books import Typing, built, contents, laid_out, sorted_rows
from steelyard.check import read
from steelyard.importing import planned

BALANCED = "criteria/weights/balanced.yaml"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Four workbooks of one decision as LibreOffice saves them: untouched, edited, rearranged, looking at a future."""
    folder = tmp_path_factory.mktemp("saved")
    book = built(laid_out(folder / "coffee"))
    edited, rearranged, future = Typing(book), Typing(book), Typing(book)
    edited.type({edited.points("balanced", "price"): "=40+5", edited.points("quiet-first", "quality"): "=0.1+0.2"})
    edited.type({edited.points("own", "noise"): 3, edited.points("own", "price"): 2, edited.points("own", "taste"): 1})
    edited.type({edited.score("beans", "noise"): "=70+1/3"}, "Scores")
    rearranged.type({rearranged.points("balanced", "price"): 45})
    sorted_rows(rearranged.weights)
    rearranged.book["Scores"].title = "Noten"
    for row in future.weights.iter_rows(max_col=1):
        if row[0].value == "Scenario to show (input)":
            future.type({f"B{row[0].row}": "bean-shortage"})
    books = {"untouched": book}
    for name, typing in {"edited": edited, "rearranged": rearranged, "future": future}.items():
        books[name] = typing.saved(folder / f"{name}.xlsx").read_bytes()
    return recalculate(books, folder / "runs")


@pytest.fixture
def coffee(tmp_path: Path) -> Path:
    """The decision itself."""
    return laid_out(tmp_path / "coffee")


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", ["untouched", "future"])
def test_a_saved_workbook_changes_nothing(name: str, coffee: Path, saved: dict[str, Path]) -> None:
    """Opened and saved, and with a scenario chosen, which puts no number in the place of a score."""
    before = contents(coffee)
    found = planned(read(coffee).definitions, saved[name], scores=True)
    assert found.does_nothing
    assert found.notes == ()
    assert contents(coffee) == before


@pytest.mark.libreoffice
def test_formulas_come_back_by_their_results(coffee: Path, saved: dict[str, Path]) -> None:
    """What LibreOffice worked out is taken and said to be a formula's; noise behind the decimals is not."""
    found = planned(read(coffee).definitions, saved["edited"], scores=True)
    assert [(change.path, change.steps, change.new) for change in found.changes] == [
        (BALANCED, ("judgements", "price"), 45),
        ("criteria/weights/quiet-first.yaml", ("groups", "quality"), 0.3),
        ("options/beans.yaml", ("scores", "noise", "value"), 70.3333333333333),
    ]
    assert sum("holds a formula; its stored result" in note for note in found.notes) == 3
    assert any("Own weights is filled in" in note for note in found.notes)
    assert found.plan is not None
    found.plan.write()
    assert "  price: 45  # money\n" in (coffee / BALANCED).read_text(encoding="utf-8")
    assert planned(read(coffee).definitions, saved["edited"], scores=True).does_nothing


@pytest.mark.libreoffice
def test_rearranged_sheets_come_back_right(coffee: Path, saved: dict[str, Path]) -> None:
    """Rows sorted and a sheet renamed before LibreOffice saved it: one number was changed, and one comes back."""
    found = planned(read(coffee).definitions, saved["rearranged"], scores=True)
    assert [(change.path, change.steps, change.new) for change in found.changes] == [
        (BALANCED, ("judgements", "price"), 45)
    ]
