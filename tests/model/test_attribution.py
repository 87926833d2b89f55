"""Shapley values: by hand, by their axioms, and sampled where there are many edits."""

from fractions import Fraction
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steelyard.model.attribution import EXACT_UP_TO, attribute


def chance() -> np.random.Generator:
    """Chance that starts at the same place every time."""
    return np.random.default_rng(1)


def test_the_example_of_the_manual() -> None:
    """Share from 1/2 to 3/4 and value from 1/4 to 3/4 account for 1/8 and 5/16 of the change of 7/16."""

    def total(made: frozenset[int]) -> float:
        return (0.75 if 0 in made else 0.5) * (0.75 if 1 in made else 0.25)

    parts = attribute(total, [0, 1], chance())
    assert parts.values == {0: float(Fraction(1, 8)), 1: float(Fraction(5, 16))}
    assert parts.exact


def test_three_edits_by_hand() -> None:
    """The glove game: one left glove (0), two right ones (1, 2), a pair is worth 1: 2/3, 1/6, 1/6 (Shapley 1953)."""

    def pairs(made: frozenset[int]) -> float:
        return float(0 in made and bool(made & {1, 2}))

    values = attribute(pairs, [0, 1, 2], chance()).values
    assert values == pytest.approx({0: 2 / 3, 1: 1 / 6, 2: 1 / 6}, abs=1e-15)


def test_no_edit_accounts_for_nothing() -> None:
    """Without edits there is nothing to share out."""
    assert attribute(lambda made: float(len(made)), [], chance()).values == {}


@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.floats(-10, 10), min_size=2**n, max_size=2**n)))
def test_the_parts_are_averages_over_every_order(worths: list[float]) -> None:
    """For any quantity at all: the parts equal plain averages over all orders, and sum to the whole change."""
    count = len(worths).bit_length() - 1

    def worth(made: frozenset[int]) -> float:
        return worths[sum(1 << edit for edit in made)]

    values = attribute(worth, range(count), chance()).values
    orders = list(permutations(range(count)))
    for edit in range(count):
        added = [
            worth(frozenset(order[: order.index(edit) + 1])) - worth(frozenset(order[: order.index(edit)]))
            for order in orders
        ]
        assert values[edit] == pytest.approx(sum(added) / len(orders), abs=1e-12)
    assert sum(values.values()) == pytest.approx(worths[-1] - worths[0], abs=1e-12)


@pytest.mark.parametrize("count", [4, 14])
def test_equal_edits_share_equally_and_idle_ones_get_nothing(count: int) -> None:
    """All edits but the last do the same, the last does nothing: the square of how many are made is shared equally.

    With n - 1 busy edits the whole change is (n - 1) squared, so each accounts for n - 1.
    """

    def worth(made: frozenset[int]) -> float:
        return float(len(made - {count - 1}) ** 2)

    parts = attribute(worth, range(count), chance())
    assert parts.values[count - 1] == 0
    for edit in range(count - 1):
        assert parts.values[edit] == pytest.approx(count - 1, abs=max(1e-12, 5 * parts.errors[edit]))


def test_many_edits_are_sampled_with_their_error() -> None:
    """With 12 edits, two of them locks on all others: values lie within four standard errors of those by hand.

    Edits 2 to 11 add 1 each once 0 and 1 are both made. In one order of three each such edit comes after both
    locks, so it accounts for 1/3; the locks share the rest, (10 - 10/3) / 2 = 10/3 each. Sums still hold.
    """
    assert EXACT_UP_TO < 12

    def worth(made: frozenset[int]) -> float:
        return float(len(made) - 2) if {0, 1} <= made else 0.0

    parts = attribute(worth, range(12), chance())
    assert sum(parts.values.values()) == pytest.approx(10, abs=1e-12)
    for edit, expected in [(0, 10 / 3), (1, 10 / 3), *((each, 1 / 3) for each in range(2, 12))]:
        assert abs(parts.values[edit] - expected) <= 4 * parts.errors[edit]
    assert not parts.exact
    assert 0 < parts.errors[2] < 0.05


def test_the_error_is_honest() -> None:
    """Over 40 seeds, about two thirds of sampled values lie within one standard error (Student's law: 0.68)."""

    def worth(made: frozenset[int]) -> float:
        return float(len(made) - 1) * (2 if 1 in made else 1) if 0 in made else 0.0

    exact = 0.0
    for order_of_0_and_1 in ((0, 1), (1, 0)):
        # Edit 2 adds 1 or 2 when 0 is there: all six orders of 0, 1, 2 decide which.
        exact += sum(
            (2 if order.index(1) < order.index(2) else 1) / 6
            for order in permutations(range(3))
            if order.index(0) < order.index(2) and (order.index(0) < order.index(1)) == (order_of_0_and_1 == (0, 1))
        )
    inside = 0
    for seed in range(40):
        parts = attribute(worth, range(10), np.random.default_rng(seed))
        inside += abs(parts.values[2] - exact) <= parts.errors[2]
    assert 18 <= inside <= 36


def test_chance_is_repeatable() -> None:
    """The same seed gives the same parts to the last bit."""

    def worth(made: frozenset[int]) -> float:
        return float(len(made)) ** 1.5

    assert attribute(worth, range(10), chance()) == attribute(worth, range(10), chance())
