"""How far assessors who judge alone come to the same numbers: Krippendorff's alpha.

Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, Annenberg School for Communication,
University of Pennsylvania; Krippendorff (2004), Content Analysis, 2nd edition, chapter 11.
"""

from typing import Literal

import numpy as np

from steelyard.results.valuation import Numbers

Metric = Literal["ordinal", "interval"]
"""What a difference means: how many judgements lie between two levels, or how far two quantities lie apart."""


def krippendorff_alpha(judgements: Numbers, metric: Metric) -> float | None:
    """1 where assessors agree wholly, 0 where they agree no more than by chance, below 0 where they oppose one another.

    One row an assessor, one column a thing judged, NaN where an assessor did not judge. Things with fewer than
    two judgements count for nothing. None where nothing is left, or nothing varies.

    alpha = 1 - D_observed / D_expected, with squared differences within things and between all pairs of judgements.
    The ordinal difference of two levels, the judgements on them and between them less half of those on the two,
    is the distance of their mid-ranks: so ordinal alpha is interval alpha of mid-ranks.
    """
    paired = judgements[:, (~np.isnan(judgements)).sum(axis=0) >= 2]  # noqa: PLR2004 - a pair takes two
    there = ~np.isnan(paired)
    pooled = paired[there]
    if not len(pooled) or pooled.min() == pooled.max():
        return None
    numbers = np.zeros(paired.shape)
    numbers[there] = _mid_ranks(pooled) if metric == "ordinal" else pooled / np.abs(pooled).max()
    numbers[there] -= numbers[there].mean()
    counts = there.sum(axis=0)
    apart = np.where(there, numbers - numbers.sum(axis=0) / counts, 0)
    observed = float((counts * (apart**2).sum(axis=0) / (counts - 1)).sum())
    expected = len(pooled) * float((numbers**2).sum()) / (len(pooled) - 1)
    return 1 - observed / expected


def _mid_ranks(pooled: Numbers) -> Numbers:
    """The mean rank of each judgement among all of them, ties sharing theirs."""
    _, which, counts = np.unique(pooled, return_inverse=True, return_counts=True)
    middles: Numbers = (np.cumsum(counts) - counts / 2)[which]
    return middles
