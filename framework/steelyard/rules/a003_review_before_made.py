"""An assumption is to be looked at again before it was made.

One of the two days is a slip, and with it nobody knows when the assumption falls due.

Wrong:

    # assumptions.yaml
    assumptions:
      prices-hold: {review_by: 2025-09-30}      # and it was made on 2026-03-31

Right:

    # assumptions.yaml
    assumptions:
      prices-hold: {review_by: 2099-09-30}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import ASSUMPTIONS_FILE, Definitions


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each review date before the day on which the assumption was made."""
    for name, assumption in definitions.assumptions.items():
        if assumption.review_by < assumption.on:
            yield Found(
                definitions.place(ASSUMPTIONS_FILE, "assumptions", name, "review_by"),
                f"the assumption '{name}' is to be looked at again by {assumption.review_by}, "
                f"before it was made on {assumption.on}",
                "Write a review date after the day on which it was made.",
            )


a003_review_before_made = Rule(code="A003", severity="error", title="Review before the assumption", find=find)
