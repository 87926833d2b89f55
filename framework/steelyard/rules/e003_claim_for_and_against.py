"""A claim is cited both for and against the same number.

A claim may hold something for a score and something against it; then it is two claims, each saying one thing.

Wrong:

    # options/filter.yaml
    scores:
      taste:
        evidence: [machine-test#beans-taste]
        against: [machine-test#beans-taste]

Right:

    # options/filter.yaml
    scores:
      taste:
        evidence: [machine-test#beans-taste]
        against: [machine-test#filter-stale]
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions
from steelyard.documents.references import judged_numbers


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each claim on both lists of one number, at its place under `against`."""
    for number in judged_numbers(definitions):
        for index, reference in enumerate(number.judgement.against):
            if reference in number.judgement.evidence:
                yield Found(
                    definitions.place(number.path, *number.steps, "against", index),
                    f"the claim '{reference}' is cited both for and against {number.name}",
                    "Keep it on one side, or split it into two claims.",
                )


e003_claim_for_and_against = Rule(code="E003", severity="error", title="Claim both for and against", find=find)
