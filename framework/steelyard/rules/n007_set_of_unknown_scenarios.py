"""A set of scenarios names one that does not exist, or the same one twice.

A misspelt name would leave a future out of every rule of decision, and one that stands twice would count twice.

Wrong:

    # steelyard.yaml
    scenario_sets: {market: {title: The market, scenarios: [quiet-grinder],
                             because: What makers may do.}}

Right:

    # steelyard.yaml
    scenario_sets: {market: {title: The market, scenarios: [quiet-grinders],
                             because: What makers may do.}}
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
from steelyard.documents.definitions import DECISION_FILE, Definitions, path_of
from steelyard.shelf import did_you_mean


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each name in a set of scenarios for which there is no file, and each that stands there already."""
    known = definitions.known["scenario"]
    for each, group in definitions.decision.scenario_sets.items():
        for index, name in enumerate(group.scenarios):
            place = definitions.place(DECISION_FILE, "scenario_sets", each, "scenarios", index)
            if name not in known:
                message = f"the set of scenarios '{each}' names '{name}', which is no scenario"
                remedy = did_you_mean(name, known) if known else f"Write {path_of('scenario', name)}."
                yield Found(place, message, remedy)
            elif name in group.scenarios[:index]:
                yield Found(place, f"the set of scenarios '{each}' names '{name}' twice", "Delete one of the two.")


n007_set_of_unknown_scenarios = Rule(code="N007", severity="error", title="Set names an unknown scenario", find=find)
