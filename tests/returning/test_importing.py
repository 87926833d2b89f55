"""Workbooks brought back: minimal edits, or reasons why not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from returning.books import (
    Typing,
    built,
    contents,
    laid_out,
    lines_changed,
    own_set_first,
    retyped,
    sorted_rows,
    with_column_before,
    with_rows_above,
)
from steelyard.check import at_least, check, read
from steelyard.importing import Import, RefusedImportError, planned
from steelyard.returning.baseline import Baseline
from steelyard.returning.keys import Key
from steelyard.returning.new_set import Column, NewSet, said_of
from steelyard.returning.unreadable import UnreadableBookError
from steelyard.rewriting import UnsoundAfterwardsError

BALANCED, QUIET = "criteria/weights/balanced.yaml", "criteria/weights/quiet-first.yaml"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The workbook of the decision about coffee."""
    return built(laid_out(tmp_path_factory.mktemp("built") / "coffee"))


@pytest.fixture
def coffee(tmp_path: Path) -> Path:
    """The decision itself, untouched."""
    return laid_out(tmp_path / "coffee")


@pytest.fixture
def typing(book: bytes) -> Typing:
    """The workbook in somebody's hands."""
    return Typing(book)


def brought_back(folder: Path, file: Path, *, scores: bool = False, as_new: NewSet | None = None) -> Import:
    """Plan an import and write it."""
    found = planned(read(folder).definitions, file, scores=scores, as_new=as_new)
    if found.plan is not None:
        found.plan.write()
    return found


def _refusal(folder: Path, file: Path, *, scores: bool = False, as_new: NewSet | None = None) -> str:
    before = contents(folder)
    with pytest.raises(RefusedImportError) as refusal:
        brought_back(folder, file, scores=scores, as_new=as_new)
    assert contents(folder) == before
    return "\n".join(refusal.value.reasons)


def test_an_unedited_workbook_changes_nothing(coffee: Path, book: bytes, typing: Typing, tmp_path: Path) -> None:
    """Byte for byte, as built and as openpyxl saves it again, with scores and without."""
    before = contents(coffee)
    (tmp_path / "built.xlsx").write_bytes(book)
    for file in (tmp_path / "built.xlsx", typing.saved(tmp_path / "saved.xlsx")):
        for scores in (False, True):
            found = brought_back(coffee, file, scores=scores)
            assert found.does_nothing
            assert found.notes == ()
    assert contents(coffee) == before


