"""A scenario names a criterion or an option that does not exist.

Nothing would be changed under such a name, and the scenario would look milder than it is meant.

Wrong:

    # criteria/scenarios/quiet-grinders.yaml
    id: quiet-grinders
    title: Quiet grinders come to market
    summary: A maker sells a grinder that nobody hears.
    signposts: {listed: {sign: A grinder below 50 decibels is listed.,
                         look_at: The makers' catalogues.}}
    changes:
      - {criterion: nois, options: [bean], change: {kind: set, value: 45},
         because: Less to hear., basis: judgement}

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
from steelyard.documents.references import changed_names
from steelyard.shelf import did_you_mean


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each criterion and option that a change names and no file has."""
    for name, scenario in definitions.scenarios.items():
        for named in changed_names(scenario):
            known = definitions.known[named.kind]
            if known and named.name not in known:
                yield Found(
                    definitions.place(path_of("scenario", name), *named.steps),
                    f"the scenario '{name}' names '{named.name}', which is no {named.kind}",
                    did_you_mean(named.name, known),
                )


n001_scenario_names_nothing = Rule(code="N001", severity="error", title="Scenario names what is not there", find=find)
