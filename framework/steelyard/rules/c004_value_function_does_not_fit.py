"""A value function does not fit its criterion's scale.

Every value function runs from 0 at the worst number on the scale to 1 at the best. This one cannot: a point
lies off the scale, a level has no value, or value falls where it should rise.
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each criterion whose value function its own shape refuses."""
    for name, misfit in bench.curve_misfits.items():
        shape = definitions.criteria[name].value_function.shape
        yield Found(
            definitions.place(path_of("criterion", name), *misfit.steps),
            f"the {shape} value function does not fit the scale: {misfit.because}",
            "Change the value function's settings or the scale so that they meet.",
        )


c004_value_function_does_not_fit = Rule(
    code="C004", severity="error", title="Value function does not fit its scale", find=find
)
