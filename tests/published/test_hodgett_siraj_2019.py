"""Case 12: a weighted sum with triangular scores, each draw of a criterion divided by its sum over the routes.

Hodgett & Siraj (2019), SURE: a method for decision-making under uncertainty, Expert Systems with Applications 115,
684-694. Means are printed to two decimals; those of a million draws, made elsewhere, to four.
"""

import numpy as np
import pytest

from steelyard.contracts import Bounds
from steelyard.distributions import shelf
from steelyard.model.sampling.chance import chunks
from steelyard.model.sampling.room import Room
from steelyard.model.sampling.scores import ScoreSource, drawn_by_cell
from steelyard.model.sampling.triangles import triangular_draws
from steelyard.results.curve import Curve
from steelyard.results.valuation import Numbers

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
    """The mean total of each route, for all of them and for a subset whose weights stay as they are.

    Drawn both as the ranking draws them and as it is probed.
    """
    here = np.ix_(rows, columns)
    together = triangular_draws(LOW[here], MODE[here], HIGH[here], 400_000, np.random.default_rng(1))
    for drawn in (together, _drawn(_source(rows, columns))):
        means = ((drawn / drawn.sum(axis=1, keepdims=True)) @ WEIGHTS[columns]).mean(axis=0)
        assert means == pytest.approx(printed, abs=0.005)
        assert means == pytest.approx(converged, abs=1e-4)


def _source(rows: list[int], columns: list[int]) -> ScoreSource:
    """Triangles of the shelf, on a scale from 0 to 100."""
    member = shelf["triangular"]
    bounds = {
        (at, column): Bounds(LOW[row, of], MODE[row, of], HIGH[row, of])
        for at, row in enumerate(rows)
        for column, of in enumerate(columns)
        if LOW[row, of] < HIGH[row, of]
    }
    quantiles = {cell: member.fit(member.settings(), each).quantile for cell, each in bounds.items()}
    scale = [Curve((0.0, 100.0), (0.0, 1.0))] * len(columns)
    return drawn_by_cell(MODE[np.ix_(rows, columns)] / 100, quantiles, scale)


def _drawn(source: ScoreSource) -> Numbers:
    """Samples by options by criteria."""
    by_chunk = [
        np.array([values.T.copy() for values in source.values_by_option(chunk, Room())])
        for chunk in chunks(1, 0, 400_000)
    ]
    return np.concatenate(by_chunk, axis=1).transpose(1, 0, 2)
