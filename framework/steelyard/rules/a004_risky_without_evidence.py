"""An assumption is poorly founded, would change much if it is wrong, and rests on no evidence.

These are the riskiest assumptions. A claim under `evidence` shows a reader on what even a poor foundation stands; none
says that the results lean on something that nobody has looked up.

Wrong:

    # assumptions.yaml
    assumptions:
      prices-hold: {quality: low, impact: high}

Right:

    # assumptions.yaml
    assumptions:
      prices-hold: {quality: low, impact: high,
                    evidence: [machine-test#filter-stale]}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import ASSUMPTIONS_FILE, Definitions


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each assumption of low quality and high impact without a claim that it is founded on."""
    for name, assumption in definitions.assumptions.items():
        if assumption.quality == "low" and assumption.impact == "high" and not assumption.evidence:
            yield Found(
                definitions.place(ASSUMPTIONS_FILE, "assumptions", name, key=True),
                f"the assumption '{name}' has low quality and high impact, and no evidence",
                "Cite a claim under `evidence`, or say in the log how it could be founded better.",
            )


a004_risky_without_evidence = Rule(code="A004", severity="note", title="Risky assumption without evidence", find=find)
