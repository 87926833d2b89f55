"""A decision with three weight sets whose ranks, totals and differences can be worked out in one's head."""

from typing import Any

from projects import Files, decision, quantity, weight_set


def _set(title: str, x: float, y: float, **more: object) -> dict[str, Any]:
    return weight_set("direct", judgements={"x": x, "y": y}, **more) | {"title": title}


def with_views(**power: float) -> Files:
    """Three options on two criteria, each from 0 to 10; `power` is voting power by weight set.

    Totals of stay, a and b: 0.4, 0.65 and 0.475 where x has three quarters of the weight (`for-x`), 0.4, 0.35 and
    0.825 where y has (`for-y`), 0.4, 0.5 and 0.65 where both have half (`even`). Ranks: 3, 1, 2; then 2, 3, 1; then
    3, 2, 1.
    """
    sets = {"for-x": _set("X counts", 3, 1), "for-y": _set("Y counts", 1, 3), "even": _set("Both count", 1, 1)}
    for name, count in power.items():
        sets[name.replace("_", "-")]["voting_power"] = count
    return decision({"x": quantity(0, 10), "y": quantity(0, 10)}, {"stay": (4, 4), "a": (8, 2), "b": (3, 10)}, sets)
