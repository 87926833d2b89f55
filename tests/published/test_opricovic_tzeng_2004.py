"""Case 15: three ways up a mountain, by VIKOR and by TOPSIS, in two systems of units.

Opricovic & Tzeng (2004), Compromise solution by MCDM methods: a comparative analysis of VIKOR and TOPSIS, European
Journal of Operational Research 156(2), 445-455, tables 1 to 3. Risk is to be low and altitude high; equal weights,
v = 0.5.
"""

import pytest

from matrices import matrix_of
from steelyard.contracts import DecisionMatrix
from steelyard.methods.topsis import Settings, topsis
from steelyard.methods.vikor import vikor

UNITS = {
    "as printed": [[1, 3000], [2, 3750], [5, 4500]],
    "other units": [[6, 2.0], [7, 2.75], [10, 3.5]],
}


@pytest.fixture(params=UNITS)
def matrix(request: pytest.FixtureRequest) -> DecisionMatrix:
    """The table in either system of units."""
    return matrix_of(UNITS[request.param], [0.5, 0.5], ("less", "more"))


def test_vikor_and_its_compromise(matrix: DecisionMatrix) -> None:
    """S, R and Q as printed, with advantage and stability, so the second way is proposed alone."""
    found = vikor.aggregate(matrix, vikor.settings())
    assert found.workings["S"].tolist() == pytest.approx([0.5, 0.375, 0.5], abs=0.0005)
    assert found.workings["R"].tolist() == pytest.approx([0.5, 0.25, 0.5], abs=0.005)
    assert found.workings["Q"].tolist() == pytest.approx([1, 0, 1], abs=1e-9)
    assert found.totals.tolist() == pytest.approx([0, 1, 0], abs=1e-9)
    assert found.facts == {"Acceptable advantage": True, "Acceptable stability": True}
    assert found.proposed == (1,)


def test_topsis_between_the_ends_at_hand(matrix: DecisionMatrix) -> None:
    """The printed closeness 0.500, 0.617 and 0.500 is that of min-max normalisation."""
    found = topsis.aggregate(matrix, Settings(normalisation="minmax"))
    assert found.totals.tolist() == pytest.approx([0.5, 0.617, 0.5], abs=0.0005)


def test_vector_normalisation_depends_on_units() -> None:
    """What the paper warns of: the textbook's normalisation gives other figures when units move the zero."""
    first, second = (
        topsis.aggregate(matrix_of(table, [0.5, 0.5], ("less", "more")), Settings(normalisation="vector")).totals
        for table in UNITS.values()
    )
    assert first[2] != pytest.approx(second[2], abs=0.01)
