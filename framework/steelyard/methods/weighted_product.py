"""Weighted product: each score to the power of its criterion's share, multiplied; a cost's power is negative.

The total is an option's product over the highest one, so it does not depend on units. It works on the scores and
not on the values, whose zero is only the worst end of a scale: a product needs ratio scales (quantities and costs).
A zero would make the whole product zero whatever else is known, so numbers must be above 0.

    P_i = product over j of x_ij ^ (+ or - share_j);   total_i = P_i / max P

Source: Bridgman (1922), Dimensional Analysis, Yale University Press; Miller & Starr (1969), Executive Decisions and
Operations Research, 2nd edition.
"""

import numpy as np

from steelyard.contracts import DecisionMatrix, Method
from steelyard.documents.record import Record
from steelyard.model.additive import totals
from steelyard.model.decision_matrix import refuse_unless_positive, signs, weighed
from steelyard.results.aggregation import Aggregation


def aggregate(matrix: DecisionMatrix, _settings: Record) -> Aggregation:
    """Products of powers, over the highest."""
    matrix = weighed(matrix)
    refuse_unless_positive(matrix)
    logarithms = totals(np.log(matrix.scores), signs(matrix) * matrix.shares)
    return Aggregation(np.exp(logarithms - logarithms.max()), {"Logarithm of the product": logarithms})


weighted_product = Method(title="weighted product", aggregate=aggregate, uses=("scores", "better", "ratio", "shares"))
