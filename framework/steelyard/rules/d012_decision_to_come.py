"""The decision is dated on a day that is yet to come.

A record says what was decided. The day is held against the clock's, or against the one that SOURCE_DATE_EPOCH names;
what is built leaves this finding out unless that is set.

Wrong:

    # steelyard.yaml
    decision:
      chosen: [filter]
      by: the owner of the office
      on: 2998-04-02
      because: It is cheap and quiet enough.
      status: agreed

Right:

    # steelyard.yaml
    decision:
      chosen: [filter]
      by: the owner of the office
      on: 2026-04-02
      because: It is cheap and quiet enough.
      status: agreed
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import DECISION_FILE, Definitions


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """A day of the decision after today."""
    taken = definitions.decision.taken
    if taken is not None and taken.on is not None and taken.on > bench.today:
        yield Found(
            definitions.place(DECISION_FILE, "decision", "on"),
            f"the decision is dated {taken.on}, which is yet to come",
            "Write the day on which it was taken; until then, leave `decision` out.",
        )


d012_decision_to_come = Rule(code="D012", severity="error", title="Decision yet to come", find=find, by_the_day=True)
