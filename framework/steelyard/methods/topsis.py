"""TOPSIS: how near an option is to the best number on every criterion, and how far from the worst.

    closeness_i = d_i- / (d_i+ + d_i-)

with d+ and d- the Euclidean distances, over criteria weighted by their shares, to the ideal (the best number that any
option has on each criterion) and to the anti-ideal (the worst).

`normalisation` says what is weighted. With `values`, the default, it is the values of the decision, so that shares
mean what they were judged to mean and levels can be taken. `vector` is the textbook's: scores over the Euclidean norm
of their column, which depends on where a scale has its zero and is refused without ratio scales. `minmax` measures
scores between the worst and the best of the options at hand. `ideal` and `anti_ideal` give the two points by
criterion, weighted and normalised; then both are given.

Source: Hwang & Yoon (1981), Multiple Attribute Decision Making, Springer; on normalisation Opricovic & Tzeng (2004),
European Journal of Operational Research 156(2), 445-455.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from steelyard.contracts import DecisionMatrix, Method
from steelyard.documents.record import Id, Number, Record
from steelyard.model.decision_matrix import refuse_without_ratios, signs, weighed
from steelyard.results.aggregation import Aggregation
from steelyard.results.valuation import Numbers


class Settings(Record):
    """The settings of TOPSIS."""

    normalisation: Annotated[
        Literal["values", "vector", "minmax"], Field(description="What is weighted: values, or scores made comparable.")
    ] = "values"
    ideal: Annotated[dict[Id, Number], Field(description="The ideal by criterion; absent: the best at hand.")] = {}
    anti_ideal: Annotated[dict[Id, Number], Field(description="The anti-ideal; absent: the worst at hand.")] = {}


def aggregate(matrix: DecisionMatrix, settings: Settings) -> Aggregation:
    """Closeness, from 0 at the anti-ideal to 1 at the ideal; a half where the two are one point."""
    matrix = weighed(matrix)
    points = _normalised(matrix, settings.normalisation) * matrix.shares
    best, worst = points.max(axis=0), points.min(axis=0)
    if settings.normalisation == "vector":
        less = signs(matrix) < 0
        best, worst = np.where(less, worst, best), np.where(less, best, worst)
    if settings.ideal or settings.anti_ideal:
        best, worst = _given(settings.ideal, matrix), _given(settings.anti_ideal, matrix)
    to_ideal, to_anti_ideal = _distances(points, best), _distances(points, worst)
    apart = to_ideal + to_anti_ideal
    closeness = np.divide(to_anti_ideal, apart, out=np.full(len(apart), 0.5), where=apart > 0)
    return Aggregation(closeness, {"To ideal": to_ideal, "To anti-ideal": to_anti_ideal})


def _normalised(matrix: DecisionMatrix, how: str) -> Numbers:
    found: Numbers = matrix.values
    if how == "vector":
        refuse_without_ratios(matrix)
        norms = np.sqrt((matrix.scores**2).sum(axis=0))
        found = np.divide(matrix.scores, norms, out=np.zeros_like(matrix.scores), where=norms > 0)
    elif how == "minmax":
        scores = matrix.scores * signs(matrix)
        width = np.ptp(scores, axis=0)
        found = np.divide(scores - scores.min(axis=0), width, out=np.zeros_like(scores), where=width > 0)
    return found


def _given(point: Mapping[str, float], matrix: DecisionMatrix) -> Numbers:
    missing = [name for name in matrix.criteria if name not in point]
    if missing:
        raise ValueError(f"its ideal and its anti-ideal must both be given on every criterion, and lack {missing[0]}")
    return np.array([point[name] for name in matrix.criteria])


def _distances(points: Numbers, to: Numbers) -> Numbers:
    """Euclidean distances; over the longest leg first, so that no square leaves the range of numbers."""
    legs = np.abs(points - to)
    longest = legs.max(initial=0) or 1.0
    distances: Numbers = longest * np.sqrt(((legs / longest) ** 2).sum(axis=1))
    return distances


topsis = Method(title="TOPSIS", aggregate=aggregate, uses=("values", "shares"), settings=Settings)
