"""Case 21: priorities of three matrices by the principal eigenvector.

Saaty (2008), Decision making with the analytic hierarchy process, International Journal of Services Sciences 1(1),
83-98, tables 2 to 4.

Table 2 prints tea over wine as 2 but wine over tea as 1/3; only 3 gives the printed weights and ratio. The printed
ratio is against the random index 1.32 of seven names (Saaty 1980).
"""

import numpy as np
import pytest

from steelyard.contracts import Judged
from steelyard.model.pairwise import SAATY, consistency_ratio, geometric_mean, principal
from steelyard.model.pairwise_judgements import matrix_of
from steelyard.weightings import shelf

DRINKS = ["coffee", "wine", "tea", "beer", "soda", "milk", "water"]
DRUNK = {
    "coffee": {"wine": 9, "tea": 5, "beer": 2, "soda": 1, "milk": 1},
    "tea": {"wine": 3},
    "beer": {"wine": 9, "tea": 3, "milk": 1},
    "soda": {"wine": 9, "tea": 4, "beer": 2, "milk": 2},
    "milk": {"wine": 9, "tea": 3},
    "water": {"coffee": 2, "wine": 9, "tea": 9, "beer": 3, "soda": 2, "milk": 3},
}
JOB = ["flexibility", "opportunities", "security", "reputation", "salary"]
JUDGED = {
    "opportunities": {"flexibility": 4, "reputation": 3},
    "security": {"flexibility": 6, "opportunities": 3, "reputation": 4},
    "reputation": {"flexibility": 4},
    "salary": {"flexibility": 8, "opportunities": 7, "security": 2, "reputation": 7},
}


def test_drinks_as_printed() -> None:
    """The seven drinks weigh 0.177, 0.019, 0.042, 0.116, 0.190, 0.129 and 0.327, as printed."""
    points = shelf["pairwise"].weigh(Judged(DRUNK, DRINKS, "eigenvector")).points
    assert list(points) == DRINKS
    assert list(points.values()) == pytest.approx([0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327], abs=0.00051)


def test_the_printed_consistency_ratio_of_drinks() -> None:
    """The ratio is 0.022, against the random index that the paper uses and against ours."""
    matrix = matrix_of(DRUNK, DRINKS)
    assert principal(matrix).value == pytest.approx(7.17662903933035, abs=1e-8)
    assert consistency_ratio(matrix, table=SAATY) == pytest.approx(0.022, abs=0.0005)
    (ratio, *_) = shelf["pairwise"].weigh(Judged(DRUNK, DRINKS)).consistency
    assert ratio.value == pytest.approx(0.022, abs=0.0005)
    assert ratio.holds


def test_the_job_as_printed_by_eigenvector_and_not_by_geometric_mean() -> None:
    """Job factors weigh 0.036, 0.122, 0.262, 0.075 and 0.506 as printed; geometric means come to other digits."""
    points = shelf["pairwise"].weigh(Judged(JUDGED, JOB, "eigenvector")).points
    assert list(points.values()) == pytest.approx([0.036, 0.122, 0.262, 0.075, 0.506], abs=0.0005)
    by_mean = shelf["pairwise"].weigh(Judged(JUDGED, JOB, "geometric-mean")).points
    assert list(by_mean.values()) == pytest.approx([0.0351, 0.1185, 0.2715, 0.0721, 0.5027], abs=0.00005)
    assert list(by_mean.values()) == pytest.approx(geometric_mean(matrix_of(JUDGED, JOB)).tolist())


def test_flexibility_as_printed() -> None:
    """The three kinds of flexibility weigh 0.091, 0.218 and 0.691, as printed."""
    judged = {"time": {"place": 3}, "work": {"place": 6, "time": 4}}
    for variant in ("eigenvector", "geometric-mean"):
        points = shelf["pairwise"].weigh(Judged(judged, ["place", "time", "work"], variant)).points
        assert list(points.values()) == pytest.approx([0.091, 0.218, 0.691], abs=0.0005)


def test_only_the_mended_matrix_gives_the_printed_ratio() -> None:
    """With tea over wine at the printed 2, the ratio of drinks would not be the printed one."""
    misprinted = DRUNK | {"tea": {"wine": 2.0}}
    matrix = matrix_of(misprinted, DRINKS)
    assert np.isclose(matrix[1, 2], 0.5)
    assert consistency_ratio(matrix, table=SAATY) != pytest.approx(0.022, abs=0.0005)
