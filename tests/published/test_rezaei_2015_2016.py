"""Case 26: the best-worst method, linear and nonlinear, on the modes of transport and on a car.

Rezaei (2015), Best-worst multi-criteria decision-making method, Omega 53, 49-57 (modes of transport; printed digits
are cut, not rounded); Rezaei (2016), Best-worst multi-criteria decision-making method: some properties and a linear
model, Omega 64, 126-130, tables 2 to 4 (a car).
"""

import numpy as np
import pytest

from steelyard.contracts import Judged
from steelyard.model.best_worst import Compared, consistency_index, nonlinear
from steelyard.results.weighed import Weighed
from steelyard.weightings import shelf

TRANSPORT = {"c3": {"c1": 8, "c2": 2}, "c2": {"c1": 5}}
CAR = ["quality", "price", "comfort", "safety", "style"]


def _car(of_best: list[float], over_worst: list[float]) -> dict[str, dict[str, float]]:
    """The comparisons of price, the best, and with style, the worst, from two rows as printed."""
    over = {
        name: {"style": number} for name, number in zip(CAR, over_worst, strict=True) if name not in ("price", "style")
    }
    best = {name: number for name, number in zip(CAR, of_best, strict=True) if name != "price"}
    return {"price": best, **over}


FIRST = _car([2, 1, 4, 2, 8], [4, 8, 2, 4, 1])
SECOND = _car([2, 1, 4, 3, 8], [4, 8, 2, 3, 1])
THIRD = _car([2, 1, 4, 3, 8], [4, 8, 4, 2, 1])


def _weighed(judgements: dict[str, dict[str, float]], variant: str) -> Weighed:
    return shelf["best-worst"].weigh(Judged(judgements, CAR, variant))


def _value(weighed: Weighed, measure: str) -> float:
    return next(fact.value for fact in weighed.consistency if fact.measure == measure)


def test_modes_of_transport_as_printed() -> None:
    """The nonlinear weights are 0.071, 0.338 and 0.589, with a deviation of 0.26: exactly 4 less the root of 14."""
    weighed = shelf["best-worst"].weigh(Judged(TRANSPORT, ["c1", "c2", "c3"], "nonlinear"))
    assert list(weighed.points.values()) == pytest.approx([0.071, 0.338, 0.589], abs=0.0015)
    assert weighed.region is None
    deviation = _value(weighed, "consistency ratio") * consistency_index(8)
    assert deviation == pytest.approx(0.26, abs=0.005)
    assert deviation == pytest.approx(4 - np.sqrt(14), abs=1e-12)


@pytest.mark.parametrize("variant", ["linear", "nonlinear"])
def test_comparisons_of_a_car_that_fit(variant: str) -> None:
    """In the first example all fit: 0.2105, 0.4211, 0.1053, 0.2105 and 0.0526 in either variant."""
    weighed = _weighed(FIRST, variant)
    assert list(weighed.points.values()) == pytest.approx([0.2105, 0.4211, 0.1053, 0.2105, 0.0526], abs=0.00005)
    assert all(fact.value == pytest.approx(0, abs=1e-8) for fact in weighed.consistency)
    assert weighed.region is None


def test_the_linear_weights_of_the_second_example() -> None:
    """They are 0.2295, 0.4481, 0.1148, 0.1530 and 0.0546, and miss by 0.0109, as printed."""
    weighed = _weighed(SECOND, "linear")
    assert list(weighed.points.values()) == pytest.approx([0.2295, 0.4481, 0.1148, 0.1530, 0.0546], abs=0.00005)
    assert _value(weighed, "miss") == pytest.approx(0.0109, abs=0.00005)


def test_the_intervals_of_the_second_example() -> None:
    """Nonlinear, the deviation is 0.1459 and each weight lies in the printed interval, its middle standing for it."""
    weighed = _weighed(SECOND, "nonlinear")
    printed = [(0.2145, 0.2289), (0.4461, 0.4571), (0.1085, 0.1176), (0.1563, 0.1602), (0.0548, 0.0561)]
    assert weighed.region is not None
    for name, (least, most) in zip(CAR, printed, strict=True):
        assert weighed.region.least[name] == pytest.approx(least, abs=0.000051)
        assert weighed.region.most[name] == pytest.approx(most, abs=0.000051)
        assert weighed.points[name] == pytest.approx((least + most) / 2, abs=0.0001)
    assert _value(weighed, "consistency ratio") * consistency_index(8) == pytest.approx(0.1459, abs=0.00005)


def test_the_deviation_of_the_third_example() -> None:
    """Nonlinear, it is 1, as printed: (4 - 1)(4 - 1) is 8 + 1."""
    assert _value(_weighed(THIRD, "nonlinear"), "consistency ratio") * consistency_index(8) == pytest.approx(
        1, abs=1e-9
    )


def test_the_printed_consistency_index() -> None:
    """For a best that counts 1 to 9 times the worst it is 0, 0.44, 1, 1.63, 2.30, 3, 3.73, 4.47 and 5.23."""
    printed = [0, 0.44, 1.0, 1.63, 2.3, 3.0, 3.73, 4.47, 5.23]
    assert [consistency_index(times) for times in range(1, 10)] == pytest.approx(printed, abs=0.005)


def test_intervals_are_those_of_all_weights_that_deviate_no_more() -> None:
    """In the second example the best and safety are settled by the worst; quality and comfort move, each by itself."""
    found = nonlinear(Compared(1, 4, np.array([2.0, 1, 4, 3, 8]), np.array([4.0, 8, 2, 3, 1])))
    off = found.deviation
    price, safety, style = 8 + off, 3 - off, 1.0
    quality = max(4 - off, price / (2 + off)), min(4 + off, price / (2 - off))
    comfort = max(2 - off, price / (4 + off)), min(2 + off, price / (4 - off))
    weights = np.array([[one, price, two, safety, style] for one in quality for two in comfort])
    shares = weights / weights.sum(axis=1, keepdims=True)
    assert shares.min(axis=0) == pytest.approx(found.least, abs=1e-9)
    assert shares.max(axis=0) == pytest.approx(found.most, abs=1e-9)
