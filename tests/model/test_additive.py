import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steelyard.model.additive import contributions, totals, values_along, values_of
from steelyard.results.curve import Curve


@st.composite
def _curves(draw: st.DrawFn) -> Curve:
    x = sorted(draw(st.lists(st.integers(-50, 50), min_size=2, max_size=6, unique=True)))
    v = draw(st.lists(st.floats(0, 1), min_size=len(x), max_size=len(x)))
    return Curve(tuple(map(float, x)), tuple(v), draw(st.sampled_from(["clip", "extrapolate"])))


@given(_curves(), st.lists(st.floats(-100, 100), min_size=1, max_size=10))
def test_one_number_or_many_have_the_same_value(curve: Curve, scores: list[float]) -> None:
    """The curve's own arithmetic and that on arrays agree, at breakpoints, between them and beyond."""
    at = [*scores, *curve.x]
    assert values_along(curve, np.array(at)) == pytest.approx([curve.value(x) for x in at], abs=1e-12)


@given(_curves())
def test_a_curve_goes_through_its_breakpoints(curve: Curve) -> None:
    """At a breakpoint the value is the one stated, to the last bit."""
    assert tuple(curve.value(x) for x in curve.x) == curve.v
    assert tuple(values_along(curve, np.array(curve.x))) == curve.v


def test_values_keep_their_shape_and_columns() -> None:
    """Each column of scores has the values of its own curve."""
    curves = [Curve((0, 4), (0, 1)), Curve((0, 10), (1, 0))]
    found = values_of(curves, np.array([[1.0, 10.0], [4.0, 5.0], [9.0, -5.0]]))
    assert found.tolist() == [[0.25, 0.0], [1.0, 0.5], [1.0, 1.0]]


def test_totals_are_sums_of_values_times_shares() -> None:
    """0.5 * 0.25 + 1 * 0.75 = 0.875, and each term is a contribution."""
    values, shares = np.array([[0.5, 1.0], [0.0, 0.5]]), np.array([0.25, 0.75])
    assert totals(values, shares).tolist() == [0.875, 0.375]
    assert contributions(values, shares).tolist() == [[0.125, 0.75], [0.0, 0.375]]


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12), st.integers(1, 60))
def test_equal_rows_have_equal_totals_to_the_last_bit(row: list[float], copies: int) -> None:
    """However many options there are, equal values give the same total, so that no tie is lost."""
    shares = np.linspace(1, 2, len(row))
    shares /= shares.sum()
    found = totals(np.array([row] * copies), shares)
    assert (found == totals(np.array([row]), shares)[0]).all()
