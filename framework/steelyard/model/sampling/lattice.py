"""Evenly spread points of the unit cube: a lattice in a good order, shifted at random.

Each shift of the lattice gives an unbiased average by itself, so the scatter of the averages over several independent
shifts says how far off their mean may be (Cranley & Patterson 1976, Randomization of number theoretic methods for
multiple integration, SIAM Journal on Numerical Analysis 13(6), 904-914). For smooth questions the points are far better
than pseudo-random ones.
"""

import numpy as np
import numpy.typing as npt

from steelyard.results.valuation import Numbers

Words = npt.NDArray[np.uint32]
"""Coordinates as whole numbers out of 2^32."""

MOST_POINTS = 2**20
"""The vector was made for so many points."""
_UNIT = 2.0**-32
_SWAPS = ((1, 0x55555555), (2, 0x33333333), (4, 0x0F0F0F0F), (8, 0x00FF00FF), (16, 0x0000FFFF))
# fmt: off
VECTOR: Words = np.array([
    1, 182667, 469891, 498753, 110745, 446247, 250185, 118627, 245333, 283199, 408519, 391023, 246327, 126539, 399185,
    461527, 300343, 69681, 516695, 436179, 106383, 238523, 413283, 70841, 47719, 300129, 113029, 123925, 410745,
    211325, 17489, 511893, 40767, 186077, 519471, 255369, 101819, 243573, 66189, 152143, 503455, 113217, 132603,
    463967, 297717, 157383, 224015, 502917, 36237, 94049, 170665, 79397, 123963, 223451, 323871, 303633, 98567, 318855,
    494245, 477137, 177975, 64483, 26695, 88779, 94497, 239429, 381007, 110205, 339157, 73397, 407559, 181791, 442675,
    301397, 32569, 147737, 189949, 138655, 350241, 63371, 511925, 515861, 434045, 383435, 249187, 492723, 479195,
    84589, 99703, 239831, 269423, 182241, 61063, 130789, 143095, 471209, 139019, 172565, 487045, 304803,
], dtype=np.uint32)
# fmt: on
"""One factor a dimension, for any power of two of points at once (Cools, Kuo & Nuyens 2006, Constructing embedded
lattice rules for multivariate integration, SIAM Journal on Scientific Computing 28(6), 2162-2188: order 2, base 2)."""


def points(start: int, shift: Words, placed: Words) -> Words:
    """Points of the lattice with a shift, from `start` on, put into `placed`: one row a dimension, one column a point.

    They come in the order of the radical inverse, so that any leading run of them is spread evenly.
    """
    dimensions, count = placed.shape
    np.multiply(VECTOR[:dimensions, None], _reversed(np.arange(start, start + count, dtype=np.uint32)), out=placed)
    placed += shift[:dimensions, None]
    return placed


def as_numbers(words: Words, numbers: Numbers) -> Numbers:
    """Coordinates as numbers strictly between 0 and 1, put into `numbers`."""
    np.copyto(numbers, words)
    numbers += 0.5
    numbers *= _UNIT
    return numbers


def _reversed(words: Words) -> Words:
    """The 32 bits of each word in reverse order."""
    for width, mask in _SWAPS:
        step, kept = np.uint32(width), np.uint32(mask)
        words = ((words >> step) & kept) | ((words & kept) << step)
    return words
