"""Case 27: weights from an order alone.

Barron & Barrett (1996), Management Science 42(11), 1515-1523; Stillwell, Seaver & Edwards (1981). The printed numbers
are those of Roszkowska (2013), Optimum. Studia Ekonomiczne 5(65), 14-33, Table 4, the row of four criteria: other rows
have misprints. The fractions are the closed form of the centroid, for two to eight criteria.
"""

from fractions import Fraction

import pytest

from steelyard.contracts import Judged
from steelyard.weightings import shelf

CENTROIDS = {
    2: "3/4 1/4",
    3: "11/18 5/18 1/9",
    4: "25/48 13/48 7/48 1/16",
    5: "137/300 77/300 47/300 9/100 1/25",
    6: "49/120 29/120 19/120 37/360 11/180 1/36",
    7: "363/980 223/980 153/980 319/2940 107/1470 13/294 1/49",
    8: "761/2240 481/2240 341/2240 743/6720 533/6720 73/1344 15/448 1/64",
}


def _weights(variant: str, count: int) -> list[float]:
    """Weights by the variant of criteria that were written down last place first, in order of their places."""
    places = {f"criterion-{place}": place for place in range(count, 0, -1)}
    points = shelf["rank-order"].weigh(Judged(places, list(places), variant)).points
    return [points[f"criterion-{place}"] for place in range(1, count + 1)]


@pytest.mark.parametrize(
    ("variant", "printed"),
    [
        ("centroid", [0.52, 0.27, 0.15, 0.06]),
        ("rank-sum", [0.4, 0.3, 0.2, 0.1]),
        ("reciprocal", [0.48, 0.24, 0.16, 0.12]),
    ],
)
def test_four_places_weigh_as_printed(variant: str, printed: list[float]) -> None:
    """Each variant gives four criteria the weights of the table, to its two places."""
    assert _weights(variant, 4) == pytest.approx(printed, abs=0.005)


@pytest.mark.parametrize("count", CENTROIDS)
def test_the_centroid_is_its_closed_form(count: int) -> None:
    """Two to eight criteria weigh exactly the fractions of the closed form."""
    exact = [float(Fraction(each)) for each in CENTROIDS[count].split()]
    assert _weights("centroid", count) == pytest.approx(exact, abs=1e-12)
