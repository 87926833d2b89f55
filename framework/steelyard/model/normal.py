"""The normal distribution: chances, densities and quantiles, on arrays."""

from math import erfc, pi, sqrt

import numpy as np

from steelyard.results.valuation import Numbers

_CENTRE = 0.425
_SPLIT = 5.0
_NEAR = (
    (3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
     4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3),
    (1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
     2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3),
)  # fmt: skip
_FAR = (
    (1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
     1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4),
    (1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
     1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9),
)  # fmt: skip
_VERY_FAR = (
    (6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
     2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7),
    (1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
     7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15),
)  # fmt: skip
"""Coefficients of AS241, the lowest power first: numerator and denominator."""


def deviate(chances: Numbers, rest: Numbers | None = None) -> Numbers:
    """How many standard deviations from the mean the quantile of each chance lies; to about 16 digits.

    `rest` is what each chance leaves of 1, where that is known better than by subtraction.

    Source: Wichura (1988), Algorithm AS 241: The percentage points of the normal distribution, Applied Statistics
    37(3), 477-484 (routine PPND16).
    """
    chances = np.asarray(chances, dtype=float)
    aside = chances - 0.5
    found = np.empty(chances.shape)
    central = np.abs(aside) <= _CENTRE
    inner = aside[central]
    found[central] = inner * _ratio(_NEAR, _CENTRE * _CENTRE - inner * inner)
    outer = ~central
    tail = np.minimum(chances, 1.0 - chances if rest is None else rest)
    found[outer] = np.copysign(_far(tail[outer]), aside[outer])
    return found


def _far(tail: Numbers) -> Numbers:
    """How many standard deviations out a tail of this chance begins, for tails below 0.075; infinity for none."""
    with np.errstate(divide="ignore", invalid="ignore"):
        depth = np.sqrt(-np.log(tail))
        near, far = _ratio(_FAR, np.minimum(depth, _SPLIT) - 1.6), _ratio(_VERY_FAR, depth - _SPLIT)
    return np.where(tail > 0, np.where(depth <= _SPLIT, near, far), np.inf)


def _ratio(coefficients: tuple[tuple[float, ...], tuple[float, ...]], at: Numbers) -> Numbers:
    above, below = (np.full(at.shape, each[-1]) for each in coefficients)
    for one, other in zip(coefficients[0][-2::-1], coefficients[1][-2::-1], strict=True):
        above *= at
        above += one
        below *= at
        below += other
    ratio: Numbers = above / below
    return ratio


def chance_below(deviates: Numbers) -> Numbers:
    """The chance that a standard normal number is at most each of these, through the complementary error function."""
    deviates = np.asarray(deviates, dtype=float)
    flat = [0.5 * erfc(-each / sqrt(2)) for each in deviates.ravel().tolist()]
    return np.array(flat).reshape(deviates.shape)


def density(deviates: Numbers) -> Numbers:
    """The density of a standard normal number."""
    found: Numbers = np.exp(-0.5 * np.square(deviates)) / sqrt(2 * pi)
    return found
