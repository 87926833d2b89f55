"""Case 35: rankings combined by Copeland's rule, as in test/testcopeland.jl of the package JMcDM.

(a) Arslan & Bircan (2020), Yonetim ve Ekonomi 27(1), 109-127; (b) Ozdagoglu et al. (2021), Journal of Process
Management and New Technologies 9(3-4), 13-27. Scores and mean ranks are derived from the rankings by that rule.
"""

import numpy as np
import pytest

from steelyard.model.aggregation import borda, copeland, mean_ranks
from steelyard.model.ranking import ranks

FOUR = np.array(
    [
        [7, 17, 3, 14, 6, 18, 10, 19, 8, 15, 22, 12, 2, 9, 23, 11, 16, 20, 5, 13, 1, 21, 4],
        [9, 17, 3, 14, 6, 18, 7, 19, 8, 16, 22, 13, 1, 10, 23, 11, 15, 20, 5, 12, 2, 21, 4],
        [7, 17, 3, 14, 5, 18, 10, 19, 8, 16, 22, 13, 1, 9, 23, 11, 15, 20, 6, 12, 2, 21, 4],
        [3, 14, 2, 15, 16, 21, 10, 23, 8, 9, 19, 6, 7, 5, 22, 17, 13, 18, 12, 11, 1, 20, 4],
    ]
)
SIX = np.array([[1, 4, 2, 3], [1, 2, 3, 4], [1, 3, 2, 4], [1, 3, 2, 4], [1, 3, 2, 4], [4, 1, 2, 3]])
WORST_TO_BEST = [15, 11, 22, 18, 8, 6, 2, 10, 17, 4, 12, 20, 16, 7, 14, 9, 1, 5, 19, 23, 3, 13, 21]


def test_four_rankings_of_twenty_three() -> None:
    """Scores as derived, and no pair against the printed order."""
    scores = copeland(FOUR, np.ones(4)).tolist()
    derived = [10, -10, 18, -4, 12, -12, 4, -14, 8, -7, -20, -1, 21, 6, -22, 2, -7, -16, 14, -1, 21, -18, 16]
    assert scores == derived
    in_order = [scores[each - 1] for each in WORST_TO_BEST]
    assert in_order == sorted(in_order)


def test_six_rankings_of_four() -> None:
    """The printed final ranks are 1, 3, 2 and 4."""
    scores = copeland(SIX, np.ones(6))
    assert scores.tolist() == [3, -1, 1, -3]
    assert ranks(scores) == (1, 3, 2, 4)


def test_bordas_mean_ranks() -> None:
    """Mean ranks over the four rankings as derived; the count is 4 x (23 - mean rank)."""
    means = [
        6.5, 16.25, 2.75, 14.25, 8.25, 18.75, 9.25, 20.0, 8.0, 14.0, 21.25, 11.0, 2.75, 8.25, 22.75, 12.5, 14.75, 19.5,
        7.0, 12.0, 1.5, 20.75, 4.0,
    ]  # fmt: skip
    assert mean_ranks(FOUR, np.ones(4)).tolist() == pytest.approx(means, abs=1e-9)
    assert borda(FOUR, np.ones(4)).tolist() == pytest.approx([4 * (23 - each) for each in means], abs=1e-9)
