"""A bell over all numbers, alike on either side of its mean.

    distribution: {shape: normal, sd: 1.5}
    distribution: {shape: normal, interval: 90}

`mean` is the value unless it says otherwise, and `sd` the standard deviation. With `interval: 90` instead, `low` and
`high` are the 5th and 95th percentiles, and the value has to lie halfway between them. Draws off the criterion's scale
count as its end.

Source: Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions, volume 1, chapter 13.
"""

from typing import Annotated

import numpy as np
from pydantic import Field

from steelyard.contracts import Bounds, Distribution
from steelyard.documents.ranged import DistributionSettings
from steelyard.documents.record import LARGEST, Number, Record
from steelyard.model.normal import chance_below, density, deviate
from steelyard.results.spread import Spread
from steelyard.results.valuation import Numbers

_NOISE = 1e-9
"""A part of the range by which the middle of decimal fractions may be off."""


class Settings(DistributionSettings):
    """The settings of a normal distribution."""

    mean: Annotated[Number | None, Field(description="Its mean; the value where it is left out.")] = None
    sd: Annotated[float | None, Field(gt=0, le=LARGEST, description="Its standard deviation.")] = None


def fit(settings: Record, bounds: Bounds) -> Spread:
    """The bell of a mean and a standard deviation, or through both percentiles."""
    assert isinstance(settings, Settings)  # noqa: S101 - the shelf pairs settings with their distribution
    if bounds.outside:
        mean, sd = _through_percentiles(settings, bounds)
    elif settings.sd is None:
        raise ValueError("it needs `sd`, or an `interval` that says which percentiles `low` and `high` are")
    else:
        mean, sd = bounds.value if settings.mean is None else settings.mean, settings.sd

    def below(scores: Numbers) -> tuple[Numbers, Numbers]:
        z = (np.asarray(scores, dtype=float) - mean) / sd
        chance = chance_below(z)
        return chance, mean * chance - sd * density(z)

    return Spread(lambda chances: mean + sd * deviate(chances), below, mean)


def _through_percentiles(settings: Settings, bounds: Bounds) -> tuple[float, float]:
    if settings.sd is not None or settings.mean is not None:
        raise ValueError("`interval` and its own settings both say where it lies; keep one of the two")
    if not bounds.low < bounds.high:
        raise ValueError("its `interval` needs a range with `low` below `high`")
    middle, width = 0.5 * (bounds.low + bounds.high), bounds.high - bounds.low
    if abs(bounds.value - middle) > _NOISE * width:
        raise ValueError(
            f"the value {bounds.value:.15g} is not halfway between low and high ({middle:.15g}), "
            "and this shape is alike on either side"
        )
    return middle, width / (2 * float(deviate(np.array(1 - bounds.outside))))


normal = Distribution(settings=Settings, fit=fit)
