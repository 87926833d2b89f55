"""COPRAS: benefits and costs are summed apart, and costs count in proportion to how low they are.

Scores are taken over the sum of their column and weighted by shares. S+ sums them over criteria where more is better,
S- over those where less is. The significance of an option is

    Q_i = S_i+ + (sum of S-) / (S_i- times the sum of 1 / S-)

and the total its degree of utility, Q over the highest Q. Shares of a column's sum need ratio scales, and a cost of 0
has no inverse: numbers must be above 0. Where no criterion is a cost, Q is S+.

Source: Zavadskas & Kaklauskas (1996), Determination of an efficient contractor by using the new method of
multicriteria assessment; the formulas as in Podvezko (2011), Inzinerine Ekonomika-Engineering Economics 22(2), 134-146.
"""

import numpy as np

from steelyard.contracts import DecisionMatrix, Method
from steelyard.documents.record import Record
from steelyard.model.additive import totals
from steelyard.model.decision_matrix import refuse_unless_positive, signs, weighed
from steelyard.results.aggregation import Aggregation

_LEAST = 1e-300
"""Below this a portion has no inverse that a machine can hold."""


def aggregate(matrix: DecisionMatrix, _settings: Record) -> Aggregation:
    """Degrees of utility, the highest being 1, with S+, S- and Q."""
    matrix = weighed(matrix)
    refuse_unless_positive(matrix)
    portions, more = matrix.scores / matrix.scores.sum(axis=0), signs(matrix) > 0
    benefits = totals(portions, np.where(more, matrix.shares, 0))
    costs = totals(portions, np.where(more, 0, matrix.shares))
    if not more.all() and costs.min() < _LEAST:
        raise ValueError("its numbers lie too far apart: the smallest is nothing beside the sum of its column")
    significance = benefits if more.all() else benefits + costs.sum() / (costs * (1 / costs).sum())
    return Aggregation(significance / significance.max(), {"S+": benefits, "S-": costs, "Q": significance})


copras = Method(title="COPRAS", aggregate=aggregate, uses=("scores", "better", "ratio", "shares"))
