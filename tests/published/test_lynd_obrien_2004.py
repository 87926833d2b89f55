"""Case 02: two medicines against thrombosis, beta distributed risks, weights unknown, in an order, or exact.

The trial's data are those of Lynd & O'Brien (2004). Printed figures come from 10,000 samples, so that they are off by
about 0.005 themselves; shares of two million draws, made elsewhere, stand beside them.
"""

import numpy as np
import pytest

from beta_scores import beta_scores, beta_spread, confidence, sampled
from steelyard.model.sampling.admitted import Admitted
from steelyard.model.sampling.weights import Composed, Fixed, on_simplex
from steelyard.results.curve import Curve

HEPARIN = [(20, 116), (40, 96), (1, 135)]
ENOXAPARIN = [(8, 121), (32, 97), (5, 124)]
ENDS = [(0, 0.25), (0.15, 0.4), (0, 0.1)]
CURVES = [Curve(ends, (1, 0), outside="extrapolate") for ends in ENDS]
SCORES = beta_scores([HEPARIN, ENOXAPARIN], CURVES)


def test_outermost_percentiles_are_those_of_the_beta_distributions() -> None:
    """The lowest 2.5th and the highest 97.5th percentile of each risk, to nine places."""
    exact = [
        (0.027366684886370833, 0.21102913866619935),
        (0.17770929787819945, 0.3731238434795024),
        (0.0001875217340034464, 0.07807952543847038),
    ]
    for cells, hull in zip(zip(HEPARIN, ENOXAPARIN, strict=True), exact, strict=True):
        tails = np.array([beta_spread(*cell).quantile(np.array([0.025, 0.975])) for cell in cells])
        assert (tails[:, 0].min(), tails[:, 1].max()) == pytest.approx(hull, abs=1e-9)


def test_without_preferences() -> None:
    """Shares of first rank, central weights and confidence as printed, and the share that two million draws gave."""
    found = sampled(on_simplex(3), SCORES)
    assert found.ranks[:, 0] == pytest.approx([0.3381, 0.6619], abs=0.02)
    assert found.ranks[0, 0] == pytest.approx(0.3419695, abs=0.002)
    assert found.central[0] == pytest.approx([0.1976, 0.278, 0.5244], abs=0.02)
    assert found.central[1] == pytest.approx([0.4118, 0.3578, 0.2304], abs=0.02)
    assert confidence(found, SCORES) == pytest.approx([0.6389, 0.8925], abs=0.03)


def test_with_an_order_of_swings() -> None:
    """The same where proximal thrombosis weighs no less than bleeding, and that no less than distal thrombosis."""
    ordered = Admitted((0.0,) * 3, (1.0,) * 3, ((0, 2), (2, 1)), (0.5, 0.2, 0.3))
    found = sampled(Composed(ordered), SCORES)
    assert found.ranks[:, 0] == pytest.approx([0.1369, 0.8631], abs=0.015)
    assert found.ranks[0, 0] == pytest.approx(0.134667, abs=0.002)
    assert found.central[0] == pytest.approx([0.524, 0.1213, 0.3547], abs=0.02)
    assert found.central[1] == pytest.approx([0.6229, 0.1103, 0.2668], abs=0.02)
    assert confidence(found, SCORES) == pytest.approx([0.1914, 0.9174], abs=0.02)


def test_with_exact_swings() -> None:
    """The same where each swing is judged twice the next: only the scores are drawn."""
    found = sampled(Fixed((4 / 7, 1 / 7, 2 / 7)), SCORES)
    assert found.ranks[:, 0] == pytest.approx([0.1049, 0.8951], abs=0.012)
    assert found.ranks[0, 0] == pytest.approx(0.1034185, abs=0.002)
