"""Straight lines between stated points, from value 0 at the worst number to 1 at the best.

    value_function: {shape: piecewise, points: [[0, 0], [2, 0.7], [10, 1]]}

Each point is a number on the scale and its value. The first and last numbers are the scale's two ends, the
value at the worst end is 0 and at the best end 1, and value never falls on the way from worst to best.

Source: Jacquet-Lagreze & Siskos (1982), European Journal of Operational Research 10(2), 151-164.
"""

from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field

from steelyard.contracts import ValueFunction
from steelyard.documents.criterion import Criterion
from steelyard.documents.record import Number, Record
from steelyard.results.curve import Curve


class Settings(Record):
    """The settings of a piecewise value function."""

    points: Annotated[
        tuple[Annotated[tuple[Number, Number], Field(strict=False)], ...],
        Field(description="Pairs of a number on the scale and its value.", min_length=2, strict=False),
    ]
    outside: Annotated[Literal["clip", "extrapolate"], Field(description="What happens beyond the scale's ends.")] = (
        "clip"
    )


def reduce(settings: Record, criterion: Criterion) -> Curve:
    """The stated points, in order of the scale."""
    assert isinstance(settings, Settings)  # noqa: S101 - the shelf pairs settings with their function
    points = sorted(settings.points)
    x, v = tuple(at for at, _ in points), tuple(value for _, value in points)
    if len(set(x)) < len(x):
        raise ValueError("two points stand at the same number on the scale")
    ends = {criterion.worst: 0.0, criterion.best: 1.0}
    if {x[0]: v[0], x[-1]: v[-1]} != ends:
        raise ValueError(
            f"its points must run from value 0 at the worst end ({criterion.worst:g}) "
            f"to value 1 at the best end ({criterion.best:g})"
        )
    towards_best = v if criterion.best > criterion.worst else v[::-1]
    if any(nearer > farther for nearer, farther in pairwise(towards_best)):
        raise ValueError("its values must never fall on the way from the worst end to the best")
    return Curve(x=x, v=v, outside=settings.outside)


piecewise = ValueFunction(settings=Settings, reduce=reduce)
