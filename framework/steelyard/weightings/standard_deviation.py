"""Weights from how far the options' scores spread: nobody's judgement of what matters.

    method: standard-deviation

A criterion on which the options spread evenly between worst and best weighs less than one on which they stand at the
two ends, whatever either means to anybody. Use it to see how much a ranking owes to judged weights, never in their
place: rule W011 refuses it as the default. It takes no judgements; the weights change with every score and with the
options that are ranked.

Numbers are moved to 0 for the worst option and 1 for the best. A criterion weighs in proportion to their standard
deviation; one on which all options are alike weighs nothing.

Source: Diakoulaki, Mavrotas & Papayannakis (1995), Computers & Operations Research 22(7), 763-770 (the standard
deviation as the measure of contrast); Deng, Yeh & Willis (2000), Computers & Operations Research 27(10), 963-973
(weights by it alone).
"""

from steelyard.contracts import Judged, Weighting
from steelyard.results.weighed import Weighed


def weigh(judged: Judged) -> Weighed:
    """Points in proportion to the standard deviation."""
    from steelyard.model.contrast import by_spread  # noqa: PLC0415 - arrays load only when they are wanted

    return Weighed(by_spread(judged))


standard_deviation = Weighting(weigh=weigh, data_driven=True)
