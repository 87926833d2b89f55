"""A decision with two scenarios whose totals can be worked out in one's head."""

from typing import Any

from projects import Files, decision, quantity, weight_set


def scenario(name: str, *changes: dict[str, Any]) -> dict[str, Any]:
    """A scenario's file: one signpost, and changes that rest on judgement."""
    return {
        "id": name,
        "title": f"What {name} is called",
        "summary": "It comes.",
        "signposts": {"first": {"sign": f"One sees {name}.", "look_at": "The news."}},
        "changes": [{"because": "So it is.", "basis": "judgement", **change} for change in changes],
    }


def with_scenarios(**changes: object) -> Files:
    """Three options on two criteria of equal weight, each from 0 to 10, in two scenarios.

    As scored the totals are 0.4, 0.7 and 0.5. In `flood` b's 8 on x falls to 1, so its total is 0.35. In `boom`
    every y rises by 3, and b's 6 to 9, so the totals are 0.55, 0.85 and 0.5: c has 10 already and stays there.
    """
    files = decision(
        {"x": quantity(0, 10), "y": quantity(0, 10)},
        {"a": (4, 4), "b": (8, 6), "c": (0, 10)},
        {"even": weight_set("equal"), "all-y": weight_set("direct", judgements={"x": 0, "y": 1})},
        **changes,
    )
    sets_b = {"criterion": "x", "options": ["b"], "change": {"kind": "set", "value": 1, "low": 0, "high": 2}}
    files["criteria/scenarios/flood.yaml"] = scenario("flood", sets_b)
    shifts = {"criterion": "y", "change": {"kind": "shift", "by": 3}}
    files["criteria/scenarios/boom.yaml"] = scenario("boom", shifts)
    return files


SET = {
    "title": "Weather",
    "scenarios": ["flood", "boom"],
    "exclusive_and_exhaustive": True,
    "because": "Nothing else can be.",
    "probabilities": {"flood": 0.75, "boom": 0.25},
}
"""Both scenarios, declared to leave nothing out."""
