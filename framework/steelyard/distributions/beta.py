"""A beta distribution: for shares, rates and chances, as after so many events in so many cases.

    distribution: {shape: beta, alpha: 21, beta: 117}
    distribution: {shape: beta, alpha: 2, beta: 5, least: 0, most: 100}

`alpha` and `beta` are its parameters; it runs from `least` to `most`, 0 to 1 unless they say otherwise. After e events
in n cases, and nothing known before, alpha is e + 1 and beta n - e + 1. `low` and `high` do not shape it.

Source: Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions, volume 2, chapter 25.
"""

from typing import Annotated

import numpy as np
from pydantic import Field

from steelyard.contracts import Bounds, Distribution
from steelyard.documents.ranged import DistributionSettings
from steelyard.documents.record import Number, Record
from steelyard.model.incomplete_beta import Quantiles, regularised
from steelyard.results.spread import Spread
from steelyard.results.valuation import Numbers

Parameter = Annotated[float, Field(ge=0.1, le=100_000)]
"""Below a tenth nearly all of the chance lies at the ends, and nobody means that."""


class Settings(DistributionSettings):
    """The settings of a beta distribution."""

    alpha: Annotated[Parameter, Field(description="Its first parameter, such as events + 1.")]
    beta: Annotated[Parameter, Field(description="Its second parameter, such as cases without the event + 1.")]
    least: Annotated[Number, Field(description="Where it begins.")] = 0.0
    most: Annotated[Number, Field(description="Where it ends.")] = 1.0


def fit(settings: Record, bounds: Bounds) -> Spread:
    """The distribution that the parameters say."""
    assert isinstance(settings, Settings)  # noqa: S101 - the shelf pairs settings with their distribution
    if bounds.outside:
        raise ValueError("`alpha` and `beta` say all of it, and `interval` would say it again")
    if not settings.least < settings.most:
        raise ValueError("`least` must be below `most`")
    return over(settings.least, settings.most, settings.alpha, settings.beta)


def over(least: float, most: float, alpha: float, beta: float) -> Spread:
    """A beta distribution stretched over a range."""
    width, share = most - least, alpha / (alpha + beta)
    quantiles = Quantiles(alpha, beta)

    def below(scores: Numbers) -> tuple[Numbers, Numbers]:
        x = (np.asarray(scores, dtype=float) - least) / width
        chance = regularised(x, alpha, beta)
        return chance, least * chance + width * share * regularised(x, alpha + 1, beta)

    return Spread(lambda chances: least + width * quantiles(chances), below, least + width * share)


beta = Distribution(settings=Settings, fit=fit)
