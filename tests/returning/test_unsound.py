"""Definitions with faults: an import or a setting is refused in a sentence, or mends them; it never breaks down."""

import shutil
from pathlib import Path

import pytest

from returning.books import HERE, SOUND, Typing, built, contents
from steelyard.check import read
from steelyard.errors import SteelyardError
from steelyard.importing import planned
from steelyard.pointing import pointed
from steelyard.returning.opening import opened

BROKEN = sorted(each for each in (HERE.parent / "broken").iterdir() if each.is_dir())


def test_every_broken_project_gives_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every fifth of them, with points, scores and a cost changed in the workbook; nothing is written by planning."""
    typing = Typing(built(SOUND))
    typing.type({typing.points("balanced", "price"): 45, typing.points("quiet-first", "quality"): 51})
    typing.type({typing.score("beans", "noise"): 70, typing.score("capsules", "price"): 2000}, "Scores")
    file, went_well = typing.saved(tmp_path / "back.xlsx"), 0
    said: list[str] = []

    sheets = opened(file)
    monkeypatch.setattr("steelyard.importing.opened", lambda _file: sheets)
    for broken in BROKEN[::5]:
        folder = tmp_path / broken.name
        shutil.copytree(SOUND, folder)
        shutil.copytree(broken, folder, dirs_exist_ok=True)
        before = contents(folder)
        for plan in (
            lambda here: planned(read(here).definitions, file, scores=True),
            lambda here: pointed(read(here).definitions, "balanced", ["price=45"]),
        ):
            try:
                plan(folder)
                went_well += 1
            except SteelyardError as refusal:
                said.append(str(refusal))
        assert contents(folder) == before
    assert went_well > 10
    assert len(said) > 30
    assert all(said)
