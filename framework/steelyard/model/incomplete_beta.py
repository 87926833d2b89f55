"""The beta distribution: chances and quantiles, on arrays, without a library of special functions."""

from dataclasses import dataclass
from functools import cached_property
from math import ceil, exp, lgamma, log, log1p, pi, sqrt

import numpy as np

from steelyard.model.normal import density, deviate
from steelyard.results.valuation import Numbers

_ENOUGH = 4e-16
_MOST_STEPS = 100_000
_TINY = 1e-300
_FARTHEST = 700.0
"""Logits beyond this are ends of the range in double precision."""
_DEEP = 60.0
"""The grid goes out to where the density of the logit has fallen by so many powers of e."""
_WIDEST, _OF_SPREAD = 0.2, 0.15
"""The grid's step in logits: no more than this, and no more than this part of their standard deviation."""
_STEPS_INWARDS = 8
_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(5)
_STIRLING = (1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156)
_LARGE = 15.0
_HALF = 0.5


def regularised(x: Numbers, alpha: float, beta: float) -> Numbers:
    """The chance that a number with this beta distribution on 0 to 1 is at most x.

    The regularised incomplete beta function by its continued fraction, evaluated on that side of the mean on which it
    converges fast (DLMF 8.17.22; modified Lentz, Thompson & Barnett 1986, J. Comput. Phys. 64, 490-509).
    """
    x = np.clip(np.asarray(x, dtype=float), 0.0, 1.0)
    inside = (x > 0) & (x < 1)
    found = np.where(x >= 1, 1.0, 0.0)
    lower = inside & (x <= (alpha + 1) / (alpha + beta + 2))
    upper = inside & ~lower
    found[lower] = _front(x[lower], 1 - x[lower], alpha, beta) * _fraction(x[lower], alpha, beta) / alpha
    found[upper] = 1 - _front(x[upper], 1 - x[upper], alpha, beta) * _fraction(1 - x[upper], beta, alpha) / beta
    return found


@dataclass(frozen=True)
class Quantiles:
    """The quantiles of one beta distribution on 0 to 1, read off a grid that is worked out when first asked for.

    The grid is even in the logit y of the number, whose density is smooth and log-concave; chances are summed up
    between its points by Gauss-Legendre quadrature, from both ends. Against the normal deviate z of the chance, y is
    nearly straight, and its first two derivatives are known: dy/dz = phi(z) / g(y). A quintic through both (Hermite
    interpolation) gives quantiles to 1e-11 of the range or better.
    """

    alpha: float
    beta: float

    def __call__(self, chances: Numbers) -> Numbers:
        """The number below which each share of the chance lies."""
        chances = np.asarray(chances, dtype=float)
        deviates, pieces = self._grid
        z = np.clip(deviate(chances), deviates[0], deviates[-1])
        at = np.clip(np.searchsorted(deviates, z, side="right") - 1, 0, len(deviates) - 2)
        step = z - deviates[at]
        y = pieces[-1][at]
        for each in pieces[-2::-1]:
            y *= step
            y += each[at]
        found: Numbers = 1.0 / (1.0 + np.exp(-y))
        return np.where(chances <= 0, 0.0, np.where(chances >= 1, 1.0, found))

    @cached_property
    def _grid(self) -> tuple[Numbers, Numbers]:
        """Normal deviates, and between them the polynomials that give the logit."""
        first, last = -self._reach(self.beta, self.alpha), self._reach(self.alpha, self.beta)
        spread = sqrt((self.alpha + self.beta) / (self.alpha * self.beta))
        logits = np.linspace(first, last, 1 + ceil((last - first) / min(_WIDEST, spread * _OF_SPREAD)))
        half = 0.5 * (logits[1] - logits[0])
        between = (logits[:-1] + half)[:, None] + half * _NODES
        density_here = self._density(logits)
        steps = half * (self._density(between) @ _WEIGHTS)
        below = density_here[0] / self.alpha + np.concatenate([[0.0], np.cumsum(steps)])
        above = density_here[-1] / self.beta + np.concatenate([np.cumsum(steps[::-1])[::-1], [0.0]])
        whole = below[-1] + above[-1]
        deviates = deviate(below / whole, above / whole)
        slopes = whole * density(deviates) / density_here
        x = 1.0 / (1.0 + np.exp(-logits))
        bends = slopes * (-deviates - slopes * (self.alpha * (1 - x) - self.beta * x))
        return deviates, _quintics(deviates, logits, slopes, 0.5 * bends)

    def _density(self, logits: Numbers) -> Numbers:
        """The density of the number's logit."""
        return _front(1.0 / (1.0 + np.exp(-logits)), 1.0 / (1.0 + np.exp(logits)), self.alpha, self.beta)

    def _reach(self, alpha: float, beta: float) -> float:
        """How far above 0 the logit goes until its density has fallen far; Newton steps inwards along a concave log."""
        mode = log(alpha / beta)
        top = _log_density(mode, alpha, beta)
        y = mode + _DEEP / beta + sqrt(2 * _DEEP * (1 / alpha + 1 / beta))
        for _ in range(_STEPS_INWARDS):
            slope = alpha / (1 + exp(y)) - beta / (1 + exp(-y)) if abs(y) < _FARTHEST else -beta
            y -= (_log_density(y, alpha, beta) - top + _DEEP) / slope
        return min(y, _FARTHEST)


