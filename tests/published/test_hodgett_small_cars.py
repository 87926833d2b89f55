"""Case 13: TOPSIS with a cost and three benefits, with ideals given, and on a part of the table.

R. E. Hodgett, worked spreadsheet "TOPSIS in Excel", as in tests/TOPSIS.R of the package MCDA (paterijk/MCDA); the
method of Hwang & Yoon (1981), Multiple Attribute Decision Making. Vector normalisation; four decimals printed.
"""

import pytest

from matrices import matrix_of
from steelyard.methods.topsis import Settings, topsis

CARS = ([5490, 51.4, 8.5, 285], [6500, 70.6, 7, 288], [6489, 54.3, 7.5, 290])
WEIGHTS = (0.35, 0.25, 0.25, 0.15)
TEXTBOOK = Settings(normalisation="vector")


def test_closeness_of_three_cars() -> None:
    """Corsa, Clio and Fiesta have the printed closeness 0.4817, 0.5182 and 0.1780."""
    found = topsis.aggregate(matrix_of(CARS, WEIGHTS, ("less", "more", "more", "more")), TEXTBOOK)
    assert found.totals.tolist() == pytest.approx([0.4817, 0.5182, 0.1780], abs=5e-5)


def test_closeness_with_the_ideals_given() -> None:
    """With the printed ideal and anti-ideal of the weighted columns, the same figures."""
    names = "abcd"
    given = Settings(
        normalisation="vector",
        ideal=dict(zip(names, [0.179573776, 0.171636015, 0.159499658, 0.087302767], strict=True)),
        anti_ideal=dict(zip(names, [0.212610118, 0.124958799, 0.131352659, 0.085797547], strict=True)),
    )
    found = topsis.aggregate(matrix_of(CARS, WEIGHTS, ("less", "more", "more", "more")), given)
    assert found.totals.tolist() == pytest.approx([0.4817, 0.5182, 0.1780], abs=5e-5)


def test_two_cars_on_three_criteria() -> None:
    """Corsa and Clio without boot capacity have 0.4943 and 0.5057; weights need not sum to 1."""
    part = matrix_of([row[:3] for row in CARS[:2]], WEIGHTS[:3], ("less", "more", "more"))
    assert topsis.aggregate(part, TEXTBOOK).totals.tolist() == pytest.approx([0.4943, 0.5057], abs=5e-5)
