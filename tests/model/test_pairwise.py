import numpy as np
import pytest

from steelyard.model.pairwise import SAATY, completed, random_index, worst_triad
from steelyard.model.pairwise_judgements import matrix_of


def test_chance_is_expected_to_fit_less_where_there_is_less_to_fit() -> None:
    """With one of six comparisons missing two thirds of the random index are left, with three, which make a tree, 0."""
    assert random_index(4) == 0.882
    assert random_index(4, 1) == pytest.approx(0.588)
    assert random_index(4, 3) == 0
    assert random_index(5, 6) == 0
    assert random_index(2) == 0


def test_beyond_the_table_a_line_is_followed() -> None:
    """Of twenty names chance gives an eigenvalue of 2.7699 * 20 - 4.3513 = 51.0467, an index of 31.0467 / 19."""
    assert random_index(20) == pytest.approx(31.0467 / 19)
    assert random_index(16) == 1.595
    assert random_index(7, table=SAATY) == 1.32


def test_triads_that_were_judged_come_before_completed_ones() -> None:
    """A small misfit among three comparisons is named before a large one that only a completed number shows."""
    judged = {"a": {"b": 2, "c": 5}, "b": {"c": 2}, "c": {"d": 9}, "d": {"e": 9}, "e": {"a": 9}}
    matrix = matrix_of(judged, list("abcde"))
    whole = completed(matrix)
    assert worst_triad(whole, ~np.isnan(matrix)) == (0, 1, 2)
    assert worst_triad(whole) != (0, 1, 2)


def test_completing_is_a_minimum_in_every_direction() -> None:
    """Moving any completed comparison up or down raises the largest eigenvalue."""
    judged = {"a": {"b": 7, "c": 3}, "b": {"d": 5}, "c": {"d": 2}, "d": {"e": 4}, "e": {"a": 2}}
    matrix = matrix_of(judged, list("abcde"))
    whole = completed(matrix)
    least = np.linalg.eigvals(whole).real.max()
    for one, other in zip(*np.nonzero(np.isnan(matrix)), strict=True):
        for factor in (0.99, 1.01):
            moved = whole.copy()
            moved[one, other] *= factor
            moved[other, one] /= factor
            assert np.linalg.eigvals(moved).real.max() > least


def test_completion_survives_comparisons_that_are_far_apart() -> None:
    """Numbers a million times apart that contradict one another are completed all the same, without a warning."""
    judged = {"a": {"b": 1e6}, "b": {"c": 1e6}, "c": {"d": 1e6}, "d": {"a": 1e6}}
    whole = completed(matrix_of(judged, list("abcd")))
    assert np.isfinite(whole).all()
    assert whole * whole.T == pytest.approx(np.ones((4, 4)))
