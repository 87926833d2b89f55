"""Weights from the options' numbers alone: how far apart they lie, and how the criteria contradict one another."""

import numpy as np
import numpy.typing as npt

from steelyard.contracts import Judged
from steelyard.results.valuation import Numbers

_FEWEST = 2
"""Options without which there is nothing to compare."""


def by_entropy(judged: Judged, *, rescaled: bool) -> dict[str, float]:
    """Points by what evenness leaves of 1; of the numbers as they are, or `rescaled` from worst to best."""
    numbers, apart = _columns(judged)
    if rescaled:
        numbers = _rescaled(judged, numbers)
    elif below := [name for name, column in zip(judged.names, numbers.T, strict=True) if column.min() < 0]:
        named = ", ".join(below)
        raise ValueError(f"entropy of raw numbers takes none below 0, and there are some on {named}; see `min-max`")
    shares = np.divide(numbers, numbers.sum(axis=0), where=apart, out=np.zeros_like(numbers))
    logarithms = np.log(shares, where=shares > 0, out=np.zeros_like(shares))
    evenness = -(shares * logarithms).sum(axis=0) / np.log(len(numbers))
    return _points(judged, np.where(apart, 1 - evenness, 0))


def by_spread(judged: Judged) -> dict[str, float]:
    """Points by the standard deviation of the numbers, rescaled from worst to best."""
    numbers, _ = _columns(judged)
    return _points(judged, _rescaled(judged, numbers).std(axis=0, ddof=1))


def by_conflict(judged: Judged) -> dict[str, float]:
    """Points by the standard deviation times how little a criterion agrees with the others."""
    numbers, apart = _columns(judged)
    if apart.sum() == 1:
        return _points(judged, apart.astype(float))
    columns = _rescaled(judged, numbers)[:, apart]
    conflict = (1 - np.corrcoef(columns, rowvar=False)).sum(axis=0)
    if np.allclose(conflict, 0):
        raise ValueError("all criteria that tell the options apart do so in step, so there is no conflict to weigh by")
    points = np.zeros(len(apart))
    points[apart] = columns.std(axis=0, ddof=1) * conflict
    return _points(judged, points)


def _columns(judged: Judged) -> tuple[Numbers, npt.NDArray[np.bool_]]:
    """The numbers, a column for each name, and which columns tell the options apart."""
    if judged.judgements:
        raise ValueError("weights come from the options' numbers here, so leave the judgements out")
    scores = judged.performance().scores
    numbers = np.array([scores[name] for name in judged.names], dtype=float).T
    if len(numbers) < _FEWEST:
        raise ValueError("weights come from how options differ here, and fewer than two are ranked")
    apart = np.ptp(numbers, axis=0) > 0
    if not apart.any():
        raise ValueError(f"the options are alike on {', '.join(judged.names)}, so their numbers say nothing")
    return numbers, apart


def _rescaled(judged: Judged, numbers: Numbers) -> Numbers:
    """The numbers from 0 for the worst option to 1 for the best; 0 where all are alike."""
    low, width = numbers.min(axis=0), np.ptp(numbers, axis=0)
    share = np.divide(numbers - low, width, where=width > 0, out=np.zeros_like(numbers))
    better = judged.performance().better
    less = np.array([better[name] == "less" for name in judged.names])
    turned: Numbers = np.where(less & (width > 0), 1 - share, share)
    return turned


def _points(judged: Judged, points: Numbers) -> dict[str, float]:
    """Points by name; what rounding leaves below 0 is 0."""
    return dict(zip(judged.names, np.maximum(points, 0).tolist(), strict=True))
