"""Imports, settings and interviews in any order: `check` accepts what comes of them, with every comment still there."""

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from returning.books import built, contents, laid_out
from steelyard import importing
from steelyard.check import at_least, check, read
from steelyard.editing import comments_in
from steelyard.eliciting import Wanted, answered, sat_down, written
from steelyard.importing import RefusedImportError, planned
from steelyard.pointing import pointed
from steelyard.returning.baseline import baseline_of
from steelyard.returning.inputs import weights_in
from steelyard.returning.keys import Key
from steelyard.returning.new_set import NewSet
from steelyard.returning.opening import Sheet, opened
from steelyard.rewriting import Rewriting, UnsoundAfterwardsError

NUMBERS = st.sampled_from([0.0, 0.1 + 0.2, 33.25, 100.0])
POINTS = st.sampled_from(
    [
        Key("judgements", "balanced", "price"),
        Key("judgements", "balanced", "noise"),
        Key("within", "quiet-first", "noise"),
        Key("groups", "quiet-first", "burden"),
    ]
)
PRICE = Key("judgements", "balanced", "price")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("set"), st.dictionaries(POINTS, NUMBERS, min_size=1, max_size=1)),
        st.tuples(st.just("import"), st.dictionaries(POINTS, NUMBERS, max_size=4)),
        st.tuples(st.just("as"), st.dictionaries(POINTS, NUMBERS, min_size=1, max_size=3)),
        st.tuples(st.sampled_from(["elicit swing", "elicit rank-order", "elicit pairwise"]), st.just({})),
    ),
    max_size=6,
)


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> tuple[Sheet, ...]:
    """The sheets of the workbook as the decision about coffee first stood."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "book.xlsx").write_bytes(built(laid_out(folder / "coffee")))
    return opened(folder / "book.xlsx")


def _typed_over(sheets: tuple[Sheet, ...], numbers: Mapping[Key, float]) -> tuple[Sheet, ...]:
    """The same sheets with some points typed over."""
    cells = weights_in(sheets, baseline_of(sheets, "")).cells
    new = {(cells[key].sheet, cells[key].row, cells[key].column): number for key, number in numbers.items()}

    def changed(sheet: Sheet) -> Sheet:
        return Sheet(
            sheet.name,
            {at: replace(cell, value=new.get((sheet.name, *at), cell.value)) for at, cell in sheet.cells.items()},
        )

    return tuple(map(changed, sheets))


def _points(folder: Path) -> dict[Key, float]:
    """What the files say now, read by other means than an import's."""
    sets = read(folder).definitions.weight_sets
    balanced, quiet = sets["balanced"].judgements, sets["quiet-first"]
    assert balanced is not None
    assert quiet.within is not None
    assert quiet.groups is not None
    return {
        **{Key("judgements", "balanced", name): number for name, number in balanced.items()},
        **{Key("groups", "quiet-first", name): number for name, number in quiet.groups.items()},
        **{
            Key("within", "quiet-first", name): number
            for leaves in quiet.within.values()
            for name, number in leaves.items()
        },
    }


def _interviewed(folder: Path, method: str, number: int) -> None:
    """Somebody is asked by a method, answers everything with the least that there is to say, and a file is written."""
    known = {"title": f"Asked {number}", "whose": "a room", "why": "It was asked."}
    sitting = sat_down(read(folder).definitions, f"asked-{number}", Wanted(method, None, None, known), restart=False)
    while (question := sitting.course.question) is not None:
        sitting = answered(sitting, "1" if question.among else repr(question.most))
    written(sitting, Path(".schemas"))


def _plan(folder: Path, kind: str, numbers: Mapping[Key, float], number: int) -> Rewriting | None:
    definitions = read(folder).definitions
    if kind == "set":
        ((key, points),) = numbers.items()
        return pointed(definitions, key.of, [f"{key.name}={points!r}"])[1]
    return planned(definitions, Path("book.xlsx"), as_new=NewSet(f"new-{number}") if kind == "as" else None).plan


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
@example([("set", {PRICE: 33.25}), ("import", {PRICE: 100.0}), ("import", {PRICE: 33.25})])
@example([("elicit swing", {}), ("import", {PRICE: 33.25}), ("elicit pairwise", {}), ("set", {PRICE: 33.25})])
@example([("import", {PRICE: 33.25}), ("set", {PRICE: 40.0}), ("import", {PRICE: 33.25})])
def test_any_sequence_leaves_sound_files_with_every_comment(
    sheets: tuple[Sheet, ...], monkeypatch: pytest.MonkeyPatch, steps: list[tuple[str, dict[Key, float]]]
) -> None:
    """After each step: what was asked for is there, or nothing changed at all."""
    with tempfile.TemporaryDirectory() as made:
        folder = laid_out(Path(made) / "coffee")
        base = _points(folder)
        for number, (kind, numbers) in enumerate(steps):
            monkeypatch.setattr(importing, "opened", lambda _file, typed=numbers: _typed_over(sheets, typed))
            before, now = contents(folder), _points(folder)
            if kind.startswith("elicit"):
                _interviewed(folder, kind.removeprefix("elicit "), number)
                assert not at_least(check(folder), "error")
                assert {path: each for path, each in contents(folder).items() if path in before} == before
                assert len(contents(folder)) == len(before) + 1
                continue
            short = {key: float(f"{each:.15g}") for key, each in numbers.items()}
            edits = {key: each for key, each in short.items() if kind == "set" or each != base[key]}
            apart = [key for key, each in edits.items() if now[key] not in (base[key], each)]
            refused: Exception | None = None
            try:
                plan = _plan(folder, kind, numbers, number)
                if plan is not None:
                    plan.write()
            except (RefusedImportError, UnsoundAfterwardsError) as refusal:
                refused = refusal
            if refused is not None:
                assert contents(folder) == before
                assert isinstance(refused, UnsoundAfterwardsError) or kind == "as" or apart
                continue
            assert kind != "import" or not apart
            assert _points(folder) == (now if kind == "as" else {**now, **edits})
            assert not at_least(check(folder), "error")
            after = contents(folder)
            for path, content in before.items():
                assert list(comments_in(after[path].decode())) == list(comments_in(content.decode()))
                assert len(after[path].splitlines()) == len(content.splitlines())
