"""Case 34: Spearman, top-weighted Spearman, WS and Kendall's tau-b.

Salabun & Urbaniak (2020), A new coefficient of rankings similarity in decision-making problems, LNCS 12138, 632-645,
and Pinto da Costa & Soares (2005), as in tests/test_correlations.py of energyinpython/pyrepo-mcda; Spearman's rho of
IQ and hours of television from the Wikipedia article on the coefficient; tau-b from the documentation of scipy's
kendalltau.

The case's `tau_b_p_value` of 0.2827 is left out: no p-value is worked out here, since weight sets and methods that rank
the same options are no random sample of any (docs/decisions/0015-comparing-weight-sets.md).
"""

import numpy as np
import pytest

from steelyard.model.concordance import kendall_tau, spearman, weighted_spearman, ws

REFERENCE = np.array([1.0, 2, 3, 4, 5])
OTHER = np.array([1.0, 3, 2, 4, 5])
IQ = np.array([106.0, 86, 100, 101, 99, 103, 97, 113, 112, 110])
TELEVISION = np.array([7.0, 0, 27, 50, 28, 29, 20, 12, 6, 17])


def test_one_swap_of_second_and_third() -> None:
    """0.9 by Spearman, 0.8833 with weight on the first places, 0.8542 by WS."""
    assert spearman(REFERENCE, OTHER) == pytest.approx(0.9, abs=1e-9)
    assert weighted_spearman(REFERENCE, OTHER) == pytest.approx(0.8833, abs=5e-5)
    assert ws(REFERENCE, OTHER) == pytest.approx(0.8542, abs=5e-5)


def test_ws_asks_which_ranking_is_the_reference() -> None:
    """By hand for n = 3: with 1, 2, 3 as the reference and 2, 3, 1 beside it it is 1 - (1/4 + 1/4 + 1/8).

    Turned about, 1 - (2^-2 x 1/1 + 2^-3 x 1/2 + 2^-1 x 2/2) = 0.1875.
    """
    one, other = np.array([1.0, 2, 3]), np.array([2.0, 3, 1])
    assert ws(one, other) == pytest.approx(0.375, abs=1e-12)
    assert ws(other, one) == pytest.approx(0.1875, abs=1e-12)


def test_weight_on_the_first_places_of_either_ranking() -> None:
    """By hand for n = 3, ranks 1, 2, 3 and 2, 3, 1: (1 x 5 + 1 x 3 + 4 x 4) x 6 / (81 + 27 - 9 - 3) is 1.5."""
    one, other = np.array([1.0, 2, 3]), np.array([2.0, 3, 1])
    assert weighted_spearman(one, other) == pytest.approx(-0.5, abs=1e-12)
    assert weighted_spearman(other, one) == pytest.approx(-0.5, abs=1e-12)


def test_spearman_of_ten_people() -> None:
    """-29/165, as printed."""
    assert spearman(IQ, TELEVISION) == pytest.approx(-0.17575757575757575, abs=1e-9)


def test_tau_b_with_ties() -> None:
    """-0.4714, the square root of 2 over 3, as printed."""
    first, second = np.array([12.0, 2, 1, 12, 2]), np.array([1.0, 4, 7, 1, 0])
    assert kendall_tau(first, second) == pytest.approx(-0.47140452079103173, abs=1e-12)
