"""Case 12: a weighted sum with triangular scores, each draw of a criterion divided by its sum over the routes.

Hodgett & Siraj (2019), SURE: a method for decision-making under uncertainty, Expert Systems with Applications 115,
684-694. Means are printed to two decimals; those of a million draws, made elsewhere, to four.
"""

import numpy as np
import pytest

from steelyard.model.sampling.triangles import triangular_draws

WEIGHTS = np.array([0.339, 0.077, 0.434, 0.127, 0.023])
LOW = np.array([[78.0, 87, 79, 19, 8], [68, 74, 8, 90, 89], [74.5, 9, 20, 81, 30]])
MODE = np.array([[80.0, 87, 86, 19, 8], [70, 74, 10, 90, 89], [75, 9, 33, 82, 30]])
HIGH = np.array([[81.0, 87, 95, 19, 8], [72, 74, 15, 90, 89], [75.5, 9, 36, 84, 30]])


@pytest.mark.parametrize(
    ("rows", "columns", "printed", "converged"),
    [
        ([0, 1, 2], [0, 1, 2, 3, 4], [0.47, 0.25, 0.28], [0.4692, 0.2525, 0.2783]),
        ([1, 2], [0, 1, 2, 3], [0.42, 0.56], [0.4165, 0.5605]),
    ],
)
def test_mean_totals_are_as_printed(
    rows: list[int], columns: list[int], printed: list[float], converged: list[float]
) -> None:
    """The mean total of each route, for all of them and for a subset whose weights stay as they are."""
    here = np.ix_(rows, columns)
    drawn = triangular_draws(LOW[here], MODE[here], HIGH[here], 400_000, np.random.default_rng(1))
    means = ((drawn / drawn.sum(axis=1, keepdims=True)) @ WEIGHTS[columns]).mean(axis=0)
    assert means == pytest.approx(printed, abs=0.005)
    assert means == pytest.approx(converged, abs=1e-4)
