"""What knowing a score is worth: by hand, against fine sums, and never more than knowing everything."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steelyard.model.additive import values_along
from steelyard.model.information import Outlook, Run, worth_of_a_score, worth_of_draws, worth_of_scores
from steelyard.model.sampling.scores import drawn
from steelyard.results.curve import Curve
from steelyard.results.spread import Spread
from steelyard.results.valuation import Numbers

STRAIGHT = Curve((0.0, 1.0), (0.0, 1.0))
CURVES = [
    STRAIGHT,
    Curve((0.0, 0.5, 1.0), (0.0, 0.8, 1.0)),
    Curve((0.0, 1.0), (1.0, 0.0), outside="extrapolate"),
    Curve((0.0, 0.4, 1.0), (0.0, 1.0, 0.3), outside="extrapolate"),
]
FINE = (np.arange(100_000) + 0.5) / 100_000


def _even(least: float, most: float) -> Spread:
    """A score that is as likely anywhere between two ends."""
    width = most - least

    def below(x: Numbers) -> tuple[Numbers, Numbers]:
        end = np.clip(x, least, most)
        return (end - least) / width, (end**2 - least**2) / 2 / width

    return Spread(quantile=lambda chances: least + chances * width, below=below, mean=(least + most) / 2)


def _outlook(
    doubts: dict[tuple[int, int], Spread], values: Sequence[Sequence[float]], shares: Sequence[float]
) -> Outlook:
    return Outlook(np.array(values, dtype=float), np.array(shares), doubts, [STRAIGHT] * len(shares))


def test_one_score_by_hand() -> None:
    """A sure 1/2 against an even 0 to 1: choosing the better of them gives 5/8 on the mean, a gain of 1/8."""
    outlook = _outlook({(0, 0): _even(0, 1)}, [[0.5], [0.5]], [1.0])
    assert worth_of_a_score(outlook, (0, 0)) == pytest.approx(1 / 8, abs=1e-15)
    gain, error = worth_of_scores(outlook, [(0, 0)], Run(65_536, 1, 0))
    assert gain == pytest.approx(1 / 8, abs=1.5e-3)  # of random draws: three standard errors
    assert 0 < error < 1e-3


def test_what_cannot_change_the_choice_is_worth_nothing() -> None:
    """A range that never reaches the rival, a criterion without a share, a sole option: nothing is gained."""
    assert worth_of_a_score(_outlook({(0, 0): _even(0.6, 0.9)}, [[0.7], [0.5]], [1.0]), (0, 0)) == 0
    assert worth_of_a_score(_outlook({(0, 1): _even(0, 1)}, [[0.7, 0], [0.5, 0]], [1.0, 0.0]), (0, 1)) == 0
    assert worth_of_a_score(_outlook({(0, 0): _even(0, 1)}, [[0.5]], [1.0]), (0, 0)) == 0


def test_the_best_expected_total_counts_not_the_best_at_the_values() -> None:
    """With a value of 0.2 judged most likely but 0 to 1 possible, 1/2 is expected: level with the rival's."""
    outlook = _outlook({(0, 0): _even(0, 1)}, [[0.2], [0.5]], [1.0])
    assert outlook.expected.tolist() == [[0.5], [0.5]]
    assert worth_of_a_score(outlook, (0, 0)) == pytest.approx(1 / 8, abs=1e-15)


def test_draws_that_go_together_are_known_together() -> None:
    """Two scores that are always alike never change the choice between their options."""
    draws = np.array([0.1, 0.4, 0.9])
    alike = drawn(np.array([[0.4], [0.4]]), {}, {(0, 0): draws, (1, 0): draws}, [STRAIGHT])
    assert worth_of_draws(alike, np.array([1.0]), Run(4_096, 1, 0))[0] == 0
    crossed = drawn(np.array([[0.4], [0.4]]), {}, {(0, 0): draws, (1, 0): draws[::-1]}, [STRAIGHT])
    # In two rows of three the better is ahead by 0.8 of its own; the first gains 0.8 in one of them.
    assert worth_of_draws(crossed, np.array([1.0]), Run(65_536, 1, 0))[0] == pytest.approx(0.8 / 3, abs=5e-3)


@st.composite
def _cases(draw: st.DrawFn) -> Outlook:
    options, criteria = draw(st.integers(2, 3)), draw(st.integers(1, 4))
    curves = [draw(st.sampled_from(CURVES)) for _ in range(criteria)]
    tenth = st.integers(-4, 14).map(lambda each: each / 10)
    doubts, values = {}, np.zeros((options, criteria))
    for row in range(options):
        for column in range(criteria):
            low, high = sorted([draw(tenth), draw(tenth)])
            values[row, column] = curves[column].value(low)
            if low < high:
                doubts[row, column] = _even(low, high)
    points = np.array([draw(st.integers(1, 9)) for _ in range(criteria)], dtype=float)
    return Outlook(values, points / points.sum(), doubts, curves)


@given(_cases())
@settings(max_examples=60, deadline=None)
def test_as_fine_sums_find(outlook: Outlook) -> None:
    """Expected values and the worth of each score are those of summing over 100,000 equal parts of chance."""
    totals = outlook.expected @ outlook.shares
    for (row, column), doubt in outlook.doubts.items():
        drawn = values_along(outlook.curves[column], doubt.quantile(FINE))
        assert outlook.expected[row, column] == pytest.approx(drawn.mean(), abs=1e-8)
        fixed = totals[row] - outlook.shares[column] * outlook.expected[row, column]
        best = np.maximum(fixed + outlook.shares[column] * drawn, np.delete(totals, row).max())
        assert worth_of_a_score(outlook, (row, column)) == pytest.approx(best.mean() - totals.max(), abs=1e-8)


@given(_cases())
@settings(max_examples=25, deadline=None)
def test_knowing_more_is_worth_no_less(outlook: Outlook) -> None:
    """One score is worth no more than its option's, and those no more than everything, within the error."""
    run = Run(16_384, 1, 0)
    everything, error = worth_of_scores(outlook, outlook.doubts, run)
    for row in range(len(outlook.values)):
        own = [cell for cell in outlook.doubts if cell[0] == row]
        part, part_error = worth_of_scores(outlook, own, run)
        assert part <= everything + 4 * (error + part_error) + 1e-12
        for cell in own:
            assert worth_of_a_score(outlook, cell) <= part + 4 * part_error + 1e-4
