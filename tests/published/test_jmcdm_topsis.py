"""Case 14: TOPSIS on benefits alone, the example in the documentation of the package JMcDM (jbytecode/JMcDM).

Vector normalisation; weights 4, 2, 6 and 8 of 20; seven decimals printed.
"""

import pytest

from matrices import matrix_of
from steelyard.methods.topsis import Settings, topsis


def test_closeness_of_three_options() -> None:
    """The printed closeness is 0.3876870, 0.6503238 and 0.0834767."""
    matrix = matrix_of([[9, 7, 6, 7], [8, 7, 9, 6], [7, 8, 6, 6]], [0.2, 0.1, 0.3, 0.4])
    found = topsis.aggregate(matrix, Settings(normalisation="vector"))
    assert found.totals.tolist() == pytest.approx([0.3876870, 0.6503238, 0.0834767], abs=5e-8)