def _log_density(y: float, alpha: float, beta: float) -> float:
    """The logarithm of the logit's density, but for a constant."""
    softened = max(y, 0.0) + log1p(exp(-abs(y)))
    return alpha * (y - softened) - beta * softened


def _quintics(at: Numbers, value: Numbers, slope: Numbers, bend: Numbers) -> Numbers:
    """Polynomials of degree five between neighbours that have a value, a first and half a second derivative at each.

    One row a power of the distance from the left neighbour, the lowest first.
    """
    width = np.diff(at)
    left = [value[:-1], width * slope[:-1], width**2 * bend[:-1]]
    rise = value[1:] - left[0] - left[1] - left[2]
    turn = width * slope[1:] - left[1] - 2 * left[2]
    twist = 2 * (width**2 * bend[1:] - left[2])
    right = [10 * rise - 4 * turn + 0.5 * twist, 7 * turn - 15 * rise - twist, 6 * rise - 3 * turn + 0.5 * twist]
    return np.array([each / width**power for power, each in enumerate([*left, *right])])


def _fraction(x: Numbers, alpha: float, beta: float) -> Numbers:
    """The continued fraction 1 / (1 + d1 / (1 + d2 / ...)) of DLMF 8.17.22."""
    total = alpha + beta
    d = 1.0 / _not_zero(1 - total * x / (alpha + 1))
    c, found = np.ones(x.shape), d.copy()
    for m in range(1, _MOST_STEPS):
        even = m * (beta - m) / ((alpha + 2 * m - 1) * (alpha + 2 * m)) * x
        odd = -(alpha + m) * (total + m) / ((alpha + 2 * m) * (alpha + 2 * m + 1)) * x
        for term in (even, odd):
            d = 1.0 / _not_zero(1 + term * d)
            c = _not_zero(1 + term / c)
            step = c * d
            found *= step
        if not x.size or np.abs(step - 1).max() <= _ENOUGH:
            break
    return found


def _not_zero(numbers: Numbers) -> Numbers:
    return np.where(np.abs(numbers) < _TINY, _TINY, numbers)


def _front(x: Numbers, rest: Numbers, alpha: float, beta: float) -> Numbers:
    """x^alpha (1-x)^beta / B(alpha, beta), by deviations from the mean, so that large parameters lose no digits.

    Source: Loader (2000), Fast and accurate computation of binomial probabilities.
    """
    total = alpha + beta
    scale = log(alpha) + log(beta) - log(total) - log(2 * pi)
    shift = 0.5 * scale + _beyond_stirling(total) - _beyond_stirling(alpha) - _beyond_stirling(beta)
    found: Numbers = np.exp(shift - _deviance(alpha, total * x) - _deviance(beta, total * rest))
    return found


def _beyond_stirling(z: float) -> float:
    """What the logarithm of z! has beyond Stirling's formula."""
    if z < _LARGE:
        return lgamma(z + 1) - (z + 0.5) * log(z) + z - 0.5 * log(2 * pi)
    return sum(each / z ** (2 * at + 1) for at, each in enumerate(_STIRLING))


def _deviance(expected: float, met: Numbers) -> Numbers:
    """Expected times the logarithm of its ratio to what is met, less their difference; nothing where they agree."""
    off = (met - expected) / expected
    near = np.abs(off) < _HALF
    logarithm = np.where(near, np.log1p(np.where(near, off, 0.0)), np.log(met / expected))
    found: Numbers = expected * (off - logarithm)
    return found
