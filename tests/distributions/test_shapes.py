"""What each distribution makes of a range and its settings, by hand and by properties that all of them share."""

from importlib import import_module
from itertools import pairwise
from math import exp, log, sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steelyard.contracts import Bounds, Distribution
from steelyard.distributions import shelf
from steelyard.results.spread import Spread

Z95 = 1.6448536269514722
"""The 95th percentile of the standard normal distribution, as tables print it."""


def spread(shape: str, low: float = 0, value: float = 0.5, high: float = 1, outside: float = 0, **said: Any) -> Spread:  # noqa: ANN401 - settings are of any kind
    """A spread of a shape."""
    member = shelf[shape]
    return member.fit(member.settings.model_validate(said), Bounds(low, value, high, outside))


SPREADS = {
    "triangle": spread("triangular", 2, 3, 7),
    "triangle at its low end": spread("triangular", 2, 2, 7),
    "triangle at its high end": spread("triangular", 2, 7, 7),
    "triangle through percentiles": spread("triangular", 2, 3, 7, 0.05),
    "triangle through percentiles at an end": spread("triangular", 2, 2, 7, 0.05),
    "uniform": spread("uniform", -1, 0, 3),
    "uniform through percentiles": spread("uniform", -1, 0, 3, 0.05),
    "PERT": spread("pert", 2, 3, 7),
    "PERT at its low end": spread("pert", 2, 2, 7),
    "PERT through percentiles": spread("pert", 2, 3, 7, 0.05),
    "PERT through percentiles at an end": spread("pert", 2, 7, 7, 0.1),
    "normal": spread("normal", value=3, sd=2),
    "normal through percentiles": spread("normal", 1, 2, 3, 0.05),
    "log-normal": spread("lognormal", log_mean=0.1, log_sd=0.5),
    "log-normal through percentiles": spread("lognormal", 1, 2, 9, 0.05),
    "beta": spread("beta", alpha=2, beta=5),
    "beta over a range": spread("beta", alpha=21, beta=117, least=-10, most=30),
    "beta with peaks at both ends": spread("beta", alpha=0.5, beta=0.5),
    "a lopsided beta": spread("beta", alpha=1, beta=135),
    "a narrow beta": spread("beta", alpha=40_000, beta=60_000),
}


def test_the_shelf_holds_the_seven_shapes() -> None:
    """Each is a distribution, and each that has a formula says where it comes from."""
    assert set(shelf) == {"fixed", "triangular", "uniform", "pert", "normal", "lognormal", "beta"}
    assert all(isinstance(shelf[name], Distribution) for name in shelf)
    for name in set(shelf) - {"fixed"}:
        assert "Source:" in (import_module(f"steelyard.distributions.{name}").__doc__ or ""), name


@pytest.mark.parametrize("name", SPREADS)
def test_quantile_and_chance_undo_one_another(name: str) -> None:
    """The chance of at most a quantile is the chance it was asked for, from one in a million to all but that."""
    each = SPREADS[name]
    chances = np.concatenate([[1e-6, 1e-4], np.linspace(0.001, 0.999, 500), [1 - 1e-4, 1 - 1e-6]])
    scores = each.quantile(chances)
    assert (np.diff(scores) > 0).all()
    assert each.below(scores)[0] == pytest.approx(chances, abs=2e-11)


@pytest.mark.parametrize("name", SPREADS)
def test_parts_of_the_mean_are_what_integration_gives(name: str) -> None:
    """E[X; X <= x] is x F(x) less the integral of F up to x; and it comes to the mean."""
    each = SPREADS[name]
    nodes, weights = np.polynomial.legendre.leggauss(60)
    first, *_, last = cuts = each.quantile(np.array([1e-15, *np.linspace(0.01, 0.99, 50), 1 - 1e-12]))
    pieces = [
        0.5 * (b - a) * float(weights @ each.below(0.5 * (a + b) + 0.5 * (b - a) * nodes)[0]) for a, b in pairwise(cuts)
    ]
    scores = cuts[1:]
    chances, parts = each.below(scores)
    scale = max(abs(first), abs(last))
    assert parts == pytest.approx(scores * chances - np.cumsum(pieces), abs=2e-9 * scale)
    assert float(parts[-1]) == pytest.approx(each.mean, abs=1e-9 * scale)


