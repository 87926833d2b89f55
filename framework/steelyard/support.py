"""What each number rests on: claims for and against, from how many documents, and how far those are trusted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from steelyard.documents.criterion import Criterion
from steelyard.documents.definitions import Definitions, JudgedNumber
from steelyard.documents.option import Judgement, Option
from steelyard.documents.references import documents_cited
from steelyard.documents.reviews import ReviewState, review_state

WEAK_RELIABILITY = ("D", "E", "F")
"""Admiralty grades of a source that is not usually reliable, unreliable, or cannot be judged (NATO AJP-2.1)."""
WEAK_CREDIBILITY = 4
"""Admiralty grade from which a claim is doubtful, improbable, or cannot be judged."""
UNKNOWN_GRADE = "F6"
"""The grade of a claim that is cited and not there: it cannot be judged."""


class Footing(StrEnum):
    """On what a number stands, weakest first; the words are those that every output shows."""

    JUDGEMENT = "judgement alone"
    WEAK = "one weak document"
    SINGLE = "one document"
    SEVERAL = "several documents"
    DEFINITION = "definition"


FIRM = (Footing.SINGLE, Footing.SEVERAL, Footing.DEFINITION)
"""What is neither judgement alone nor a single weak document."""


@dataclass(frozen=True)
class Support:
    """What one number rests on.

    `documents_for` and `documents_against` are the ids of the sources cited on each side; a source counts once,
    however many of its claims are cited. `voices_for` and `voices_against` count those that are independent: a
    source and one that it draws on are one voice. `best` is the best Admiralty grade (reliability, then
    credibility) among the claims for the number, such as B2; empty where there are none.
    """

    option: Option
    criterion: Criterion
    judgement: Judgement
    claims_for: int
    claims_against: int
    documents_for: tuple[str, ...]
    documents_against: tuple[str, ...]
    voices_for: int
    voices_against: int
    best: str
    footing: Footing
    review: ReviewState


def supports(definitions: Definitions) -> Iterator[Support]:
    """What every number of a ranked option rests on, option by option."""
    for option in definitions.ranked_options():
        for criterion in definitions.criteria_in_order():
            judgement = option.judgement_on(criterion)
            if judgement is not None:
                yield support_of(definitions, option, criterion, judgement)


def support_of(definitions: Definitions, option: Option, criterion: Criterion, judgement: Judgement) -> Support:
    """What one number rests on."""
    grades = sorted(_grade(definitions, each) for each in judgement.evidence)
    return Support(
        option=option,
        criterion=criterion,
        judgement=judgement,
        claims_for=len(judgement.evidence),
        claims_against=len(judgement.against),
        documents_for=documents_cited(judgement.evidence),
        documents_against=documents_cited(judgement.against),
        voices_for=voices(definitions, documents_cited(judgement.evidence)),
        voices_against=voices(definitions, documents_cited(judgement.against)),
        best=grades[0] if grades else "",
        footing=_footing(definitions, judgement, grades),
        review=review_state(definitions, JudgedNumber(option, option.steps_to(criterion), judgement)),
    )


def firm_share(found: Sequence[Support]) -> float:
    """The share of numbers that rest on more than judgement alone or a single weak document."""
    return sum(each.footing in FIRM for each in found) / len(found)


def shortfalls(definitions: Definitions, least: float) -> Iterator[str]:
    """For each ranked option with a smaller share of firm numbers than `least`, a sentence that says so."""
    found: dict[str, list[Support]] = {}
    for each in supports(definitions):
        found.setdefault(each.option.id, []).append(each)
    for option, numbers in found.items():
        if firm_share(numbers) < least:
            firm = sum(each.footing in FIRM for each in numbers)
            yield (
                f"{option}: {firm} of {len(numbers)} numbers ({100 * firm_share(numbers):.1f}%) rest on more than "
                f"judgement alone or one weak document; at least {100 * least:g}% are wanted"
            )


def voices(definitions: Definitions, documents: Iterable[str]) -> int:
    """How many of the documents are independent: none of those counted goes back to what another goes back to.

    Those that go back to the fewest are counted first, so that two documents are two voices even where a third
    draws on both.
    """
    heard: set[str] = set()
    count = 0
    for origins in sorted((_origins(definitions, each) for each in documents), key=lambda each: (len(each), *each)):
        if heard.isdisjoint(origins):
            count += 1
            heard.update(origins)
    return count


def _origins(definitions: Definitions, document: str) -> tuple[str, ...]:
    """The sources that a document goes back to by way of `draws_on`: itself, where it draws on none."""
    reached, pending = {document}, [document]
    while pending:
        source = definitions.sources.get(pending.pop())
        further = set(source.draws_on if source else ()) - reached
        reached |= further
        pending += further
    first = {each for each in reached if each not in definitions.sources or not definitions.sources[each].draws_on}
    return tuple(sorted(first or reached))


def _footing(definitions: Definitions, judgement: Judgement, grades: list[str]) -> Footing:
    if judgement.basis == "definition":
        return Footing.DEFINITION
    if not judgement.evidence:
        return Footing.JUDGEMENT
    if voices(definitions, documents_cited(judgement.evidence)) > 1:
        return Footing.SEVERAL
    return Footing.WEAK if all(map(_is_weak, grades)) else Footing.SINGLE


def _is_weak(grade: str) -> bool:
    return grade[0] in WEAK_RELIABILITY or int(grade[1:]) >= WEAK_CREDIBILITY


def _grade(definitions: Definitions, reference: str) -> str:
    """The Admiralty grade of a claim: its source's reliability and its own credibility."""
    claim, source = definitions.claim(reference), definitions.source_of(reference)
    return UNKNOWN_GRADE if claim is None or source is None else f"{source.reliability}{claim.credibility}"
