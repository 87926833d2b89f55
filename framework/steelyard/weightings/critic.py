"""Weights from contrast and conflict between the criteria's columns of scores: nobody's judgement of what matters.

    method: critic

A criterion weighs much where the options differ on it and where it orders them unlike the other criteria, whatever it
means to anybody. Use it to see how much a ranking owes to judged weights, never in their place: rule W011 refuses it as
the default. It takes no judgements; the weights change with every score and with the options that are ranked.

Numbers are moved to 0 for the worst option and 1 for the best, by direction. A criterion weighs in proportion to its
sample standard deviation times the sum, over the others, of 1 less its Pearson correlation with each. One on which all
options are alike weighs nothing, and takes no part in the correlations.

Source: Diakoulaki, Mavrotas & Papayannakis (1995), Determining objective weights in multiple criteria problems: the
CRITIC method, Computers & Operations Research 22(7), 763-770.
"""

from steelyard.contracts import Judged, Weighting
from steelyard.results.weighed import Weighed


def weigh(judged: Judged) -> Weighed:
    """Points in proportion to contrast times conflict."""
    from steelyard.model.contrast import by_conflict  # noqa: PLC0415 - arrays load only when they are wanted

    return Weighed(by_conflict(judged))


critic = Weighting(weigh=weigh, data_driven=True)