@pytest.mark.parametrize("name", SPREADS)
def test_means_are_those_of_the_quantiles(name: str) -> None:
    """The mean over equally likely quantiles comes near the mean; most of what is missing lies in the tails."""
    each = SPREADS[name]
    drawn = each.quantile((np.arange(200_000) + 0.5) / 200_000)
    assert drawn.mean() == pytest.approx(each.mean, abs=1e-5 * float(drawn[-1] - drawn[0]))


@pytest.mark.parametrize("name", SPREADS)
def test_nothing_lies_before_the_beginning_and_everything_before_the_end(name: str) -> None:
    """Far to the left there is no chance and no part of the mean; far to the right all of both."""
    each = SPREADS[name]
    chances, parts = each.below(np.array([-1e9, 1e9]))
    assert chances.tolist() == [0, 1]
    assert parts == pytest.approx([0, each.mean], abs=1e-12)
    assert each.below(np.array(each.mean))[0].shape == ()


def test_a_fixed_number_never_varies() -> None:
    """Every draw is the value; the chance jumps there from 0 to 1."""
    each = spread("fixed", 0, 0.4, 1)
    assert each.quantile(np.array([0.01, 0.99])).tolist() == [0.4, 0.4]
    chances, parts = each.below(np.array([0.39, 0.4, 0.5]))
    assert (chances.tolist(), parts.tolist(), each.mean) == ([0, 1, 1], [0, 0.4, 0.4], 0.4)


def test_the_triangle_by_hand() -> None:
    """Over 0 to 10 with its mode at 4: below 4 lies 4/10; below 2 a quarter of that; the mean is 14/3."""
    each = spread("triangular", 0, 4, 10)
    chances, parts = each.below(np.array([2, 4, 7, 10]))
    assert chances == pytest.approx([0.1, 0.4, 1 - 9 / 60, 1])
    assert parts[:2] == pytest.approx([0.1 * 4 / 3, 0.4 * 8 / 3])
    assert each.mean == pytest.approx(14 / 3)
    assert each.quantile(np.array([0.1, 0.4, 0.85])) == pytest.approx([2, 4, 7])


def test_an_even_triangle_through_percentiles_by_hand() -> None:
    """Half its width w has to leave 5 per cent outside: (w/2 - 1)^2 = w/2 * w * 0.05, so w/2 = 1 / (1 - sqrt 0.1)."""
    half = 1 / (1 - sqrt(0.1))
    each = spread("triangular", -1, 0, 1, 0.05)
    assert each.quantile(np.array([0.0, 1.0])) == pytest.approx([-half, half])


@given(
    shape=st.sampled_from(["triangular", "uniform", "pert"]),
    low=st.floats(-50, 50),
    width=st.floats(0.1, 100),
    position=st.floats(0, 1),
    outside=st.sampled_from([0.005, 0.025, 0.05, 0.1, 0.25]),
)
def test_percentiles_are_met(shape: str, low: float, width: float, position: float, outside: float) -> None:
    """With an interval, low and high have just that chance outside, wherever between them the value lies."""
    value = min(low + position * width, low + width)
    each = spread(shape, low, value, low + width, outside)
    chances, _ = each.below(np.array([low, low + width]))
    assert chances == pytest.approx([outside, 1 - outside], abs=1e-9)


def test_the_value_is_the_mode_of_a_pert_through_percentiles() -> None:
    """The density is highest at the value: a hair to either side, chances per width are smaller."""
    each = spread("pert", 2, 3, 7, 0.05)
    chances, _ = each.below(np.array([2.7, 2.9, 2.95, 3.05, 3.1, 3.3]))
    steps = np.diff(chances) / np.diff([2.7, 2.9, 2.95, 3.05, 3.1, 3.3])
    assert steps.argmax() == 2


def test_pert_by_its_own_formula() -> None:
    """Over 2 to 7 with mode 3: the mean is (2 + 12 + 7) / 6; alpha 1.8 and beta 4.2 say the same."""
    assert spread("pert", 2, 3, 7).mean == pytest.approx(3.5)
    same = spread("beta", alpha=1.8, beta=4.2, least=2, most=7)
    assert same.quantile(np.array([0.3])) == pytest.approx(spread("pert", 2, 3, 7).quantile(np.array([0.3])))


