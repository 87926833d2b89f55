"""PROMETHEE II: how strongly each option is preferred to the others, less how strongly they are preferred to it.

On each criterion a preference function turns the difference d of two scores, in favour of the better one, into a
preference between 0 and 1. The share-weighted sum over criteria is the preference index of one option over another.
The plus flow of an option is the mean of its indices over the n - 1 others, its minus flow the mean of theirs over
it, and the total is the net flow, plus less minus, between -1 and 1.

    {function: usual}                 1 as soon as d > 0
    {function: ushape, q: 10}         1 as soon as d > q
    {function: vshape, p: 30}         d / p, up to 1
    {function: level, q: 10, p: 60}   a half as soon as d > q, 1 as soon as d > p
    {function: linear, q: 50, p: 500} (d - q) / (p - q), from 0 up to 1
    {function: gauss, s: 5}           1 - exp(-d^2 / (2 s^2))

`preference` holds for every criterion that `preferences` does not name. It is `usual` by default, which needs no
threshold: nobody is made to have said one. Importances in PROMETHEE weigh criteria as voters; shares of an additive
model are trade-offs between ranges of scales. The one is not the other, so a difference between the two rankings may
come from the weights alone.

Up to a hundred options all pairs are compared. Above, sorting a criterion's scores and summing them from the lowest
up gives the same flows without pairs; `gauss` has no such short cut.

Source: Brans, Vincke & Mareschal (1986), How to select and how to rank projects: the PROMETHEE method, European
Journal of Operational Research 24(2), 228-238; flows over n - 1 as in Brans & Mareschal (2005), Multiple Criteria
Decision Analysis: State of the Art Surveys, chapter 5; by sorting: Calders & Van Assche (2018), PROMETHEE is not
quadratic: an O(qn log(n)) algorithm, Omega 76, 63-69.
"""

from collections.abc import Callable, Mapping
from typing import Annotated, Literal, Self

import numpy as np
from pydantic import Field, model_validator

from steelyard.contracts import DecisionMatrix, Method
from steelyard.documents.record import Id, Number, Record, contradiction
from steelyard.model.decision_matrix import signs, weighed
from steelyard.results.aggregation import Aggregation
from steelyard.results.valuation import Numbers

PAIRS_UP_TO = 100
"""Up to this many options all pairs are compared, which is faster there."""
_AT_A_TIME = 256
"""Options compared with all others at once, where pairs are compared above that number."""
_NOISE = 1e-12
"""Differences from a threshold up to this part of the largest score are noise of the arithmetic."""
_SHARPEST = 1e3
"""Scores spread over more than this many times the width of a slope are compared pair by pair: sums of so much larger
numbers would leave the slope too few digits."""

_TAKES = {"usual": (), "ushape": ("q",), "vshape": ("p",), "level": ("q", "p"), "linear": ("q", "p"), "gauss": ("s",)}

Threshold = Annotated[Number, Field(ge=0)]


class Preference(Record):
    """A preference function with its thresholds, in the unit of the criterion's scores."""

    function: Annotated[
        Literal["usual", "ushape", "vshape", "level", "linear", "gauss"], Field(description="The function's name.")
    ] = "usual"
    q: Annotated[Threshold | None, Field(description="Differences up to this are indifferent.")] = None
    p: Annotated[Threshold | None, Field(description="Differences above this are strictly preferred.")] = None
    s: Annotated[Threshold | None, Field(description="Where the bell curve turns.")] = None

    @model_validator(mode="after")
    def _has_its_thresholds(self) -> Self:
        given = tuple(name for name in ("q", "p", "s") if getattr(self, name) is not None)
        takes = _TAKES[self.function]
        if given != takes:
            wanted = " and ".join(takes) or "no threshold"
            raise contradiction("function", f"'{self.function}' takes {wanted}", f"State {wanted} and nothing else.")
        if self.p is not None and self.p <= (self.q or 0):
            raise contradiction("p", "p must be above q and above 0", "State a larger `p`.")
        if self.s is not None and self.s <= 0:
            raise contradiction("s", "s must be above 0", "State a larger `s`.")
        return self


class Settings(Record):
    """The settings of PROMETHEE II."""

    preference: Annotated[Preference, Field(description="The preference function of every criterion not named.")] = (
        Preference()
    )
    preferences: Annotated[dict[Id, Preference], Field(description="Preference functions by criterion.")] = {}


def aggregate(matrix: DecisionMatrix, settings: Settings) -> Aggregation:
    """Net flows, with the plus and minus flows that they are made of."""
    by_sorting = len(matrix.scores) > PAIRS_UP_TO
    plus, minus = flows(matrix, settings, sorted_sums if by_sorting else paired_sums)
    return Aggregation(plus - minus, {"Plus flow": plus, "Minus flow": minus})


Sums = Callable[[Numbers, Preference], tuple[Numbers, Numbers]]
"""For one criterion's scores, each option's preferences over all others, summed, and theirs over it."""


