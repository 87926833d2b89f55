"""What rests on what: for every number, the claims on both sides, the documents they come from, and the footing.

A number stands on judgement alone, on one weak document (reliability D to F, or no claim better than doubtful), on one
document, or on several. Two claims of one document are one voice.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from steelyard.contracts import Analysis, Assessment
from steelyard.results.exhibit import Column, Exhibit
from steelyard.support import FIRM, Footing, Support, supports

CHAPTER = "Evidence coverage"
_FOOTINGS = tuple(Footing)


def examine(assessment: Assessment) -> Iterator[Exhibit]:
    """Coverage by option, by criterion, and number by number."""
    found = list(supports(assessment.definitions))
    options = {each.option.id: each.option.title for each in found}
    criteria = {each.criterion.id: each.criterion.title for each in found}
    yield _summary("option", options, found)
    yield _summary("criterion", criteria, found)
    yield _cells(found)


def _summary(of: str, titles: dict[str, str], found: Sequence[Support]) -> Exhibit:
    rows = [
        (name, title, *_counts([each for each in found if getattr(each, of).id == name]))
        for name, title in titles.items()
    ]
    return Exhibit(
        name=f"coverage-by-{of}",
        chapter=CHAPTER,
        caption=f"What the numbers rest on, by {of}",
        question=f"How many numbers of each {of} rest on documents, and how many on judgement alone?",
        columns=(
            Column(of, of.capitalize()),
            Column("title", "Title"),
            Column("for", "Claims for", "count"),
            Column("against", "Claims against", "count"),
            Column("documents", "Documents cited", "count"),
            *(Column(each.name.lower(), f"On {each}", "count") for each in _FOOTINGS),
            Column("firm", "Firm", "share"),
        ),
        rows=tuple(rows),
        takeaways=(_sentence(found),) if of == "option" else (),
        notes=("Firm: neither judgement alone nor a single weak document (reliability D to F, or doubtful claims).",),
    )


def _counts(found: Sequence[Support]) -> tuple[int | float, ...]:
    footings = Counter(each.footing for each in found)
    documents = {name for each in found for name in (*each.documents_for, *each.documents_against)}
    return (
        sum(each.claims_for for each in found),
        sum(each.claims_against for each in found),
        len(documents),
        *(footings[each] for each in _FOOTINGS),
        firm_share(found),
    )


def firm_share(found: Sequence[Support]) -> float:
    """The share of numbers that rest on more than judgement alone or a single weak document."""
    return sum(each.footing in FIRM for each in found) / len(found)


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
            Column("option", "Option"),
            Column("criterion", "Criterion"),
            Column("value", "Number", "number"),
            Column("for", "Claims for", "count"),
            Column("documents_for", "Documents for", "count"),
            Column("against", "Claims against", "count"),
            Column("documents_against", "Documents against", "count"),
            Column("best", "Best grade"),
            Column("footing", "Rests on"),
        ),
        rows=tuple(
            (
                each.option.id,
                each.criterion.id,
                each.judgement.value,
                each.claims_for,
                len(each.documents_for),
                each.claims_against,
                len(each.documents_against),
                each.best or None,
                str(each.footing),
            )
            for each in found
        ),
        notes=("Best grade: reliability of the source (A to F) and credibility of the claim (1 to 6).",),
    )


coverage = Analysis(examine=examine, order=20)
