"""A scenario sets a value that lies outside the range it sets with it.

`low` and `high` are the bounds outside which the team would be astonished if this future came, so the value it
thinks most likely then lies between them.

Wrong:

    # criteria/scenarios/quiet-grinders.yaml
    id: quiet-grinders
    title: Quiet grinders come to market
    summary: A maker sells a grinder that nobody hears.
    signposts: {listed: {sign: A grinder below 50 decibels is listed.,
                         look_at: The makers' catalogues.}}
    changes:
      - criterion: noise
        options: [beans]
        change: {kind: set, value: 45, low: 50, high: 55}
        because: Less to hear.
        basis: judgement

Right:

    # criteria/scenarios/quiet-grinders.yaml
    id: quiet-grinders
    title: Quiet grinders come to market
    summary: A maker sells a grinder that nobody hears.
    signposts: {listed: {sign: A grinder below 50 decibels is listed.,
                         look_at: The makers' catalogues.}}
    changes:
      - criterion: noise
        options: [beans]
        change: {kind: set, value: 45, low: 42, high: 55}
        because: Less to hear.
        basis: judgement
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.scenario import SetTo


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each `low` above the value set with it, and each `high` below it."""
    for name, scenario in definitions.scenarios.items():
        for number, each in enumerate(scenario.changes):
            if not isinstance(each.change, SetTo):
                continue
            for key, bound, word in _bounds(each.change):
                yield Found(
                    definitions.place(path_of("scenario", name), "changes", number, "change", key),
                    f"`{key}` that the scenario '{name}' sets on '{each.criterion}' is {bound:.15g}, "
                    f"{word} its value {each.change.value:.15g}",
                    "Order the three so that `low` is at most `value`, and `value` at most `high`.",
                )


def _bounds(change: SetTo) -> Iterator[tuple[str, float, str]]:
    if change.low is not None and change.low > change.value:
        yield "low", change.low, "above"
    if change.high is not None and change.high < change.value:
        yield "high", change.high, "below"


n005_set_outside_its_range = Rule(
    code="N005", severity="error", needed_to_rank=True, title="Scenario's value outside its range", find=find
)
