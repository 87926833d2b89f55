"""Single scores that turn first place, and what moves the lead of the first over the second."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standings import standing_of
from steelyard.model.curves import nearest_passing, value_span
from steelyard.model.decisive import decisive_scores
from steelyard.model.ranking import ranks
from steelyard.model.tornado import score_swings, weight_swings
from steelyard.results.curve import Curve
from steelyard.results.robustness import DecisiveScore, Swing
from steelyard.results.valuation import Numbers, Standing

STRAIGHT = Curve((0.0, 4.0), (0.0, 1.0))
FALLING = Curve((0.0, 4.0), (1.0, 0.0))
HUMP = Curve((0.0, 2.0, 4.0), (0.0, 1.0, 0.0))


def test_a_curve_over_a_range() -> None:
    """The least and most value may lie at a breakpoint inside; the nearest number past a level is found."""
    assert value_span(HUMP, 1, 4) == (0.0, 1.0)
    assert value_span(HUMP, 2.5, 3) == (0.5, 0.75)
    assert nearest_passing(HUMP, 1.0, 4.0, 0.25, downwards=True) == pytest.approx(3.5)
    assert nearest_passing(HUMP, 1.0, 4.0, 0.5, downwards=True) == pytest.approx(3.0)
    assert nearest_passing(HUMP, 4.0, 0.0, 0.75, downwards=False) == pytest.approx(2.5)
    assert nearest_passing(STRAIGHT, 1.0, 2.0, 0.75, downwards=False) is None
    assert nearest_passing(STRAIGHT, 1.0, 2.0, 0.25, downwards=False) == 1.0


def test_decisive_scores_by_hand() -> None:
    """With a at (3, 2) and b at (2, 2), a leads by half a level's worth: any score turns it that moves by over 1."""
    standing = standing_of([[3, 2], [2, 2]], [0.5, 0.5], [STRAIGHT, STRAIGHT])
    low, high = np.array([[1.0, 1.0], [2.0, 1.5]]), np.array([[3.5, 2.5], [3.0, 4.0]])
    found = list(decisive_scores(standing, [STRAIGHT, STRAIGHT], low, high))
    # a on u falls past 2; a on v only to the tie at 1; b on u only to the tie at 3; b on v rises past 3.
    assert found == [
        DecisiveScore("a", "u", 3.0, 1.0, 3.5, 2.0, rising=False, new_first="b"),
        DecisiveScore("b", "v", 2.0, 1.5, 4.0, 3.0, rising=True, new_first="b"),
    ]


def test_a_share_next_to_nothing_decides_nothing() -> None:
    """A lead over the least share that a number can hold is beyond all numbers; the score simply does not count."""
    standing = standing_of([[3, 2], [2, 2]], [1.0, 5e-324], [STRAIGHT, STRAIGHT])
    low, high = np.array([[3.0, 0.0], [2.0, 0.0]]), np.array([[3.0, 4.0], [2.0, 4.0]])
    assert list(decisive_scores(standing, [STRAIGHT, STRAIGHT], low, high)) == []


def test_falling_curves_turn_at_the_other_end() -> None:
    """Where less is better, the first loses its place by a higher number."""
    standing = standing_of([[1], [2]], [1.0], [FALLING])
    (found,) = decisive_scores(standing, [FALLING], np.array([[0.0], [2.0]]), np.array([[4.0], [2.0]]))
    assert found == DecisiveScore("a", "u", 1.0, 0.0, 4.0, 2.0, rising=True, new_first="b")


def test_no_share_decides_nothing() -> None:
    """A criterion that does not count turns nothing, and one option has no rival."""
    standing = standing_of([[3, 0], [2, 0]], [1.0, 0.0], [STRAIGHT, STRAIGHT])
    bounds = np.array([[3.0, 0.0], [2.0, 0.0]]), np.array([[3.0, 4.0], [2.0, 4.0]])
    assert list(decisive_scores(standing, [STRAIGHT, STRAIGHT], *bounds)) == []
    alone = standing_of([[3]], [1.0], [STRAIGHT])
    assert list(decisive_scores(alone, [STRAIGHT], np.array([[0.0]]), np.array([[4.0]]))) == []


