"""What divides two weightings of the same values: the pairs of options that they swap, and which weights do it.

Where one weighting w puts option i above j and another w' puts j above i, they are apart over the pair by
D = (T_i - T_j) - (T'_i - T'_j), which is above 0. As totals are sums of weights times values, D is exactly the sum over
criteria of (w - w') (v_i - v_j): the difference in weights times the difference that the criterion makes between the
two options (Keeney & Raiffa 1976, chapter 3, for the additive model). Parts below 0 bring the two nearer together.
"""

import numpy as np
from numpy.typing import NDArray

from steelyard.results.valuation import Numbers

Pairs = NDArray[np.bool_]


def swapped(ranks: Numbers, other: Numbers) -> Pairs:
    """Whether `ranks` put the row's option above the column's, and `other` the column's above the row's."""
    found: Pairs = (ranks[:, None] < ranks[None, :]) & (other[:, None] > other[None, :])
    return found


def apart(totals: Numbers, other: Numbers) -> Numbers:
    """D for every pair of options, the row's being the one that the first weighting puts higher."""
    change = totals - other
    found: Numbers = change[:, None] - change[None, :]
    return found


def parts_of_pair(values: Numbers, shares: Numbers, other: Numbers, pair: tuple[int, int]) -> Numbers:
    """What each criterion brings to D over one pair of options; the parts sum to D."""
    found: Numbers = (shares - other) * (values[pair[0]] - values[pair[1]])
    return found


def parts_of_all(values: Numbers, shares: Numbers, other: Numbers, pairs: Pairs) -> Numbers:
    """What each criterion brings to the sum of D over all pairs that are swapped; the parts sum to that sum."""
    higher_less_lower = pairs.sum(axis=1, dtype=int) - pairs.sum(axis=0, dtype=int)
    found: Numbers = (shares - other) * (higher_less_lower @ values)
    return found
