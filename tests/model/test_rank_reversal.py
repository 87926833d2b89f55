from dataclasses import replace

import numpy as np

from matrices import matrix_of
from steelyard.contracts import DecisionMatrix
from steelyard.model import additive
from steelyard.model.rank_reversal import Change, doubled, left_out, made_worse
from steelyard.results.valuation import Numbers


def _by_share_of_the_column(matrix: DecisionMatrix) -> Numbers:
    """Scores over the sum of their column, weighted: each total hangs on every option at hand."""
    found: Numbers = (matrix.scores / matrix.scores.sum(axis=0)) @ matrix.shares
    return found


def _added(matrix: DecisionMatrix) -> Numbers:
    return additive.totals(matrix.values, matrix.shares)


THREE = matrix_of([[1, 9, 8], [9, 1, 9], [1, 1, 1]], [1 / 3] * 3)
"""The pairwise comparisons of Belton & Gear (1983), each column as multiples of its lowest."""


def test_a_copy_reverses_the_order_of_belton_and_gear() -> None:
    """As published: the second option is first with 0.47 to 0.45 and falls behind once it is there twice."""
    # Columns sum to 11, 11 and 18: (1/11 + 9/11 + 8/18) / 3 = 0.451, (9/11 + 1/11 + 9/18) / 3 = 0.470, 0.079.
    # With a copy of the second, to 20, 12 and 27: (1/20 + 9/12 + 8/27) / 3 = 0.365, and 0.289 for either copy.
    assert np.round(_by_share_of_the_column(THREE), 2).tolist() == [0.45, 0.47, 0.08]
    found = doubled(_by_share_of_the_column, THREE, [0, 1, 2])
    # A copy of the first makes sums of 12, 20 and 26, which leaves 0.28 behind 0.38; one of the third changes nothing.
    assert found.tried == 3
    assert found.changes == (Change(1, ((1,), (0,))),)
    assert found.changes[0].of_first


def test_leaving_one_out() -> None:
    """By hand, on two criteria: who is left shares out the column among fewer."""
    # a (6, 0), b (0, 5), c (0, 1), d (6, 0): sums are 12 and 6; a and d have 1/4, b 5/12 and c 1/12.
    four = matrix_of([[6, 0], [0, 5], [0, 1], [6, 0]], [0.5, 0.5])
    found = left_out(_by_share_of_the_column, four, [0, 1, 2, 3])
    # Without a, d has 1/2 and passes b; likewise a without d. Without b, c has 1/2 and passes a and d, which were first
    # of the three. Without c, b has 1/2 and stays first.
    assert found.tried == 4
    assert found.changes == (Change(0, ((1,), (3,))), Change(1, ((0, 3), (2,))), Change(3, ((1,), (0,))))


def test_a_worse_option_in_the_place_of_one_that_is_not_first() -> None:
    """By hand: what is first is not tried; with another at nothing, its share of a column goes to the rest."""
    # d (0, 9), e (8, 0), f (12, 1): sums 20 and 10; d 0.405, e 0.22 and f 0.33 + 0.045 = 0.375, so d is first.
    unsteady = matrix_of([[0, 9], [8, 0], [12, 1]], [0.55, 0.45])
    nothing = replace(unsteady, scores=unsteady.scores * 0)
    found = made_worse(_by_share_of_the_column, unsteady, nothing, [0, 1, 2])
    # With e at (0, 0), sums are 12 and 10: f has 0.55 + 0.045. With f at (0, 0), 8 and 9: e has 0.55 and d 0.45.
    assert found.tried == 2
    assert found.changes == (Change(1, ((0,), (2,))), Change(2, ((0,), (1,))))


def test_a_tie_that_comes_or_goes_is_a_change() -> None:
    """Two options that tie and then do not have changed their order, though neither passed the other."""
    # Sums 4 and 4: both (2, 1) and (1, 2) have 3/8. With a copy of the third (1, 1): 5 and 5, they still tie.
    tied = matrix_of([[2, 1], [1, 2], [1, 1]], [0.5, 0.5])
    assert doubled(_by_share_of_the_column, tied, [2]).changes == ()
    # With a copy of the first, sums are 6 and 5: 2/12 + 1/10 = 0.267 for it, 1/12 + 2/10 = 0.283 for the second.
    assert doubled(_by_share_of_the_column, tied, [0]).changes == (Change(0, ((0, 1), (1,))),)


def test_declared_scales_cannot_be_reversed() -> None:
    """The additive model passes all three tests."""
    matrix = matrix_of([[1, 9, 8], [9, 1, 9], [1, 1, 1], [5, 6, 7]], [0.5, 0.3, 0.2])
    worse = replace(matrix, values=matrix.values / 2)
    for found in (
        left_out(_added, matrix, range(4)),
        doubled(_added, matrix, range(4)),
        made_worse(_added, matrix, worse, range(4)),
    ):
        assert found.changes == ()
