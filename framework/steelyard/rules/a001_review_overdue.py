"""The day by which an assumption was to be looked at again has passed.

An assumption holds until somebody looks again. After its review date nobody has said that it still does. The day is
the clock's, or the one that SOURCE_DATE_EPOCH names; what is built leaves this finding out unless that is set, so
that the same commit gives the same bytes on any day.

Wrong:

    # assumptions.yaml
    assumptions:
      prices-hold: {review_by: 2026-03-31}         # and that day is over

Right:

    # assumptions.yaml
    assumptions:
      prices-hold: {review_by: 2099-03-31}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import ASSUMPTIONS_FILE, Definitions


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each assumption whose review date lies before today."""
    for name, assumption in definitions.assumptions.items():
        if assumption.review_by < bench.today:
            yield Found(
                definitions.place(ASSUMPTIONS_FILE, "assumptions", name, "review_by"),
                f"the assumption '{name}' was to be looked at again by {assumption.review_by}",
                f"Have it looked at by its owner ({assumption.owner}), and write the day of the next review.",
            )


a001_review_overdue = Rule(
    code="A001", severity="warning", title="Assumption overdue for review", find=find, by_the_day=True
)
