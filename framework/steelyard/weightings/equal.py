"""Every criterion's full range matters alike.

    method: equal

No judgements are asked for. It is a starting point, not the absence of a judgement: it says that each
criterion's swing from worst to best is as important as any other's.

Source: Dawes & Corrigan (1974), Psychological Bulletin 81(2), 95-106 (unit weights).
"""

from steelyard.contracts import Judged, Weighting
from steelyard.results.weighed import Weighed


def weigh(judged: Judged) -> Weighed:
    """One point each."""
    if judged.judgements:
        raise ValueError("the method `equal` takes no judgements; leave them out or use `direct`")
    return Weighed(dict.fromkeys(judged.names, 1.0))


equal = Weighting(weigh=weigh)