def test_beta_by_hand() -> None:
    """With alpha 2 and beta 3 the chance is 6x^2 - 8x^3 + 3x^4; with 1 and 1 it is x; with 1 and 4, 1 - (1 - x)^4."""
    x = np.array([0.1, 0.5, 0.9])
    assert spread("beta", alpha=2, beta=3).below(x)[0] == pytest.approx(6 * x**2 - 8 * x**3 + 3 * x**4, abs=1e-15)
    assert spread("beta", alpha=1, beta=1).quantile(x) == pytest.approx(x, abs=1e-12)
    assert spread("beta", alpha=1, beta=4).quantile(x) == pytest.approx(1 - (1 - x) ** 0.25, abs=1e-11)
    arcsine = np.sin(np.pi * x / 2) ** 2
    assert spread("beta", alpha=0.5, beta=0.5).quantile(x) == pytest.approx(arcsine, abs=1e-12)


def test_the_bell_and_its_logarithm_by_hand() -> None:
    """Percentiles lie 1.6449 standard deviations out; a log-normal number's logarithm does the same."""
    tails = np.array([0.05, 0.5, 0.95])
    assert spread("normal", value=3, sd=2).quantile(tails) == pytest.approx([3 - 2 * Z95, 3, 3 + 2 * Z95], abs=1e-14)
    assert spread("normal", value=3, mean=1, sd=2).mean == 1
    assert spread("normal", 1, 2, 3, 0.05).quantile(tails) == pytest.approx([1, 2, 3])
    assert spread("lognormal", log_mean=1, log_sd=2).mean == pytest.approx(exp(3))
    assert spread("lognormal", log_mean=1, log_sd=2).quantile(tails[1:2]) == pytest.approx([exp(1)])
    assert spread("lognormal", 1, 2, 9, 0.05).quantile(tails) == pytest.approx([1, 3, 9])
    assert spread("lognormal", 1, 2, 9, 0.05).mean == pytest.approx(exp(log(3) + (log(9) / (2 * Z95)) ** 2 / 2))


REFUSED = {
    "fixed with percentiles": ("fixed", {"outside": 0.05}, "never varies"),
    "a triangle without width": ("triangular", {"low": 0.5, "high": 0.5}, "`low` below `high`"),
    "a uniform without width": ("uniform", {"low": 0.5, "high": 0.5}, "`low` below `high`"),
    "a PERT without width": ("pert", {"low": 0.5, "high": 0.5}, "`low` below `high`"),
    "a bell of unknown width": ("normal", {}, "it needs `sd`"),
    "a bell said twice": ("normal", {"outside": 0.05, "sd": 1}, "keep one of the two"),
    "a bell off the middle": ("normal", {"outside": 0.05, "value": 0.6}, "not halfway between low and high (0.5)"),
    "a bell without a range": ("normal", {"outside": 0.05, "low": 0.5, "high": 0.5}, "`low` below `high`"),
    "a log-normal without its width": ("lognormal", {"log_mean": 1}, "`log_mean` and `log_sd`"),
    "a log-normal said twice": ("lognormal", {"outside": 0.05, "log_sd": 1, "low": 0.1}, "keep one of the two"),
    "a log-normal from 0": ("lognormal", {"outside": 0.05}, "above 0"),
    "a log-normal far from its value": (
        "lognormal", {"outside": 0.05, "low": 1, "value": 90, "high": 100}, "the value 90 is far from both"
    ),
    "a beta said twice": ("beta", {"outside": 0.05, "alpha": 2, "beta": 3}, "say it again"),
    "a beta backwards": ("beta", {"alpha": 2, "beta": 3, "least": 1, "most": 0}, "`least` must be below `most`"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_does_not_fit_is_refused_in_a_sentence(case: str) -> None:
    """Settings that contradict the range, or do not determine a distribution, are refused with the reason."""
    shape, said, reason = REFUSED[case]
    with pytest.raises(ValueError) as refusal:  # noqa: PT011 - the text is looked at below
        spread(shape, **said)
    assert reason in str(refusal.value)
