"""Documents disagree about a number, and it gives no range.

A claim under `against` speaks for another number. With claims on both sides from different documents, one number
without a range says that nothing is in dispute.

Wrong:

    # options/filter.yaml, without low and high of scores.taste
    scores:
      taste:
        value: 1
        evidence: [machine-test#beans-taste]
        against: [cup-survey#stale-cups]
    # seeds/cup-survey.yaml
    id: cup-survey
    type: report
    title: What three offices drink
    accessed: 2026-03-02
    document:
      file: cup-survey.txt
      sha256: 5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d
    reliability: B
    reliability_because: It counted the cups that were left.
    claims:
      stale-cups:
        statement: By noon most cups were left half full.
        at: {paragraph: 2}
        anchor: left half full
        sha256: 6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e
        credibility: 2

Right:

    # options/filter.yaml
    scores:
      taste:
        value: 1
        low: 0
        high: 1.5
        evidence: [machine-test#beans-taste]
        against: [cup-survey#stale-cups]
    # seeds/cup-survey.yaml
    id: cup-survey
    type: report
    title: What three offices drink
    accessed: 2026-03-02
    document:
      file: cup-survey.txt
      sha256: 5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d5d
    reliability: B
    reliability_because: It counted the cups that were left.
    claims:
      stale-cups:
        statement: By noon most cups were left half full.
        at: {paragraph: 2}
        anchor: left half full
        sha256: 6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e6e
        credibility: 2
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions
from steelyard.documents.references import documents_cited, judged_numbers, left_out


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each number with claims on both sides from different documents, and a range that is absent or has no width."""
    for number in judged_numbers(definitions):
        judged = number.judgement
        if not judged.evidence or not judged.against:
            continue
        one_document = len(documents_cited((*judged.evidence, *judged.against))) == 1
        if one_document or judged.lowest != judged.highest:
            continue
        if not any(left_out(definitions, number.path, *number.steps, key) for key in ("low", "high")):
            yield Found(
                definitions.place(number.path, *number.steps, "against"),
                f"documents disagree about {number.name}, but its range has no width",
                "Write the `low` and `high` that span what the claims on both sides imply.",
            )


s016_conflict_without_range = Rule(code="S016", severity="warning", title="Conflict without a range", find=find)
