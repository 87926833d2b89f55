"""A value function does not fit its criterion's scale.

Every value function runs from 0 at the worst number on the scale to 1 at the best. This one cannot: a point
lies off the scale, a level has no value, or value falls where it should rise.

Wrong:

    # criteria/noise.yaml
    value_function: {shape: piecewise, points: [[80, 0], [50, 1]]}

Right:

    # criteria/noise.yaml
    value_function: {shape: piecewise, points: [[80, 0], [50, 1], [40, 1]]}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each criterion whose value function its own shape refuses, unless its scale is at fault."""
    for name, misfit in bench.curve_misfits.items():
        criterion, path = definitions.criteria[name], path_of("criterion", name)
        if criterion.worst == criterion.best or definitions.was_dropped(path, "better"):
            continue
        yield Found(
            definitions.place(path, *misfit.steps),
            f"the {criterion.value_function.shape} value function of '{name}' does not fit its scale: {misfit.because}",
            "Change the value function's settings or the scale so that they meet.",
        )


c004_value_function_does_not_fit = Rule(
    code="C004", severity="error", needed_to_rank=True, title="Value function does not fit its scale", find=find
)
