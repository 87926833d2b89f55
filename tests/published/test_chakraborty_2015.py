"""Ten options on three costs and a benefit by the weighted product, which is WASPAS with lambda at 0.

Chakraborty, Zavadskas & Antucheviciene (2015), Applications of WASPAS method as a multi-criteria decision-making tool,
Economic Computation and Economic Cybernetics Studies and Research 49(1), 5-22, example 2; four decimals printed, as
in tests/agg/test_simple.py of quatrope/scikit-criteria. The paper divides costs and benefits by the best of their
column first, which multiplies every product by the same number.
"""

import pytest

from matrices import matrix_of
from steelyard.documents.record import Record
from steelyard.methods.weighted_product import weighted_product
from steelyard.model.ranking import ranks

MACHINES = matrix_of(
    [
        [581818, 54.49, 3, 5500],
        [595454, 49.73, 3, 4500],
        [586060, 51.24, 3, 5000],
        [522727, 45.71, 3, 5800],
        [561818, 52.66, 3, 5200],
        [543030, 74.46, 4, 5600],
        [522727, 75.42, 4, 5800],
        [486970, 62.62, 4, 5600],
        [509394, 65.87, 4, 6400],
        [513333, 70.67, 4, 6000],
    ],
    [0.467, 0.160, 0.095, 0.278],
    ("less", "less", "less", "more"),
)
PRINTED = [0.8578, 0.8144, 0.8408, 0.9413, 0.8632, 0.8241, 0.8454, 0.8915, 0.8987, 0.8697]


def test_products_as_printed() -> None:
    """Each option's product over the first's is that of the printed figures, and so are the ranks."""
    totals = weighted_product.aggregate(MACHINES, Record()).totals
    assert (totals * 0.9413).tolist() == pytest.approx(PRINTED, abs=1e-4)
    assert ranks(totals) == (6, 10, 8, 1, 5, 9, 7, 3, 2, 4)
