"""From definitions and what the shelves make of them to totals and ranks, at the values."""

from collections.abc import Callable

import numpy as np

from steelyard.contracts import Bench, DecisionMatrix
from steelyard.documents.definitions import Definitions
from steelyard.documents.option import Judgement
from steelyard.model import additive, ranking
from steelyard.model.decision_matrix import decision_matrix
from steelyard.results.valuation import Numbers, Standing

Aggregate = Callable[[DecisionMatrix], Numbers]


def _added(matrix: DecisionMatrix) -> Numbers:
    return additive.totals(matrix.values, matrix.shares)


def standing(
    definitions: Definitions,
    bench: Bench,
    weight_set: str,
    method: str = "additive",
    totals_of: Aggregate = _added,
) -> Standing:
    """Where the ranked options stand under one weight set."""
    names = tuple(option.id for option in definitions.ranked_options())
    columns = tuple(each.id for each in definitions.criteria_in_order())
    scores = grid(definitions, lambda judgement: judgement.value)
    values = additive.values_of([bench.curves[name] for name in columns], scores)
    shares = np.array([bench.shares[weight_set][name] for name in columns])
    totals = totals_of(decision_matrix(definitions, scores, values, shares))
    return Standing(
        weights=weight_set,
        method=method,
        options=names,
        criteria=columns,
        scores=scores,
        values=values,
        shares=shares,
        contributions=additive.contributions(values, shares),
        totals=totals,
        ranks=ranking.ranks(totals),
        above_baseline=totals - totals[names.index(definitions.decision.baseline)],
        margin=ranking.margin(totals),
    )


def grid(definitions: Definitions, of: Callable[[Judgement], float]) -> Numbers:
    """One number for each ranked option (rows) and criterion (columns), as an array."""
    rows, order = definitions.ranked_options(), definitions.criteria_in_order()
    cells = [[_judged(option.judgement_on(criterion), of) for criterion in order] for option in rows]
    return np.array(cells, dtype=float).reshape(len(rows), len(order))


def _judged(judgement: Judgement | None, of: Callable[[Judgement], float]) -> float:
    if judgement is None:
        raise ValueError("an unscored cell is refused, never filled in; run `steelyard check`")
    return of(judgement)
