"""Scores that are beta distributed after events among cases, as the published cases on medicines have them."""

from collections.abc import Sequence

import numpy as np

from steelyard.contracts import Bounds
from steelyard.distributions import shelf
from steelyard.model.sampling.estimate import Acceptability, acceptability
from steelyard.model.sampling.running import counted
from steelyard.model.sampling.scores import ScoreSource, drawn_by_cell
from steelyard.model.sampling.tally import Question
from steelyard.model.sampling.weights import Fixed, WeightSource
from steelyard.results.curve import Curve
from steelyard.results.spread import Spread

SAMPLES = 400_000


def beta_spread(alpha: float, beta: float) -> Spread:
    """The spread of a share whose parameters are stated."""
    member = shelf["beta"]
    return member.fit(member.settings.model_validate({"alpha": alpha, "beta": beta}), Bounds(0, 0, 0))


def beta_scores(parameters: Sequence[Sequence[Sequence[int]]], curves: Sequence[Curve]) -> ScoreSource:
    """Options (rows) by criteria (columns), every score drawn by itself."""
    spreads = {
        (row, column): beta_spread(*cell) for row, cells in enumerate(parameters) for column, cell in enumerate(cells)
    }
    means = np.array([[curves[at].value(spreads[row, at].mean) for at in range(len(curves))] for row in _rows(spreads)])
    return drawn_by_cell(means, {cell: spread.quantile for cell, spread in spreads.items()}, curves)


def _rows(spreads: dict[tuple[int, int], Spread]) -> list[int]:
    return sorted({row for row, _ in spreads})


def sampled(weights: WeightSource, scores: ScoreSource) -> Acceptability:
    """The shares of samples under open weights."""
    return acceptability(counted(Question(0, weights, scores), SAMPLES, 1))


def confidence(found: Acceptability, scores: ScoreSource) -> list[float]:
    """For each option the share of score draws in which it is first at its central weights."""
    firsts = [
        sampled(Fixed(tuple(central.tolist())), scores).ranks[row, 0] for row, central in enumerate(found.central)
    ]
    return [float(each) for each in firsts]
