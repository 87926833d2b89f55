"""A stated value for each level of the scale, for levels whose steps are not equal.

    value_function:
      shape: levels
      values: {0: 0, 1: 0.5, 2: 0.8, 3: 1}

The worst level is worth 0 and the best 1, every level has a value, and value never falls on the way from
worst to best. Between levels (half levels, ranges) the value lies on the straight line.

Source: Belton & Stewart (2002), Multiple Criteria Decision Analysis: an integrated approach (constructed scales).
"""

from typing import Annotated

from pydantic import Field, StringConstraints

from steelyard.contracts import ValueFunction
from steelyard.documents.criterion import Criterion, LevelsScale
from steelyard.documents.record import Number, Record
from steelyard.results.curve import Curve
from steelyard.value_functions.piecewise import Settings as Points
from steelyard.value_functions.piecewise import reduce as through_points

_PLAIN = r"^[-+]?([0-9]{1,40}(\.[0-9]{0,40})?|\.[0-9]{1,40})([eE][-+]?[0-9]{1,2})?$"
"""A number as people write one; the keys of a YAML mapping are read as text."""


class Settings(Record):
    """The settings of a value function over levels."""

    values: Annotated[
        dict[Annotated[str, StringConstraints(pattern=_PLAIN)], Number],
        Field(description="Each level's number, and its value between 0 and 1."),
    ]


def reduce(settings: Record, criterion: Criterion) -> Curve:
    """One breakpoint a level."""
    assert isinstance(settings, Settings)  # noqa: S101 - the shelf pairs settings with their function
    if not isinstance(criterion.scale, LevelsScale):
        raise ValueError("it needs a scale of levels; for a quantity use `piecewise`")  # noqa: TRY004 - the contract
    numbers = [level.value for level in criterion.scale.levels]
    stated = {float(key): value for key, value in settings.values.items()}
    if len(stated) < len(settings.values):
        raise ValueError("it states two values for one level")
    missing = [f"{number:g}" for number in numbers if number not in stated]
    beyond = [f"{number:g}" for number in stated if number not in numbers]
    if missing:
        raise ValueError(f"it states no value for level {', '.join(missing)}")
    if beyond:
        raise ValueError(f"it states a value for {', '.join(beyond)}, which is no level of the scale")
    return through_points(Points(points=tuple(sorted(stated.items()))), criterion)


levels = ValueFunction(settings=Settings, reduce=reduce)
