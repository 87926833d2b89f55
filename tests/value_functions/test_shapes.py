"""What each shape makes of its settings; published numbers stand in `published/test_piecewise_value_functions.py`."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odd_projects import criteria, ends_of
from projects import quantity
from steelyard.bench import curve_of
from steelyard.contracts import ValueFunction
from steelyard.documents.criterion import Criterion
from steelyard.results.curve import STEEPEST, Curve
from steelyard.value_functions import shelf


def _curve(worst: float, best: float, **shape: object) -> Curve:
    return curve_of(Criterion.model_validate({"id": "a", **quantity(worst, best, **shape)}))


def _levels(better: str, numbers: list[float], values: dict[str, float] | None) -> Curve:
    said: dict[str, Any] = quantity(0, 1) | {"better": better}
    said["scale"] = {
        "kind": "levels",
        "levels": [{"value": each, "label": f"L{each}", "anchor": f"A{each}"} for each in numbers],
    }
    if values is not None:
        said["value_function"] = {"shape": "levels", "values": values}
    return curve_of(Criterion.model_validate({"id": "a", **said}))


def test_the_shelf_holds_the_four_shapes() -> None:
    """Linear, piecewise, threshold and levels are on offer, each a value function."""
    assert {"levels", "linear", "piecewise", "threshold"} <= set(shelf)
    assert all(isinstance(shelf[name], ValueFunction) for name in shelf)


def test_linear_joins_the_ends_of_the_scale() -> None:
    """Worst is worth 0, best 1, whichever is the larger number; outside, value clips."""
    assert _curve(0, 4).value(1) == 0.25
    assert _curve(10, 0).value(2.5) == 0.75
    assert (_curve(10, 0).value(-5), _curve(10, 0).value(15)) == (1, 0)


def test_linear_may_go_on_beyond_the_ends() -> None:
    """With `outside: extrapolate` the line goes on: five units beyond ten are worth another half."""
    assert _curve(0, 10, shape="linear", outside="extrapolate").value(15) == 1.5
    assert _curve(10, 0, shape="linear", outside="extrapolate").value(15) == -0.5


def test_threshold_is_a_ramp() -> None:
    """Nothing up to `from`, all from `to`, a straight line between, in either direction."""
    rising = _curve(0, 10, shape="threshold", **{"from": 2, "to": 4})
    assert [rising.value(x) for x in (0, 2, 3, 4, 10)] == [0, 0, 0.5, 1, 1]
    falling = _curve(10, 0, shape="threshold", **{"from": 8, "to": 4})
    assert [falling.value(x) for x in (10, 8, 5, 4, 0)] == [0, 0, 0.75, 1, 1]
    whole = _curve(0, 10, shape="threshold", **{"from": 0, "to": 10})
    assert whole.x == (0, 10)


def test_levels_have_the_values_stated() -> None:
    """Each level is worth what is stated, and half levels lie on the line between."""
    curve = _levels("more", [0, 1, 2, 3], {"0": 0, "1": 0.5, "2": 0.8, "3": 1})
    assert [curve.value(x) for x in (0, 0.5, 1, 2, 3)] == pytest.approx([0, 0.25, 0.5, 0.8, 1], abs=1e-15)
    turned = _levels("less", [0, 1, 2], {"0": 1, "1.0": 0.25, "2": 0})
    assert turned.value(1) == 0.25


@pytest.mark.parametrize(
    ("worst", "best", "shape", "said"),
    [
        (
            0,
            4,
            {"shape": "piecewise", "points": [[0, 0], [0, 0.5], [4, 1]]},
            "two points stand at the same number",
        ),
        (0, 4, {"shape": "piecewise", "points": [[0, 0], [3, 1]]}, "from value 0 at the worst end"),
        (0, 4, {"shape": "piecewise", "points": [[0, 0.1], [4, 1]]}, "from value 0 at the worst end"),
        (0, 4, {"shape": "piecewise", "points": [[0, 1], [4, 0]]}, "from value 0 at the worst end"),
        (
            0,
            4,
            {"shape": "piecewise", "points": [[0, 0], [1, 0.6], [2, 0.5], [4, 1]]},
            "values must never fall",
        ),
        (
            4,
            0,
            {"shape": "piecewise", "points": [[4, 0], [1, 0.5], [2, 0.6], [0, 1]]},
            "values must never fall",
        ),
        (0, 4, {"shape": "threshold", "from": 3, "to": 3}, "`from` must come first and `to` after it"),
        (0, 4, {"shape": "threshold", "from": 3, "to": 2}, "`from` must come first and `to` after it"),
        (0, 4, {"shape": "threshold", "from": -1, "to": 2}, "`from` must come first and `to` after it"),
        (4, 0, {"shape": "threshold", "from": 2, "to": 3}, "`from` must come first and `to` after it"),
        (0, 4, {"shape": "levels", "values": {"0": 0, "4": 1}}, "it needs a scale of levels"),
        (2, 2, {"shape": "linear"}, "worst and best are the same number"),
        (0, 1e-16, {"shape": "linear"}, "too close together"),
    ],
)
def test_settings_that_do_not_fit_are_refused(worst: float, best: float, shape: dict[str, Any], said: str) -> None:
    """Settings that contradict the scale, or themselves, are refused in a sentence."""
    with pytest.raises(ValueError, match=said):
        _curve(worst, best, **shape)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"0": 0, "2": 1}, "it states no value for level 1"),
        ({"0": 0, "1": 0.5, "2": 1, "3": 1}, "it states a value for 3, which is no level"),
        ({"0": 0, "1": 0.5, "1.0": 0.7, "2": 1}, "it states two values for one level"),
        ({"0": 0, "1": 1.5, "2": 1}, "values must never fall"),
    ],
)
def test_levels_and_their_values_must_match(values: dict[str, float], said: str) -> None:
    """Every level has a value, nothing else has, and value never falls towards the best."""
    with pytest.raises(ValueError, match=said):
        _levels("more", [0, 1, 2], values)


@pytest.mark.parametrize(
    ("x", "v"),
    [((0,), (0,)), ((0, 1), (0,)), ((0, 0), (0, 1)), ((1, 0), (0, 1)), ((0, 1 / STEEPEST / 2), (0, 1))],
)
def test_a_curve_needs_rising_breakpoints(x: tuple[float, ...], v: tuple[float, ...]) -> None:
    """One breakpoint, unequal lengths, and numbers that do not rise or cannot be told apart make no curve."""
    with pytest.raises(ValueError, match="breakpoints"):
        Curve(x, v)


@given(st.data())
def test_every_shape_runs_from_0_at_worst_to_1_at_best_and_never_back(data: st.DataObject) -> None:
    """Whatever the shape and scale, worst is worth 0, best 1, and a better number is never worth less."""
    said = data.draw(criteria("all", odd=False))
    curve = curve_of(Criterion.model_validate({"id": "a", **said}, strict=False))
    worst, best = ends_of(said)
    assert (curve.value(worst), curve.value(best)) == (0, 1)
    parts = [worst * (1 - step / 16) + best * step / 16 for step in range(17)]
    values = [curve.value(x) for x in parts]
    assert all(before <= after + 1e-12 for before, after in pairwise(values))
