"""A long tail to the right, above 0: for costs, counts and ratios that may turn out several times as large.

    distribution: {shape: lognormal, log_mean: 0.086, log_sd: 0.056}
    distribution: {shape: lognormal, interval: 90}

`log_mean` and `log_sd` are the mean and the standard deviation of the natural logarithm. With `interval: 90` instead,
`low` and `high` are the 5th and 95th percentiles, and the value has to be a typical one: from the mode to the mean, or
as near to them as a twentieth of the range.

Source: Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions, volume 1, chapter 14.
"""

from math import exp, log
from typing import Annotated

import numpy as np
from pydantic import Field

from steelyard.contracts import Bounds, Distribution
from steelyard.documents.ranged import DistributionSettings
from steelyard.documents.record import Record
from steelyard.model.normal import chance_below, deviate
from steelyard.results.spread import Spread
from steelyard.results.valuation import Numbers

_ROUNDED = 0.05
"""How far beside the mode and the mean, as a part of the range, a rounded value may lie."""


class Settings(DistributionSettings):
    """The settings of a log-normal distribution."""

    log_mean: Annotated[float | None, Field(ge=-400, le=400, description="The mean of the natural logarithm.")] = None
    log_sd: Annotated[
        float | None, Field(gt=0, le=10, description="The standard deviation of the natural logarithm.")
    ] = None


def fit(settings: Record, bounds: Bounds) -> Spread:
    """The distribution whose logarithm has a mean and a standard deviation, or that goes through both percentiles."""
    assert isinstance(settings, Settings)  # noqa: S101 - the shelf pairs settings with their distribution
    if bounds.outside:
        centre, sd = _through_percentiles(settings, bounds)
    elif settings.log_mean is None or settings.log_sd is None:
        raise ValueError(
            "it needs `log_mean` and `log_sd`, or an `interval` that says which percentiles `low` and `high` are"
        )
    else:
        centre, sd = settings.log_mean, settings.log_sd
    mean = exp(centre + 0.5 * sd * sd)

    def below(scores: Numbers) -> tuple[Numbers, Numbers]:
        with np.errstate(divide="ignore"):
            z = (np.log(np.maximum(np.asarray(scores, dtype=float), 0.0)) - centre) / sd
        return chance_below(z), mean * chance_below(z - sd)

    return Spread(lambda chances: np.exp(centre + sd * deviate(chances)), below, mean)


def _through_percentiles(settings: Settings, bounds: Bounds) -> tuple[float, float]:
    if settings.log_sd is not None or settings.log_mean is not None:
        raise ValueError("`interval` and its own settings both say where it lies; keep one of the two")
    if not 0 < bounds.low < bounds.high:
        raise ValueError("its `interval` needs a range above 0, with `low` below `high`")
    sd = log(bounds.high / bounds.low) / (2 * float(deviate(np.array(1 - bounds.outside))))
    centre = 0.5 * (log(bounds.low) + log(bounds.high))
    mode, mean = exp(centre - sd * sd), exp(centre + 0.5 * sd * sd)
    leeway = _ROUNDED * (bounds.high - bounds.low)
    if not mode - leeway <= bounds.value <= mean + leeway:
        raise ValueError(
            f"through these percentiles the most likely number is {mode:.4g} and the mean {mean:.4g}, "
            f"and the value {bounds.value:.15g} is far from both"
        )
    return centre, sd


lognormal = Distribution(settings=Settings, fit=fit)
