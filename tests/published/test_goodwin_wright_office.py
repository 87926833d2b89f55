"""Case 38: where to put an office, by swing weights.

Goodwin & Wright, Decision Analysis for Management Judgment, Wiley, chapter 3. The case was typed from memory
of the book: its numbers agree with one another to the last digit, but were not checked against a copy.
"""

from collections.abc import Sequence

import pytest

from projects import decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.model.dominance import dominated
from steelyard.results.valuation import Valuation

ATTRIBUTES = ("a-closeness", "b-visibility", "c-image", "d-size", "e-comfort", "f-parking")
VALUES = {
    "addison-square": (100, 60, 100, 75, 0, 90),
    "bilton-village": (20, 80, 10, 30, 100, 30),
    "carlisle-walk": (80, 70, 0, 0, 10, 100),
    "denver-street": (70, 50, 30, 55, 30, 90),
    "elton-street": (40, 60, 90, 100, 60, 70),
    "filton-village": (0, 0, 70, 0, 80, 0),
    "gorton-square": (60, 100, 20, 50, 50, 80),
}

ANNUAL_COST = {
    "addison-square": 30_000,
    "bilton-village": 15_000,
    "carlisle-walk": 5_000,
    "denver-street": 12_000,
    "elton-street": 30_000,
    "filton-village": 15_000,
    "gorton-square": 10_000,
}
ROUNDED = (32, 26, 23, 10, 6, 3)


def _valuation(method: str, points: Sequence[float]) -> Valuation:
    judgements = dict(zip(ATTRIBUTES, points, strict=True))
    criteria = {name: quantity(0, 100) for name in ATTRIBUTES}
    files = decision(criteria, VALUES, {"book": weight_set(method, judgements=judgements)})
    return assess.rank(loaded(files)).valuation


def _benefits(valuation: Valuation) -> dict[str, float]:
    """Totals on the book's scale from 0 to 100."""
    return {name: 100 * float(total) for name, total in zip(valuation.options, valuation.totals, strict=True)}


def test_swings_become_the_printed_weights() -> None:
    """Swings of 100, 80, 70, 30, 20 and 10 are 32, 26, 23, 10, 6 and 3 per cent of the weight, as printed."""
    shares = _valuation("swing", (100, 80, 70, 30, 20, 10)).shares
    assert [100 * share for share in shares] == pytest.approx([32, 26, 23, 10, 6, 3], abs=0.5)
    assert [round(100 * share) for share in shares.tolist()] == [32, 26, 23, 10, 6, 3]


def test_benefits_with_the_rounded_weights_as_printed() -> None:
    """The book goes on with the swings' shares rounded to whole per cent; so rounded, every benefit is as printed."""
    shares = _valuation("swing", (100, 80, 70, 30, 20, 10)).shares
    found = _benefits(_valuation("direct", [round(100 * share) for share in shares.tolist()]))
    assert found["addison-square"] == pytest.approx(80.8, abs=1e-9)
    assert found["bilton-village"] == pytest.approx(39.4, abs=1e-9)
    assert found["carlisle-walk"] == pytest.approx(47.4, abs=1e-9)
    assert found["denver-street"] == pytest.approx(52.3, abs=1e-9)
    assert found["elton-street"] == pytest.approx(64.8, abs=1e-9)
    assert found["filton-village"] == pytest.approx(20.9, abs=1e-9)
    assert found["gorton-square"] == pytest.approx(60.2, abs=1e-9)


def test_benefits_with_the_weights_unrounded() -> None:
    """With the swings themselves as weights, every aggregate benefit is as derived, to four places."""
    found = _benefits(_valuation("swing", (100, 80, 70, 30, 20, 10)))
    assert found["addison-square"] == pytest.approx(80.4839, abs=0.00005)
    assert found["bilton-village"] == pytest.approx(39.6774, abs=0.00005)
    assert found["carlisle-walk"] == pytest.approx(47.7419, abs=0.00005)
    assert found["denver-street"] == pytest.approx(52.4194, abs=0.00005)
    assert found["elton-street"] == pytest.approx(64.5161, abs=0.00005)
    assert found["filton-village"] == pytest.approx(20.9677, abs=0.00005)
    assert found["gorton-square"] == pytest.approx(60.3226, abs=0.00005)


def test_benefits_with_the_weights_of_the_order_alone() -> None:
    """With the centroid weights of the swings' order, every aggregate benefit is as derived, to four places."""
    found = _benefits(_valuation("rank-order", (1, 2, 3, 4, 5, 6)))
    assert found["addison-square"] == pytest.approx(81.375, abs=0.00005)
    assert found["bilton-village"] == pytest.approx(39.1111, abs=0.00005)
    assert found["carlisle-walk"] == pytest.approx(52.9722, abs=0.00005)
    assert found["denver-street"] == pytest.approx(55.4028, abs=0.00005)
    assert found["elton-street"] == pytest.approx(60.9722, abs=0.00005)
    assert found["filton-village"] == pytest.approx(15.9722, abs=0.00005)
    assert found["gorton-square"] == pytest.approx(62.25, abs=0.00005)


def test_the_efficient_frontier_as_printed() -> None:
    """Benefit against annual cost leaves three offices: each other is no cheaper and no better than one of these.

    Addison Square costs what Elton Street does and is worth more; Gorton Square is cheaper and worth more than the
    other three that fall out.
    """
    benefits = _benefits(_valuation("direct", ROUNDED))
    names = list(ANNUAL_COST)
    above = dominated([(benefits[name], -float(ANNUAL_COST[name])) for name in names])
    assert [name for row, name in enumerate(names) if row not in above] == [
        "addison-square",
        "carlisle-walk",
        "gorton-square",
    ]
    addison, gorton = names.index("addison-square"), names.index("gorton-square")
    assert above[names.index("elton-street")] == addison
    assert above[names.index("denver-street")] == gorton
