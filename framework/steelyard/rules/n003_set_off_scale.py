"""A scenario sets a number that lies off the criterion's scale.

Beyond the scale's ends value no longer changes, so the scenario would say less than it seems to. A shift needs no
such care: it stops at the scale's end. (A value function with `outside: extrapolate` goes on beyond the ends.)

Wrong:

    # criteria/scenarios/quiet-grinders.yaml
    id: quiet-grinders
    title: Quiet grinders come to market
    summary: A maker sells a grinder that nobody hears.
    signposts: {listed: {sign: A grinder below 50 decibels is listed.,
                         look_at: The makers' catalogues.}}
    changes:
      - {criterion: noise, options: [beans], change: {kind: set, value: 30},
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
from steelyard.documents.scenario import SetTo


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each value, low or high that a scenario sets outside the scale it is on."""
    for name, scenario in definitions.scenarios.items():
        for number, each in enumerate(scenario.changes):
            criterion, curve = definitions.criteria.get(each.criterion), bench.curves.get(each.criterion)
            if criterion is None or curve is None or curve.outside == "extrapolate":
                continue
            lowest, highest = sorted((criterion.worst, criterion.best))
            for key in ("value", "low", "high") if isinstance(each.change, SetTo) else ():
                figure: float | None = getattr(each.change, key)
                if figure is not None and not lowest <= figure <= highest:
                    yield Found(
                        definitions.place(path_of("scenario", name), "changes", number, "change", key),
                        f"`{key}` that the scenario '{name}' sets on '{criterion.id}' is {figure:.15g}, "
                        f"off its scale, which runs from {lowest:.15g} to {highest:.15g}",
                        f"Change the number, or widen the scale in {path_of('criterion', criterion.id)}.",
                    )


n003_set_off_scale = Rule(code="N003", severity="error", title="Scenario sets a number off the scale", find=find)
