"""Swings were judged on a range of scores that the options no longer have.

Whoever judged a swing had the worst and the best of the options before their eyes. When an option or a score
changes that range, the shares stay right for the old one, but people judged another swing: ask them again.
A criterion without `ranges` was judged on its full scale, which no option can change.

Wrong:

    # criteria/weights/balanced.yaml
    ranges: {price: [0, 1500]}

Right:

    # criteria/weights/balanced.yaml
    ranges: {price: [0, 2100]}

Source: HM Treasury (2024), Use of Multi-Criteria Decision Analysis in options appraisal of economic cases (swing
weighting).
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.model.judged_ranges import stale_ranges


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each stated range, under positive points, that is not the range of the ranked options' numbers."""
    for name, points in bench.points.items():
        for stale in stale_ranges(definitions, name, points):
            yield Found(
                definitions.place(path_of("weights", name), "ranges", stale.criterion),
                f"the swing of '{stale.criterion}' was judged on the range "
                f"{stale.judged[0]:.15g} to {stale.judged[1]:.15g}, "
                f"but the options ranked now run from {stale.now[0]:.15g} to {stale.now[1]:.15g}",
                "Have the swing judged anew on the present range, and write both.",
            )


w007_stale_range = Rule(code="W007", severity="warning", title="Stale range", find=find)
