"""Draws of scores from triangles over their ranges."""

import numpy as np

from steelyard.results.valuation import Numbers


def triangular_draws(low: Numbers, mode: Numbers, high: Numbers, draws: int, chance: np.random.Generator) -> Numbers:
    """Independent draws from triangular distributions; an array of `draws` by the shape of `low`.

    By inverting the distribution function: with u uniform and c = (mode - low) / (high - low), the draw is
    low + sqrt(u c) (high - low) for u < c, else high - sqrt((1 - u)(1 - c)) (high - low)
    (Kotz & van Dorp 2004, Beyond Beta). A range of no width gives its value every time.
    """
    u = chance.random((draws, *low.shape))
    width = high - low
    peak = np.divide(mode - low, width, out=np.zeros_like(width), where=width > 0)
    rising = low + np.sqrt(u * peak) * width
    falling = high - np.sqrt((1 - u) * (1 - peak)) * width
    drawn: Numbers = np.where(u < peak, rising, falling)
    return drawn
