"""Case 28: weights from the options' numbers alone.

CRITIC: Diakoulaki, Mavrotas & Papayannakis (1995), Computers & Operations Research 22(7), 763-770, to eight places as
kept by the tests of scikit-criteria; Krishnan, Kasim, Hamid & Ghazali (2021), Symmetry 13(6), 973, Tables 1, 2 and 5.
Entropy: Zavadskas & Podvezko (2016), IJITDM 15(2), 267-283; Lee & Chang (2018), Renewable and Sustainable Energy
Reviews 92, 883-896; Krishnan et al. (2021) after rescaling from worst to best.
"""

from collections.abc import Sequence
from typing import Literal

import pytest

from steelyard.contracts import Judged, Performance
from steelyard.weightings import shelf

Table = Sequence[Sequence[float]]

DIAKOULAKI = (
    (61.0, 1.08, 4.33),
    (20.7, 0.26, 4.34),
    (16.3, 1.98, 2.53),
    (9.0, 3.29, 1.65),
    (5.4, 2.77, 2.33),
    (4.0, 4.12, 1.21),
    (-6.1, 3.52, 2.1),
    (-34.6, 3.31, 0.98),
)
KRISHNAN = (
    (649.0, 4.7, 326.0, 7.1, 143.0),
    (749.0, 5.5, 401.0, 7.3, 192.0),
    (740.0, 5.7, 520.0, 7.6, 171.0),
    (400.0, 5.7, 520.0, 11.1, 179.0),
    (600.0, 5.5, 538.0, 8.9, 152.0),
)
ZAVADSKAS = ((3.0, 100.0, 10.0, 7.0), (2.5, 80.0, 8.0, 5.0), (1.8, 50.0, 20.0, 11.0), (2.2, 70.0, 12.0, 9.0))
LEE_CHANG = (
    (4550.0, 30.0, 6.74, 20.0, 15.0, 5.0, 85.0, 150.0, 0.87, 4.76),
    (3005.0, 60.86, 2.4, 35.0, 27.0, 4.0, 26.0, 200.0, 0.17, 4.51),
    (2040.0, 14.85, 1.7, 90.0, 25.0, 5.0, 26.0, 500.0, 0.27, 4.19),
    (3370.0, 99.4, 3.25, 25.3, 54.0, 3.0, 45.0, 222.0, 0.21, 3.78),
    (3920.0, 112.6, 4.93, 11.4, 71.7, 2.0, 50.0, 100.0, 0.25, 4.11),
)
ALL_MORE = ("more",) * 10
KRISHNAN_BETTER = ("less", "more", "more", "less", "less")


def _weights(
    method: str, table: Table, better: Sequence[Literal["more", "less"]] = ALL_MORE, variant: str = ""
) -> list[float]:
    """The weights of a table's columns, summing to 1."""
    names = [f"column-{number}" for number in range(len(table[0]))]
    columns = dict(zip(names, map(list, zip(*table, strict=True)), strict=True))
    numbers = Performance(columns, dict(zip(names, better, strict=False)))
    points = shelf[method].weigh(Judged(None, names, variant, lambda: numbers)).points
    return [points[name] / sum(points.values()) for name in names]


def test_critic_of_diakoulaki() -> None:
    """Eight options on three criteria weigh as printed, to eight places."""
    assert _weights("critic", DIAKOULAKI) == pytest.approx([0.20222554, 0.48090173, 0.31687273], abs=5.1e-9)


def test_critic_of_krishnan() -> None:
    """Five options on five criteria, three of which are better with less, weigh as printed, to four places."""
    found = _weights("critic", KRISHNAN, KRISHNAN_BETTER)
    assert found == pytest.approx([0.1872, 0.1838, 0.1691, 0.2599, 0.2], abs=5e-5)


def test_standard_deviations_of_krishnan() -> None:
    """Weights by spread are in proportion to the standard deviations printed to four places."""
    printed = [0.4062, 0.4147, 0.4394, 0.4161, 0.4063]
    found = _weights("standard-deviation", KRISHNAN, KRISHNAN_BETTER)
    assert [each * sum(printed) for each in found] == pytest.approx(printed, abs=1e-4)


def test_entropy_of_raw_numbers_of_zavadskas() -> None:
    """Four options on four criteria weigh as printed, to four places."""
    found = _weights("entropy", ZAVADSKAS, variant="raw")
    assert found == pytest.approx([0.1146, 0.1981, 0.4185, 0.2689], abs=5e-5)


def test_entropy_of_raw_numbers_of_lee_and_chang() -> None:
    """Five options on ten criteria weigh as printed, to three places."""
    printed = [0.026, 0.154, 0.089, 0.199, 0.115, 0.04, 0.08, 0.123, 0.172, 0.002]
    assert _weights("entropy", LEE_CHANG, variant="raw") == pytest.approx(printed, abs=5e-4)


def test_entropy_of_rescaled_numbers_of_krishnan() -> None:
    """The same options by the entropy of numbers rescaled by direction weigh as printed, to four places."""
    found = _weights("entropy", KRISHNAN, KRISHNAN_BETTER, variant="min-max")
    assert found == pytest.approx([0.3481, 0.136, 0.169, 0.1463, 0.2006], abs=5e-5)
