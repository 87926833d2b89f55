"""A distribution does not fit the number it is stated for.

Its shape asks for more than the file says, for less, or for something else: a triangle without a range, a bell whose
value is off the middle, percentiles of a number that never varies. Nothing can be drawn from it.

Wrong:

    # options/filter.yaml
    scores: {taste: {value: 1, low: 0, high: 1.5,
                     distribution: {shape: normal, interval: 90}}}

Right:

    # options/filter.yaml
    scores: {taste: {value: 1, low: 0, high: 1.5,
                     distribution: {shape: pert, interval: 90}}}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Misfit, Rule
from steelyard.documents.definitions import Definitions
from steelyard.documents.references import judged_numbers


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each distribution that its own shape refuses."""
    for number in judged_numbers(definitions):
        choice = number.judgement.distribution
        misfit = None if choice is None else bench.spreads.get((number.option.id, number.steps))
        if choice is not None and isinstance(misfit, Misfit):
            yield Found(
                definitions.place(number.path, *misfit.steps),
                f"the {choice.shape} distribution of {number.name} does not fit it: {misfit.because}",
                "Change the distribution's settings, the value or its range so that they meet.",
            )


s018_distribution_does_not_fit = Rule(
    code="S018", severity="error", needed_to_rank=True, title="Distribution does not fit its number", find=find
)
