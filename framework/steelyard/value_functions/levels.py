"""A stated value for each level of the scale, for levels whose steps are not equal.

    value_function:
      shape: levels
      values: {0: 0, 1: 0.5, 2: 0.8, 3: 1}

The worst level is worth 0 and the best 1, every level has a value, and value never falls on the way from
worst to best. Between levels (half levels, ranges) the value lies on the straight line.

Source: Belton & Stewart (2002), Multiple Criteria Decision Analysis, section 5.2 (constructed scales).
"""

from typing import Annotated

from pydantic import BeforeValidator, Field

from steelyard.contracts import ValueFunction
from steelyard.documents.criterion import Criterion, LevelsScale
from steelyard.documents.record import Record
from steelyard.results.curve import Curve
from steelyard.value_functions.piecewise import Settings as Points
from steelyard.value_functions.piecewise import reduce as through_points


def _number(key: object) -> object:
    """The keys of a YAML mapping are read as text; here they are levels."""
    try:
        return float(key) if isinstance(key, str) else key
    except ValueError:
        return key


class Settings(Record):
    """The settings of a value function over levels."""

    values: Annotated[
        dict[Annotated[float, BeforeValidator(_number)], float],
        Field(description="Each level's number, and its value between 0 and 1."),
    ]


def reduce(settings: Record, criterion: Criterion) -> Curve:
    """One breakpoint a level."""
    assert isinstance(settings, Settings)  # noqa: S101 - the shelf pairs settings with their function
    if not isinstance(criterion.scale, LevelsScale):
        raise ValueError("it needs a scale of levels; for a quantity use `piecewise`")  # noqa: TRY004 - the contract
    numbers = [level.value for level in criterion.scale.levels]
    missing = [f"{number:g}" for number in numbers if number not in settings.values]
    beyond = [f"{number:g}" for number in settings.values if number not in numbers]
    if missing:
        raise ValueError(f"it states no value for level {', '.join(missing)}")
    if beyond:
        raise ValueError(f"it states a value for {', '.join(beyond)}, which is no level of the scale")
    return through_points(Points(points=tuple(sorted(settings.values.items()))), criterion)


levels = ValueFunction(settings=Settings, reduce=reduce)
