"""A panel: several assessors judge the same number, each alone; the number and its range follow from theirs."""

from collections.abc import Iterator, Mapping
from statistics import fmean, median
from typing import Annotated, Literal

from pydantic import Field

from steelyard.documents.ranged import Ranged
from steelyard.documents.record import LARGEST, Id, Number

Aggregate = Literal["median", "mean"]
"""How one number is made of several; a median may lie halfway between two levels."""
FOLLOW = ("value", "low", "high")
"""The keys of a number that follow from a panel, where there is one."""


class Assessor(Ranged):
    """What one assessor judged."""

    value: Annotated[Number, Field(description="The level or quantity that this assessor judges most likely.")]
    low: Annotated[Number | None, Field(description="Below this the assessor would be astonished.")] = None
    high: Annotated[Number | None, Field(description="Above this the assessor would be astonished.")] = None


Panel = Annotated[dict[Id, Assessor], Field(min_length=1)]
"""The assessors of one number, by role."""


def followed(panel: Mapping[str, object], aggregate: Aggregate = "median") -> dict[str, float | None]:
    """The value, low and high that follow from what the assessors wrote: the aggregate, and the envelope of ranges.

    An assessor without a range contributes the value. Without any width there is no range. What is no number counts
    for nothing; where none is left the value is 0, in a record that refuses the panel anyway.
    """
    values = [*_numbers(panel, "value")] or [0.0]
    value = median(values) if aggregate == "median" else _mean(values)
    low, high = min([*values, *_numbers(panel, "low")]), max([*values, *_numbers(panel, "high")])
    return {"value": value, "low": None, "high": None} if low == high else {"value": value, "low": low, "high": high}


def _mean(values: list[float]) -> float:
    """The mean, within the values whatever rounding does to it."""
    return min(max(fmean(values), min(values)), max(values))


def _numbers(panel: Mapping[str, object], key: str) -> Iterator[float]:
    for assessor in panel.values():
        number = assessor.get(key) if isinstance(assessor, Mapping) else getattr(assessor, key, None)
        if isinstance(number, int | float) and not isinstance(number, bool) and -LARGEST <= number <= LARGEST:
            yield float(number)
