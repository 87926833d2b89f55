"""Points given straight to each criterion, on any scale one likes.

    method: direct
    judgements: {lasting-effect: 30, fiscal-cost: 10}

Points count for the swing from worst to best of the range that they were judged on (the full scale unless
`ranges` says otherwise). Twice the points, twice the importance of that swing.

Source: Doyle, Green & Bottomley (1997), Judging relative importance: direct rating and point allocation are not
equivalent, Organizational Behavior and Human Decision Processes 70(1), 65-72.
"""

from collections.abc import Mapping, Sequence

from steelyard.contracts import Weighting


def points(judgements: Mapping[str, float] | None, names: Sequence[str]) -> Mapping[str, float]:
    """The points as given."""
    given = judgements or {}
    missing = [name for name in names if name not in given]
    if missing:
        raise ValueError(f"no points are given for {', '.join(missing)}")
    if any(given[name] < 0 for name in names):
        raise ValueError("points are never negative")
    if all(given[name] == 0 for name in names):
        raise ValueError("all points are 0, so nothing would count")
    return {name: given[name] for name in names}


direct = Weighting(points=points)
