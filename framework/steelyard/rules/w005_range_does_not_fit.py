"""The range that a swing was judged on names an unknown criterion, or leaves its scale.

`ranges` says, criterion by criterion, from which number to which the move was judged. Both lie on the
criterion's scale.

Wrong:

    # criteria/weights/balanced.yaml
    ranges: {price: [0, 5000]}      # the scale of price runs from 3000 to 0

Right:

    # criteria/weights/balanced.yaml
    ranges: {price: [0, 2100]}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.criterion import Criterion
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.weight_set import WeightSet
from steelyard.shelf import did_you_mean


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each range of an unknown criterion, and each end of a range beyond the scale."""
    known = definitions.known["criterion"]
    for name, weights in definitions.weight_sets.items():
        for criterion in weights.ranges:
            if known and criterion not in known:
                yield Found(
                    definitions.place(path_of("weights", name), "ranges", criterion, key=True),
                    f"the weight set '{name}' gives a range for '{criterion}', which is no criterion",
                    did_you_mean(criterion, known),
                )
            elif criterion in definitions.criteria and not _goes_on(bench, criterion):
                yield from _beyond(definitions, weights, definitions.criteria[criterion])


def _goes_on(bench: Bench, criterion: str) -> bool:
    curve = bench.curves.get(criterion)
    return curve is not None and curve.outside == "extrapolate"


def _beyond(definitions: Definitions, weights: WeightSet, criterion: Criterion) -> Iterator[Found]:
    lowest, highest = sorted((criterion.worst, criterion.best))
    for index, number in enumerate(weights.ranges[criterion.id]):
        if lowest != highest and not lowest <= number <= highest:
            yield Found(
                definitions.place(path_of("weights", weights.id), "ranges", criterion.id, index),
                f"the range of '{criterion.id}' has the end {number:.15g}, "
                f"off its scale, which runs from {lowest:.15g} to {highest:.15g}",
                "State the range that the swing was judged on.",
            )


w005_range_does_not_fit = Rule(code="W005", severity="error", title="Range does not fit", find=find)
