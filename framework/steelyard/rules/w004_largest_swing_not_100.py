"""The most important swing does not have 100 points.

In swing weighting the swing that matters most gets 100, and all others are judged against it. Another largest
number gives the same weights, but suggests that the swing everything was compared with has since changed.

Groups, and the criteria within each group, are judged apart and each have a 100. A weight set with `method:
direct` takes points on any scale.

Wrong:

    # criteria/weights/balanced.yaml
    method: swing
    judgements: {noise: 40, price: 32, taste: 80}

Right:

    # criteria/weights/balanced.yaml
    method: swing
    judgements: {noise: 50, price: 40, taste: 100}

Source: von Winterfeldt & Edwards (1986), Decision Analysis and Behavioral Research.
"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.record import LARGEST, Record


class Settings(Record, defer_build=True):
    """What a project may set."""

    largest: Annotated[float, Field(description="The points of the swing that matters most.", gt=0, le=LARGEST)] = 100.0


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each list of swings whose largest is not as agreed; all 0 is no list of swings."""
    assert isinstance(bench.settings, Settings)  # noqa: S101 - each rule is handed its own
    largest = bench.settings.largest
    for name, weights in definitions.weight_sets.items():
        if weights.method != "swing" or name not in bench.points:
            continue
        for steps, swings in weights.lists():
            criterion = max(swings, key=lambda each: swings[each], default=None)
            if criterion is not None and swings[criterion] not in (0, largest):
                where = f" within '{steps[1]}'" if len(steps) > 1 else ""
                yield Found(
                    definitions.place(path_of("weights", name), *steps, criterion),
                    f"the largest swing{where} of the weight set '{name}' is {swings[criterion]:.15g} "
                    f"('{criterion}'); it should be {largest:.15g}",
                    f"Scale the swings so that the most important one is {largest:.15g}, or use `method: direct`.",
                )


w004_largest_swing_not_100 = Rule(
    code="W004", severity="warning", title="Largest swing is not 100", find=find, settings=Settings
)
