"""Case 07: piecewise-linear value functions, rising and falling, within and beyond their breakpoints.

R package smaa 0.3-2, tests/pvf.R; R package MCDA 0.0.24, the test of
applyPiecewiseLinearValueFunctionsOnPerformanceTable, with the transport example of Jacquet-Lagreze & Siskos
(1982), European Journal of Operational Research 10(2), 151-164.
"""

from typing import Literal

import numpy as np
import pytest

from projects import decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.bench import curve_of
from steelyard.documents.criterion import Criterion
from steelyard.model.additive import values_along
from steelyard.results.curve import Curve

RISING = {"x": [-0.15, 0.0, 0.25, 0.35], "v": [0.0, 0.1, 0.9, 1.0]}
FALLING = {"x": [50.0, 75.0, 90.0, 100.0], "v": [1.0, 0.8, 0.5, 0.0]}
Outside = Literal["clip", "extrapolate"]


def _curve(breakpoints: dict[str, list[float]], outside: Outside = "clip") -> Curve:
    """The curve that the shape `piecewise` makes of breakpoints on a scale that they span."""
    x, v = breakpoints["x"], breakpoints["v"]
    worst, best = (x[0], x[-1]) if v[0] == 0 else (x[-1], x[0])
    points = [[at, value] for at, value in zip(x, v, strict=True)]
    said = quantity(worst, best, shape="piecewise", points=points, outside=outside)
    return curve_of(Criterion.model_validate({"id": "a", **said}))


@pytest.mark.parametrize(("x", "value"), [(0.35, 1), (-0.15, 0), (0, 0.1), (0.25, 0.9), (0.1, 0.42)])
def test_a_rising_function(x: float, value: float) -> None:
    """A rising function has the published values at its breakpoints and between them."""
    assert _curve(RISING).value(x) == pytest.approx(value, abs=1e-12)
    assert values_along(_curve(RISING), np.array([x])) == pytest.approx([value], abs=1e-12)


@pytest.mark.parametrize(("x", "value"), [(50, 1), (60, 0.92), (75, 0.8), (90, 0.5), (100, 0)])
def test_a_falling_function(x: float, value: float) -> None:
    """A falling function has the published values at its breakpoints and between them."""
    assert _curve(FALLING).value(x) == pytest.approx(value, abs=1e-12)
    assert values_along(_curve(FALLING), np.array([x])) == pytest.approx([value], abs=1e-12)


@pytest.mark.parametrize(("x", "clipped", "on"), [(10, 1, 1.32), (40, 1, 1.08), (101, 0, -0.05), (120, 0, -1)])
def test_beyond_the_breakpoints(x: float, clipped: float, on: float) -> None:
    """Beyond its ends a function clips to the nearest end, or goes on along its last line where it may."""
    assert _curve(FALLING, "clip").value(x) == pytest.approx(clipped, abs=1e-12)
    assert _curve(FALLING, "extrapolate").value(x) == pytest.approx(on, abs=1e-12)
    assert values_along(_curve(FALLING, "clip"), np.array([x])) == pytest.approx([clipped], abs=1e-12)
    assert values_along(_curve(FALLING, "extrapolate"), np.array([x])) == pytest.approx([on], abs=1e-12)


TABLE = {
    "rer": (0.08125, 0.9, 0),
    "metro1": (0.075, 0.025, 0.0125),
    "metro2": (0.0875, 0.025, 0),
    "bus": (0.0625, 0, 0),
    "taxi": (0, 0, 0.0125),
}
"""Published marginal values of price, time and comfort."""
PERFORMANCE = {
    "rer": (3, 10, 1),
    "metro1": (4, 20, 2),
    "metro2": (2, 20, 0),
    "bus": (6, 40, 0),
    "taxi": (30, 30, 3),
}


@pytest.mark.parametrize("option", list(TABLE))
def test_the_transport_table_by_its_curves(option: str) -> None:
    """Each performance has its published marginal value on the curve of its criterion."""
    price = Curve(x=(2, 16, 30), v=(0.0875, 0, 0))
    time = Curve(x=(10, 20, 30, 40), v=(0.9, 0.025, 0, 0))
    comfort = Curve(x=(0, 1, 2, 3), v=(0, 0, 0.0125, 0.0125))
    found = [curve.value(x) for curve, x in zip((price, time, comfort), PERFORMANCE[option], strict=True)]
    assert found == pytest.approx(TABLE[option], abs=1e-12)


def test_the_transport_table_by_a_decision() -> None:
    """The published marginal values are the contributions of a decision whose shares are the functions' tops.

    The tops 0.0875, 0.9 and 0.0125 sum to 1, so each function is its top (the criterion's share) times the
    same function scaled to run from 0 to 1.
    """
    criteria = {
        "a-price": quantity(30, 2, shape="piecewise", points=[[30, 0], [16, 0], [2, 1]]),
        "b-time": quantity(40, 10, shape="piecewise", points=[[40, 0], [30, 0], [20, 0.025 / 0.9], [10, 1]]),
        "c-comfort": quantity(0, 3, shape="piecewise", points=[[0, 0], [1, 0], [2, 1], [3, 1]]),
    }
    points = {"a-price": 0.0875, "b-time": 0.9, "c-comfort": 0.0125}
    files = decision(criteria, PERFORMANCE, {"tops": weight_set("direct", judgements=points)})
    valuation = assess.rank(loaded(files)).valuation
    for option, contributions in zip(valuation.options, valuation.contributions, strict=True):
        assert contributions == pytest.approx(TABLE[option], abs=1e-12)
