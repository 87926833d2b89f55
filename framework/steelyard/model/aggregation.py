"""From several rankings or weightings to one: Borda, Copeland, and the two ways of aggregating judgements.

Rankings have one row a voter and one column an option; 1 is first, and options with equal ranks are tied. `power` is
each voter's voting power. A rule that makes one order of many hides who objects: never show it alone.
"""

import numpy as np

from steelyard.model.concordance import mid_ranks
from steelyard.results.valuation import Numbers


def mean_ranks(rankings: Numbers, power: Numbers) -> Numbers:
    """Each option's mean rank, tied options sharing the mean of the ranks that they take up."""
    found: Numbers = power @ np.array([mid_ranks(each) for each in rankings]) / power.sum()
    return found


def borda(rankings: Numbers, power: Numbers) -> Numbers:
    """Borda's count: one point for each option ranked below, half a point for each tied one, times voting power.

    Source: Borda (1781), Memoire sur les elections au scrutin; ties as in Black (1958), The Theory of Committees and
    Elections. The order is that of mean ranks: the count is the power times the options less the mean rank.
    """
    found: Numbers = power.sum() * (rankings.shape[1] - mean_ranks(rankings, power))
    return found


def majorities(rankings: Numbers, power: Numbers) -> Numbers:
    """For each two options, 1 where more voting power ranks the row's above the column's, -1 where less, 0 if equal."""
    # Whole powers, the usual case, are summed exactly; the rounding is for the rest.
    ahead = np.sign(rankings[:, None, :] - rankings[:, :, None])
    found: Numbers = np.sign(np.round(np.tensordot(power, ahead, axes=1), 9))
    return found


def copeland(rankings: Numbers, power: Numbers) -> Numbers:
    """Copeland's score: how many options a majority ranks below, less how many a majority ranks above.

    An even split counts nothing. Half a point for an even split instead, and none for a loss, gives the same order.

    Source: Copeland (1951), A reasonable social welfare function, University of Michigan; Fishburn (1977), Condorcet
    social choice functions, SIAM Journal on Applied Mathematics 33, 469-489.
    """
    found: Numbers = majorities(rankings, power).sum(axis=1)
    return found


def aggregated_judgements(shares: Numbers, power: Numbers) -> Numbers | None:
    """One weighting for a group that judges as one: the geometric mean of its members' shares, made to sum to 1.

    One row a voter, one column a criterion. A criterion to which one voter gives nothing has nothing; None where
    no criterion is left.

    Source: Aczel & Saaty (1983), Procedures for synthesizing ratio judgements, Journal of Mathematical Psychology 27,
    93-102; Forman & Peniwati (1998), Aggregating individual judgments and priorities with the Analytic Hierarchy
    Process, European Journal of Operational Research 108, 165-169.
    """
    kept = (shares > 0).all(axis=0)
    means = np.zeros(shares.shape[1])
    means[kept] = np.exp(power @ np.log(shares[:, kept]) / power.sum())
    return means / means.sum() if kept.any() else None


def aggregated_priorities(totals: Numbers, power: Numbers) -> Numbers:
    """Totals for a group whose members judge apart: the mean of their totals, weighted by voting power.

    One row a voter, one column an option. Source: Forman & Peniwati (1998), as above.
    """
    found: Numbers = power @ totals / power.sum()
    return found
