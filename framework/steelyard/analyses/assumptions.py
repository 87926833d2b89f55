"""What the results take for granted: the log of assumptions, riskiest first.

Each assumption is rated as the Aqua Book asks: how well founded it is (quality), and how much would change if it is
wrong (impact). The further the impact exceeds the quality, the higher it stands.
"""

from collections.abc import Iterator, Mapping, Sequence

from steelyard.contracts import Analysis, Assessment
from steelyard.documents.assumption import RATINGS, Assumption
from steelyard.documents.paragraphs import folded
from steelyard.figures import counted
from steelyard.results.exhibit import Column, Exhibit

CHAPTER = "Assumptions"


def examine(assessment: Assessment) -> Iterator[Exhibit]:
    """The log and who answers for it, riskiest first; nothing where there is none."""
    log = assessment.definitions.assumptions
    if log:
        ranked = {name: log[name] for name in sorted(log, key=lambda each: _rank(each, log[each]))}
        yield _log(ranked)
        yield _reviews(ranked)


def _rank(name: str, assumption: Assumption) -> tuple[int, int, str, str]:
    """Risk, then impact, then what is to be looked at soonest."""
    return -assumption.risk, -RATINGS.index(assumption.impact), assumption.review_by.isoformat(), name


def _log(ranked: Mapping[str, Assumption]) -> Exhibit:
    return Exhibit(
        name="assumptions",
        chapter=CHAPTER,
        caption="Assumptions, riskiest first",
        question="What is taken for granted, how well founded is it, and what changes if it is wrong?",
        columns=(
            Column("assumption", "Assumption"),
            Column("statement", "Taken for granted"),
            Column("effect", "If it is wrong"),
            Column("impact", "Impact"),
            Column("quality", "Quality"),
        ),
        rows=tuple(
            (name, folded(each.statement), folded(each.effect), each.impact, each.quality)
            for name, each in ranked.items()
        ),
        takeaways=_takeaways(list(ranked.values())),
        notes=(
            "Quality: how well founded. Impact: how much would change. Both are low, moderate or high.",
            "Riskiest first: the further the impact exceeds the quality, the higher it stands.",
        ),
    )


def _reviews(ranked: Mapping[str, Assumption]) -> Exhibit:
    return Exhibit(
        name="assumption-reviews",
        chapter=CHAPTER,
        caption="Who answers for each assumption, and until when it holds",
        question="Who looks at each assumption again, by when, and which numbers lean on it?",
        columns=(
            Column("assumption", "Assumption"),
            Column("owner", "Owner"),
            Column("on", "Made on"),
            Column("review_by", "Review by"),
            Column("bears_on", "Bears on"),
            Column("evidence", "Evidence"),
        ),
        rows=tuple(
            (
                name,
                each.owner,
                each.on.isoformat(),
                each.review_by.isoformat(),
                ", ".join(each.bears_on) or None,
                ", ".join(each.evidence) or None,
            )
            for name, each in ranked.items()
        ),
    )


def _takeaways(log: Sequence[Assumption]) -> tuple[str, ...]:
    riskiest = sum(each.impact == "high" and each.quality == "low" for each in log)
    bare = sum(not each.evidence for each in log)
    soonest = min(each.review_by for each in log)
    return (
        f"{counted(len(log), 'assumption')}: {riskiest} of high impact and low quality, {bare} without evidence.",
        f"The earliest review is due by {soonest.isoformat()}.",
    )


assumptions = Analysis(examine=examine, order=30)
