"""Groups times within, with judged ranges, worked by hand; no paper, but every step can be followed.

Three criteria. `breadth` and `depth` form the group `reach`; `speed` alone forms `pace`.

    breadth  0 to 4, more is better, linear; its swing was judged on the range 1 to 3
    depth    20 to 0, less is better, linear; its swing was judged on the full scale
    speed    0 to 10, more is better, through (0, 0), (2, 4/5), (10, 1); judged on the range 2 to 10

Points: reach 100, pace 60; within reach breadth 100, depth 50; within pace speed 100. Dealt out to criteria:

    breadth  100 * 100/150 = 200/3      depth  100 * 50/150 = 100/3      speed  60 * 100/100 = 60

The judged ranges span value of 2/4 = 1/2 (breadth), 1 (depth) and 1 - 4/5 = 1/5 (speed). A share of the full
scale is proportional to points over the value spanned:

    breadth  (200/3) / (1/2) = 400/3    depth  (100/3) / 1 = 100/3       speed  60 / (1/5) = 300 = 900/3

and these sum to 1400/3, so the shares are 4/14 = 2/7, 1/14 and 9/14.

The option scores 2, 5 and 6: values 2/4 = 1/2, 15/20 = 3/4 and 4/5 + 1/5 * 4/8 = 9/10. Its total is

    2/7 * 1/2 + 1/14 * 3/4 + 9/14 * 9/10 = 40/280 + 15/280 + 162/280 = 217/280 = 31/40

The baseline scores 1, 20 and 2: values 1/4, 0 and 4/5. Its total is

    2/7 * 1/4 + 0 + 9/14 * 4/5 = 5/70 + 36/70 = 41/70 = 164/280

so the option is 53/280 above it.
"""

from fractions import Fraction
from pathlib import Path

import pytest

from steelyard import assess
from steelyard.results.valuation import Valuation

FILES = {
    "steelyard.yaml": """
schema_version: 1
title: Worked by hand
question: Is it better than nothing?
owner: a test
as_of: 2026-01-01
standpoint: a reader with a pencil
horizon: 2030
baseline: nothing
default_weights: tree
groups:
  reach: {title: Reach}
  pace: {title: Pace}
""",
    "criteria/breadth.yaml": """
id: breadth
title: Breadth
group: reach
question: How wide?
better: more
scale: {kind: quantity, unit: steps, worst: 0, best: 4}
""",
    "criteria/depth.yaml": """
id: depth
title: Depth
group: reach
question: How deep?
better: less
scale: {kind: quantity, unit: metres, worst: 20, best: 0}
""",
    "criteria/speed.yaml": """
id: speed
title: Speed
group: pace
question: How fast?
better: more
scale: {kind: quantity, unit: knots, worst: 0, best: 10}
value_function: {shape: piecewise, points: [[0, 0], [2, 0.8], [10, 1]]}
""",
    "criteria/weights/tree.yaml": """
id: tree
title: A tree
whose: a test's
status: illustrative
why: To follow it by hand.
method: swing
groups: {reach: 100, pace: 60}
within:
  reach: {breadth: 100, depth: 50}
  pace: {speed: 100}
ranges:
  breadth: [1, 3]
  speed: [2, 10]
""",
    "options/nothing.yaml": """
id: nothing
title: Nothing
role: baseline
summary: Leave it.
scores:
  breadth: {value: 1, confidence: high, rationale: It is so., basis: definition}
  depth: {value: 20, confidence: high, rationale: It is so., basis: definition}
  speed: {value: 2, confidence: high, rationale: It is so., basis: definition}
""",
    "options/something.yaml": """
id: something
title: Something
summary: Do it.
scores:
  breadth: {value: 2, low: 1, high: 3, confidence: high, rationale: About half., basis: judgement}
  depth: {value: 5, low: 4, high: 6, confidence: high, rationale: Shallow., basis: judgement}
  speed: {value: 6, low: 5, high: 7, confidence: high, rationale: Half way up., basis: judgement}
""",
}


@pytest.fixture
def valuation(tmp_path: Path) -> Valuation:
    """The valuation of the files above."""
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    definitions, _ = assess.load(tmp_path)
    return assess.rank(definitions).valuation


def _column(valuation: Valuation, criterion: str) -> int:
    return valuation.criteria.index(criterion)


def test_shares_follow_from_points_and_judged_ranges(valuation: Valuation) -> None:
    """Shares are 2/7, 1/14 and 9/14: points over the value that each judged range spans, normalised."""
    shares = {name: float(share) for name, share in zip(valuation.criteria, valuation.shares, strict=True)}
    assert shares["breadth"] == pytest.approx(float(Fraction(2, 7)), abs=1e-15)
    assert shares["depth"] == pytest.approx(float(Fraction(1, 14)), abs=1e-15)
    assert shares["speed"] == pytest.approx(float(Fraction(9, 14)), abs=1e-15)


def test_values_lie_on_the_curves(valuation: Valuation) -> None:
    """The option is worth 1/2, 3/4 and 9/10; the baseline 1/4, 0 and 4/5."""
    nothing, something = valuation.values
    columns = [_column(valuation, name) for name in ("breadth", "depth", "speed")]
    assert something[columns] == pytest.approx([0.5, 0.75, 0.9], abs=1e-15)
    assert nothing[columns] == pytest.approx([0.25, 0, 0.8], abs=1e-15)


def test_totals_and_the_lead_over_the_baseline(valuation: Valuation) -> None:
    """The option totals 31/40 and the baseline 41/70, which leaves 53/280 between them."""
    assert valuation.options == ("nothing", "something")
    assert valuation.totals == pytest.approx([float(Fraction(41, 70)), float(Fraction(31, 40))], abs=1e-15)
    assert valuation.above_baseline == pytest.approx([0, float(Fraction(53, 280))], abs=1e-15)
    assert valuation.margin == pytest.approx(float(Fraction(53, 280)), abs=1e-15)
    assert valuation.ranks == (2, 1)
