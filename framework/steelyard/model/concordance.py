"""How far several rankings of the same things agree: coefficients of rank correlation and of concordance.

Figures to be ranked may be ranks themselves or anything else that orders things; equal figures share the mean of the
ranks that they take up. All coefficients but the two weighted ones are the same whichever end counts as first. No
significance is worked out: weight sets are no random sample of views.
"""

from itertools import combinations
from typing import Literal

import numpy as np

from steelyard.results.valuation import Numbers

Ties = Literal["corrected", "uncorrected"]
"""Whether W makes up for ties, which keep it from reaching 1 where rankings agree wholly."""


def mid_ranks(figures: Numbers) -> Numbers:
    """Ranks from the lowest figure (1) up, equal figures sharing the mean of the ranks that they take up."""
    _, which, counts = np.unique(figures, return_inverse=True, return_counts=True)
    ranked: Numbers = (np.cumsum(counts) - (counts - 1) / 2)[which]
    return ranked


def spearman(first: Numbers, second: Numbers) -> float | None:
    """Spearman's rho: the correlation of two rankings, 1 for the same order and -1 for the opposite one.

    Pearson's correlation of the mid-ranks, which holds with ties as well. None where one of them tells nothing apart.

    Source: Spearman (1904), The proof and measurement of association between two things, American Journal of
    Psychology 15, 72-101; ties as in Kendall & Gibbons (1990), Rank Correlation Methods, 5th edition, chapter 3.
    """
    one, other = (mid_ranks(each) - (len(each) + 1) / 2 for each in (first, second))
    spread = float((one**2).sum() * (other**2).sum())
    return float((one * other).sum()) / spread**0.5 if spread else None


def kendall_tau(first: Numbers, second: Numbers) -> float | None:
    """Kendall's tau-b: of the pairs that both rankings tell apart, how many more agree than disagree.

    tau_b = (C - D) / sqrt((n0 - n1) (n0 - n2)), with C pairs in the same order and D in the opposite one, n0 all
    pairs, n1 and n2 those tied in either ranking. None where one of them tells nothing apart.

    Source: Kendall (1945), The treatment of ties in ranking problems, Biometrika 33, 239-251.
    """
    one, other = (np.sign(each[:, None] - each[None, :]) for each in (first, second))
    apart = float((one**2).sum() * (other**2).sum())
    return float((one * other).sum()) / apart**0.5 if apart else None


def weighted_spearman(reference: Numbers, other: Numbers) -> float:
    """Spearman's rho with more weight on the first places of either ranking (1 is first; no ties).

    r_w = 1 - 6 sum (x - y)^2 ((n - x + 1) + (n - y + 1)) / (n^4 + n^3 - n^2 - n).

    Source: Pinto da Costa & Soares (2005), A weighted rank measure of correlation, Australian & New Zealand Journal
    of Statistics 47(4), 515-529.
    """
    n = len(reference)
    apart = (reference - other) ** 2 * ((n - reference + 1) + (n - other + 1))
    return 1 - 6 * float(apart.sum()) / (n**4 + n**3 - n**2 - n)


def ws(reference: Numbers, other: Numbers) -> float:
    """Similarity of a ranking to a reference, where a change near the top of the reference counts most (1 is first).

    WS = 1 - sum 2^-x |x - y| / max(|x - 1|, |x - n|), x being the reference's ranks: it is not symmetric.

    Source: Salabun & Urbaniak (2020), A new coefficient of rankings similarity in decision-making problems, ICCS
    2020, Lecture Notes in Computer Science 12138, 632-645.
    """
    n = len(reference)
    farthest = np.maximum(np.abs(reference - 1), np.abs(reference - n))
    return 1 - float((2.0**-reference * np.abs(reference - other) / farthest).sum())


def kendall_w(rankings: Numbers, ties: Ties = "corrected") -> float | None:
    """Kendall's coefficient of concordance: 1 where all rankings are the same, near 0 where they cancel out.

    One row a ranking, one column a thing ranked. W = 12 S / (m^2 (n^3 - n) - m T), with m rankings of n things, S the
    squared deviations of the rank sums from their mean, and T the sum of t^3 - t over groups of t tied things; T is 0
    where ties are not corrected. None where there is nothing to agree on.

    Source: Kendall & Babington Smith (1939), The problem of m rankings, Annals of Mathematical Statistics 10,
    275-287; ties: Siegel (1956), Nonparametric Statistics, chapter 9.
    """
    m, n = rankings.shape
    tied = sum(int((counts**3 - counts).sum()) for counts in _tied(rankings)) if ties == "corrected" else 0
    most = m**2 * (n**3 - n) - m * tied
    return 12 * squared_deviations(rankings) / most if most else None


def _tied(rankings: Numbers) -> list[np.ndarray]:
    """How many things share each figure, ranking by ranking."""
    return [np.unique(each, return_counts=True)[1] for each in rankings]


def rank_sums(rankings: Numbers) -> Numbers:
    """The sum of each thing's mid-ranks over all rankings."""
    sums: Numbers = np.sum([mid_ranks(each) for each in rankings], axis=0)
    return sums


def squared_deviations(rankings: Numbers) -> float:
    """S: the squared deviations of the rank sums from their mean."""
    sums = rank_sums(rankings)
    return float(((sums - sums.mean()) ** 2).sum())


def friedman_chi_square(rankings: Numbers) -> float | None:
    """Friedman's chi-square, m (n - 1) W, with W corrected for ties (Siegel 1956, chapter 9)."""
    w, (m, n) = kendall_w(rankings), rankings.shape
    return None if w is None else m * (n - 1) * w


def f_statistic(rankings: Numbers) -> float | None:
    """F = (m - 1) W / (1 - W), with W corrected for ties; None where all rankings are the same.

    Source: Legendre (2005), Species associations: the Kendall coefficient of concordance revisited, Journal of
    Agricultural, Biological and Environmental Statistics 10, 226-245.
    """
    w = kendall_w(rankings)
    return None if w is None or w == 1 else (len(rankings) - 1) * w / (1 - w)


def spearman_with_others(rankings: Numbers) -> Numbers:
    """Each ranking's mean Spearman correlation with the others; NaN where one of them tells nothing apart.

    Source: Legendre (2005), as for F.
    """
    count = len(rankings)
    found = np.full((count, count), np.nan)
    for one, other in combinations(range(count), 2):
        rho = spearman(rankings[one], rankings[other])
        found[one, other] = found[other, one] = np.nan if rho is None else rho
    apart: Numbers = found[~np.eye(count, dtype=bool)].reshape(count, count - 1).mean(axis=1)
    return apart


def w_of_each(rankings: Numbers) -> Numbers:
    """What each ranking brings to W: ((m - 1) r + 1) / m, r being its mean Spearman correlation with the others.

    Source: Legendre (2005), as for F.
    """
    m = len(rankings)
    return ((m - 1) * spearman_with_others(rankings) + 1) / m


def mean_spearman(rankings: Numbers) -> float | None:
    """The mean of Spearman's rho over all pairs of rankings; None where a ranking tells nothing apart."""
    mean = float(spearman_with_others(rankings).mean())
    return None if np.isnan(mean) else mean
