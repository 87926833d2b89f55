"""Weights drawn at random: that they sum to 1, keep to what is admitted, and are spread as they should be."""

from itertools import pairwise

import numpy as np
import pytest

from steelyard.model.sampling import admitted
from steelyard.model.sampling.admitted import Admitted
from steelyard.model.sampling.chance import LEAST_SHIFTS, Chunk, chunks
from steelyard.model.sampling.extensions import Extensions
from steelyard.model.sampling.lattice import MOST_POINTS, VECTOR
from steelyard.model.sampling.room import Room
from steelyard.model.sampling.weights import Around, Composed, Fixed, Uniform, WeightSource, on_simplex, over_groups
from steelyard.results.valuation import Numbers

SAMPLES = 32_768


def _drawn(source: WeightSource, samples: int = SAMPLES) -> Numbers:
    """All weights of a run, one column a sample."""
    return np.concatenate([source.draw(each, Room()).copy() for each in chunks(7, 0, samples)], axis=1)


@pytest.mark.parametrize(
    "source",
    [
        on_simplex(1),
        on_simplex(5),
        over_groups([[0, 2], [1], [3, 4]]),
        Composed(Around((100, 50, 1), 0.25)),
        Composed(Around((1, 2), 0.5), (Around((1, 1), 0.5), Around((3,), 0.5)), ((0, 2), (1,)), (1.0, 0.5, 0.25)),
        Composed(Admitted((0.1, 0.1, 0.1), (0.3, 0.6, 0.9), ((0, 1),), (0.25, 0.2, 0.55))),
        Fixed((0.2, 0.3, 0.5)),
    ],
)
def test_weights_sum_to_one_and_are_never_negative(source: WeightSource) -> None:
    """Every sample is a weighting."""
    weights = _drawn(source, 4096)
    assert weights.shape[1] >= 4096
    assert weights.sum(axis=0) == pytest.approx(1.0, abs=1e-12)
    assert (weights >= 0).all()


def test_uniform_on_the_simplex() -> None:
    """Each of m weights has mean 1/m, variance (m-1)/(m^2 (m+1)), and is below t with chance 1-(1-t)^(m-1)."""
    weights = _drawn(on_simplex(4))
    assert weights.mean(axis=1) == pytest.approx(0.25, abs=1e-3)
    assert weights.var(axis=1) == pytest.approx(3 / 80, rel=0.01)
    for below in (0.05, 0.2, 0.5, 0.8):
        assert (weights < below).mean(axis=1) == pytest.approx(1 - (1 - below) ** 3, abs=5e-3)


def test_uniform_over_groups_then_within() -> None:
    """Two groups have a half each on the mean, and so has the one criterion of a group beside two of another."""
    weights = _drawn(over_groups([[0, 2], [1]]))
    assert weights.mean(axis=1) == pytest.approx([0.25, 0.5, 0.25], abs=1e-3)
    # A group's weight is even between 0 and 1; flat on all leaves it would not be.
    for below in (0.1, 0.5, 0.9):
        assert (weights[1] < below).mean() == pytest.approx(below, abs=5e-3)


def test_judged_points_move_by_their_precision() -> None:
    """Points of 100 and 50, a quarter either way: their ratio runs from 1.2 to 10/3, and is 2 for nominal points."""
    weights = _drawn(Composed(Around((100.0, 50.0), 0.25)))
    ratio = weights[0] / weights[1]
    assert 1.2 < ratio.min() < 1.22
    assert 3.25 < ratio.max() < 10 / 3
    # With u and v even on (0.75, 1.25): the chance that 2u/v is above 2 is a half.
    assert (ratio > 2).mean() == pytest.approx(0.5, abs=5e-3)


def test_without_precision_nothing_moves() -> None:
    """A precision of 0 keeps the judged weights; a range judged on half the value counts double on the full scale."""
    source = Composed(Around((3.0, 1.0), 0.0), widths=(1.0, 0.5))
    assert _drawn(source, 16)[:, 0] == pytest.approx([0.6, 0.4])


def test_a_total_order_has_the_centroid_as_its_mean() -> None:
    """Even weights in a stated order have the rank order centroid as their mean (Barron & Barrett 1996)."""
    order = Composed(Admitted((0, 0, 0), (1, 1, 1), ((2, 0), (0, 1)), (0.3, 0.1, 0.6)))
    weights = _drawn(order)
    assert (weights[2] >= weights[0]).all()
    assert (weights[0] >= weights[1]).all()
    assert weights.mean(axis=1) == pytest.approx([5 / 18, 1 / 9, 11 / 18], abs=2e-3)


