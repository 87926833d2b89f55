"""What knowing a score is worth: by hand, against fine sums, and never more than knowing everything."""

from collections.abc import Sequence
from math import erfc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steelyard.model.additive import values_along
from steelyard.model.information import Outlook, Run, expected_given, worth_of_a_score, worth_of_draws, worth_of_scores
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


@pytest.mark.parametrize(("least", "most", "expected"), [(-2, 0, -0.5), (2, 4, 1.5), (-2, 4, 0.5)])
def test_a_curve_goes_on_beyond_its_ends_as_steep_as_it_was(least: float, most: float, expected: float) -> None:
    """From 0 to 2 value rises by a half for each unit: it is -1 at -2 and 2 at 4, and half way between on the mean."""
    curve = Curve((0.0, 2.0), (0.0, 1.0), outside="extrapolate")
    outlook = Outlook(np.array([[0.5]]), np.array([1.0]), {(0, 0): _even(least, most)}, [curve])
    assert outlook.expected[0, 0] == pytest.approx(expected)


def test_draws_that_go_together_are_known_together() -> None:
    """Two scores that are always alike never change the choice between their options."""
    draws = np.array([0.1, 0.4, 0.9])
    alike = drawn(np.array([[0.4], [0.4]]), {}, {(0, 0): draws, (1, 0): draws}, [STRAIGHT])
    assert worth_of_draws(alike, np.array([1.0]), Run(4_096, 1, 0))[0] == 0
    crossed = drawn(np.array([[0.4], [0.4]]), {}, {(0, 0): draws, (1, 0): draws[::-1]}, [STRAIGHT])
    # In two rows of three the better is ahead by 0.8 of its own; the first gains 0.8 in one of them.
    assert worth_of_draws(crossed, np.array([1.0]), Run(65_536, 1, 0))[0] == pytest.approx(0.8 / 3, abs=5e-3)


def test_what_a_file_says_of_the_others_counts() -> None:
    """Knowing one of two scores of an option that vary together, against a closed form.

    Their values are normal with spreads 0.1 and 0.2 and correlate by r. The mean of the total, given the first, is
    normal with a spread of half of 0.1 + 0.2 r; a rival stands 0.02 below. The gain is that of a unit normal:
    s (f(z) - z (1 - F(z))), z = 0.02 / s.
    """
    chance = np.random.default_rng(3)
    one, other = chance.standard_normal((2, 40_000))
    for r in (0.0, 0.8, -0.5):
        draws = {(0, 0): 0.5 + 0.1 * one, (0, 1): 0.5 + 0.2 * (r * one + (1 - r * r) ** 0.5 * other)}
        curves = [Curve((0.0, 1.0), (0.0, 1.0), outside="extrapolate")] * 2
        outlook = Outlook(np.array([[0.5, 0.5], [0.48, 0.48]]), np.array([0.5, 0.5]), {}, curves, draws)
        for cells, spread in ([(0, 0)], 0.5 * abs(0.1 + 0.2 * r)), (list(draws), 0.5 * (0.05 + 0.04 * r) ** 0.5):
            z = 0.02 / spread if spread > 1e-12 else np.inf
            density, above = np.exp(-z * z / 2) / np.sqrt(2 * np.pi), erfc(z / np.sqrt(2)) / 2
            gain, error = worth_of_scores(outlook, cells, Run(65_536, 1, 0))
            assert gain == pytest.approx(spread * (density - z * above) if z < np.inf else 0, abs=4 * error + 6e-4)


def test_scores_that_are_alike_are_known_with_one_of_them() -> None:
    """One of two scores that are always alike tells both, and no choice turns; one of two opposites turns it.

    Of 0.1, 0.4, 0.9 and 0.9, 0.6, 0.1 the second has the higher mean, 1.6 / 3; the higher of each row has 2.4 / 3.
    """
    draws = np.array([0.1, 0.4, 0.9])
    for others, gain in ((draws, 0.0), (1 - draws, 0.8 / 3)):
        values = np.array([[0.5], [0.5]])
        outlook = Outlook(values, np.array([1.0]), {}, [STRAIGHT], {(0, 0): draws, (1, 0): others})
        assert worth_of_scores(outlook, [(0, 0)], Run(65_536, 1, 0))[0] == pytest.approx(gain, abs=gain / 50)


def test_what_follows_from_a_known_score_is_what_bends_with_it() -> None:
    """With 1 to 5 known, a line and a square in it follow whole, and -1, 2, 0, -2, 1 not at all.

    Its products with 1, with x - 3 and with the square of that add up to nothing: -1 + 2 + 0 - 2 + 1, 2 - 2 + 0 - 2 + 2
    and -4 + 2 + 0 - 2 + 4.
    """
    known, apart = np.array([1.0, 2.0, 3.0, 4.0, 5.0]), np.array([-1.0, 2.0, 0.0, -2.0, 1.0])
    rows = np.array([7 - 2 * known, known, 1 + apart, known**2 + apart])
    found = expected_given(rows, [1])
    assert found == pytest.approx(np.array([7 - 2 * known, known, np.ones(5), known**2]), abs=1e-12)
    assert found[1].tolist() == known.tolist()


def test_a_known_score_that_never_varies_tells_nothing() -> None:
    """What one then expects of the others are their means, here 2 and 5."""
    rows = np.array([[0.0, 0.0, 6.0], [0.3, 0.3, 0.3], [4.0, 5.0, 6.0]])
    assert expected_given(rows, [1]) == pytest.approx(np.array([[2.0] * 3, [0.3] * 3, [5.0] * 3]))


def test_two_known_scores_tell_more_than_one() -> None:
    """The sum of 1, 1, -1, -1 and 1, -1, 1, -1 is known once both are; the one alone tells nothing of the other."""
    one, other = np.array([1.0, 1.0, -1.0, -1.0]), np.array([1.0, -1.0, 1.0, -1.0])
    rows = np.array([one, other, one + other])
    assert expected_given(rows, [0])[2] == pytest.approx(one)
    assert expected_given(rows, [0, 1])[2] == pytest.approx(one + other)


def test_of_what_a_file_has_and_what_it_has_not_each_is_known_by_itself() -> None:
    """A score without a column keeps its own doubt, and one with a column tells nothing of it."""
    outlook = Outlook(
        np.array([[0.5, 0.5], [0.5, 0.5]]),
        np.array([0.5, 0.5]),
        {(1, 1): _even(0, 1)},
        [STRAIGHT] * 2,
        {(0, 0): np.array([0.3, 0.7])},
    )
    assert outlook.expected.tolist() == [[0.5, 0.5], [0.5, 0.5]]
    assert worth_of_a_score(outlook, (1, 1)) == pytest.approx(1 / 16, abs=1e-15)
    # Half of 0.2 up or down, each in half of the rows.
    assert worth_of_scores(outlook, [(0, 0)], Run(65_536, 1, 0))[0] == pytest.approx(0.05, abs=1e-3)
    # Against an even -1/4 to 1/4 about the same: E|0.1 - U| / 2 = (0.35^2 + 0.15^2) / 2 / (2 * 1/2).
    both = worth_of_scores(outlook, [(0, 0), (1, 1)], Run(65_536, 1, 0))[0]
    assert both == pytest.approx((0.35**2 + 0.15**2) / 2, abs=1.5e-3)


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
