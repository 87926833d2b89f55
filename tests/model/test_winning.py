"""Shares of weightings under which one option beats another, against exact fractions by another formula."""

from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steelyard.model.winning import ties, values_of_groups, winning_shares

LEAST_ERROR = 1e-14


def _cut_off(differences: list[Fraction]) -> Fraction:
    """The share of the simplex with w d > 0 by the sum over its corners, for differences that all differ.

    The sum of d_i^(n-1) / product over k of (d_i - d_k), over the corners with d_i > 0 (Varsi 1973), in fractions.
    """
    whole = Fraction(0)
    for at, each in enumerate(differences):
        if each > 0:
            part = Fraction(1)
            for other, another in enumerate(differences):
                if other != at:
                    part *= each / (each - another)
            whole += part
    return whole


def test_two_criteria_by_hand() -> None:
    """An option ahead by 1 on one criterion and behind by 3 on the other wins where the first weighs over 3/4."""
    shares = winning_shares(np.array([[1.0, 0.0], [0.0, 3.0]]))
    assert shares[0, 1] == pytest.approx(0.25, abs=LEAST_ERROR)
    assert shares[1, 0] == pytest.approx(0.75, abs=LEAST_ERROR)


def test_three_criteria_by_hand() -> None:
    """With d = (1, -1, 0) the third criterion decides nothing, and the first two are alike, so each wins half."""
    shares = winning_shares(np.array([[1.0, 0.0, 0.5], [0.0, 1.0, 0.5]]))
    assert shares.tolist() == [[0.5, 0.5], [0.5, 0.5]]
    assert ties(np.array([[1.0, 0.0, 0.5], [0.0, 1.0, 0.5]])) == ()


def test_whoever_is_nowhere_behind_always_wins() -> None:
    """A dominating option wins under every weighting, an equal one ties with a half, and is listed."""
    values = np.array([[1.0, 0.5], [1.0, 0.25], [1.0, 0.5]])
    assert winning_shares(values).tolist() == [[0.5, 1.0, 0.5], [0.0, 0.5, 0.0], [0.5, 1.0, 0.5]]
    assert ties(values) == ((0, 2),)


def test_noise_of_the_arithmetic_is_no_victory() -> None:
    """0.1 + 0.2 is not ahead of 0.3."""
    values = np.array([[0.1 + 0.2, 0.7], [0.3, 0.7]])
    assert values[0, 0] != values[1, 0]
    assert winning_shares(values)[0, 1] == 0.5
    assert ties(values) == ((0, 1),)


def test_without_criteria_everyone_ties() -> None:
    """Nothing tells options apart that are valued on nothing."""
    assert winning_shares(np.zeros((2, 0))).tolist() == [[0.5, 0.5], [0.5, 0.5]]


@given(
    st.integers(1, 12).flatmap(
        lambda count: st.lists(
            st.lists(st.floats(0, 1).map(lambda x: round(x, 6)), min_size=count, max_size=count),
            min_size=2,
            max_size=4,
        )
    )
)
def test_as_exact_as_fractions(rows: list[list[float]]) -> None:
    """Every pair agrees with the corner sum in fractions to 1e-14, wherever that sum is defined."""
    values = np.array(rows)
    shares = winning_shares(values)
    for one, other in combinations(range(len(rows)), 2):
        exact = [Fraction(a) - Fraction(b) for a, b in zip(rows[one], rows[other], strict=True)]
        assert shares[one, other] + shares[other, one] == 1
        if any(exact) and len(set(exact)) == len(exact):
            assert abs(Fraction(float(shares[one, other])) - _cut_off(exact)) < LEAST_ERROR


@given(st.lists(st.integers(-3, 3), min_size=1, max_size=9), st.randoms(use_true_random=False))
def test_alike_and_missing_differences_by_their_limit(steps: list[int], shuffled: object) -> None:
    """Equal differences, which the corner sum divides by zero for, have the share that slightly different ones have."""
    if not any(steps):
        return
    nudged = [Fraction(step) + Fraction(at + 1, 10**9) for at, step in enumerate(steps) if step]
    exact = _cut_off(nudged)
    order = list(range(len(steps)))
    shuffled.shuffle(order)  # type: ignore[attr-defined]
    values = np.array([[max(steps[at], 0) for at in order], [max(-steps[at], 0) for at in order]], dtype=float)
    assert winning_shares(values)[0, 1] == pytest.approx(float(exact), abs=1e-6)


def test_groups_with_fixed_shares_within() -> None:
    """Uniform over groups: criteria of a group stand at the mean of their values, in the ratio of their shares."""
    values = np.array([[1.0, 0.0, 0.2], [0.0, 0.4, 0.6]])
    by_group = values_of_groups(values, np.array([0.3, 0.1, 0.6]), [[0, 1], [2]])
    assert by_group == pytest.approx(np.array([[0.75, 0.2], [0.1, 0.6]]))
    # d = (0.65, -0.4): the first group must weigh more than 0.4 / 1.05.
    assert winning_shares(by_group)[0, 1] == pytest.approx(1 - 0.4 / 1.05, abs=LEAST_ERROR)


def test_a_group_without_shares_counts_its_criteria_alike() -> None:
    """No ratio is stated within a group that has no share."""
    values = np.array([[1.0, 0.0, 0.2]])
    assert values_of_groups(values, np.array([0.0, 0.0, 1.0]), [[0, 1], [2]]).tolist() == [[0.5, 0.2]]
