"""Every score in the range alike: for a range whose middle is no likelier than its ends.

    distribution: {shape: uniform}

With `interval: 90` the range is the middle 90 per cent of a wider one.

Source: Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions, volume 2, chapter 26.
"""

import numpy as np

from steelyard.contracts import Bounds, Distribution
from steelyard.documents.ranged import DistributionSettings
from steelyard.documents.record import Record
from steelyard.results.spread import Spread
from steelyard.results.valuation import Numbers


class Settings(DistributionSettings):
    """It takes none beside `interval`."""


def fit(_: Record, bounds: Bounds) -> Spread:
    """The chance evenly over the range, or over one of which the range is the middle."""
    if not bounds.low < bounds.high:
        raise ValueError("it needs a range with `low` below `high`")
    width = (bounds.high - bounds.low) / (1 - 2 * bounds.outside)
    first = 0.5 * (bounds.low + bounds.high - width) if bounds.outside else bounds.low

    def below(scores: Numbers) -> tuple[Numbers, Numbers]:
        chance = np.clip((np.asarray(scores, dtype=float) - first) / width, 0.0, 1.0)
        return chance, chance * (first + 0.5 * width * chance)

    return Spread(lambda chances: first + width * chances, below, first + 0.5 * width)


uniform = Distribution(settings=Settings, fit=fit)
