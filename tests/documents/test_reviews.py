"""A review is bound to everything that the reviewer saw: any edit of it reopens the review."""

import copy
import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from projects import Files, decision, loaded, quantity, weight_set
from steelyard.documents.references import judged_numbers
from steelyard.documents.reviews import ReviewState, review_digest, review_state

SEEN = (
    '{"claims":{"made-up#said":{"anchor":"made up","at":{"paragraph":1},"credibility":6,'
    f'"document":"{"0" * 64}","reliability":"F","sha256":"{"1" * 64}","statement":"Whatever a test needs."'
    '}},"number":{"confidence":"high","evidence":["made-up#said"],"high":4.0,"low":1.0,'
    '"rationale":"What b does for x.","value":3.0},"of":["b","scores","x"]}'
)
"""What a reviewer of the number below sees, written out by hand."""


def _files(verdict: str = "supports") -> Files:
    files = decision({"x": quantity(0, 4)}, {"a": (1,), "b": ((1, 3, 4),)}, {"even": weight_set("equal")})
    files = copy.deepcopy(files)
    digest = hashlib.sha256(SEEN.encode()).hexdigest()
    review = {"by": "a reader", "on": "2026-01-02", "verdict": verdict, "status": "agreed", "digest": digest}
    files["options/b.yaml"]["scores"]["x"]["review"] = review
    return files


def _state(files: Files) -> ReviewState:
    definitions = loaded(files)
    return next(review_state(definitions, each) for each in judged_numbers(definitions) if each.option.id == "b")


@pytest.mark.parametrize(
    ("verdict", "state"),
    [
        ("supports", ReviewState.SUPPORTS),
        ("partly", ReviewState.PARTLY),
        ("does-not", ReviewState.DOES_NOT),
    ],
)
def test_a_review_holds_while_nothing_changes(verdict: str, state: ReviewState) -> None:
    """The digest of what was seen, as written out above, keeps the verdict; what another option says is apart."""
    files = _files(verdict)
    files["options/a.yaml"]["scores"]["x"] |= {"value": 2, "rationale": "Another word."}
    assert _state(files) is state
    assert state.holds


def test_a_number_nobody_reviewed_is_unreviewed() -> None:
    """Without a review there is nothing to reopen."""
    files = _files()
    del files["options/b.yaml"]["scores"]["x"]["review"]
    assert _state(files) is ReviewState.UNREVIEWED


@pytest.mark.parametrize("verdict", ["supports", "partly", "does-not"])
@pytest.mark.parametrize("status", ["illustrative", None])
def test_a_review_that_nobody_stands_by_is_illustrative(status: str | None, verdict: str) -> None:
    """Said so, or left unsaid as before reviews had a status: it counts as none, before and after an edit."""
    files = _files(verdict)
    review = files["options/b.yaml"]["scores"]["x"]["review"]
    del review["status"]
    review |= {"status": status} if status else {}
    for rationale in ("What b does for x.", "Another word."):
        files["options/b.yaml"]["scores"]["x"]["rationale"] = rationale
        assert _state(files) is ReviewState.ILLUSTRATIVE
    assert not ReviewState.ILLUSTRATIVE.holds


def test_whether_it_is_agreed_is_no_part_of_what_was_seen() -> None:
    """A role that comes to stand by its verdict need not look again: the digest is of the number and its claims."""
    files = _files()
    files["options/b.yaml"]["scores"]["x"]["review"]["status"] = "illustrative"
    assert _state(files) is ReviewState.ILLUSTRATIVE
    files["options/b.yaml"]["scores"]["x"]["review"]["status"] = "agreed"
    assert _state(files) is ReviewState.SUPPORTS


def _score(**changes: object) -> Callable[[Files], Any]:
    return lambda files: files["options/b.yaml"]["scores"]["x"].update(changes)


def _claim(**changes: object) -> Callable[[Files], Any]:
    return lambda files: files["seeds/made-up.yaml"]["claims"]["said"].update(changes)


def _source(**changes: object) -> Callable[[Files], Any]:
    return lambda files: files["seeds/made-up.yaml"].update(changes)


MORE = {"statement": "More.", "at": {"paragraph": 2}, "anchor": "more", "sha256": "2" * 64, "credibility": 6}
EDITS = {
    "value": _score(value=2),
    "low": _score(low=0),
    "high": _score(high=3.5),
    "confidence": _score(confidence="low"),
    "rationale": _score(rationale="What b does for x!"),
    "basis": _score(basis="judgement", evidence=[]),
    "evidence": _score(evidence=["made-up#said", "made-up#more"]),
    "against": _score(against=["made-up#more"]),
    "implies": _score(implies={"made-up#said": 2}),
    "statement": _claim(statement="Whatever a test wants."),
    "paragraph": _claim(at={"paragraph": 3}),
    "section": _claim(at={"section": "One", "paragraph": 1}),
    "anchor": _claim(anchor="made"),
    "paragraph digest": _claim(sha256="3" * 64),
    "credibility": _claim(credibility=5),
    "reliability": _source(reliability="E"),
    "document": _source(document={"file": "made-up.txt", "sha256": "4" * 64}),
}


@pytest.mark.parametrize("edited", EDITS)
def test_editing_any_part_reopens_the_review(edited: str) -> None:
    """The number, its range, its reasons, its claims and what those claims say: a change of one is enough."""
    files = _files()
    files["seeds/made-up.yaml"]["claims"]["more"] = copy.deepcopy(MORE)
    assert _state(files) is ReviewState.SUPPORTS
    EDITS[edited](files)
    assert _state(files) is ReviewState.REOPENED


def test_a_review_cannot_be_carried_to_another_number() -> None:
    """Two numbers that say the same of the same claims have digests of their own, and so have a score and a cost."""
    files = _files()
    files["options/a.yaml"]["scores"]["x"] = copy.deepcopy(files["options/b.yaml"]["scores"]["x"])
    definitions = loaded(files)
    one, other = judged_numbers(definitions)
    assert one.judgement == other.judgement
    assert review_digest(definitions, one) != review_digest(definitions, other)


def test_what_is_left_out_and_what_is_its_default_are_the_same() -> None:
    """Writing `basis: documents` where that is the default changes nothing that a reviewer sees."""
    files = _files()
    del files["options/b.yaml"]["scores"]["x"]["basis"]
    assert _state(files) is ReviewState.SUPPORTS
