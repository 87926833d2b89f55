"""The levels of a scale are not listed from the lowest number up.

Levels are read as steps, so each has a higher number than the one before it. A number out of order or used
twice is nearly always a slip. (Whether higher is better is said by `better`, not by the order.)

Wrong:

    # criteria/taste.yaml
    scale:
      kind: levels
      levels:
        - {value: 0, label: Left in the cup, anchor: Most cups are poured away.}
        - {value: 2, label: Drunk, anchor: Most cups are finished.}
        - {value: 1, label: Asked for, anchor: Visitors ask for a second cup.}

Right:

    # criteria/taste.yaml
    scale:
      kind: levels
      levels:
        - {value: 0, label: Left in the cup, anchor: Most cups are poured away.}
        - {value: 1, label: Drunk, anchor: Most cups are finished.}
        - {value: 2, label: Asked for, anchor: Visitors ask for a second cup.}
"""

from collections.abc import Iterator
from itertools import pairwise

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.criterion import LevelsScale
from steelyard.documents.definitions import Definitions, path_of


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each level that is not above the one before it."""
    for name, criterion in definitions.criteria.items():
        if not isinstance(criterion.scale, LevelsScale):
            continue
        numbers = [level.value for level in criterion.scale.levels]
        for index, (before, here) in enumerate(pairwise(numbers), start=1):
            if here <= before:
                yield Found(
                    definitions.place(path_of("criterion", name), "scale", "levels", index, "value"),
                    f"level {index + 1} of '{name}' has the value {here:.15g}, "
                    f"which is not above {before:.15g}, the value of the level before it",
                    "List the levels from the lowest value to the highest, each value once.",
                )


c003_levels_do_not_rise = Rule(
    code="C003", severity="error", needed_to_rank=True, title="Levels do not rise", find=find
)
