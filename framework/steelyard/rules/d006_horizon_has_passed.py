"""The horizon lies before the day up to which the evidence was read.

Scores describe the world by the horizon. A horizon in the past makes every score a statement about what has
already happened, which is rarely what the team judged.

Wrong:

    # steelyard.yaml
    as_of: 2026-03-31
    horizon: 2019

Right:

    # steelyard.yaml
    as_of: 2026-03-31
    horizon: 2029
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import DECISION_FILE, Definitions


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """A horizon earlier than the year of `as_of`."""
    decision = definitions.decision
    unread = any(definitions.was_dropped(DECISION_FILE, key) for key in ("as_of", "horizon"))
    if not unread and decision.horizon < decision.as_of.year:
        yield Found(
            definitions.place(DECISION_FILE, "horizon"),
            f"the horizon {decision.horizon} lies before {decision.as_of}, the day of the evidence",
            "Write the year whose world the scores describe.",
        )


d006_horizon_has_passed = Rule(code="D006", severity="warning", title="Horizon before the evidence", find=find)
