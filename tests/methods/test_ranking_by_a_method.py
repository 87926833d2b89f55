"""`rank` by a method other than the house model: what it says, and how it refuses."""

from typing import Any

import pytest

from projects import decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.documents.definitions import Definitions
from steelyard.errors import MethodRefusedError
from steelyard.headline import headline

SCORES = {"a": ((1, 2, 3), 8), "b": ((6, 7, 8), 2), "c": (5, 5)}


def _small(worst: float = 0) -> Definitions:
    criteria: dict[str, dict[str, Any]] = {"x": quantity(worst, 10), "y": quantity(worst, 10)}
    return loaded(decision(criteria, SCORES, {"even": weight_set("direct", judgements={"x": 1, "y": 1})}))


def test_totals_are_the_methods_and_contributions_the_house_models() -> None:
    """By hand, products 2 x 8 = 16, 7 x 2 = 14 and 5 x 5 = 25 under a root, over the highest."""
    methods = {method.title: name for name, method in assess.methods.items()}
    valuation = assess.rank(_small(), method=methods["weighted product"]).valuation
    assert valuation.totals.tolist() == pytest.approx([(16 / 25) ** 0.5, (14 / 25) ** 0.5, 1])
    assert valuation.above_baseline.tolist() == pytest.approx([0, 14**0.5 / 5 - 0.8, 0.2])
    assert valuation.ranks == (2, 3, 1)
    assert valuation.contributions.sum(axis=1).tolist() == pytest.approx([0.5, 0.45, 0.5])


def test_the_headline_says_that_it_is_an_audit() -> None:
    """Never a vote, and nothing of closeness; the house model says nothing of the kind."""
    definitions = _small()
    said = headline(assess.rank(definitions, method="copeland"), definitions)
    assert said[0].startswith("An audit by Copeland's rule, never a vote: the decision is ranked by the additive model")
    # x prefers b, c, a and y prefers a, c, b: every pair is split evenly.
    assert said[1] == "Option a and Option b and Option c share first place."
    assert not any("Too close" in sentence for sentence in said)
    house = headline(assess.rank(definitions), definitions)
    assert not any("audit" in sentence for sentence in house)
    assert any("Too close" in sentence for sentence in house)


def test_a_method_that_cannot_take_the_scales_says_why() -> None:
    """A scale with negative numbers has no ratios: the refusal names the method, the reason and the criteria."""
    with pytest.raises(MethodRefusedError) as refusal:
        assess.rank(_small(worst=-1), method="copras")
    assert str(refusal.value) == (
        "COPRAS cannot rank this decision: it needs ratio scales, which levels and scales with negative numbers are "
        "not: it cannot take x and y"
    )
