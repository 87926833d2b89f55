"""Case 18: six sites of hydroelectric stations on six criteria, one preference function of each kind.

Brans, Vincke & Mareschal (1986), How to select and how to rank projects: the PROMETHEE method, European Journal of
Operational Research 24(2), 228-238; the table and the two other weight sets as in Mareschal (2019), Exercises with
Visual PROMETHEE. The paper prints indices to three decimals and sums of them; flows here are over n - 1.
"""

from collections.abc import Sequence

import numpy as np
import pytest

from matrices import Better, matrix_of
from steelyard.contracts import DecisionMatrix
from steelyard.methods.promethee import Preference, Settings, preference_indices, promethee
from steelyard.model.ranking import ranks

ITALY, BELGIUM, GERMANY, SWEDEN, AUSTRIA, FRANCE = range(6)
SITES = [
    [80, 90, 600, 54, 8, 5],
    [65, 58, 200, 97, 1, 1],
    [83, 60, 400, 72, 4, 7],
    [40, 80, 1000, 75, 7, 10],
    [52, 72, 600, 20, 3, 8],
    [94, 96, 700, 36, 5, 6],
]
BETTER: tuple[Better, ...] = ("less", "more", "less", "less", "less", "more")
FUNCTIONS = Settings(
    preferences={
        "a": Preference(function="ushape", q=10),
        "b": Preference(function="vshape", p=30),
        "c": Preference(function="linear", q=50, p=500),
        "d": Preference(function="level", q=10, p=60),
        "e": Preference(function="usual"),
        "f": Preference(function="gauss", s=5),
    }
)


def _sites(weights: Sequence[float]) -> DecisionMatrix:
    return matrix_of(SITES, [each / sum(weights) for each in weights], BETTER)


def test_preference_indices() -> None:
    """Every index as printed, within its third decimal."""
    printed = np.array(
        [
            [0, 0.296, 0.250, 0.268, 0.100, 0.185],
            [0.462, 0, 0.389, 0.333, 0.296, 0.500],
            [0.236, 0.180, 0, 0.333, 0.056, 0.429],
            [0.399, 0.505, 0.305, 0, 0.223, 0.212],
            [0.444, 0.515, 0.487, 0.380, 0, 0.448],
            [0.286, 0.399, 0.250, 0.432, 0.133, 0],
        ]
    )
    assert preference_indices(_sites([1] * 6), FUNCTIONS) == pytest.approx(printed, abs=0.0011)


def test_net_flows_and_ranking() -> None:
    """Five times our flows are the printed sums; Austria is first, then Belgium, Sweden, France, Germany, Italy."""
    found = promethee.aggregate(_sites([1] * 6), FUNCTIONS).totals
    assert (5 * found).tolist() == pytest.approx([-0.728, 0.085, -0.447, -0.102, 1.466, -0.274], abs=0.0021)
    assert found.tolist() == pytest.approx([-0.1457, 0.0172, -0.0895, -0.0200, 0.2929, -0.0549], abs=5e-5)
    places = ranks(found)
    assert [places[each] for each in (AUSTRIA, BELGIUM, SWEDEN, FRANCE, GERMANY, ITALY)] == [1, 2, 3, 4, 5, 6]


def test_italy_and_belgium_cannot_be_compared_by_both_flows() -> None:
    """As printed: Italy has the lower plus flow and the lower minus flow, so the partial ranking leaves them apart."""
    workings = promethee.aggregate(_sites([1] * 6), FUNCTIONS).workings
    assert workings["Plus flow"][[ITALY, BELGIUM]].tolist() == pytest.approx([0.2199, 0.3963], abs=5e-5)
    assert workings["Minus flow"][[ITALY, BELGIUM]].tolist() == pytest.approx([0.3655, 0.3791], abs=5e-5)


def test_two_other_weight_sets_have_other_winners() -> None:
    """With half the weight on power France is first; with 55 of 100 on villages Belgium is."""
    assert ranks(promethee.aggregate(_sites([10, 50, 10, 10, 10, 10]), FUNCTIONS).totals)[FRANCE] == 1
    assert ranks(promethee.aggregate(_sites([9, 9, 9, 9, 55, 9]), FUNCTIONS).totals)[BELGIUM] == 1
