"""A ramp: no value up to one threshold, full value from another, a straight line between.

    value_function: {shape: threshold, from: 2, to: 3}

`from` is the number at which value leaves 0 and `to` the number at which it reaches 1, both on the scale and
in the direction that is better. It is a ramp, never a step: a step would let a hair's breadth of score turn
a ranking.

Source: the linear preference with indifference of Brans & Vincke (1985), Management Science 31(6), 647-656,
used as a value function.
"""

from typing import Annotated

from pydantic import Field

from steelyard.contracts import ValueFunction
from steelyard.documents.criterion import Criterion
from steelyard.documents.record import Number, Record
from steelyard.results.curve import Curve


class Settings(Record):
    """The settings of a threshold value function."""

    begins: Annotated[Number, Field(alias="from", description="Where value leaves 0.")]
    ends: Annotated[Number, Field(alias="to", description="Where value reaches 1.")]


def reduce(settings: Record, criterion: Criterion) -> Curve:
    """The ramp, with a flat stretch to either end of the scale where there is room for one."""
    assert isinstance(settings, Settings)  # noqa: S101 - the shelf pairs settings with their function
    sign = 1 if criterion.best > criterion.worst else -1
    path = [sign * each for each in (criterion.worst, settings.begins, settings.ends, criterion.best)]
    if not path[0] <= path[1] < path[2] <= path[3]:
        raise ValueError(
            f"on the way from worst ({criterion.worst:g}) to best ({criterion.best:g}), "
            "`from` must come first and `to` after it, both on the scale"
        )
    steps = {criterion.worst: 0.0, settings.begins: 0.0, settings.ends: 1.0, criterion.best: 1.0}
    points = sorted(steps.items())
    return Curve(x=tuple(at for at, _ in points), v=tuple(value for _, value in points))


threshold = ValueFunction(settings=Settings, reduce=reduce)