def test_a_partial_order_admits_each_whole_order_alike() -> None:
    """The first of three is no lighter than the second: half of the simplex, by symmetry of the other two."""
    weights = _drawn(Composed(Admitted((0, 0, 0), (1, 1, 1), ((0, 1),), (0.5, 0.2, 0.3))))
    assert (weights[0] >= weights[1]).all()
    # Means of the larger and the smaller of two out of three even weights: 1/3 +- 1/6 (half the mean distance 1/3).
    assert weights.mean(axis=1) == pytest.approx([1 / 3 + 1 / 6, 1 / 3 - 1 / 6, 1 / 3], abs=4e-3)


def test_orders_are_counted_and_drawn_evenly() -> None:
    """Two chains of two have 6 whole orders (Brightwell & Winkler 1991: 4! / (2! 2!)), each drawn as often."""
    both = Extensions(4, ((0, 1), (2, 3)))
    assert both.number == 6
    assert Extensions(5, ()).number == 120
    assert Extensions(2, ((0, 1), (1, 0))).number == 0
    orders, counts = np.unique(both.drawn(60_000, np.random.default_rng(1)), axis=0, return_counts=True)
    assert len(orders) == 6
    assert counts == pytest.approx(10_000, abs=5 * 100)
    assert all(list(each).index(0) < list(each).index(1) for each in orders)


def test_walkers_find_what_trying_again_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where few tries fit, walking through the region gives the same means and spreads, and stays inside."""
    bounds = Admitted((0.15, 0.05, 0.1, 0.1), (0.35, 0.3, 0.4, 0.6), (), (0.25, 0.15, 0.2, 0.4))
    tried = _drawn(Composed(bounds))
    monkeypatch.setattr(admitted, "_RARE", 2.0)
    walked = _drawn(Composed(bounds))
    assert walked.mean(axis=1) == pytest.approx(tried.mean(axis=1), abs=3e-3)
    assert walked.std(axis=1) == pytest.approx(tried.std(axis=1), rel=0.03)
    assert (walked >= np.array(bounds.least)[:, None] - 1e-9).all()
    assert (walked <= np.array(bounds.most)[:, None] + 1e-9).all()


def test_shifts_are_of_one_length_and_cover_what_was_asked() -> None:
    """Every run has at least 16 shifts, none longer than the lattice, and no sample fewer than asked for."""
    for samples in (1, 100, 100_000, 20_000_000):
        by_shift: dict[int, list[Chunk]] = {}
        for each in chunks(1, 0, samples):
            by_shift.setdefault(each.shift, []).append(each)
        lengths = {sum(each.count for each in members) for members in by_shift.values()}
        assert len(lengths) == 1
        assert samples <= len(by_shift) * max(lengths) < samples + len(by_shift)
        assert len(by_shift) >= LEAST_SHIFTS
        assert max(lengths) <= MOST_POINTS
        for members in by_shift.values():
            assert all(one.start + one.count == other.start for one, other in pairwise(members))


def test_points_are_spread_evenly() -> None:
    """In every pair of neighbouring dimensions each of 16 x 16 boxes has its part of 4096 points, within a quarter."""
    room = Room()
    points = Chunk(3, 0, 0, 0, 4096).evenly(20, room)
    assert ((points > 0) & (points < 1)).all()
    for one, other in pairwise(points):
        boxes = np.histogram2d(one, other, bins=16, range=((0, 1), (0, 1)))[0]
        assert abs(boxes - 16).max() <= 8


def test_beyond_the_lattice_points_are_random() -> None:
    """More dimensions than the lattice has are filled up, by the chunk's own chance."""
    points = Chunk(3, 0, 0, 0, 4096).evenly(len(VECTOR) + 2, Room())
    assert points[-1].mean() == pytest.approx(0.5, abs=0.03)
    assert abs(np.corrcoef(points[-2:])[0, 1]) < 0.1
    again = Chunk(3, 0, 0, 0, 4096).evenly(len(VECTOR) + 2, Room())
    assert (points == again).all()


def test_questions_seeds_and_shifts_are_strangers() -> None:
    """Another seed, another question or another shift moves the points; the same place gives the same."""
    first = Chunk(1, 0, 0, 0, 8).evenly(2, Room()).tolist()
    others = [Chunk(2, 0, 0, 0, 8), Chunk(1, 1, 0, 0, 8), Chunk(1, 0, 1, 0, 8)]
    assert all(each.evenly(2, Room()).tolist() != first for each in others)
    assert Chunk(1, 0, 0, 0, 8).evenly(2, Room()).tolist() == first


def test_one_name_takes_no_chance() -> None:
    """A single name has all the weight."""
    assert (Uniform(1).dimensions, Around((5.0,), 0.25).dimensions) == (0, 0)
    assert _drawn(Composed(Around((5.0,), 0.25)), 4).tolist()[0][:4] == [1.0, 1.0, 1.0, 1.0]
