"""A criterion has points that were judged on a range worth nothing.

Points say how much the move from one end of a range to the other matters. Where value is the same at both
ends there is no move, and no share of the full scale follows from it.

Wrong:

    # criteria/weights/balanced.yaml
    ranges: {price: [500, 500]}

Right:

    # criteria/weights/balanced.yaml
    ranges: {price: [0, 2100]}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of

NOTHING = 1e-9


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each range under positive points whose ends have the same value."""
    for name, points in bench.points.items():
        for criterion, (first, last) in definitions.weight_sets[name].ranges.items():
            curve = bench.curves.get(criterion)
            if curve is None or points.get(criterion, 0) <= 0:
                continue
            if abs(curve.value(last) - curve.value(first)) < NOTHING:
                yield Found(
                    definitions.place(path_of("weights", name), "ranges", criterion),
                    f"the points of '{criterion}' were judged on the range {first:.15g} to {last:.15g}, "
                    "over which its value does not change",
                    "State the range that the swing was judged on, or give the criterion 0 points.",
                )


w003_range_spans_no_value = Rule(
    code="W003", severity="error", needed_to_rank=True, title="Range without value", find=find
)
