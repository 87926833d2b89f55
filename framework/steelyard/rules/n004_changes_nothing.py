"""A change of a scenario leaves every number as it is.

It sets what is scored already, shifts by nothing, or shifts numbers that stand at the end of the scale. It may be
left over from before the scores were revised.

Wrong:

    # criteria/scenarios/quiet-grinders.yaml
    id: quiet-grinders
    title: Quiet grinders come to market
    summary: A maker sells a grinder that nobody hears.
    signposts: {listed: {sign: A grinder below 50 decibels is listed.,
                         look_at: The makers' catalogues.}}
    changes:
      - {criterion: noise, options: [beans], change: {kind: set, value: 72},
         because: As scored., basis: judgement}

Right:

    # criteria/scenarios/quiet-grinders.yaml
    id: quiet-grinders
    title: Quiet grinders come to market
    summary: A maker sells a grinder that nobody hears.
    signposts: {listed: {sign: A grinder below 50 decibels is listed.,
                         look_at: The makers' catalogues.}}
    changes:
      - {criterion: noise, options: [beans], change: {kind: set, value: 45},
         because: Less to hear., basis: judgement}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.futures import ChangedNumber, changed_numbers


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each change after which all the numbers that it is about, ranges included, are what they were."""
    for name, scenario in definitions.scenarios.items():
        moved: dict[int, bool] = {}
        for each in changed_numbers(definitions, scenario):
            moved[each.number] = moved.get(each.number, False) or _moves(each)
        for number in (number for number, any_moved in moved.items() if not any_moved):
            yield Found(
                definitions.place(path_of("scenario", name), "changes", number),
                f"change {number + 1} of the scenario '{name}' leaves every number on "
                f"'{scenario.changes[number].criterion}' as it is scored",
                "Change what it sets or adds, or take it out.",
            )


def _moves(each: ChangedNumber) -> bool:
    scored, now = each.option.judgement_on(each.criterion), each.judgement
    return scored is None or (scored.value, scored.low, scored.high) != (now.value, now.low, now.high)


n004_changes_nothing = Rule(code="N004", severity="warning", title="Scenario's change changes nothing", find=find)
