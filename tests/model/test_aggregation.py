import numpy as np
import pytest

from steelyard.model import aggregation

ONES = np.ones(2)


def test_tied_options_get_half_a_point_for_each_other() -> None:
    """First, and two that share second place: 2, 0.5 and 0.5 points from each of two voters."""
    rankings = np.array([[1.0, 2, 2], [1, 2, 2]])
    assert aggregation.borda(rankings, ONES).tolist() == [4, 1, 1]
    assert aggregation.mean_ranks(rankings, ONES).tolist() == [1, 2.5, 2.5]


def test_an_even_split_counts_nothing_and_a_cycle_levels_all() -> None:
    """Two opposite voters leave 0 all over; three in a circle (Condorcet 1785) each win once and lose once."""
    assert aggregation.copeland(np.array([[1.0, 2, 3], [3, 2, 1]]), ONES).tolist() == [0, 0, 0]
    circle = np.array([[1.0, 2, 3], [3, 1, 2], [2, 3, 1]])
    assert aggregation.copeland(circle, np.ones(3)).tolist() == [0, 0, 0]
    assert aggregation.majorities(circle, np.ones(3)).tolist() == [[0, 1, -1], [-1, 0, 1], [1, -1, 0]]


def test_powers_that_sum_alike_split_evenly_in_spite_of_binary_fractions() -> None:
    """0.1 + 0.2 against 0.3 is an even split."""
    rankings = np.array([[1.0, 2], [1, 2], [2, 1]])
    assert aggregation.copeland(rankings, np.array([0.1, 0.2, 0.3])).tolist() == [0, 0]


def test_a_voter_of_power_two_is_two_voters() -> None:
    """Every way of making one out of several counts power as repetition."""
    rankings, shares = np.array([[1.0, 2, 3], [3, 1, 2]]), np.array([[0.5, 0.3, 0.2], [0.1, 0.2, 0.7]])
    twice, power, ones = [0, 0, 1], np.array([2.0, 1]), np.ones(3)
    for way in (aggregation.mean_ranks, aggregation.borda, aggregation.copeland, aggregation.aggregated_priorities):
        assert way(rankings, power).tolist() == pytest.approx(way(rankings[twice], ones).tolist())
    joint, repeated = (aggregation.aggregated_judgements(*each) for each in ((shares, power), (shares[twice], ones)))
    assert joint is not None
    assert repeated is not None
    assert joint.tolist() == pytest.approx(repeated.tolist())


def test_joint_weights_are_geometric_means() -> None:
    """Of 0.8, 0.2 and 0.2, 0.8 both means are 0.4, so half each; what one gives nothing has nothing."""
    joint = aggregation.aggregated_judgements(np.array([[0.8, 0.2], [0.2, 0.8]]), ONES)
    assert joint is not None
    assert joint.tolist() == pytest.approx([0.5, 0.5])
    some = aggregation.aggregated_judgements(np.array([[0.5, 0.5, 0], [0, 0.5, 0.5]]), ONES)
    assert some is not None
    assert some.tolist() == [0, 1, 0]
    assert aggregation.aggregated_judgements(np.array([[1.0, 0], [0, 1.0]]), ONES) is None
