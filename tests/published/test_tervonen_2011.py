"""Cases 05 and 06: benefit and risk of antidepressants, with normal, log-normal and beta scores.

Tervonen, van Valkenhoef, Buskens, Hillege & Postmus (2011), A stochastic multicriteria model for evidence-based
decision making in drug benefit-risk analysis, Statistics in Medicine 30, 1419-1428; the single study is Nemeroff &
Thase (2007). Printed figures come from 10,000 samples, so that they are off by up to 0.005 themselves; figures of
millions of draws, made elsewhere, stand beside them.
"""

import numpy as np
import pytest

from steelyard.contracts import Bounds
from steelyard.distributions import shelf
from steelyard.model.sampling.estimate import acceptability
from steelyard.model.sampling.running import counted
from steelyard.model.sampling.scores import drawn_by_cell
from steelyard.model.sampling.tally import Question
from steelyard.model.sampling.weights import on_simplex
from steelyard.results.curve import Curve
from steelyard.results.spread import Spread

MEAN_AND_SD = np.array(
    [
        [(0.086, 0.056), (9.2, 1.86), (10.6, 1.58), (21.2, 5.15), (14.3, 2.93), (18.3, 3.7)],
        [(0, 0), (11.7, 2.5), (7.2, 1.45), (16.6, 3.27), (13.7, 1.89), (18.6, 1.79)],
        [(0.095, 0.044), (15.4, 2.65), (7.5, 1.48), (20.2, 3.78), (15, 3.21), (19.5, 2.6)],
        [(0.113, 0.048), (5.5, 2.32), (15.7, 4.44), (12.8, 2.45), (11.2, 3.98), (31, 1.68)],
    ]
)
PRINTED_RANKS = [[0.25, 0.29, 0.27, 0.19], [0.2, 0.28, 0.3, 0.22], [0.17, 0.25, 0.29, 0.3], [0.39, 0.18, 0.15, 0.29]]
CONVERGED_RANKS = [
    [0.2537, 0.293, 0.2675, 0.1857],
    [0.195, 0.2817, 0.2993, 0.224],
    [0.1691, 0.2434, 0.2859, 0.3016],
    [0.3822, 0.1819, 0.1473, 0.2887],
]
PRINTED_CENTRAL = [
    [0.18, 0.17, 0.15, 0.13, 0.15, 0.22],
    [0.08, 0.14, 0.23, 0.18, 0.16, 0.22],
    [0.21, 0.1, 0.22, 0.13, 0.15, 0.2],
    [0.18, 0.21, 0.12, 0.21, 0.19, 0.09],
]


def _spread(row: int, column: int) -> Spread:
    """How likely a score is: normal, of the first criterion log-normal."""
    mean, sd = MEAN_AND_SD[row, column].tolist()
    member = shelf["lognormal" if column == 0 else "normal"]
    stated = {"log_mean": mean, "log_sd": sd} if column == 0 else {"mean": mean, "sd": sd}
    return member.fit(member.settings.model_validate(stated), Bounds(0, 0, 0))


def _curves() -> list[Curve]:
    """Straight lines over mean -+ 1.96 sd of all drugs, going on beyond; only of the first is more better."""
    lowest = (MEAN_AND_SD[..., 0] - 1.96 * MEAN_AND_SD[..., 1]).min(axis=0)
    highest = (MEAN_AND_SD[..., 0] + 1.96 * MEAN_AND_SD[..., 1]).max(axis=0)
    ends = [(np.exp(lowest[0]), np.exp(highest[0])), *zip(lowest[1:], highest[1:], strict=True)]
    return [
        Curve((float(low), float(high)), (0.0, 1.0) if column == 0 else (1.0, 0.0), outside="extrapolate")
        for column, (low, high) in enumerate(ends)
    ]


def test_scales_are_as_printed() -> None:
    """The scales printed, to their digits; the last upper end computes to 34.29 where 34.0 is printed."""
    printed = [(0.98, 1.23), (1.0, 20.6), (4.4, 24.4), (8.0, 31.3), (3.4, 21.3), (11.1, 34.29)]
    for curve, (low, high) in zip(_curves(), printed, strict=True):
        assert (curve.x[0], curve.x[-1]) == pytest.approx((low, high), abs=0.055)


def test_ranks_and_central_weights_are_as_printed() -> None:
    """Rank acceptabilities and central weights agree with the print within its sampling error, and with millions."""
    curves = _curves()
    doubts = {
        (row, column): _spread(row, column).quantile
        for row in range(4)
        for column in range(6)
        if MEAN_AND_SD[row, column, 1] > 0
    }
    means = MEAN_AND_SD[..., 0].copy()
    means[:, 0] = np.exp(means[:, 0])
    values = np.column_stack([[curve.value(x) for x in means[:, at]] for at, curve in enumerate(curves)])
    found = acceptability(counted(Question(0, on_simplex(6), drawn_by_cell(values, doubts, curves)), 400_000, 1))
    assert found.ranks == pytest.approx(np.array(PRINTED_RANKS), abs=0.012)
    assert found.ranks == pytest.approx(np.array(CONVERGED_RANKS), abs=0.003)
    assert found.central == pytest.approx(np.array(PRINTED_CENTRAL), abs=0.012)
