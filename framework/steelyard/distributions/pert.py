"""A smooth hump over the range, with the value as its mode: the beta distribution of PERT.

    distribution: {shape: pert}

Its mean is (low + 4 value + high) / 6, so that the ends count less than in a triangle. With `interval: 90`, `low` and
`high` are its 5th and 95th percentiles, and its ends are worked out.

Source: Malcolm, Roseboom, Clark & Fazar (1959), Application of a technique for research and development program
evaluation, Operations Research 7(5), 646-669; Clark (1962), The PERT model for the distribution of an activity time,
Operations Research 10(3), 405-406.
"""

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from steelyard.contracts import Bounds, Distribution
from steelyard.distributions.beta import over
from steelyard.documents.ranged import DistributionSettings
from steelyard.documents.record import Record
from steelyard.model.incomplete_beta import Quantiles
from steelyard.results.spread import Spread

_SHAPE = 4.0
"""How much more the mode counts than either end."""
_STEPS_TABLED = 64
_MOST_STEPS = 60
_CLOSE = 1e-14


class Settings(DistributionSettings):
    """It takes none beside `interval`."""


def fit(_: Record, bounds: Bounds) -> Spread:
    """The beta distribution over the range, or over the wider one whose percentiles it has."""
    if not bounds.low < bounds.high:
        raise ValueError("it needs a range with `low` below `high`")
    position = (bounds.value - bounds.low) / (bounds.high - bounds.low)
    if not bounds.outside:
        return over(bounds.low, bounds.high, 1 + _SHAPE * position, 1 + _SHAPE * (1 - position))
    mode = _mode(position, bounds.outside)
    first, last = _percentiles(mode, bounds.outside)
    width = (bounds.high - bounds.low) / (last - first)
    least = bounds.low - first * width
    return over(least, least + width, 1 + _SHAPE * mode, 1 + _SHAPE * (1 - mode))


def _percentiles(mode: float, outside: float) -> tuple[float, float]:
    """Both percentiles of the distribution on 0 to 1 that has this mode."""
    first, last = Quantiles(1 + _SHAPE * mode, 1 + _SHAPE * (1 - mode))(np.array([outside, 1 - outside]))
    return float(first), float(last)


def _position(mode: float, outside: float) -> float:
    """Where between its percentiles the mode lies."""
    first, last = _percentiles(mode, outside)
    return (mode - first) / (last - first)


@lru_cache(maxsize=16)
def _tabled(outside: float) -> tuple[float, ...]:
    """Where the mode lies between the percentiles, for modes evenly from 0 to 1; it rises with the mode."""
    return tuple(_position(step / _STEPS_TABLED, outside) for step in range(_STEPS_TABLED + 1))


@lru_cache(maxsize=1024)
def _mode(position: float, outside: float) -> float:
    """The mode, on 0 to 1, that lies at this position between its percentiles."""
    step = int(np.searchsorted(_tabled(outside), position)) - 1
    return _root(
        lambda mode: _position(mode, outside) - position, max(step, 0) / _STEPS_TABLED, (step + 1) / _STEPS_TABLED
    )


def _root(function: Callable[[float], float], low: float, high: float) -> float:
    """Where a rising function is 0, by regula falsi in the Illinois form (Dowell & Jarratt 1971, BIT 11, 168-174)."""
    under, over_it, side = function(low), function(high), 0
    at = low
    for _ in range(_MOST_STEPS):
        at = (low * over_it - high * under) / (over_it - under)
        found = function(at)
        if abs(found) < _CLOSE or high - low < _CLOSE:
            break
        if found < 0:
            low, under, over_it = at, found, over_it / 2 if side < 0 else over_it
        else:
            high, over_it, under = at, found, under / 2 if side > 0 else under
        side = -1 if found < 0 else 1
    return at


pert = Distribution(settings=Settings, fit=fit)
