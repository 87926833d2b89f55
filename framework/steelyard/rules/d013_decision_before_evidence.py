"""The decision was taken before the day up to which the evidence was read.

Those who took it did not see the numbers as they are now. One of the two days may be a slip. Where the evidence was
read on after the decision, say in a comment whether it still stands: `# steelyard: allow D013: ...`.

Wrong:

    # steelyard.yaml
    as_of: 2026-03-31
    decision:
      chosen: [filter]
      by: the owner of the office
      on: 2026-03-02
      because: It is cheap and quiet enough.
      status: agreed

Right:

    # steelyard.yaml
    as_of: 2026-03-31
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


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """A day of the decision before `as_of`."""
    decision, taken = definitions.decision, definitions.decision.taken
    unread = definitions.was_dropped(DECISION_FILE, "as_of")
    if not unread and taken is not None and taken.on is not None and taken.on < decision.as_of:
        yield Found(
            definitions.place(DECISION_FILE, "decision", "on"),
            f"the decision was taken on {taken.on}, before {decision.as_of}, the day of the evidence",
            "Correct the day; or, where evidence was read since, allow this with a comment that says why it stands.",
        )


d013_decision_before_evidence = Rule(code="D013", severity="warning", title="Decision before the evidence", find=find)
