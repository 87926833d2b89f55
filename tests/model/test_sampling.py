import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steelyard.model.sampling.triangles import triangular_draws

DRAWS = 20_000
FOUR_ERRORS = 4.0
"""A sound mean is off by more than this many standard errors once in some 16,000 seeds."""


def _drawn(low: float, mode: float, high: float, seed: int) -> np.ndarray:
    bounds = (np.array([[each]], dtype=float) for each in (low, mode, high))
    return triangular_draws(*bounds, DRAWS, np.random.default_rng(seed)).ravel()


@given(
    st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=3).map(sorted),
    st.integers(0, 2**32),
)
def test_draws_stay_within_their_bounds(bounds: list[float], seed: int) -> None:
    """No draw lies below the low or above the high by more than the last digit of the width."""
    low, mode, high = bounds
    drawn = _drawn(low, mode, high, seed)
    slack = 1e-15 * max(abs(low), abs(high), high - low)
    assert drawn.min() >= low - slack
    assert drawn.max() <= high + slack


@pytest.mark.parametrize(
    ("low", "mode", "high"), [(0, 0.5, 1), (0, 0, 1), (0, 1, 1), (-2, 3, 4), (10, 11, 20)]
)
def test_the_mean_is_that_of_the_triangle(low: float, mode: float, high: float) -> None:
    """The mean is (low + mode + high) / 3 within four standard errors.

    The variance of the distribution is (l^2 + m^2 + h^2 - lm - lh - mh) / 18 (Kotz & van Dorp 2004).
    """
    drawn = _drawn(low, mode, high, seed=11)
    variance = (low**2 + mode**2 + high**2 - low * mode - low * high - mode * high) / 18
    error = math.sqrt(variance / DRAWS)
    assert drawn.mean() == pytest.approx((low + mode + high) / 3, abs=FOUR_ERRORS * error)
    assert drawn.var() == pytest.approx(variance, rel=0.05)


@pytest.mark.parametrize(("low", "mode", "high"), [(0, 0.25, 1), (-2, 3, 4)])
def test_the_mode_parts_the_draws(low: float, mode: float, high: float) -> None:
    """The share of draws below the mode is (mode - low) / (high - low) within four standard errors."""
    below = (mode - low) / (high - low)
    error = math.sqrt(below * (1 - below) / DRAWS)
    assert (_drawn(low, mode, high, seed=5) < mode).mean() == pytest.approx(below, abs=FOUR_ERRORS * error)


def test_a_range_of_no_width_gives_its_value_every_time() -> None:
    """A cell without a range is the same in every draw, whatever its neighbours do."""
    low, mode, high = (np.array([[0.3, 0.0]]), np.array([[0.3, 0.5]]), np.array([[0.3, 1.0]]))
    drawn = triangular_draws(low, mode, high, 100, np.random.default_rng(1))
    assert drawn.shape == (100, 1, 2)
    assert (drawn[:, 0, 0] == 0.3).all()
    assert drawn[:, 0, 1].std() > 0


def test_the_same_seed_gives_the_same_draws() -> None:
    """Runs can be repeated, and another seed is another run."""
    assert (_drawn(0, 0.5, 1, seed=3) == _drawn(0, 0.5, 1, seed=3)).all()
    assert (_drawn(0, 0.5, 1, seed=3) != _drawn(0, 0.5, 1, seed=4)).any()
