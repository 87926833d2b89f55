"""Doubts about scores, from the ranges that were judged."""

from collections.abc import Mapping

import numpy as np

from steelyard.model.information import Cell
from steelyard.results.spread import Spread
from steelyard.results.valuation import Numbers


def triangles(low: Numbers, mode: Numbers, high: Numbers) -> Mapping[Cell, Spread]:
    """A triangle over each score that has a range, with the score judged most likely as its peak."""
    return {
        (int(row), int(column)): _triangle(float(low[row, column]), float(mode[row, column]), float(high[row, column]))
        for row, column in zip(*np.nonzero(low < high), strict=True)
    }


def _triangle(low: float, mode: float, high: float) -> Spread:
    width, peak = high - low, (mode - low) / (high - low)

    def quantile(chances: Numbers) -> Numbers:
        rising = low + np.sqrt(chances * peak) * width
        falling = high - np.sqrt((1 - chances) * (1 - peak)) * width
        drawn: Numbers = np.where(chances < peak, rising, falling)
        return drawn

    def below(x: Numbers) -> tuple[Numbers, Numbers]:
        end = np.clip(x, low, high)
        up, over = np.minimum(end, mode) - low, np.maximum(end, mode)
        rise = 2 / width / max(mode - low, np.finfo(float).tiny)
        fall = 2 / width / max(high - mode, np.finfo(float).tiny)
        chance = rise * up**2 / 2 + fall * (high * (over - mode) - (over**2 - mode**2) / 2)
        part = rise * (low * up**2 / 2 + up**3 / 3) + fall * (high * (over**2 - mode**2) / 2 - (over**3 - mode**3) / 3)
        return chance, part

    return Spread(quantile, below, (low + mode + high) / 3)
