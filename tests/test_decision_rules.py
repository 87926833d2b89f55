"""What is asked of a recorded decision: names, days, and a reason where no leader was chosen."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from projects import Files, decision, lay_out, quantity, weight_set
from steelyard.check import check

OFF = dict.fromkeys(("S014", "O003", "O006"), "off")
"""What these decisions of one criterion are found fault with besides."""
CHOSEN = {"chosen": ["go"], "because": "It is near.", "status": "illustrative"}


def _files(taken: dict[str, Any], **changes: object) -> Files:
    """Four options worth 0.1 (the baseline), 0.9, 0.5, and 0.25 with a range over the whole scale."""
    rows = {"stay": (0.1,), "go": (0.9,), "hop": (0.5,), "run": ((0.0, 0.25, 1.0),)}
    return decision(
        {"x": quantity(0, 1)},
        rows,
        {"even": weight_set("equal")},
        **{"decision": CHOSEN | taken, "severity": OFF, **changes},
    )


def _codes(files: Files, folder: Path, shortlist: str | None = None) -> list[str]:
    return [each.code for each in check(lay_out(files, folder), shortlist)]


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        ({"chosen": ["go"]}, []),
        ({"chosen": ["hop"]}, ["D014"]),
        ({"chosen": ["stay"]}, ["D014"]),
        ({"chosen": ["hop"], "instead_of_leader": "It is warm."}, []),
        ({"chosen": ["hop"], "was_first": "hop"}, ["D015"]),
        ({"chosen": ["go"], "was_first": "hop"}, ["D015"]),
        ({"chosen": ["go", "hop"]}, []),
        ({"chosen": ["hop", "go", "run"]}, []),
    ],
)
def test_no_leader_takes_a_reason(taken: dict[str, Any], expected: list[str], tmp_path: Path) -> None:
    """One that does not lead needs a reason; one that was first then is told that it no longer is."""
    assert _codes(_files(taken), tmp_path) == expected


def test_the_draws_of_the_scores_count(tmp_path: Path) -> None:
    """What is ahead of the last place in a third of draws leads, though it is far behind at the values.

    The triangle from 0 over 1/4 to 1 lies above 1/2 in a third of draws, and above 0.9 in one in 75.
    """
    assert _codes(_files({"chosen": ["run"]}), tmp_path / "one") == ["D014"]
    assert _codes(_files({"chosen": ["go", "run"]}), tmp_path / "two") == []


def test_one_off_the_shortlist_is_not_ranked(tmp_path: Path) -> None:
    """It cannot lead where it is not ranked, and the finding says so."""
    lists = {"default": ["stay", "go", "run"]}
    (found,) = check(lay_out(_files({"chosen": ["hop"]}, shortlists=lists), tmp_path))
    assert (found.code, found.message) == ("D014", "the decision chooses 'hop', which is not ranked under 'even'")


def test_on_another_shortlist_nothing_is_asked(tmp_path: Path) -> None:
    """Which option is first, and who leads, is asked where the decision was taken: on the default shortlist."""
    lists = {"default": ["stay", "go", "run"], "others": ["stay", "hop", "run"]}
    for name, taken in {"choice": {"chosen": ["go"]}, "first": {"chosen": ["hop"], "was_first": "go"}}.items():
        reasoned = taken | ({"instead_of_leader": "It is warm."} if name == "first" else {})
        folder = lay_out(_files(reasoned, shortlists=lists), tmp_path / name)
        assert check(folder) == check(folder, "others") == ()


def test_one_slip_is_one_finding(tmp_path: Path) -> None:
    """A reason under a misspelt key is not missed as well."""
    found = check(lay_out(_files({"chosen": ["hop"], "instead_of_leeder": "It is warm."}), tmp_path))
    assert [(each.code, each.remedy) for each in found] == [("K001", "Did you mean 'instead_of_leader'?")]


def test_a_record_that_cannot_be_read_is_held_to_nothing_else(tmp_path: Path) -> None:
    """Without its reason the record is refused; where an entry of the list is, nobody is told that the rest lag."""
    files = _files({"chosen": ["hop"]})
    del files["steelyard.yaml"]["decision"]["because"]
    assert _codes(files, tmp_path / "reason") == ["K002"]
    assert _codes(_files({"chosen": ["hop", 3]}), tmp_path / "entry") == ["K003"]


@pytest.mark.parametrize(("today", "expected"), [("2026-02-28", ["D012"]), ("2026-03-01", []), ("2026-03-02", [])])
def test_no_decision_is_of_tomorrow(
    today: str, expected: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On its own day it is taken, and the day before it is yet to come."""
    noon = datetime.fromisoformat(f"{today}T12:00:00").replace(tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", f"{noon.timestamp():.0f}")
    agreed = {"by": "a board", "on": "2026-03-01", "status": "agreed"}
    assert _codes(_files(agreed), tmp_path) == expected


@pytest.mark.parametrize(("on", "expected"), [("2025-12-31", ["D013"]), ("2026-01-01", [])])
def test_the_day_of_the_evidence_comes_first(on: str, expected: list[str], tmp_path: Path) -> None:
    """On the day up to which the evidence was read it may be taken; before it, those who took it had read less."""
    assert _codes(_files({"by": "a board", "on": on, "status": "agreed"}), tmp_path) == expected


@pytest.mark.parametrize("gates", [None, {"safe": {"title": "Safe", "question": "Is it?"}}])
def test_gates_that_nobody_declares(gates: dict[str, Any] | None, tmp_path: Path) -> None:
    """Files written before gates were declared are sound as they were; once one is, all others are unknown."""
    files = _files({}) if gates is None else _files({}, gates=gates)
    for name in ("stay", "go", "hop", "run"):
        answers = {each: {"pass": True, "because": "It is."} for each in ("safe", "clean")}
        files[f"options/{name}.yaml"]["gates"] = answers
    assert _codes(files, tmp_path) == ([] if gates is None else ["G002"] * 4)
