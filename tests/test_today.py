from datetime import UTC, datetime
from pathlib import Path

import pytest

from projects import decision, lay_out, quantity, weight_set
from steelyard import assess
from steelyard.errors import SteelyardError
from steelyard.today import today

DAY = 86400
OVERDUE = {
    "statement": "Something.",
    "effect": "Something else.",
    "quality": "high",
    "impact": "low",
    "owner": "a test",
    "on": "1970-01-01",
    "review_by": "1970-01-03",
}


def test_the_day_is_the_one_set_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH counts seconds from 1970 on in UTC: the last second of a day still belongs to it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(31 * DAY))
    assert today().isoformat() == "1970-02-01"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(31 * DAY - 1))
    assert today().isoformat() == "1970-01-31"


def test_otherwise_it_is_the_clock_s(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unset or empty, the variable says nothing, and the day is today."""
    for unset in (lambda: monkeypatch.delenv("SOURCE_DATE_EPOCH"), lambda: monkeypatch.setenv("SOURCE_DATE_EPOCH", "")):
        unset()
        before = datetime.now(UTC).date()
        assert before <= today() <= datetime.now(UTC).date()


def test_what_is_no_count_of_seconds_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A value that names no day stops the work with a sentence."""
    for wrong in ("tomorrow", "1e9", "9" * 30):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
        with pytest.raises(SteelyardError, match=f"SOURCE_DATE_EPOCH is '{wrong}'"):
            today()


def test_what_falls_due_is_built_only_on_a_set_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An overdue review is always a finding of `check`, but stays out of reports that go by the clock."""
    files = decision({"x": quantity(0, 4)}, {"a": (1,), "b": (3,)}, {"even": weight_set("equal")})
    files["assumptions.yaml"] = {"assumptions": {"it-holds": OVERDUE}}
    folder = lay_out(files, tmp_path)
    for day, found, built in (
        (str(2 * DAY), False, False),
        (str(3 * DAY), True, True),
        ("", True, False),
    ):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
        definitions, findings = assess.load(folder)
        assert ("A001" in {each.code for each in findings}) == found
        assert ("A001" in {each.code for each in assess.report(definitions, findings).findings}) == built
