"""Scenarios have probabilities that mean nothing.

A mean over futures needs exactly one of them to come true: the set says so with `exclusive_and_exhaustive: true`,
each scenario in it has a probability, no other has, and together they make 1.

Wrong:

    # steelyard.yaml
    scenario_sets:
      market:
        title: The market
        scenarios: [quiet-grinders]
        because: What makers may do.
        probabilities: {quiet-grinders: 1}
    # criteria/scenarios/quiet-grinders.yaml
    id: quiet-grinders
    title: Quiet grinders come to market
    summary: A maker sells a grinder that nobody hears.
    signposts: {listed: {sign: A grinder below 50 decibels is listed.,
                         look_at: The makers' catalogues.}}
    changes:
      - {criterion: noise, options: [beans], change: {kind: set, value: 45},
         because: Less to hear., basis: judgement}

Right:

    # steelyard.yaml
    scenario_sets:
      market:
        title: The market
        scenarios: [quiet-grinders]
        exclusive_and_exhaustive: true
        because: It is announced for next year.
        probabilities: {quiet-grinders: 1}
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
from steelyard.documents.decision import ScenarioSet
from steelyard.documents.definitions import DECISION_FILE, Definitions


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each set whose probabilities are not one of each scenario, summing to 1, of futures of which one comes true."""
    for name, group in definitions.decision.scenario_sets.items():
        here = ("scenario_sets", name)
        partly_read = any(path == DECISION_FILE and steps[:2] == here for path, steps in definitions.dropped)
        if group.probabilities and not partly_read:
            for said, remedy in _misfits(group):
                place = definitions.place(DECISION_FILE, *here, "probabilities", key=True)
                yield Found(place, f"the set of scenarios '{name}' {said}", remedy)


def _misfits(group: ScenarioSet) -> Iterator[tuple[str, str]]:
    if not group.exclusive_and_exhaustive:
        yield (
            "gives probabilities, but is not declared exclusive and exhaustive",
            "Take them out; or, if exactly one of them will come true, write `exclusive_and_exhaustive: true`.",
        )
    without = [name for name in group.scenarios if name not in group.probabilities]
    strangers = [name for name in group.probabilities if name not in group.scenarios]
    if without:
        yield f"gives no probability to {', '.join(without)}", "Give every scenario of the set one; 0 is allowed."
    if strangers:
        yield f"gives a probability to {', '.join(strangers)}, which is not in it", "Add it to the set, or take it out."
    if not without and not strangers and not group.sums_to_one:
        yield (
            f"has probabilities that make {sum(group.probabilities.values()):.15g} together, not 1",
            "Change them so that they make 1.",
        )


n008_probabilities_do_not_fit = Rule(code="N008", severity="error", title="Probabilities do not fit", find=find)
