"""A straight line from the worst number on the scale (0) to the best (1).

    value_function: {shape: linear}

Every step along the scale is worth the same, so the anchors of a scale of levels must make that believable.
`outside: extrapolate` carries the line on beyond the scale's ends, for published cases that do so.

Source: Keeney & Raiffa (1976), Decisions with Multiple Objectives, chapter 3.
"""

from typing import Annotated, Literal

from pydantic import Field

from steelyard.contracts import ValueFunction
from steelyard.documents.criterion import Criterion
from steelyard.documents.record import Record
from steelyard.results.curve import Curve


class Settings(Record):
    """The settings of a linear value function."""

    outside: Annotated[Literal["clip", "extrapolate"], Field(description="What happens beyond the scale's ends.")] = (
        "clip"
    )


def reduce(settings: Record, criterion: Criterion) -> Curve:
    """Two breakpoints: the scale's ends."""
    assert isinstance(settings, Settings)  # noqa: S101 - the shelf pairs settings with their function
    ends = sorted([(criterion.worst, 0.0), (criterion.best, 1.0)])
    return Curve(x=(ends[0][0], ends[1][0]), v=(ends[0][1], ends[1][1]), outside=settings.outside)


linear = ValueFunction(settings=Settings, reduce=reduce)
