"""What rests on what: for every number, the claims on both sides, the documents they come from, and the footing.

A number stands on judgement alone, on one weak document (reliability D to F, or no claim better than doubtful), on one
document, or on several. Two claims of one document are one voice, and so are a document and one that it draws on.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from steelyard.contracts import Analysis, Assessment
from steelyard.documents.definitions import Definitions
from steelyard.documents.reviews import ReviewState
from steelyard.results.exhibit import Cell, Column, Exhibit
from steelyard.support import Footing, Support, firm_share, supports, voices

CHAPTER = "Evidence coverage"
_FOOTINGS = tuple(Footing)
_BRIEFLY = {Footing.JUDGEMENT: "Judged", Footing.WEAK: "Weak"}
"""What a table with little room has columns for, and their headings there."""


def examine(assessment: Assessment) -> Iterator[Exhibit]:
    """Coverage by option, by criterion, and number by number."""
    found = list(supports(assessment.definitions))
    options = {each.option.id: each.option.title for each in found}
    criteria = {each.criterion.id: each.criterion.title for each in found}
    yield _summary("option", options, found, assessment.definitions)
    yield _summary("criterion", criteria, found, assessment.definitions)
    yield _cells(found)


def _summary(of: str, titles: dict[str, str], found: Sequence[Support], definitions: Definitions) -> Exhibit:
    rows = [
        (name, title, *_counts([each for each in found if getattr(each, of).id == name], definitions))
        for name, title in titles.items()
    ]
    return Exhibit(
        name=f"coverage-by-{of}",
        chapter=CHAPTER,
        caption=f"What the numbers rest on, by {of}",
        question=f"How many numbers of each {of} rest on documents, and how many on judgement alone?",
        columns=(
            Column(of, of.capitalize()),
            Column("title", "Title", detail=True),
            Column("for", "Claims for", "count", brief="For"),
            Column("against", "Claims against", "count", brief="Against"),
            Column("documents", "Independent documents", "count", brief="Docs"),
            Column("reliability", "Reliability", brief="Grades"),
            *(
                Column(each.name.lower(), f"On {each}", "count", _BRIEFLY.get(each, ""), detail=each not in _BRIEFLY)
                for each in _FOOTINGS
            ),
            Column("firm", "Firm", "share"),
            Column("reviewed", "Reviewed", "count"),
            Column("reopened", "Reviews reopened", "count", detail=True),
            Column("illustrative", "Illustrative reviews", "count", detail=True),
        ),
        rows=tuple(rows),
        takeaways=(_sentence(found),) if of == "option" else (),
        notes=(
            "Independent documents: a document and one that it draws on are one.",
            "Grades: the reliability, A to F, of each document cited.",
            "Judged: on judgement alone. Weak: on one weak document (reliability D to F, or doubtful claims).",
            "Firm: the share of numbers on neither of these.",
            "Reviewed: by another role that stands by its verdict, and unchanged since.",
        ),
    )


def _counts(found: Sequence[Support], definitions: Definitions) -> tuple[Cell, ...]:
    footings = Counter(each.footing for each in found)
    documents = {name for each in found for name in (*each.documents_for, *each.documents_against)}
    grades = sorted(definitions.sources[name].reliability for name in documents if name in definitions.sources)
    return (
        sum(each.claims_for for each in found),
        sum(each.claims_against for each in found),
        voices(definitions, documents),
        " ".join(grades) or None,
        *(footings[each] for each in _FOOTINGS),
        firm_share(found),
        sum(each.review.holds for each in found),
        sum(each.review is ReviewState.REOPENED for each in found),
        sum(each.review is ReviewState.ILLUSTRATIVE for each in found),
    )


def _sentence(found: Sequence[Support]) -> str:
    footings = Counter(each.footing for each in found)
    parts = [f"{footings[each]} on {each}" for each in _FOOTINGS if footings[each]]
    return f"Of {len(found)} numbers, {', '.join(parts)}."


def _cells(found: Sequence[Support]) -> Exhibit:
    return Exhibit(
        name="coverage-by-number",
        chapter=CHAPTER,
        caption="What each number rests on",
        question="Which claims speak for and against each number, and from how many documents?",
        columns=(
            Column("option", "Option", heads=True),
            Column("criterion", "Criterion"),
            Column("value", "Number", "number", detail=True),
            Column("for", "Claims for", "count", brief="For"),
            Column("documents_for", "Independent documents for", "count", brief="Docs"),
            Column("against", "Claims against", "count", brief="Against"),
            Column("documents_against", "Independent documents against", "count", brief="Docs"),
            Column("best", "Best grade", brief="Best"),
            Column("footing", "Rests on"),
            Column("review", "Review"),
        ),
        rows=tuple(
            (
                each.option.id,
                each.criterion.id,
                each.judgement.value,
                each.claims_for,
                each.voices_for,
                each.claims_against,
                each.voices_against,
                each.best or None,
                str(each.footing),
                str(each.review),
            )
            for each in found
        ),
        notes=(
            "Claims for, from how many independent documents; claims against, likewise.",
            "Best grade among the claims for: the source's reliability (A to F), the claim's credibility (1 to 6).",
        ),
    )


coverage = Analysis(examine=examine, order=20)
