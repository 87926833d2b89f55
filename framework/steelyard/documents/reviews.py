"""Reviews: whether someone other than the analyst has looked at a number, and whether it is still what they saw."""

import json
from collections.abc import Iterator
from enum import StrEnum
from hashlib import sha256

from steelyard.documents.definitions import Definitions, JudgedNumber
from steelyard.documents.option import Option, Review


class ReviewState(StrEnum):
    """Where the review of a number stands; the words are those that every output shows."""

    UNREVIEWED = "unreviewed"
    SUPPORTS = "supports"
    PARTLY = "partly"
    DOES_NOT = "does not"
    REOPENED = "reopened"
    ILLUSTRATIVE = "illustrative"

    @property
    def holds(self) -> bool:
        """Whether there is a review that someone stands by, and nothing it was bound to has changed since."""
        return self in _STATES.values()


_STATES = {"supports": ReviewState.SUPPORTS, "partly": ReviewState.PARTLY, "does-not": ReviewState.DOES_NOT}


def reviewable_numbers(definitions: Definitions) -> Iterator[JudgedNumber]:
    """Every number that a criterion asks for of an option that is looked at: what the sentences on reviews count."""
    here = {option.id for option in definitions.shortlisted()}
    for option, criterion, judgement in definitions.judgements():
        if option.id in here:
            yield JudgedNumber(option, option.steps_to(criterion), judgement)


def review_state(definitions: Definitions, number: JudgedNumber) -> ReviewState:
    """Where the review of one number stands; an illustrative one is no more than that, whatever its verdict."""
    review = number.judgement.review
    if review is None:
        return ReviewState.UNREVIEWED
    if review.status == "illustrative":
        return ReviewState.ILLUSTRATIVE
    return ReviewState.REOPENED if has_changed_since(definitions, number, review) else _STATES[review.verdict]


def has_changed_since(definitions: Definitions, number: JudgedNumber, review: Review) -> bool:
    """Whether the number, or a claim that it cites, is no longer what the review was bound to."""
    return review.digest != review_digest(definitions, number)


def review_sentence(definitions: Definitions, number: JudgedNumber) -> str:
    """Who found what about a number, and whether that still holds."""
    review, state = number.judgement.review, review_state(definitions, number)
    if review is None:
        return "Not reviewed."
    if review.status == "illustrative":
        return f"Not reviewed; the verdict of {review.by} on {review.on} ({review.verdict}) is illustrative."
    if not state.holds:
        return f"The review by {review.by} on {review.on} is reopened: the number or a claim changed since."
    return f"Reviewed by {review.by} on {review.on}: {state}."


def review_digest(definitions: Definitions, number: JudgedNumber) -> str:
    """The SHA-256 digest of all that a reviewer of one number looks at.

    That is whose number it is, everything its block states apart from the review itself (number, range, confidence,
    rationale, basis, the claims on both sides and what they imply), and of each claim cited its statement, place,
    anchor, paragraph digest and credibility with its source's reliability and pinned document. What is left out and
    what is written as its default are the same.
    """
    judgement = number.judgement
    seen = {
        "of": [number.option.id, *number.steps],
        "number": judgement.model_dump(mode="json", exclude={"review"}, exclude_defaults=True),
        "claims": {each: _claim(definitions, each) for each in (*judgement.evidence, *judgement.against)},
    }
    return sha256(json.dumps(seen, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _claim(definitions: Definitions, reference: str) -> object:
    claim, source = definitions.claim(reference), definitions.source_of(reference)
    if claim is None or source is None:
        return None
    said = claim.model_dump(mode="json", exclude_defaults=True)
    return {**said, "reliability": source.reliability, "document": source.document.sha256}


def analyst_of(definitions: Definitions, option: Option) -> str:
    """The role that scored an option: the one it names, or else the decision's owner."""
    return option.scored_by or definitions.decision.owner


def same_role(one: str, other: str) -> bool:
    """Whether two roles are the same, however they are spaced and capitalised."""
    return one.casefold().split() == other.casefold().split()
