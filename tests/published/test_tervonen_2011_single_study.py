"""Case 06: two antidepressants and a placebo from a single study, with beta distributed shares of patients.

Tervonen, van Valkenhoef, Buskens, Hillege & Postmus (2011), A stochastic multicriteria model for evidence-based
decision making in drug benefit-risk analysis, Statistics in Medicine 30, 1419-1428, from the trial of Nemeroff & Thase
(2007). Printed shares come from 10,000 samples; those of two million draws, made elsewhere, stand beside them.
"""

import numpy as np
import pytest

from beta_scores import beta_scores, confidence, sampled
from steelyard.model.sampling.weights import on_simplex
from steelyard.results.curve import Curve

EVENTS = [[37, 8, 14, 1], [45, 22, 15, 7], [51, 40, 22, 10]]
PATIENTS = [[101, 102, 102, 102], [100, 102, 102, 102], [96, 100, 100, 100]]
"""Placebo, fluoxetine and venlafaxine; responders, nausea, insomnia and anxiety."""
ENDS = [(0.28, 0.63), (0.04, 0.5), (0.08, 0.31), (0.0, 0.17)]
CURVES = [Curve(ends, (0, 1) if at == 0 else (1, 0), outside="extrapolate") for at, ends in enumerate(ENDS)]
SCORES = beta_scores(
    [
        [(events + 1, patients - events + 1) for events, patients in zip(*rows, strict=True)]
        for rows in zip(EVENTS, PATIENTS, strict=True)
    ],
    CURVES,
)
RANKS = [[0.7477, 0.1594, 0.0929], [0.1702, 0.7197, 0.1101], [0.0822, 0.1209, 0.797]]
CENTRAL = [
    [0.1862, 0.2854, 0.2457, 0.2827],
    [0.3641, 0.1632, 0.3142, 0.1586],
    [0.5912, 0.1088, 0.1566, 0.1434],
]


def test_ranks_and_central_weights_and_confidence() -> None:
    """Without preferences: the placebo's shares as printed, and everybody's as many more draws gave them."""
    found = sampled(on_simplex(4), SCORES)
    assert found.ranks[0] == pytest.approx([0.743, 0.166, 0.0909], abs=0.012)
    assert found.central[0, 0] == pytest.approx(0.187, abs=0.01)
    assert found.ranks == pytest.approx(np.array(RANKS), abs=0.003)
    assert found.central == pytest.approx(np.array(CENTRAL), abs=0.004)
    assert confidence(found, SCORES) == pytest.approx([0.9576, 0.3679, 0.4684], abs=0.004)


def test_parameters_are_as_printed() -> None:
    """Events and patients give the parameters that the case states for the placebo."""
    stated = [(38, 65), (9, 95), (15, 89), (2, 102)]
    assert [(e + 1, n - e + 1) for e, n in zip(EVENTS[0], PATIENTS[0], strict=True)] == stated
