"""The value itself in every draw, whatever the range says: for a number that is not to vary.

    distribution: {shape: fixed}

`low` and `high` still show how the number could have been judged, and still count where every score in range is
looked at; only draws leave it alone. It takes no `interval`: a number that never varies has no percentiles.
"""

import numpy as np

from steelyard.contracts import Bounds, Distribution
from steelyard.documents.ranged import DistributionSettings
from steelyard.documents.record import Record
from steelyard.results.spread import Spread
from steelyard.results.valuation import Numbers


class Settings(DistributionSettings):
    """It takes none."""


def fit(_: Record, bounds: Bounds) -> Spread:
    """All of the chance at the value."""
    value = bounds.value
    if bounds.outside:
        raise ValueError("a fixed number has no `interval`: it never varies")

    def below(scores: Numbers) -> tuple[Numbers, Numbers]:
        reached = (np.asarray(scores, dtype=float) >= value).astype(float)
        return reached, reached * value

    return Spread(lambda chances: np.full(np.shape(chances), value), below, value)


fixed = Distribution(settings=Settings, fit=fit)
