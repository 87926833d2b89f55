from typing import Any

import pytest

from projects import Files, decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.analyses import decision as taken_decision
from steelyard.analyses import gates
from steelyard.outputs.markdown import markdown
from steelyard.results.exhibit import Exhibit


def _files(taken: dict[str, Any] | None = None, **changes: object) -> Files:
    """Four options, worth 0.2 (the baseline), 0.8, 0.5 and 0.4 under `even`, and the other way round under `odd`."""
    criteria = {"x": quantity(0, 10), "y": quantity(10, 0)}
    rows = {"stay": (2, 2), "go": (8, 8), "hop": (5, 5), "run": (4, 4)}
    weights = {
        "even": weight_set("direct", judgements={"x": 1, "y": 0}),
        "odd": weight_set("direct", judgements={"x": 0, "y": 1}) | {"title": "The other way"},
    }
    if taken is not None:
        changes["decision"] = {"because": "It is\n  near.", "status": "illustrative", **taken}
    return decision(criteria, rows, weights, **changes)


def _exhibit(files: Files, **keywords: str) -> Exhibit:
    (found,) = assess.exhibits(loaded(files), ["decision"], **keywords)
    return found


def test_a_leader_that_was_chosen() -> None:
    """Who decided, when and why, the option with its rank and total, and who leads."""
    taken = {"chosen": ["go"], "by": "a board", "on": "2026-03-01", "status": "agreed", "was_first": "go"}
    files = _files(taken)
    files["options/go.yaml"]["requires"] = ["hop"]
    found = _exhibit(files)
    assert found.rows[0][:7] == ("go", "Option go", "leads", "hop", 1, 0.8, pytest.approx(0.6))
    assert found.rows[0][7:] == ("agreed", "a board", "2026-03-01", "It is near.", None)
    assert found.takeaways == (
        "Decided on 2026-03-01 (a board): Option go. The decision stands apart from the ranking.",
        "Reason: It is near.",
        "Under the weights 'By direct' Option go leads the ranking as it is now.",
        "First when it was taken: Option go. First now: Option go.",
    )
    assert len(found.notes) == 1


def test_one_that_does_not_lead() -> None:
    """It says so, with the reason; and that nobody has taken this decision."""
    found = _exhibit(_files({"chosen": ["hop"], "instead_of_leader": "It is\n  warm."}))
    assert found.rows[0][:7] == ("hop", "Option hop", "does not lead", None, 2, 0.5, pytest.approx(0.3))
    assert found.rows[0][7:] == ("illustrative", None, None, "It is near.", "It is warm.")
    assert found.takeaways[0].startswith("An illustrative decision, which nobody has taken: Option hop.")
    assert found.takeaways[2] == "Why no leader instead: It is warm."


def test_the_weights_it_was_taken_under() -> None:
    """Where it stands is seen under its own weights, whichever are shown first."""
    files = _files({"chosen": ["stay"], "weights": "odd"})
    for shown in ("even", "odd"):
        found = _exhibit(files, weight_set=shown)
        assert found.rows[0][2:5] == ("leads", None, 1)
        assert found.takeaways[-1] == "Under the weights 'The other way' Option stay leads the ranking as it is now."
    assert _exhibit(_files({"chosen": ["go"]}), weight_set="odd").rows[0][2:5] == ("leads", None, 1)


def test_several_are_held_against_the_last_place_they_fill() -> None:
    """Of two chosen, the second of the ranking leads and the third does not; a note says what that means."""
    files = _files({"chosen": ["hop", "run"], "instead_of_leader": "They are near."})
    found = _exhibit(files)
    assert [row[2] for row in found.rows] == ["leads", "does not lead"]
    assert "Option go and Option hop lead the ranking" in found.takeaways[3]
    assert found.notes[1].startswith("2 are chosen, so an option leads if it is among the first 2")


def test_what_is_not_ranked_says_why() -> None:
    """Discarded, stopped by a gate, off the shortlist, or no option at all, once the rules that object are off."""
    off = dict.fromkeys(("D010", "D011", "O003"), "off")
    chosen = ["run", "go", "hop", "nowhere"]
    files = _files({"chosen": chosen, "weights": "none"}, severity=off, shortlists={"default": ["stay", "go", "run"]})
    files["options/run.yaml"] |= {"role": "discarded", "discarded_because": "It is late."}
    files["options/go.yaml"]["gates"] = {"lawful": {"pass": False, "because": "It is not."}}
    assert [row[2] for row in _exhibit(files).rows] == [
        "not ranked: discarded",
        "not ranked: fails the gate lawful",
        "not ranked: not on the shortlist default",
        "not ranked: there is no such option",
    ]


def test_without_a_decision_there_is_nothing_to_show() -> None:
    """As long as nobody has decided, there is no such exhibit."""
    assert assess.exhibits(loaded(_files()), ["decision"]) == ()


def test_tables_do_not_say_again_what_their_sentences_say() -> None:
    """Role, day and reasons are columns of the data; a memo has them as sentences, and a table of seven columns."""
    found = _exhibit(_files({"chosen": ["go"]}))
    rows = found.as_data()["rows"]
    assert isinstance(rows, list)
    assert (rows[0]["because"], rows[0]["status"]) == ("It is near.", "illustrative")
    render = markdown.render_exhibit
    assert render is not None
    (row,) = (line for line in render(found).decode().splitlines() if line.startswith("| go |"))
    assert row == "| go | Option go | leads | - | 1 | 0.800 | 0.600 |"


def test_gates_and_the_decision_stand_in_one_chapter() -> None:
    """They have one heading, and one sheet of the workbook."""
    assert gates.CHAPTER == taken_decision.CHAPTER
