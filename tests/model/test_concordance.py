import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from steelyard.model import concordance

RANKINGS = st.integers(2, 5).flatmap(
    lambda things: st.lists(st.lists(st.integers(0, 3), min_size=things, max_size=things), min_size=2, max_size=5)
)


def test_equal_figures_share_the_mean_of_their_ranks() -> None:
    """Two at the second place take up ranks 2 and 3; shared ranks 1, 2, 2, 4 become 1, 2.5, 2.5, 4."""
    assert concordance.mid_ranks(np.array([10.0, 30, 20, 20])).tolist() == [1, 4, 2.5, 2.5]
    assert concordance.mid_ranks(np.array([1.0, 2, 2, 4])).tolist() == [1, 2.5, 2.5, 4]


@given(RANKINGS)
def test_w_and_the_mean_of_spearmans_rho_say_the_same_without_ties(figures: list[list[int]]) -> None:
    """Mean rho is (m W - 1) / (m - 1), for rankings made free of ties (Kendall & Gibbons 1990, chapter 6)."""
    rankings = np.argsort(np.argsort(np.array(figures), axis=1, kind="stable"), axis=1).astype(float)
    m, w = len(rankings), concordance.kendall_w(rankings)
    assert w is not None
    assert concordance.mean_spearman(rankings) == pytest.approx((m * w - 1) / (m - 1), abs=1e-12)
    assert concordance.kendall_w(rankings, "uncorrected") == pytest.approx(w, abs=1e-12)


@given(RANKINGS)
def test_the_mean_of_what_each_ranking_brings_is_w(figures: list[list[int]]) -> None:
    """W runs from 0 to 1, the same ranking many times gives 1, and with ties the correction only raises it."""
    rankings = np.array(figures, dtype=float)
    w, plain = concordance.kendall_w(rankings), concordance.kendall_w(rankings, "uncorrected")
    assume(w is not None and plain is not None)
    assert w is not None and plain is not None  # noqa: PT018 - for the types
    assert -1e-12 <= plain <= w + 1e-12 <= 1 + 2e-12
    same = concordance.kendall_w(np.array([rankings[0]] * 3))
    assert same is None or same == pytest.approx(1, abs=1e-12)


@given(RANKINGS)
def test_coefficients_do_not_ask_which_end_is_first(figures: list[list[int]]) -> None:
    """Turned about, both rankings give the same correlation; one turned about gives its opposite."""
    first, second = np.array(figures[0], dtype=float), np.array(figures[1], dtype=float)
    for coefficient in (concordance.spearman, concordance.kendall_tau):
        found = coefficient(first, second)
        if found is None:
            assert min(len(set(figures[0])), len(set(figures[1]))) == 1
        else:
            assert coefficient(-first, -second) == pytest.approx(found, abs=1e-12)
            assert coefficient(first, -second) == pytest.approx(-found, abs=1e-12)


def test_nothing_to_agree_on_has_no_coefficient() -> None:
    """Rankings that tell nothing apart; and F has no value where all rankings are the same."""
    flat = np.ones((2, 3))
    assert concordance.kendall_w(flat) is None
    assert concordance.mean_spearman(flat) is None
    assert concordance.friedman_chi_square(flat) is None
    assert concordance.f_statistic(flat) is None
    assert concordance.f_statistic(np.array([[1.0, 2], [1, 2]])) is None
