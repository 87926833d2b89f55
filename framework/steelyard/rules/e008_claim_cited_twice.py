"""The same claim stands twice on one list.

Counted twice, one claim looks like two.

Wrong:

    # options/beans.yaml
    recommended_by: [machine-test#beans-taste, machine-test#beans-taste]

Right:

    # options/beans.yaml
    recommended_by: [machine-test#beans-taste]
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions
from steelyard.documents.references import cited_claims


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each claim that stands a second time on one list."""
    seen: set[tuple[object, ...]] = set()
    for cited in cited_claims(definitions):
        mention = (cited.path, cited.steps[:-1], cited.reference)
        if mention in seen:
            yield Found(
                definitions.place(cited.path, *cited.steps),
                f"the claim '{cited.reference}' stands twice under `{cited.steps[-2]}`",
                "Delete one of the two.",
            )
        seen.add(mention)


e008_claim_cited_twice = Rule(code="E008", severity="warning", title="Claim cited twice", find=find)
