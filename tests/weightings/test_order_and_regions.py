"""Rule W010 where judgements settle no points: an order is contradicted only where no weights admitted agree."""

from pathlib import Path

import pytest

from projects import decision, lay_out, quantity, weight_set
from steelyard.check import check


def _found(folder: Path, weights: dict[str, object]) -> list[tuple[str, str]]:
    """What W010 says of the order of a weight set, and how far along the order it points."""
    criteria = {name: quantity(0, 4, group="g" if name != "d" else "h") for name in ("a", "b", "c", "d")}
    method = str(weights.pop("method"))
    files = decision(criteria, {"stay": (0, 1, 2, 3), "go": (3, 2, 1, 0)}, {"w": weight_set(method, **weights)})
    return [(each.message, each.severity) for each in check(lay_out(files, folder)) if each.code == "W010"]


@pytest.mark.parametrize(
    "weights",
    [
        # `c` has the larger point (1/4 against 1/8), but nothing is said of it.
        {"method": "orderings", "judgements": {"a": ["b"], "c": [], "d": []}, "order": ["a", "b", "c", "d"]},
        # `b` has the larger point, but `a` may well weigh more.
        {
            "method": "intervals",
            "judgements": {"a": [0.1, 0.3], "b": [0.2, 0.3], "c": [0.2, 0.3], "d": [0.2, 0.3]},
            "order": ["a", "b"],
        },
        {"method": "rank-order", "judgements": {"a": 1, "b": 1, "c": 2, "d": 3}, "order": ["b", "a", "c", "d"]},
        # Groups are held against groups only: `d` of the lesser group may still outweigh each of the other.
        {
            "method": "rank-order",
            "groups": {"g": 1, "h": 2},
            "within": {"g": {"a": 1, "b": 2, "c": 3}, "h": {"d": 1}},
            "order": ["g", "h", "d", "a", "b"],
        },
    ],
)
def test_an_order_that_some_weights_agree_with_is_none_of_its_business(
    tmp_path: Path, weights: dict[str, object]
) -> None:
    """The point that stands for a region proves nothing against an order."""
    assert _found(tmp_path, weights) == []


@pytest.mark.parametrize(
    ("weights", "first", "second"),
    [
        # That `a` is above `c` follows from two lines.
        ({"method": "orderings", "judgements": {"a": ["b"], "b": ["c"], "d": []}, "order": ["c", "a"]}, "c", "a"),
        (
            {
                "method": "intervals",
                "judgements": {"a": [0.1, 0.2], "b": [0.3, 0.4], "c": [0.2, 0.4], "d": [0.1, 0.3]},
                "order": ["c", "a", "b", "d"],
            },
            "a",
            "b",
        ),
        ({"method": "rank-order", "judgements": {"a": 1, "b": 2, "c": 3, "d": 4}, "order": ["a", "d", "c"]}, "d", "c"),
        (
            {
                "method": "rank-order",
                "groups": {"g": 1, "h": 2},
                "within": {"g": {"a": 1, "b": 2, "c": 3}, "h": {"d": 1}},
                "order": ["h", "g"],
            },
            "h",
            "g",
        ),
    ],
)
def test_an_order_that_no_weights_agree_with_is_found(
    tmp_path: Path, weights: dict[str, object], first: str, second: str
) -> None:
    """Whether it is said outright, follows from what is said, or from bounds that do not meet."""
    said = f"the order of 'w' ranks '{first}' before '{second}', but by its judgements '{second}' is the more important"
    assert _found(tmp_path, weights) == [(said, "error")]
