"""A triangle: most likely at the value, falling along straight lines to either end. The usual shape.

    distribution: {shape: triangular, interval: 90}

Without `interval` the triangle ends at `low` and `high`, as a range does that states no distribution. With
`interval: 90` they are its 5th and 95th percentiles, and it reaches beyond them.

Source: Kotz & van Dorp (2004), Beyond Beta, chapter 1. The ends are solved for from the two percentiles and the
mode, as Keefer & Bodily (1983), Three-point approximations for continuous random variables, Management Science 29(5),
595-609, fit a triangle to the 5th and the 95th percentile.
"""

from math import sqrt

import numpy as np

from steelyard.contracts import Bounds, Distribution
from steelyard.documents.ranged import DistributionSettings
from steelyard.documents.record import Record
from steelyard.results.spread import Spread
from steelyard.results.valuation import Numbers

_HALVINGS = 60


class Settings(DistributionSettings):
    """It takes none beside `interval`."""


def fit(_: Record, bounds: Bounds) -> Spread:
    """The triangle over the range, or through its percentiles."""
    if not bounds.low < bounds.high:
        raise ValueError("it needs a range with `low` below `high`")
    first, last = ends(bounds)
    width = last - first
    peak = (bounds.value - first) / width  # numbers near the largest must not be squared

    def quantile(chances: Numbers) -> Numbers:
        up = first + width * np.sqrt(chances * peak)
        down = last - width * np.sqrt((1 - chances) * (1 - peak))
        found: Numbers = np.where(chances < peak, up, down)
        return found

    mean = first / 3 + bounds.value / 3 + last / 3

    def below(scores: Numbers) -> tuple[Numbers, Numbers]:
        scores = np.clip(np.asarray(scores, dtype=float), first, last)
        up, down = np.minimum(scores, bounds.value) - first, last - np.maximum(scores, bounds.value)
        left = _corner(up / width, peak)
        right = _corner(down / width, 1 - peak)
        upward = scores < bounds.value
        chance = np.where(upward, left, 1 - right)
        part = np.where(upward, left * (first + up * 2 / 3), mean - right * (last - down * 2 / 3))
        return chance, part

    return Spread(quantile, below, mean)


def ends(bounds: Bounds) -> tuple[float, float]:
    """Where the triangle begins and ends.

    With the mode at the share c of its width w, the percentiles say w (c - sqrt(q c)) = mode - low and
    w (1 - c - sqrt(q (1 - c))) = high - mode, where q is the chance outside on either side. Their ratio rises with c
    from q, where the mode is `low`, to 1 - q, where it is `high`: c is found by halving.
    """
    q = bounds.outside
    if not q:
        return bounds.low, bounds.high
    before, after = bounds.value - bounds.low, bounds.high - bounds.value
    lowest, highest = q, 1 - q
    for _ in range(_HALVINGS):
        c = 0.5 * (lowest + highest)
        if before * _reach(1 - c, q) > after * _reach(c, q):
            lowest = c
        else:
            highest = c
    c = 0.5 * (lowest + highest)
    width = (before + after) / (_reach(c, q) + _reach(1 - c, q))
    return bounds.value - c * width, bounds.value + (1 - c) * width


def _reach(part: float, q: float) -> float:
    """How far from the mode a percentile lies, as a share of the width, when its side has this part of the width."""
    return part - sqrt(q * part)


def _corner(length: Numbers, area: float) -> Numbers:
    """The chance in a corner of the triangle; none in one that has no width."""
    return np.square(length) / area if area else np.zeros(length.shape)


triangular = Distribution(settings=Settings, fit=fit)