@st.composite
def _cases(draw: st.DrawFn) -> tuple[Standing, Numbers, Numbers, list[Curve]]:
    options, criteria = draw(st.integers(2, 4)), draw(st.integers(1, 4))
    curves = [draw(st.sampled_from([STRAIGHT, FALLING, HUMP])) for _ in range(criteria)]
    quarter = st.integers(0, 16).map(lambda each: each / 4)
    cells = [[sorted([draw(quarter), draw(quarter), draw(quarter)]) for _ in range(criteria)] for _ in range(options)]
    points = np.array([draw(st.integers(1, 9)) for _ in range(criteria)], dtype=float)
    bounds = np.array(cells)
    standing = standing_of(bounds[:, :, 1].tolist(), (points / points.sum()).tolist(), curves)
    return standing, bounds[:, :, 0], bounds[:, :, 2], curves


@given(_cases())
def test_as_moving_each_score_finds(case: tuple[Standing, Numbers, Numbers, list[Curve]]) -> None:
    """A score is decisive towards an end exactly where some number on the way puts another option ahead."""
    standing, low, high, curves = case
    found = {(each.option, each.criterion, each.rising): each for each in _all(standing, curves, low, high)}
    first = standing.order[0]
    for (row, column), score in np.ndenumerate(standing.scores):
        for end in (low[row, column], high[row, column]):
            turned = []
            for number in np.linspace(score, end, 65):
                values = standing.values.copy()
                values[row, column] = curves[column].value(float(number))
                totals = values @ standing.shares
                if ranks(totals)[first] > 1:
                    turned.append(float(number))
            said = found.get((standing.options[row], standing.criteria[column], end > score))
            if end != score:
                assert (said is not None) == bool(turned)
            if said is not None and end != score:
                assert abs(said.turns_at - turned[0]) <= abs(end - score) / 64 + 1e-9


def _all(standing: Standing, curves: list[Curve], low: Numbers, high: Numbers) -> list[DecisiveScore]:
    return list(decisive_scores(standing, curves, low, high))


def test_swings_of_scores_by_hand() -> None:
    """The lead of 1/8 falls by half a level's worth when the first's score falls, or the second's rises."""
    standing = standing_of([[3, 2], [2, 2], [0, 0]], [0.5, 0.5], [STRAIGHT, STRAIGHT])
    low = np.array([[2.0, 2.0], [2.0, 1.0], [0.0, 0.0]])
    high = np.array([[4.0, 2.0], [2.0, 2.0], [4.0, 4.0]])
    found = list(score_swings(standing, [STRAIGHT, STRAIGHT], low, high))
    assert found == [Swing(("score", "a", "u"), 0.0, 0.25), Swing(("score", "b", "v"), 0.25, 0.125)]
    assert [each.width for each in found] == [0.25, 0.125]


def test_swings_of_weights_by_hand() -> None:
    """With d = (1, -1) at shares (3/4, 1/4), the lead is 1/2; with the first weight at half, shares are (3/5, 2/5)."""
    standing = standing_of([[4, 0], [0, 4]], [0.75, 0.25], [STRAIGHT, STRAIGHT])
    parts = {"u": ([0], [0, 1]), "v": ([1], [0, 1])}
    found = {each.of[1]: each for each in weight_swings(standing, parts, 0.5)}
    assert found["u"].low == pytest.approx(0.2)
    # 1.5 * 3/4 = 9/8 against 1/4: shares 9/11 and 2/11.
    assert found["u"].high == pytest.approx(7 / 11)
    assert found["v"].low == pytest.approx(5 / 7)


def test_a_weight_within_a_group_moves_only_its_group() -> None:
    """Of a group of two criteria one gets more, the other less, and the third keeps its share."""
    standing = standing_of([[4, 0, 2], [0, 4, 2]], [0.3, 0.3, 0.4], [STRAIGHT] * 3)
    (found,) = weight_swings(standing, {"u": ([0], [0, 1])}, 0.5)
    # Shares within go from even to 1 to 2 and 3 to 2 of 0.6.
    assert found.low == pytest.approx(0.6 * (1 - 2) / 3)
    assert found.high == pytest.approx(0.6 * (3 - 2) / 5)
