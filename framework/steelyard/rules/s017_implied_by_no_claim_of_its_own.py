"""A number is said to be implied by a claim that is not cited for or against it.

`implies` belongs to the claims under `evidence` and `against` of the same number. Elsewhere nobody would see it.

Wrong:

    # options/filter.yaml
    scores:
      taste:
        implies: {machine-test#grinders-loud: 1}

Right:

    # options/filter.yaml
    scores:
      taste:
        implies: {machine-test#beans-taste: 1}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions
from steelyard.documents.references import judged_numbers, left_out


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each claim under `implies` that stands on neither side of the number."""
    for number in judged_numbers(definitions):
        if not number.judgement.implies:
            continue
        cited = {*number.judgement.evidence, *number.judgement.against}
        unread = [left_out(definitions, number.path, *number.steps, key) for key in ("evidence", "against")]
        for reference in number.judgement.implies:
            if reference not in cited and not any(unread):
                yield Found(
                    definitions.place(number.path, *number.steps, "implies", reference, key=True),
                    f"'{reference}' is said to imply {number.name}, but is cited neither for nor against it",
                    "Cite it under `evidence` or `against`, or take it out.",
                )


s017_implied_by_no_claim_of_its_own = Rule(
    code="S017", severity="error", title="Implied by a claim that is not cited", find=find
)
