from typing import Any

from projects import Files, decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.results.exhibit import Exhibit


def assumption(quality: str, impact: str, review_by: str = "2030-01-01", **more: Any) -> dict[str, Any]:  # noqa: ANN401 - as in YAML
    """An assumption with these ratings."""
    return {
        "statement": "What is\n  taken for granted.",
        "effect": "It changes.",
        "quality": quality,
        "impact": impact,
        "owner": "a test",
        "on": "2026-01-01",
        "review_by": review_by,
        **more,
    }


def _files(**log: dict[str, Any]) -> Files:
    files = decision({"x": quantity(0, 4)}, {"a": (1,), "b": (3,)}, {"even": weight_set("equal")})
    files["assumptions.yaml"] = {"assumptions": log}
    return files


def _exhibits(files: Files) -> tuple[Exhibit, ...]:
    return assess.exhibits(loaded(files), ["assumptions"])


def test_the_riskiest_stand_on_top() -> None:
    """High impact on low quality first, then by how far impact exceeds quality, by impact, and by the review date."""
    shown = _exhibits(
        _files(
            solid=assumption("high", "low"),
            late=assumption("low", "moderate", "2031-01-01"),
            both=assumption("high", "high"),
            neither=assumption("low", "low"),
            soon=assumption("low", "moderate", "2029-01-01"),
            worst=assumption("low", "high", bears_on=["x", "b"], evidence=["made-up#said"]),
            heavy=assumption("moderate", "high"),
        )
    )
    order = ["worst", "heavy", "soon", "late", "both", "neither", "solid"]
    assert [[row[0] for row in each.rows] for each in shown] == [order, order]
    assert shown[0].rows[0] == ("worst", "What is taken for granted.", "It changes.", "high", "low")
    assert shown[1].rows[0] == ("worst", "a test", "2026-01-01", "2030-01-01", "x, b", "made-up#said")
    assert shown[1].rows[1][-2:] == (None, None)
    assert shown[0].takeaways == (
        "7 assumptions: 1 of high impact and low quality, 6 without evidence.",
        "The earliest review is due by 2029-01-01.",
    )


def test_without_a_log_there_is_nothing_to_show() -> None:
    """A decision without the file, or with an empty log, has no such exhibit."""
    files = _files()
    assert _exhibits(files) == ()
    del files["assumptions.yaml"]
    assert _exhibits(files) == ()
