"""From points to shares of the full scale: normalising happens here and nowhere else."""

from collections.abc import Mapping, Sequence

from steelyard.results.curve import Curve


def swing_points(groups: Mapping[str, float], within: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Points of each criterion from points of groups times points within them.

    A group's points are dealt out to its criteria in proportion to their own points, so a group's swing
    moves all its criteria together (von Winterfeldt & Edwards 1986, on value trees).
    """
    dealt: dict[str, float] = {}
    for group, points in groups.items():
        leaves = within[group]
        whole = sum(leaves.values())
        for leaf, own in leaves.items():
            dealt[leaf] = points * (own / whole)
    return dealt


def judged_widths(curves: Mapping[str, Curve], ranges: Mapping[str, tuple[float, float]]) -> dict[str, float]:
    """How much value each criterion's judged range spans: |v(b) - v(a)|, 1 for the full scale."""
    widths = {}
    for name, curve in curves.items():
        first, last = ranges.get(name, (curve.x[0], curve.x[-1]))
        widths[name] = abs(curve.value(last) - curve.value(first))
    return widths


def shares_from(points: Mapping[str, float], widths: Mapping[str, float], order: Sequence[str]) -> tuple[float, ...]:
    """Shares of the full scale, summing to 1, in the order of `order`.

    A swing of p points judged on a range worth w of value gives a share proportional to p / w
    (Keeney & Raiffa 1976, chapter 3; HM Treasury 2024 on swing weighting and its range). A criterion
    without points has share 0 whatever its range.
    """
    raw = [points[name] / widths[name] if points[name] else 0.0 for name in order]
    whole = sum(raw)
    return tuple(each / whole for each in raw)
