import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steelyard.model import additive, disagreement
from steelyard.model.ranking import ranks

UNIT = st.floats(0, 1, allow_nan=False)
WEIGHTS = st.lists(st.integers(0, 9), min_size=3, max_size=3).filter(any)


@given(st.lists(st.lists(UNIT, min_size=3, max_size=3), min_size=2, max_size=6), WEIGHTS, WEIGHTS)
def test_parts_sum_to_what_two_weightings_are_apart(
    values: list[list[float]], one: list[int], other: list[int]
) -> None:
    """For each pair that is swapped, and for all of them together; every swap is apart by more than nothing."""
    v, w, u = np.array(values), np.array(one) / sum(one), np.array(other) / sum(other)
    totals, others = additive.totals(v, w), additive.totals(v, u)
    first, second = (np.array(ranks(each), dtype=float) for each in (totals, others))
    pairs, apart = disagreement.swapped(first, second), disagreement.apart(totals, others)
    assert (apart[pairs] > 0).all()
    for pair in np.argwhere(pairs).tolist():
        parts = disagreement.parts_of_pair(v, w, u, (pair[0], pair[1]))
        assert parts.sum() == pytest.approx(apart[pair[0], pair[1]], abs=1e-12)
    assert disagreement.parts_of_all(v, w, u, pairs).sum() == pytest.approx(apart[pairs].sum(), abs=1e-9)


def test_a_tie_swaps_nothing() -> None:
    """Above in one ranking and level in the other is no swap."""
    one, other = np.array([1.0, 2, 3]), np.array([1.0, 1, 3])
    assert not disagreement.swapped(one, other).any()
    assert np.argwhere(disagreement.swapped(one, np.array([2.0, 1, 3]))).tolist() == [[0, 1]]
