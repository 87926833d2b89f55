"""Copeland's rule over criteria: how many options one beats by a majority of weight, less how many beat it.

Each criterion is a voter whose power is its share: it prefers the option with more value, however little more. One
option beats another if the criteria that prefer it have more weight together; an even split counts nothing. No gain
on one criterion makes up for a loss on another, so the method is not compensatory.

Source: Copeland (1951), A reasonable social welfare function, University of Michigan; with criteria as voters
Arrow & Raynaud (1986), Social Choice and Multicriterion Decision-Making, MIT Press.
"""

import numpy as np

from steelyard.contracts import DecisionMatrix, Method
from steelyard.documents.record import Record
from steelyard.model.decision_matrix import weighed
from steelyard.model.ranking import PLACES
from steelyard.results.aggregation import Aggregation

_AT_A_TIME = 256
"""Options that are compared with all others at once: memory grows with the options, not with their square."""


def aggregate(matrix: DecisionMatrix, _settings: Record) -> Aggregation:
    """Options beaten less options that beat it, from -(n - 1) to n - 1."""
    matrix = weighed(matrix)
    values = np.round(matrix.values, PLACES)
    beaten, lost = np.zeros(len(values)), np.zeros(len(values))
    for start in range(0, len(values), _AT_A_TIME):
        rows = slice(start, start + _AT_A_TIME)
        lead = np.zeros((len(values[rows]), len(values)))
        for column, share in zip(values.T, matrix.shares, strict=True):
            lead += share * np.sign(column[rows, None] - column[None, :])
        lead = np.round(lead, PLACES)
        beaten[rows], lost[rows] = (lead > 0).sum(axis=1), (lead < 0).sum(axis=1)
    return Aggregation(beaten - lost, {"Beats": beaten, "Beaten by": lost})


copeland = Method(title="Copeland's rule", aggregate=aggregate, uses=("values", "shares"))
