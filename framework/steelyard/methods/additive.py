"""The additive multi-attribute value model: each value times its criterion's share, summed.

It is the house model. It holds where criteria are preferentially independent: how much a gain on one is
worth does not depend on the level of another.

Source: Keeney & Raiffa (1976), Decisions with Multiple Objectives, chapter 3.
"""

from steelyard.contracts import DecisionMatrix, Method
from steelyard.documents.record import Record
from steelyard.model.additive import totals
from steelyard.results.aggregation import Aggregation


def aggregate(matrix: DecisionMatrix, _settings: Record) -> Aggregation:
    """The sum of values times shares, between 0 and 1."""
    return Aggregation(totals(matrix.values, matrix.shares))


additive = Method(title="the additive model", aggregate=aggregate, uses=("values", "shares"))
