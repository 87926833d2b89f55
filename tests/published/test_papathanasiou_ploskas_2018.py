"""Case 17: one table of facility locations by VIKOR and by PROMETHEE II.

Papathanasiou & Ploskas (2018), Multiple Criteria Decision Aid, Springer, chapters 2 and 3; as in the tests of
energyinpython/pyrepo-mcda. VIKOR with v = 0.625; PROMETHEE with the linear function, q = 1 and p = 2.
"""

import pytest

from matrices import matrix_of
from steelyard.methods.promethee import Preference, promethee
from steelyard.methods.promethee import Settings as Functions
from steelyard.methods.vikor import Settings, vikor
from steelyard.model.ranking import ranks

LOCATIONS = matrix_of(
    [[8, 7, 2, 1], [5, 3, 7, 5], [7, 5, 6, 4], [9, 9, 7, 3], [11, 10, 3, 7], [6, 9, 5, 4]], [0.4, 0.3, 0.1, 0.2]
)


def test_vikor_with_more_weight_on_the_sum() -> None:
    """The printed Q are 0.640, 1, 0.693, 0.271, 0 and 0.694; the fifth place is first."""
    found = vikor.aggregate(LOCATIONS, Settings(v=0.625))
    assert found.workings["Q"].tolist() == pytest.approx([0.640, 1, 0.693, 0.271, 0, 0.694], abs=0.0005)
    assert ranks(found.totals) == (3, 6, 4, 2, 1, 5)


def test_promethee_net_flows() -> None:
    """The printed net flows are -0.26, -0.52, -0.22, 0.36, 0.70 and -0.06."""
    found = promethee.aggregate(LOCATIONS, Functions(preference=Preference(function="linear", q=1, p=2)))
    assert found.totals.tolist() == pytest.approx([-0.26, -0.52, -0.22, 0.36, 0.70, -0.06], abs=0.005)
