"""Points given straight to each criterion, on any scale one likes.

    method: direct
    judgements: {lasting-effect: 30, fiscal-cost: 10}

Points count for the swing from worst to best of the range that they were judged on (the full scale unless
`ranges` says otherwise). Twice the points, twice the importance of that swing.

Source: Doyle, Green & Bottomley (1997), Judging relative importance: direct rating and point allocation are not
equivalent, Organizational Behavior and Human Decision Processes 70(1), 65-72.
"""

from steelyard.contracts import Judged, Weighting
from steelyard.documents.weight_set import Points
from steelyard.results.weighed import Weighed


def weigh(judged: Judged) -> Weighed:
    """The points as given."""
    given = judged.judgements or {}
    missing = [name for name in judged.names if name not in given]
    if missing:
        raise ValueError(f"no points are given for {', '.join(missing)}")
    if any(given[name] < 0 for name in judged.names):
        raise ValueError("points are never negative")
    if all(given[name] == 0 for name in judged.names):
        raise ValueError("all points are 0, so nothing would count")
    return Weighed({name: given[name] for name in judged.names})


direct = Weighting(weigh=weigh, judgements=Points, takes_points=True)
