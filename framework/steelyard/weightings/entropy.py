"""Weights from how unevenly the options score: nobody's judgement of what matters.

    method: entropy
    variant: raw

A criterion on which the options lie far apart weighs much, and one on which they are alike weighs nothing, whatever
either means to anybody. Use it to see how much a ranking owes to judged weights, never in their place: rule W011
refuses it as the default. It takes no judgements; the weights change with every score and with the options ranked.

With p the share of an option in the sum of a criterion's numbers, a criterion weighs in proportion to
1 + sum(p ln p) / ln(number of options), where 0 ln 0 is 0. The variants differ in the numbers that p is taken of:

    raw        the numbers as they are, which must not be negative; which way is better makes no difference
    min-max    the numbers moved to 0 for the worst option and 1 for the best, by direction

Source: Zeleny (1982), Multiple Criteria Decision Making, McGraw-Hill, chapter 7 (entropy as a measure of contrast);
Zavadskas & Podvezko (2016), International Journal of Information Technology & Decision Making 15(2), 267-283 (raw);
Krishnan, Kasim, Hamid & Ghazali (2021), Symmetry 13(6), 973 (min-max).
"""

from steelyard.contracts import Judged, Weighting
from steelyard.results.weighed import Weighed


def weigh(judged: Judged) -> Weighed:
    """Points in proportion to what evenness leaves of 1."""
    from steelyard.model.contrast import by_entropy  # noqa: PLC0415 - arrays load only when they are wanted

    return Weighed(by_entropy(judged, rescaled=judged.variant == "min-max"))


entropy = Weighting(weigh=weigh, variants=("raw", "min-max"), data_driven=True)
