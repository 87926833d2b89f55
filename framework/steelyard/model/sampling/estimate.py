"""Shares of samples, with how far off they may be."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from steelyard.model.sampling.running import Counts
from steelyard.model.sampling.tally import Tally
from steelyard.results.valuation import Numbers


@dataclass(frozen=True)
class Acceptability:
    """What sampling says of each option (row): stochastic multicriteria acceptability analysis.

    `ranks` is the share of samples in which an option has each rank, `errors` its standard error, from the scatter of
    independent shifts. `central` is the mean weighting of the samples in which an option is first, NaN for one that
    never is. `expected_rank` is the mean rank. `wins` is how often each option beats each other (ties a half), where
    that was counted. `entropy` is that of whole rankings in bits, `rank_entropy` that of each option's ranks.

    Source: Lahdelma & Salminen (2001), SMAA-2: Stochastic multicriteria acceptability analysis for group decision
    making, Operations Research 49(3), 444-454; Tervonen & Lahdelma (2007), EJOR 178(2), 500-513.
    """

    samples: int
    partial: bool
    ranks: Numbers
    errors: Numbers
    central: Numbers
    expected_rank: Numbers
    wins: Numbers | None
    entropy: float | None
    rank_entropy: Numbers


def acceptability(counts: Counts) -> Acceptability:
    """The shares that counts come to."""
    whole = counts.shifts[0]
    for each in counts.shifts[1:]:
        whole = whole.plus(each)
    ranks = whole.ranks / whole.samples
    first = whole.ranks[:, :1]
    with np.errstate(invalid="ignore"):
        central = np.where(first > 0, whole.weights / first, np.nan)
    return Acceptability(
        samples=whole.samples,
        partial=counts.partial,
        ranks=ranks,
        errors=_errors(counts.shifts),
        central=central,
        expected_rank=ranks @ np.arange(1, len(ranks) + 1),
        wins=None if whole.wins is None else whole.wins / whole.samples,
        entropy=None if whole.orders is None else entropy(count for _, count in sorted(whole.orders.items())),
        rank_entropy=np.array([entropy(each) for each in ranks]),
    )


def _errors(shifts: tuple[Tally, ...]) -> Numbers:
    """The standard error of the mean over shifts; shifts that were cut short count by their length.

    A sole shift, of a run that was stopped, has no scatter; it is given the error of as many random draws, for which no
    figure between 0 and 1 has a variance above p (1 - p) (Bhatia & Davis 2000, A better bound on the variance, American
    Mathematical Monthly 107(4), 353-357).
    """
    lengths = np.array([each.samples for each in shifts], dtype=float)
    shares = np.stack([each.ranks / each.samples for each in shifts])
    portions = (lengths / lengths.sum())[:, None, None]
    mean: Numbers = (portions * shares).sum(axis=0)
    if len(shifts) == 1:
        sole: Numbers = np.sqrt(np.maximum(mean * (1 - mean), 0) / lengths.sum())
        return sole
    scatter: Numbers = np.sqrt((portions**2 * (shares - mean) ** 2).sum(axis=0) * len(shifts) / (len(shifts) - 1))
    return scatter


def entropy(counts: Iterable[float]) -> float:
    """Shannon's entropy in bits: 0 where one outcome has all the counts.

    Source: Shannon (1948), A mathematical theory of communication, Bell System Technical Journal 27, 379-423.
    """
    found = np.array([each for each in counts if each > 0], dtype=float)
    shares = found / found.sum()
    return float(-(shares * np.log2(shares)).sum()) + 0.0
