from typing import Any

import pytest

from projects import Files, decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.results.exhibit import Exhibit

SAFE = {"title": "Safe", "question": "May it be left\n  alone?"}
TIDY = {"title": "Tidy", "question": "Is nothing left to clean?"}


def passes(because: str = "It is.") -> dict[str, Any]:
    """An answer to a gate."""
    return {"pass": True, "because": because}


def fails(because: str = "It is not.") -> dict[str, Any]:
    """An answer to a gate."""
    return {"pass": False, "because": because}


def _files(answers: dict[str, dict[str, Any]], **changes: object) -> Files:
    """Three options, the first the baseline, with the answers of each."""
    rows = {name: (number,) for number, name in enumerate(("stay", "go", "hop"))}
    files = decision({"x": quantity(0, 4)}, rows, {"even": weight_set("equal")}, **changes)
    for name, gates in answers.items():
        files[f"options/{name}.yaml"]["gates"] = gates
    return files


def _exhibits(files: Files) -> tuple[Exhibit, ...]:
    return assess.exhibits(loaded(files), ["gates"])


def test_who_passes_what_and_why() -> None:
    """Gates in the order of steelyard.yaml, options in theirs; what fails is not ranked, except the baseline."""
    answers = {
        "stay": {"safe": fails("It is\n  open."), "tidy": passes()},
        "go": {"tidy": passes("It is new."), "safe": passes()},
        "hop": {"safe": passes(), "tidy": fails()},
    }
    shown, reasons = _exhibits(_files(answers, gates={"tidy": TIDY, "safe": SAFE}))
    assert [column.name for column in shown.columns] == ["option", "gate_tidy", "gate_safe", "ranked"]
    assert [column.heading for column in shown.columns] == ["Option", "Tidy", "Safe", "Ranked"]
    assert shown.rows == (
        ("go", "passes", "passes", "yes"),
        ("hop", "fails", "passes", "no"),
        ("stay", "passes", "fails", "yes"),
    )
    assert shown.takeaways == (
        "Of the 2 options beside the baseline 1 fails a gate and is not ranked: Option hop (Tidy).",
        "The baseline fails Safe. It is ranked all the same: every option is read against it.",
    )
    assert shown.notes == ("Tidy: Is nothing left to clean?", "Safe: May it be left alone?")
    assert reasons.rows == (
        ("Tidy", "go", "passes", "It is new."),
        ("Tidy", "hop", "fails", "It is not."),
        ("Tidy", "stay", "passes", "It is."),
        ("Safe", "go", "passes", "It is."),
        ("Safe", "hop", "passes", "It is."),
        ("Safe", "stay", "fails", "It is open."),
    )


def test_gates_that_only_options_name() -> None:
    """Where none is declared, those that options name are shown by their ids, a dash where one says nothing."""
    shown, reasons = _exhibits(_files({"go": {"lawful": passes()}, "hop": {"option": passes()}}))
    assert [column.name for column in shown.columns] == ["option", "gate_lawful", "gate_option", "ranked"]
    assert shown.rows[0] == ("go", "passes", None, "yes")
    assert shown.rows[2] == ("stay", None, None, "yes")
    assert shown.takeaways == ("None of the 2 options beside the baseline fails a gate.",)
    assert "declares no gates" in shown.notes[0]
    assert [row[:2] for row in reasons.rows] == [("lawful", "go"), ("option", "hop")]


@pytest.mark.parametrize("names", [["stay", "go"], ["stay", "go", "hop"]])
def test_only_what_is_looked_at_is_shown(names: list[str]) -> None:
    """Options off the shortlist have no row, and a gate that only they name no column."""
    files = _files({"go": {"safe": passes()}, "hop": {"tidy": fails()}}, shortlists={"default": names})
    shown = _exhibits(files)[0]
    assert {row[0] for row in shown.rows} == set(names)
    assert ("gate_tidy" in [column.name for column in shown.columns]) == ("hop" in names)


def test_discarded_options_were_asked_nothing() -> None:
    """An option that was set aside is not shown, whatever it answers."""
    files = _files({"hop": {"safe": fails()}, "go": {"safe": passes()}})
    files["options/hop.yaml"] |= {"role": "discarded", "discarded_because": "It is too late."}
    assert [row[0] for row in _exhibits(files)[0].rows] == ["go", "stay"]


def test_without_gates_there_is_nothing_to_show() -> None:
    """A decision in which nothing is asked has no such exhibit."""
    assert _exhibits(_files({})) == ()
