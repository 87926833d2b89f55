"""The mean of a stated distribution lies outside the number's own range.

`low` and `high` bound what would not astonish anybody, and on average the number would be beyond them: the settings
and the range speak of different things. One of the two is a slip, often a decimal point or another unit.

Wrong:

    # options/capsules.yaml
    scores: {noise: {value: 60, low: 55, high: 65,
                     distribution: {shape: normal, mean: 45, sd: 3}}}

Right:

    # options/capsules.yaml
    scores: {noise: {value: 60, low: 55, high: 65,
                     distribution: {shape: normal, mean: 60, sd: 3}}}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Misfit, Rule
from steelyard.documents.definitions import Definitions
from steelyard.documents.references import judged_numbers


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each distribution whose mean is below the range or above it; numbers without a range have nothing to miss."""
    for number in judged_numbers(definitions):
        judgement, choice = number.judgement, number.judgement.distribution
        spread = None if choice is None else bench.spreads.get((number.option.id, number.steps))
        if spread is None or isinstance(spread, Misfit) or judgement.lowest == judgement.highest:
            continue
        if not judgement.lowest <= spread.mean <= judgement.highest:
            yield Found(
                definitions.place(number.path, *number.steps, "distribution"),
                f"the distribution of {number.name} has the mean {spread.mean:.6g}, outside its range "
                f"{judgement.lowest:.15g} to {judgement.highest:.15g}",
                "Mend the distribution's settings, or the range.",
            )


s019_mean_outside_range = Rule(
    code="S019", severity="warning", title="Mean of a distribution outside its range", find=find
)