def test_changed_points_change_their_digits_alone(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """In a block, with comments and odd spaces beside; in brackets; of a group: nothing else moves."""
    before = contents(coffee)
    typing.type({
        typing.points("balanced", "price"): 0.1 + 0.2,
        typing.points("balanced", "noise"): 60,
        typing.points("quiet-first", "price"): 25.5,
        typing.points("quiet-first", "quality"): 70.0,
    })  # fmt: skip
    found = brought_back(coffee, typing.saved(tmp_path / "back.xlsx"))
    after = contents(coffee)
    assert {path for path in after if after[path] != before[path]} == {BALANCED, QUIET}
    assert list(lines_changed(before[BALANCED], after[BALANCED])) == [
        ("  price: 40  # money\n", "  price: 0.3  # money\n"),
        ("  noise: 5.0e1\n", "  noise: 60\n"),
    ]
    assert list(lines_changed(before[QUIET], after[QUIET])) == [
        ("  quality: 50\n", "  quality: 70\n"),
        ("  burden: {noise: 100, price: 20}  # in brackets\n", "  burden: {noise: 100, price: 25.5}  # in brackets\n"),
    ]
    assert f"{BALANCED}:9: the points of 'price' in 'balanced' from 40 to 0.3 (Weights!" in str(found.changes[0])
    assert not at_least(check(coffee), "error")


def test_importing_twice_is_importing_once(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """The second time says that it is all there."""
    typing.type({typing.points("balanced", "price"): 45, typing.points("quiet-first", "noise"): 90})
    file = typing.saved(tmp_path / "back.xlsx")
    brought_back(coffee, file)
    before = contents(coffee)
    found = brought_back(coffee, file)
    assert found.does_nothing
    assert found.notes == ("2 changed numbers are in the definitions already.",)
    assert contents(coffee) == before


def test_an_import_that_stopped_between_two_files_is_finished_by_the_next(
    coffee: Path, typing: Typing, tmp_path: Path
) -> None:
    """One file written, the other not: both are whole, and the same import writes what is missing."""
    typing.type({typing.points("balanced", "price"): 45, typing.points("quiet-first", "noise"): 90})
    file = typing.saved(tmp_path / "back.xlsx")
    plan = planned(read(coffee).definitions, file).plan
    assert plan is not None
    (coffee / BALANCED).write_bytes(plan.after[BALANCED])
    found = brought_back(coffee, file)
    assert [change.path for change in found.changes] == [QUIET]
    assert {path: contents(coffee)[path] for path in plan.after} == plan.after


def test_what_the_definitions_changed_meanwhile_stays(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """Untouched cells bring nothing back, however old the workbook; other edits merge with the definitions' own."""
    retyped(coffee, BALANCED, "taste:   100", "taste:   95")
    retyped(coffee, QUIET, "quality: 50", "quality: 55 # since")
    typing.type({typing.points("balanced", "price"): 45})
    brought_back(coffee, typing.saved(tmp_path / "back.xlsx"))
    assert "price: 45  # money" in (coffee / BALANCED).read_text(encoding="utf-8")
    assert "taste:   95" in (coffee / BALANCED).read_text(encoding="utf-8")
    assert "quality: 55 # since" in (coffee / QUIET).read_text(encoding="utf-8")


def test_conflicts_refuse_the_whole_import(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """Each names cell, file, line and all three values; what would merge is left out too."""
    retyped(coffee, BALANCED, "price: 40", "price: 30")
    retyped(coffee, QUIET, "  burden: 100", "  burden: 90")
    cells = typing.points("balanced", "price"), typing.points("quiet-first", "burden")
    typing.type({cells[0]: 45, cells[1]: 80.5, typing.points("balanced", "noise"): 60})
    said = _refusal(coffee, typing.saved(tmp_path / "back.xlsx"))
    price, burden = said.splitlines()
    assert price.startswith(f"Weights!{cells[0]}, {BALANCED}:9: the points of 'price' in 'balanced' stood at 40 when")
    assert price.endswith("the workbook was built, at 30 in the definitions now, and at 45 in the workbook")
    assert burden.startswith(f"Weights!{cells[1]}, {QUIET}:8: the points of the group 'burden' in 'quiet-first' stood")
    assert burden.endswith(
        "at 100 when the workbook was built, at 90 in the definitions now, and at 80.5 in the workbook"
    )


def test_what_is_gone_from_the_definitions_is_refused(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """An edited set that was deleted since, and one that is judged in another form now."""
    (coffee / QUIET).unlink()
    retyped(
        coffee, BALANCED, "judgements:   # three swings\n", "within:\n  burden: {noise: 50, price: 40}\n  quality:\n"
    )
    retyped(coffee, BALANCED, "  price: 40  # money\n", "")
    retyped(coffee, BALANCED, "  # Between two.\n  taste:   100\n  noise: 5.0e1\n", "    taste: 100\n")
    retyped(coffee, BALANCED, "method: swing\n", "method: swing\ngroups: {burden: 100, quality: 80}\n")
    assert not at_least(check(coffee), "error")
    typing.type({typing.points("balanced", "price"): 45, typing.points("quiet-first", "noise"): 90})
    said = _refusal(coffee, typing.saved(tmp_path / "back.xlsx"))
    assert f"stood at 40 when the workbook was built, now at 45 in it, but {BALANCED} has no such number now" in said
    assert f"{QUIET} is no longer there: bring the file back, or make a weight set of the column with --as ID" in said


def test_a_set_whose_file_is_gone_becomes_a_new_one(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """The way out that the refusal names: with the ranges that the points were judged on, though no file has them."""
    (coffee / BALANCED).unlink()
    retyped(coffee, "steelyard.yaml", "default_weights: balanced", "default_weights: quiet-first")
    typing.type({typing.points("balanced", "price"): 45})
    file = typing.saved(tmp_path / "back.xlsx")
    assert f"{BALANCED} is no longer there" in _refusal(coffee, file)
    brought_back(coffee, file, as_new=NewSet("saved"))
    made = read(coffee).definitions.weight_sets["saved"]
    assert (made.method, made.why) == (
        "direct",
        "From changes to 'balanced' in back.xlsx; the reasons are still to be written down.",
    )
    assert made.judgements == {"price": 45, "noise": 50, "taste": 100}
    assert made.ranges == {"price": (0, 2100)}
    assert not at_least(check(coffee), "error")


def test_an_option_whose_file_is_gone_is_refused(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """Its number has nowhere to go, and no weight set can hold it."""
    (coffee / "options/beans.yaml").unlink()
    typing.type({typing.score("beans", "noise"): 70}, "Scores")
    said = _refusal(coffee, typing.saved(tmp_path / "back.xlsx"), scores=True)
    assert said.endswith("but options/beans.yaml is no longer there: bring the file back")


def test_points_of_another_range_are_refused(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """A swing that is judged on another range now was another question."""
    retyped(coffee, BALANCED, "price: [0, 2100]", "price: [0, 3000]")
    typing.type({typing.points("balanced", "price"): 45})
    assert "the range that the swing of 'price' is judged on" in _refusal(coffee, typing.saved(tmp_path / "back.xlsx"))


def test_points_among_other_swings_are_refused(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """A criterion that is in another group now was weighed against others."""
    retyped(coffee, "criteria/noise.yaml", "group: burden", "group: quality")
    retyped(coffee, QUIET, "{noise: 100, price: 20}", "{price: 20}")
    retyped(coffee, QUIET, "{taste: 100}", "{taste: 100, noise: 100}")
    assert not at_least(check(coffee), "error")
    typing.type({typing.points("quiet-first", "noise"): 90, typing.points("quiet-first", "burden"): 80})
    said = _refusal(coffee, typing.saved(tmp_path / "back.xlsx"))
    assert "the group 'burden' holds other criteria than when the workbook was built" in said
    assert "'noise' has moved to the group 'quality' since the workbook was built" in said


def test_points_that_were_worked_out_are_refused(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """A method that takes no points has none to change: the reader is shown the way out."""
    cell = typing.points("alike", "noise")
    assert typing.weights[cell].protection.locked
    assert not typing.weights[typing.points("balanced", "noise")].protection.locked
    typing.type({cell: 90})
    said = _refusal(coffee, typing.saved(tmp_path / "back.xlsx"))
    assert said == (
        f"Weights!{cell}: the points of 'noise' in 'alike' cannot be typed in: that set is judged by the method equal, "
        "which takes no points; put the number back, or make a weight set of the column with --as ID"
    )


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (None, "is blank; type a number, or put back 40"),
        ("eighty", "holds the text 'eighty'; type a number, or put back 40"),
        ("45", "holds the text '45'"),
        (True, "holds no number but 'True'"),
        (1.7e308, "holds a number beyond all scales, or put back 40"),
        ("=40+5", "holds a formula without a stored result"),
    ],
)
def test_what_is_no_number_is_refused(coffee: Path, typing: Typing, tmp_path: Path, value: object, says: str) -> None:
    """Blank, words, digits kept as text, a truth, a formula that nobody worked out."""
    cell = typing.points("balanced", "price")
    typing.type({cell: value})
    said = _refusal(coffee, typing.saved(tmp_path / "back.xlsx"))
    assert f"Weights!{cell} (the points of 'price' in 'balanced') {says}" in said


def test_negative_points_are_refused_with_the_finding(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """What `check` would refuse is never written."""
    before = contents(coffee)
    typing.type({typing.points("balanced", "price"): -5, typing.points("quiet-first", "noise"): 90})
    with pytest.raises(UnsoundAfterwardsError) as refusal:
        brought_back(coffee, typing.saved(tmp_path / "back.xlsx"))
    assert [finding.code for finding in refusal.value.checked.findings] == ["W001"]
    assert contents(coffee) == before


CHANGES: dict[str, Callable[[Worksheet], None]] = {
    "rows sorted": sorted_rows,
    "a column put in": with_column_before,
    "rows put in": with_rows_above,
    "sets moved": own_set_first,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_rearranged_sheet_imports_right(
    coffee: Path, typing: Typing, tmp_path: Path, change: Callable[[Worksheet], None]
) -> None:
    """Ids beside the numbers say what each is, wherever it went; alone, the rearrangement changes nothing."""
    before = contents(coffee)
    change(typing.weights)
    assert brought_back(coffee, typing.saved(tmp_path / "moved.xlsx")).does_nothing
    assert contents(coffee) == before
    again = Typing((tmp_path / "moved.xlsx").read_bytes())
    old = next(cell for row in again.weights.iter_rows() for cell in row if cell.value == 40)
    old.value = 45
    found = brought_back(coffee, again.saved(tmp_path / "edited.xlsx"))
    assert [(each.path, each.steps, each.new) for each in found.changes] == [(BALANCED, ("judgements", "price"), 45)]


def test_renamed_sheets_import_right(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """Sheets are known by what they say, the hidden one too."""
    typing.type({typing.points("balanced", "price"): 45})
    typing.type({typing.score("beans", "noise"): 70}, "Scores")
    for old, new in {"Weights": "Gewichte", "Scores": "Noten", "Baseline": "hidden one"}.items():
        typing.book[old].title = new
    found = brought_back(coffee, typing.saved(tmp_path / "back.xlsx"), scores=True)
    assert [change.cell.partition("!")[0] for change in found.changes] == ["Gewichte", "Noten"]


def test_broken_structure_is_refused(coffee: Path, book: bytes, tmp_path: Path) -> None:
    """A sheet that is gone or there twice, heads that are gone, a set's name that is gone."""

    def without(sheet: str) -> Typing:
        typing = Typing(book)
        del typing.book[sheet]
        return typing

    def spoilt(words: str) -> Typing:
        typing = Typing(book)
        for row in typing.weights.iter_rows():
            for cell in row:
                if cell.value == words:
                    cell.value = "something else"
        return typing

    twice = Typing(book)
    twice.book.copy_worksheet(twice.weights)
    for typing, says in [
        (without("Weights"), "the sheet Weights was deleted"),
        (without("Baseline"), "is no workbook of ours"),
        (twice, "the sheets 'Weights' and 'Weights Copy' both say"),
        (spoilt("Points for each criterion"), "the sheet Weights was deleted or its heading changed"),
        (spoilt("Id, and its group"), "has lost its heads"),
        (spoilt("Balanced\n(balanced)"), "no weight set is named above it alone"),
    ]:
        with pytest.raises(UnreadableBookError, match=says):
            brought_back(coffee, typing.saved(tmp_path / "back.xlsx"))


def test_rows_that_are_gone_are_missed(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """A criterion's row deleted, a whole set overwritten by another's name: each is said, once."""
    cell = typing.points("balanced", "price")
    typing.type({f"B{cell[1:]}": "cost-of-it"})
    said = _refusal(coffee, typing.saved(tmp_path / "back.xlsx"))
    assert "the sheet Weights has no cell for the points of 'price' in 'balanced'" in said
    assert said.count("'quiet-first'") == 1


def test_two_rows_of_one_name_are_refused(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """Copied rows contradict one another sooner or later."""
    one, other = typing.points("balanced", "price"), typing.points("balanced", "noise")
    typing.type({f"B{one[1:]}": typing.weights[f"B{other[1:]}"].value})
    assert "both claim to be the points of 'noise' in 'balanced'" in _refusal(coffee, typing.saved(tmp_path / "b.xlsx"))


def test_another_decision_is_refused(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """A workbook that shares no criterion with the definitions is of another decision."""
    for row in typing.book["Baseline"].iter_rows():
        for cell in row:
            if cell.value in {"noise", "price", "taste"}:
                cell.value = f"other-{cell.value}"
    with pytest.raises(UnreadableBookError, match="was built from another decision \\('A coffee machine"):
        brought_back(coffee, typing.saved(tmp_path / "back.xlsx"))


def test_scores_come_back_only_when_asked_for(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """Without `scores` they stay out and are counted; with it they and costs become edits, comments kept."""
    before = contents(coffee)
    typing.type({typing.score("beans", "noise"): 70, typing.score("capsules", "price"): 2000}, "Scores")
    file = typing.saved(tmp_path / "back.xlsx")
    found = brought_back(coffee, file)
    assert found.does_nothing
    assert found.notes == ("2 changed scores stay out: scores come back only with --scores.",)
    brought_back(coffee, file, scores=True)
    after = contents(coffee)
    assert list(lines_changed(before["options/beans.yaml"], after["options/beans.yaml"])) == [
        ("    value: 72   # loud\n", "    value: 70   # loud\n")
    ]
    assert list(lines_changed(before["options/capsules.yaml"], after["options/capsules.yaml"])) == [
        ("  value: 2100\n", "  value: 2000\n")
    ]


def test_a_number_that_follows_from_a_panel_is_refused(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """It is changed where the assessors judged it, and the place is named."""
    typing.type({typing.score("filter", "noise"): 50}, "Scores")
    said = _refusal(coffee, typing.saved(tmp_path / "back.xlsx"), scores=True)
    assert "the number of 'filter' on 'noise' follows from its panel" in said
    assert "options/filter.yaml:" in said


def test_scores_on_another_scale_are_refused(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """A criterion whose scale has other ends by now asks for numbers of another kind."""
    retyped(coffee, "criteria/noise.yaml", "worst: 80", "worst: 90")
    typing.type({typing.score("beans", "noise"): 70}, "Scores")
    assert "the scale of 'noise' has changed" in _refusal(coffee, typing.saved(tmp_path / "back.xlsx"), scores=True)


def test_scores_out_of_their_range_are_refused_with_the_finding(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """A number outside its own low and high is an error of the definitions, so nothing is written."""
    before = contents(coffee)
    typing.type({typing.score("capsules", "noise"): 70}, "Scores")
    with pytest.raises(UnsoundAfterwardsError) as refusal:
        brought_back(coffee, typing.saved(tmp_path / "back.xlsx"), scores=True)
    assert {finding.code for finding in refusal.value.checked.findings} == {"S004"}
    assert contents(coffee) == before


def test_a_chosen_scenario_is_no_edit(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """What a future would make of a score is shown elsewhere; choosing one, or another set, changes no definition."""
    for row in typing.weights.iter_rows(max_col=1):
        if row[0].value == "Scenario to show (input)":
            typing.type({f"B{row[0].row}": "bean-shortage"})
        if row[0].value == "Weight set to show (input)":
            typing.type({f"B{row[0].row}": "quiet-first"})
    found = brought_back(coffee, typing.saved(tmp_path / "back.xlsx"), scores=True)
    assert found.does_nothing
    assert found.notes == ()


def test_own_weights_become_a_set_of_their_own(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """Only with a name for it; the stored sets stay as they are, and the new one passes `check`."""
    before = contents(coffee)
    typing.type({typing.points("own", "price"): 10, typing.points("own", "noise"): 0.1 + 0.2})
    typing.type({typing.points("own", "taste"): 5, typing.points("balanced", "price"): 45})
    file = typing.saved(tmp_path / "back.xlsx")
    found = brought_back(coffee, file, as_new=NewSet("mine"))
    assert found.added == ("criteria/weights/mine.yaml",)
    assert found.notes == ("Changes to balanced stay out: --as takes the column Own weights.",)
    after = contents(coffee)
    assert {path for path in after if after[path] != before.get(path)} == set(found.added)
    made = read(coffee).definitions.weight_sets["mine"]
    assert made.method == "direct"
    assert made.judgements == {"price": 10, "noise": 0.3, "taste": 5}
    assert made.status == "illustrative"
    assert not at_least(check(coffee), "error")
    again = brought_back(coffee, file, as_new=NewSet("mine"))
    assert again.does_nothing
    assert "criteria/weights/mine.yaml says all this already." in again.notes
    assert "is there already" in _refusal(coffee, file, as_new=NewSet("balanced"))
    assert "cannot name a weight set" in _refusal(coffee, file, as_new=NewSet("My set"))


def test_a_new_set_is_not_made_twice(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """Without the words of the first time there is nothing to do; with others, or other points, it says which."""
    typing.type({typing.points("own", name): 10 for name in ("price", "noise", "taste")})
    file = typing.saved(tmp_path / "back.xlsx")
    words = NewSet("mine", "Ours", "the third floor", "We sit beside it.")
    brought_back(coffee, file, as_new=words)
    retyped(coffee, "criteria/weights/mine.yaml", "method: direct\n", "method: direct  # as we said\n")
    for repeated in (words, NewSet("mine"), NewSet("mine", title="Ours")):
        assert brought_back(coffee, file, as_new=repeated).notes == (
            "criteria/weights/mine.yaml says all this already.",
        )
    assert _refusal(coffee, file, as_new=NewSet("mine", "Theirs", "the third floor", "Why not?")) == (
        "criteria/weights/mine.yaml is there already with these points, and only --title and --why differ from it: "
        "edit it, or leave that out"
    )
    retyped(coffee, "criteria/weights/mine.yaml", "price: 10", "price: 11")
    assert _refusal(coffee, file, as_new=words) == (
        "criteria/weights/mine.yaml is there already, judged otherwise; choose another id"
    )


def test_a_file_that_cannot_be_read_gives_its_place_to_no_new_set(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """Whatever it says, it is somebody's."""
    (coffee / "criteria/weights/mine.yaml").write_text("id: [mine\n", encoding="utf-8")
    typing.type({typing.points("own", name): 10 for name in ("price", "noise", "taste")})
    assert _refusal(coffee, typing.saved(tmp_path / "back.xlsx"), as_new=NewSet("mine")) == (
        "criteria/weights/mine.yaml is there already; choose another id"
    )


def test_points_of_a_criterion_that_is_gone_are_in_no_new_set(coffee: Path) -> None:
    """Within its group the others share the weight, as they do where the criterion never was; the set is as exact."""
    retyped(coffee, QUIET, "method: swing\n", "method: swing\nprecision: 0.1\n")
    points = {"groups": {"burden": 100, "quality": 0.1 + 0.2}, "within": {"noise": 90, "odour": 20, "taste": 100}}
    numbers = {
        Key(kind, "quiet-first", name): number  # type: ignore[arg-type]  # one of the kinds
        for kind, each in points.items()
        for name, number in each.items()
    }
    column = Column("back.xlsx", "quiet-first", Baseline({}))
    assert said_of(NewSet("louder-still"), numbers, column, read(coffee).definitions) == {
        "id": "louder-still",
        "title": "Louder still",
        "whose": "whoever filled in the workbook",
        "status": "illustrative",
        "why": "From changes to 'quiet-first' in back.xlsx; the reasons are still to be written down.",
        "method": "swing",
        "groups": {"burden": 100, "quality": 0.3},
        "within": {"burden": {"noise": 90}, "quality": {"taste": 100}},
        "precision": 0.1,
    }


def test_own_weights_stay_out_without_a_name(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """They never touch a stored set; a remark says that they are there. With blanks left they make no set."""
    typing.type({typing.points("own", "price"): 10})
    file = typing.saved(tmp_path / "back.xlsx")
    found = brought_back(coffee, file)
    assert found.does_nothing
    assert found.notes == ("The column Own weights is filled in and stays out: it comes back only with --as ID.",)
    said = _refusal(coffee, file, as_new=NewSet("mine"))
    assert said.count("is blank; type a number") == 2


def test_a_changed_set_can_become_a_new_one(coffee: Path, book: bytes, tmp_path: Path) -> None:
    """With its method, form and ranges where it takes points; as direct points where they were worked out."""
    typing = Typing(book)
    typing.type({typing.points("quiet-first", "price"): 30})
    brought_back(coffee, typing.saved(tmp_path / "a.xlsx"), as_new=NewSet("louder", "Louder", "us", "So."))
    typing = Typing(book)
    typing.type({typing.points("balanced", "price"): 30})
    brought_back(coffee, typing.saved(tmp_path / "b.xlsx"), as_new=NewSet("cheaper"))
    typing = Typing(book)
    typing.type({typing.points("alike", "price"): 30})
    brought_back(coffee, typing.saved(tmp_path / "c.xlsx"), as_new=NewSet("less-alike"))
    made = read(coffee).definitions.weight_sets
    assert made["louder"].within == {"burden": {"noise": 100, "price": 30}, "quality": {"taste": 100}}
    assert (made["louder"].title, made["louder"].whose, made["louder"].method) == ("Louder", "us", "swing")
    assert made["cheaper"].ranges == {"price": (0, 2100)}
    assert brought_back(coffee, tmp_path / "b.xlsx", as_new=NewSet("cheaper")).does_nothing
    assert made["less-alike"].method == "direct"
    assert made["less-alike"].judgements == {"price": 30, "noise": 100, "taste": 100}
    assert not at_least(check(coffee), "error")


def test_which_changed_set_becomes_a_new_one(coffee: Path, book: bytes, tmp_path: Path) -> None:
    """Of several the one that is shown; where another is shown the reader is asked; with none there is nothing."""
    typing = Typing(book)
    typing.type({typing.points("quiet-first", "price"): 30, typing.points("alike", "price"): 30})
    assert "were both changed" in _refusal(coffee, typing.saved(tmp_path / "a.xlsx"), as_new=NewSet("mine"))
    assert "nothing to make one of" in _refusal(coffee, Typing(book).saved(tmp_path / "b.xlsx"), as_new=NewSet("mine"))
    typing.type({typing.points("balanced", "price"): 30})
    found = brought_back(coffee, typing.saved(tmp_path / "c.xlsx"), as_new=NewSet("mine"))
    assert found.notes == ("Changes to alike, quiet-first stay out: --as takes the weight set that is shown.",)


def test_a_file_that_changes_meanwhile_stops_the_writing(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """What was planned on one text is never written over another."""
    typing.type({typing.points("balanced", "price"): 45})
    plan = planned(read(coffee).definitions, typing.saved(tmp_path / "back.xlsx")).plan
    assert plan is not None
    retyped(coffee, BALANCED, "taste:   100", "taste:   95")
    before = contents(coffee)
    with pytest.raises(Exception, match="was changed while this ran"):
        plan.write()
    assert contents(coffee) == before


def test_marks_and_line_ends_of_other_systems_stay(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """A byte order mark and carriage returns are there afterwards as before."""
    file = coffee / BALANCED
    file.write_bytes("\ufeff".encode() + file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    typing.type({typing.points("balanced", "price"): 45})
    brought_back(coffee, typing.saved(tmp_path / "back.xlsx"))
    assert file.read_bytes() == before.replace(b"price: 40", b"price: 45")


def test_rearranged_scores_import_right(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """A column put in before everything, and the rows of options in the other order."""
    sheet = typing.book["Scores"]
    cell = sheet[typing.score("beans", "noise")]
    cell.value = 70
    rows = [cell.row for cell in sheet["B"] if cell.value in {"beans", "capsules", "filter", "kettle"}][:4]
    values = [[cell.value for cell in sheet[row]] for row in rows]
    for row, line in zip(rows, reversed(values), strict=True):
        for each, value in zip(sheet[row], line, strict=True):
            each.value = value
    sheet.insert_cols(1, 2)
    found = brought_back(coffee, typing.saved(tmp_path / "back.xlsx"), scores=True)
    assert [(change.path, change.steps, change.new) for change in found.changes] == [
        ("options/beans.yaml", ("scores", "noise", "value"), 70)
    ]


@pytest.mark.parametrize(
    ("column", "says"), [("A", "has lost the row with the criteria's ids"), ("B", "has lost the head 'Id' of its opt")]
)
def test_scores_without_their_heads_are_refused(
    coffee: Path, typing: Typing, tmp_path: Path, column: str, says: str
) -> None:
    """Above the scores stand the ids of the criteria, and beside them those of the options, each under its head."""
    head = next(cell for cell in typing.book["Scores"][column] if cell.value == "Id")
    head.value = "Name"
    with pytest.raises(UnreadableBookError, match=says):
        brought_back(coffee, typing.saved(tmp_path / "back.xlsx"), scores=True)


def test_a_file_that_cannot_be_read_is_no_file_without_the_number(coffee: Path, typing: Typing, tmp_path: Path) -> None:
    """What is wrong with the definitions is said, not taken for a deletion."""
    (coffee / BALANCED).write_text("id: [balanced\n", encoding="utf-8")
    typing.type({typing.points("balanced", "price"): 45})
    said = _refusal(coffee, typing.saved(tmp_path / "back.xlsx"))
    assert f"{BALANCED} cannot be read: run `steelyard check`" in said
