"""A panel has fewer than two assessors.

A panel shows how far several people, each judging alone, come to the same number. One assessor is an ordinary
judgement, and the agreement of one with nobody cannot be measured.

Wrong:

    # options/capsules.yaml, without value, low and high of scores.noise
    scores:
      noise: {panel: {buyer: {value: 60, low: 55, high: 65}}}

Right:

    # options/capsules.yaml, without value, low and high of scores.noise
    scores:
      noise:
        panel: {buyer: {value: 60, low: 55, high: 65}, technician: {value: 58}}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions
from steelyard.documents.references import judged_numbers, left_out_of


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each panel of one, all of whose assessors could be read."""
    for number in judged_numbers(definitions):
        panel = number.judgement.panel
        if panel is None or len(panel) > 1:
            continue
        if not left_out_of(definitions, number.path, *number.steps, "panel"):
            yield Found(
                definitions.place(number.path, *number.steps, "panel", key=True),
                f"the panel for {number.name} has one assessor, '{next(iter(panel))}'",
                "Add another assessor, or write the number without a panel.",
            )


p001_panel_too_small = Rule(code="P001", severity="error", title="Panel of fewer than two", find=find)
