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
        at = np.clip((x - low) / width, 0, 1)
        up, over = np.minimum(at, peak), np.maximum(at, peak)
        rise, fall = (1 / peak if peak else 0.0), (1 / (1 - peak) if peak < 1 else 0.0)
        chance = rise * up**2 + fall * (2 * (over - peak) - (over**2 - peak**2))
        part = rise * 2 * up**3 / 3 + fall * ((over**2 - peak**2) - 2 * (over**3 - peak**3) / 3)
        return chance, low * chance + width * part

    return Spread(quantile, below, low / 3 + mode / 3 + high / 3)