def flows(matrix: DecisionMatrix, settings: Settings, sums: Sums) -> tuple[Numbers, Numbers]:
    """Plus and minus flows of the options, criterion by criterion in one fixed order."""
    _refuse_unknown(settings.preferences, matrix)
    matrix = weighed(matrix)
    plus, minus = np.zeros(len(matrix.scores)), np.zeros(len(matrix.scores))
    oriented = matrix.scores * signs(matrix)
    for name, column, share in zip(matrix.criteria, oriented.T, matrix.shares, strict=True):
        over, under = sums(np.ascontiguousarray(column), settings.preferences.get(name, settings.preference))
        plus += share * over
        minus += share * under
    others = max(len(plus) - 1, 1)
    return plus / others, minus / others


def _refuse_unknown(preferences: Mapping[str, Preference], matrix: DecisionMatrix) -> None:
    unknown = sorted(preferences.keys() - set(matrix.criteria))
    if unknown:
        raise ValueError(f"its preference functions are of criteria, and these are none: {', '.join(unknown)}")


def preference_indices(matrix: DecisionMatrix, settings: Settings) -> Numbers:
    """How strongly each option (row) is preferred to each (column): the matrix of all pairs."""
    matrix = weighed(matrix)
    oriented = matrix.scores * signs(matrix)
    indices = np.zeros((len(oriented), len(oriented)))
    for name, column, share in zip(matrix.criteria, oriented.T, matrix.shares, strict=True):
        chosen = settings.preferences.get(name, settings.preference)
        indices += share * _preferences(column[:, None] - column[None, :], chosen, _noise(column))
    return indices


def _noise(scores: Numbers) -> float:
    return _NOISE * float(np.abs(scores).max())


def _preferences(apart: Numbers, chosen: Preference, noise: float) -> Numbers:
    """The preference that each difference comes to."""
    q, p, s = chosen.q or 0.0, chosen.p or 0.0, chosen.s or 0.0
    found: Numbers
    if chosen.function in {"vshape", "linear"}:
        found = np.clip((apart - q) / (p - q), 0, 1)
    elif chosen.function == "gauss":
        found = -np.expm1(-((np.maximum(apart, 0) / s) ** 2) / 2)
    elif chosen.function == "level":
        found = ((apart > q + noise).astype(float) + (apart > p + noise)) / 2
    else:
        found = (apart > q + noise).astype(float)
    return found


def paired_sums(scores: Numbers, chosen: Preference) -> tuple[Numbers, Numbers]:
    """The sums by comparing each option with every other."""
    over, under, noise = np.zeros(len(scores)), np.zeros(len(scores)), _noise(scores)
    for start in range(0, len(scores), _AT_A_TIME):
        rows = slice(start, start + _AT_A_TIME)
        apart = scores[rows, None] - scores[None, :]
        over[rows] = _preferences(apart, chosen, noise).sum(axis=1)
        under[rows] = _preferences(-apart, chosen, noise).sum(axis=1)
    return over, under


def sorted_sums(scores: Numbers, chosen: Preference) -> tuple[Numbers, Numbers]:
    """The sums by sorting, where the function allows it: in O(n log n), without pairs."""
    slope = chosen.function in {"vshape", "linear"}
    if chosen.function == "gauss" or (slope and np.ptp(scores) > _SHARPEST * ((chosen.p or 0) - (chosen.q or 0))):
        return paired_sums(scores, chosen)
    order = np.argsort(scores)
    over, under = np.empty(len(scores)), np.empty(len(scores))
    over[order], under[order] = (_sloping if slope else _stepping)(scores[order], chosen)
    return over, under


def _stepping(rising: Numbers, chosen: Preference) -> tuple[Numbers, Numbers]:
    """How many scores lie further below each, and further above, than the thresholds: of rising scores."""
    noise, steps = _noise(rising), [chosen.q or 0.0, *([chosen.p] if chosen.p is not None else [])]
    below = [np.searchsorted(rising, rising - (step + noise), "left") for step in steps]
    above = [len(rising) - np.searchsorted(rising, rising + (step + noise), "right") for step in steps]
    return np.mean(below, axis=0), np.mean(above, axis=0)


def _sloping(rising: Numbers, chosen: Preference) -> tuple[Numbers, Numbers]:
    """The same for a slope from q to p: of scores on the slope the sum is known from sums of all up to each."""
    q, p = chosen.q or 0.0, chosen.p or 0.0
    rising = rising - rising[len(rising) // 2]
    up_to = np.concatenate([[0.0], np.cumsum(rising)])

    def on_the_slope(first: "np.ndarray", last: "np.ndarray", sign: float) -> Numbers:
        apart = (last - first) * (sign * rising - q) - sign * (up_to[last] - up_to[first])
        steepness: Numbers = apart / (p - q)
        return steepness

    far_below, below = (np.searchsorted(rising, rising - each, "left") for each in (p, q))
    above, far_above = (np.searchsorted(rising, rising + each, "right") for each in (q, p))
    over = far_below + on_the_slope(far_below, below, 1.0)
    under = len(rising) - far_above + on_the_slope(above, far_above, -1.0)
    return over, under


promethee = Method(title="PROMETHEE II", aggregate=aggregate, uses=("scores", "better", "shares"), settings=Settings)
