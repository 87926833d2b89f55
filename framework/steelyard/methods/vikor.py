"""VIKOR: a compromise between the least loss in sum and the least loss on the worst criterion.

The loss of an option on a criterion is how far its value is below the best at hand, over the range of the values at
hand. S is the sum of the losses weighted by shares, R the largest weighted loss, and

    Q_i = v (S_i - min S) / (max S - min S) + (1 - v) (R_i - min R) / (max R - min R)

with `v`, by default a half, the weight of the sum. The total is 1 - Q. The option with the least Q stands alone if its
advantage over the second is at least 1 / (n - 1) and it is the best by S or by R as well. Otherwise several are
proposed together: those within that advantage; or, where only stability is lacking, the first and the second. On
linear value functions values give the same losses as scores; on others, a loss is one of value.

Source: Opricovic & Tzeng (2004), Compromise solution by MCDM methods, European Journal of Operational Research
156(2), 445-455.
"""

from typing import Annotated

import numpy as np
from pydantic import Field

from steelyard.contracts import DecisionMatrix, Method
from steelyard.documents.record import Record, Share
from steelyard.model.additive import totals
from steelyard.model.decision_matrix import weighed
from steelyard.model.ranking import PLACES
from steelyard.results.aggregation import Aggregation
from steelyard.results.valuation import Numbers


class Settings(Record):
    """The settings of VIKOR."""

    v: Annotated[Share, Field(description="The weight of the sum of losses against the largest loss.")] = 0.5


def aggregate(matrix: DecisionMatrix, settings: Settings) -> Aggregation:
    """1 - Q, with S, R and Q, the two tests of the first place, and what is proposed."""
    matrix = weighed(matrix)
    losses = 1 - _spread(matrix.values)
    losses[:, np.ptp(matrix.values, axis=0) == 0] = 0
    s, r = totals(losses, matrix.shares), (losses * matrix.shares).max(axis=1)
    q = settings.v * _spread(s) + (1 - settings.v) * _spread(r)
    advantage, stability, proposed = _compromise(s, r, q)
    return Aggregation(
        totals=1 - q,
        workings={"S": s, "R": r, "Q": q},
        facts={"Acceptable advantage": advantage, "Acceptable stability": stability},
        proposed=proposed,
    )


def _spread(figures: Numbers) -> Numbers:
    """Figures between the lowest (0) and the highest (1) of each column; 0 where they do not differ."""
    width = np.ptp(figures, axis=0)
    spread: Numbers = np.divide(figures - figures.min(axis=0), width, out=np.zeros_like(figures), where=width > 0)
    return spread


def _compromise(s: Numbers, r: Numbers, q: Numbers) -> tuple[bool, bool, tuple[int, ...]]:
    """Whether the first has acceptable advantage and stability, and the rows proposed, first to last."""
    s_behind, r_behind, behind = (np.round(each - each.min(), PLACES) for each in (s, r, q))
    order = np.argsort(behind, kind="stable")
    first = behind == 0
    stability = bool(((s_behind == 0) | (r_behind == 0))[first].any())
    if len(q) == 1:
        return True, stability, (0,)
    second, needed = behind[order[1]], np.round(1 / (len(q) - 1), PLACES)
    advantage = bool(second >= needed)
    stable = first if stability else behind <= second
    proposed = stable if advantage else behind < needed
    return advantage, stability, tuple(order[proposed[order]].tolist())


vikor = Method(title="VIKOR", aggregate=aggregate, uses=("values", "shares"), settings=Settings)
