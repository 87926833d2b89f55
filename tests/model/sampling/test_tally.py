"""Who ranked where: against plain counting, with ties split, and the same whoever does the work."""

import os
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steelyard.model.ranking import ranks
from steelyard.model.sampling.chance import Chunk, chunks
from steelyard.model.sampling.estimate import acceptability, entropy
from steelyard.model.sampling.room import Room
from steelyard.model.sampling.running import Counts, counted
from steelyard.model.sampling.scores import ScoreSource, drawn, drawn_by_cell, shares_clipped
from steelyard.model.sampling.tally import Question, Tally, tally
from steelyard.model.sampling.weights import Fixed, on_simplex
from steelyard.model.winning import winning_shares
from steelyard.results.curve import Curve
from steelyard.results.valuation import Numbers

STRAIGHT = Curve((0.0, 1.0), (0.0, 1.0))


def _plain(values: Numbers, question: Question, chunk: Chunk) -> tuple[Numbers, Numbers]:
    """Ranks and weights of the first, sample by sample, by the ranking that everyone sees; ties share their ranks."""
    weights = question.weights.draw(chunk, Room()).copy()
    counts, sums = np.zeros((len(values), len(values))), np.zeros(values.shape)
    for sample in range(chunk.count):
        found = ranks(values @ weights[:, sample])
        for row, rank in enumerate(found):
            alike = found.count(rank)
            counts[row, rank - 1 : rank - 1 + alike] += 1 / alike
            if rank == 1:
                sums[row] += weights[:, sample] / alike
    return counts, sums


@pytest.mark.parametrize("options", [2, 3, 7, 8, 12, 13, 20])
@pytest.mark.parametrize("pairs", [False, True])
def test_counts_are_those_of_plain_counting(options: int, *, pairs: bool) -> None:
    """Comparing pairs and sorting give the ranks of the plain ranking, options that tie always among them."""
    values = np.random.default_rng(options).integers(0, 5, (options, 4)) / 4
    values[-1] = values[0]
    question = Question(0, on_simplex(4), ScoreSource(values), pairs=pairs)
    chunk = Chunk(5, 0, 0, 0, 300)
    found = tally(question, chunk, Room())
    counts, sums = _plain(values, question, chunk)
    assert found.ranks == pytest.approx(counts, abs=1e-9)
    assert found.weights == pytest.approx(sums, abs=1e-9)
    assert found.ranks.sum(axis=0) == pytest.approx(300)
    assert (found.wins is not None) == pairs


@pytest.mark.parametrize("options", [2, 5, 12, 13, 16, 17, 33])
@pytest.mark.parametrize("pairs", [False, True])
@pytest.mark.parametrize("stretched", [1.0, 1e-3, 1e4])
def test_counts_without_ties_are_those_of_plain_counting(options: int, stretched: float, *, pairs: bool) -> None:
    """The same where no two totals are ever alike, near together or far beyond the ends of their scales."""
    values = np.random.default_rng(options).normal(size=(options, 4)) * stretched
    question = Question(0, on_simplex(4), ScoreSource(values), pairs=pairs)
    chunk = Chunk(5, 0, 0, 0, 300)
    found = tally(question, chunk, Room())
    counts, sums = _plain(values, question, chunk)
    assert found.ranks.tolist() == counts.tolist()
    assert found.weights == pytest.approx(sums, abs=1e-9)


@pytest.mark.parametrize("options", [4, 15])
def test_some_samples_with_ties_among_others(options: int) -> None:
    """On a criterion that counts for nothing in half of the samples two options tie there alone."""
    values = np.random.default_rng(options).random((options, 2))
    values[0] = [values[0, 0], 0.9]
    values[1] = [values[0, 0], 0.1]

    class Halved:
        dimensions = 0

        def draw(self, chunk: Chunk, room: Room) -> Numbers:
            assert room is not None
            first = np.where(np.arange(chunk.count) % 2, 1.0, 0.25 + np.arange(chunk.count) / chunk.count / 2)
            return np.stack([first, 1 - first])

    question = Question(0, Halved(), ScoreSource(values), pairs=False)
    chunk = Chunk(5, 0, 0, 0, 202)
    counts, sums = _plain(values, question, chunk)
    found = tally(question, chunk, Room())
    assert found.ranks == pytest.approx(counts, abs=1e-9)
    assert found.weights == pytest.approx(sums, abs=1e-9)
    assert (counts % 1 == 0.5).any()


@pytest.mark.parametrize("samples", [1, 2])
def test_a_chunk_may_be_a_single_sample(samples: int) -> None:
    """However few samples are left, each has one first option, whose weights are counted under its own number."""
    values = np.linspace(0.1, 0.9, 15)[:, None] @ np.ones((1, 2))
    found = tally(Question(0, on_simplex(2), ScoreSource(values)), Chunk(1, 0, 0, 0, samples), Room())
    assert found.ranks[14, 0] == samples
    assert found.weights[14].sum() == pytest.approx(samples)
    assert found.weights.sum() == pytest.approx(samples)


def test_wins_count_ties_for_a_half() -> None:
    """Of two alike options each beats the other half the time; shares agree with the exact ones."""
    values = np.array([[1.0, 0.0, 0.3], [0.2, 0.9, 0.4], [1.0, 0.0, 0.3]])
    found = acceptability(counted(Question(0, on_simplex(3), ScoreSource(values), pairs=True), 20_000, 1))
    assert found.wins is not None
    assert found.wins[0, 2] == found.wins[2, 0] == 0.5
    assert found.wins == pytest.approx(winning_shares(values), abs=5e-3)


def test_totals_that_round_alike_tie() -> None:
    """Totals are compared to nine places, here as everywhere: a tenth of a billionth is no victory, a millionth is."""
    values = np.array([[0.5 + 1e-10], [0.5], [0.5 + 1e-6]])
    found = tally(Question(0, Fixed((1.0,)), ScoreSource(values)), Chunk(1, 0, 0, 0, 4), Room())
    assert found.ranks.tolist() == [[0, 2, 2], [0, 2, 2], [4, 0, 0]]
    many = np.concatenate([values, np.linspace(0.1, 0.4, 20)[:, None]])
    sorted_ones = tally(Question(0, Fixed((1.0,)), ScoreSource(many)), Chunk(1, 0, 0, 0, 4), Room())
    assert sorted_ones.ranks[:3, :3].tolist() == [[0, 2, 2], [0, 2, 2], [4, 0, 0]]


def test_first_under_all_weightings_by_hand() -> None:
    """Three options that lead on one criterion each are first equally often, with central weights that lean there.

    The mean of the largest of three even weights is 11/18 (the rank order centroid), of the others 7/36 each.
    """
    found = acceptability(counted(Question(0, on_simplex(3), ScoreSource(np.eye(3))), 262_144, 1))
    assert found.ranks == pytest.approx(1 / 3, abs=1e-3)
    assert found.central == pytest.approx(np.full((3, 3), 7 / 36) + np.eye(3) * (11 / 18 - 7 / 36), abs=1e-3)
    assert found.expected_rank == pytest.approx(2, abs=5e-3)
    assert found.entropy == pytest.approx(np.log2(6), abs=1e-3)
    assert found.rank_entropy == pytest.approx(np.log2(3), abs=1e-3)


def test_never_first_has_no_central_weights() -> None:
    """An option that others always beat has no weighting to speak for it."""
    found = acceptability(counted(Question(0, on_simplex(2), ScoreSource(np.array([[1.0, 1.0], [0.0, 0.5]]))), 100, 1))
    assert found.ranks.tolist() == [[1, 0], [0, 1]]
    assert np.isnan(found.central[1]).all()
    assert found.central[0] == pytest.approx([0.5, 0.5], abs=0.02)
    assert found.entropy == 0


def test_error_bars_are_honest() -> None:
    """Over 60 seeds, the exact share lies within two standard errors about as often as it should."""
    values = np.random.default_rng(2).random((2, 6))
    exact = winning_shares(values)[0, 1]
    runs = [acceptability(counted(Question(0, on_simplex(6), ScoreSource(values)), 2_000, seed)) for seed in range(60)]
    off = np.array([(run.ranks[0, 0] - exact) / run.errors[0, 0] for run in runs])
    assert (abs(off) < 2).mean() > 0.85
    assert 0.7 < off.std() < 1.5


def test_a_lattice_is_better_than_random_points() -> None:
    """The scatter over seeds is less than that of as many pseudo-random samples, which is sqrt(p (1 - p) / n)."""
    values = np.random.default_rng(2).random((2, 6))
    exact = winning_shares(values)[0, 1]
    question = Question(0, on_simplex(6), ScoreSource(values))
    runs = [acceptability(counted(question, 16_384, seed)).ranks[0, 0] for seed in range(20)]
    assert np.std(runs) < 0.7 * np.sqrt(exact * (1 - exact) / 16_384)


@pytest.mark.parametrize("executor", [lambda: ThreadPoolExecutor(2), lambda: ProcessPoolExecutor(2), lambda: None])
def test_the_same_bytes_whoever_works(executor: Callable[[], Executor | None]) -> None:
    """Threads, processes and nobody else give the same to the last bit."""
    values = np.random.default_rng(2).random((15, 6))
    doubts = {(0, 0): lambda p: p, (3, 2): lambda p: p**2}
    source = drawn_by_cell(values, doubts, [STRAIGHT] * 6)
    question = Question(0, on_simplex(6), source, pairs=True)
    alone = counted(question, 200_000, 9)
    workers = executor()
    found = counted(question, 200_000, 9, workers)
    if workers is not None:
        workers.shutdown()
    assert _bytes(found) == _bytes(alone)


def _bytes(found: Counts) -> list[bytes]:
    return [part.tobytes() for each in found.shifts for part in (each.ranks, each.weights, each.wins)]


class _Lossy(Executor):
    """Loses every third task, and breaks for good after nine."""

    def __init__(self) -> None:
        self.sent = 0

    def submit(self, work: Callable[..., object], /, *arguments: object, **named: object) -> Future:
        self.sent += 1
        if self.sent > 9:
            raise BrokenExecutor("no worker is left")
        future: Future = Future()
        if self.sent % 3 == 0:
            future.set_exception(OSError("a worker was killed"))
        else:
            future.set_result(work(*arguments, **named))
        return future


def test_what_a_lost_worker_had_is_done_here() -> None:
    """Work that does not come back is done here, and the result is the same."""
    question = Question(0, on_simplex(3), ScoreSource(np.random.default_rng(1).random((4, 3))))
    lossy = _Lossy()
    assert [each.ranks.tolist() for each in counted(question, 1_500_000, 1, lossy).shifts] == [
        each.ranks.tolist() for each in counted(question, 1_500_000, 1).shifts
    ]
    assert lossy.sent > 9


def test_what_somebody_else_cancelled_is_done_here() -> None:
    """A cluster that lost its scheduler cancels a task, and whatever it is sent then never comes back."""

    class Gone(Executor):
        def __init__(self) -> None:
            self.sent = 0

        def submit(self, work: Callable[..., object], /, *arguments: object, **named: object) -> Future:
            self.sent += 1
            future: Future = Future()
            if self.sent == 1:
                future.set_result(work(*arguments, **named))
            elif self.sent == 2:
                future.cancel()
                future.set_running_or_notify_cancel()
            return future

    question, gone = Question(0, on_simplex(3), ScoreSource(np.random.default_rng(1).random((4, 3)))), Gone()
    found = counted(question, 300_000, 1, gone)
    assert gone.sent > 2
    assert (found.samples, found.partial) == (counted(question, 300_000, 1).samples, False)
    assert [each.ranks.tolist() for each in found.shifts] == [
        each.ranks.tolist() for each in counted(question, 300_000, 1).shifts
    ]


def test_a_killed_process_changes_nothing() -> None:
    """A worker process that is killed midway takes its pool with it; what is left is done here."""
    question = Question(0, on_simplex(3), ScoreSource(np.random.default_rng(1).random((4, 3))))
    alone = counted(question, 3_000_000, 1)
    with ProcessPoolExecutor(2) as pool:
        victim = pool.submit(os.getpid).result()
        threading.Timer(0.02, os.kill, (victim, 9)).start()
        found = counted(question, 3_000_000, 1, pool)
    assert [each.ranks.tolist() for each in found.shifts] == [each.ranks.tolist() for each in alone.shifts]
    assert not found.partial


def test_an_interrupt_gives_what_is_done() -> None:
    """Ctrl-C gives the samples so far, said to be partial; before any are done it is passed on."""
    question = Question(0, on_simplex(3), ScoreSource(np.random.default_rng(1).random((4, 3))))

    def stopping_after(steps: int) -> Callable[[int, int], None]:
        seen = []

        def progress(done: int, of: int) -> None:
            seen.append((done, of))
            if len(seen) == steps:
                raise KeyboardInterrupt

        return progress

    found = counted(question, 2_000_000, 1, progress=stopping_after(3))
    assert found.partial
    assert 0 < found.samples < 2_000_000
    share = acceptability(found)
    assert share.partial
    assert share.samples == found.samples
    assert share.ranks.sum(axis=0) == pytest.approx(1)

    early = acceptability(counted(question, 50_000_000, 1, progress=stopping_after(1)))
    assert early.samples < 100_000
    assert (early.errors < 0.01).all()  # a single shift would have none to show

    class Interrupted(Executor):
        def submit(self, *_: object, **__: object) -> Future:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        counted(question, 100, 1, Interrupted())


def test_a_run_stopped_within_its_first_shift_has_error_bars() -> None:
    """Without other shifts to compare with, no error is above that of random draws, sqrt(p (1 - p) / n)."""

    def stop(*_: int) -> None:
        raise KeyboardInterrupt

    values = np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, -1.0]])
    found = counted(Question(0, on_simplex(2), ScoreSource(values)), 5_000_000, 1, progress=stop)
    share = acceptability(Counts(found.shifts[:1], found.asked, partial=True))
    even = np.sqrt(0.25 / share.samples)
    assert share.errors == pytest.approx(np.array([[even, even, 0], [even, even, 0], [0, 0, 0]]), rel=1e-3)


def test_progress_is_told_up_to_the_end() -> None:
    """Whoever watches is told how many samples are done, out of how many, never fewer than before."""
    told: list[tuple[int, int]] = []
    question = Question(0, on_simplex(3), ScoreSource(np.eye(3)))
    found = counted(question, 1_000_000, 1, progress=lambda done, of: told.append((done, of)))
    assert told == sorted(told)
    assert len(told) > 3
    assert told[-1] == (found.samples, found.samples)


def test_scores_are_drawn_by_their_quantiles() -> None:
    """A score even between 0 and 1 beats a fixed 0.7 in three draws of ten; the curve is applied to each draw."""
    values = np.array([[0.5], [0.7]])
    source = drawn_by_cell(values, {(0, 0): lambda p: p}, [STRAIGHT])
    found = acceptability(counted(Question(0, Fixed((1.0,)), source), 200_000, 1))
    assert found.ranks[0, 0] == pytest.approx(0.3, abs=4e-3)
    bent = drawn_by_cell(values, {(0, 0): lambda p: p}, [Curve((0.0, 0.5, 1.0), (0.0, 0.9, 1.0))])
    found = acceptability(counted(Question(0, Fixed((1.0,)), bent), 200_000, 1))
    assert found.ranks[0, 0] == pytest.approx(1 - 0.7 / 1.8, abs=4e-3)


def test_drawn_scores_count_by_their_weights() -> None:
    """Two scores in doubt on criteria of weights 0.6 and 0.3, beside one that is sure: as plain random draws find.

    That is 0.6 X + 0.3 Y + 0.03 against 0.4, with X even from 0 to 1 and Y the square of another such number.
    """
    values = np.array([[0.5, 0.5, 0.3], [0.4, 0.4, 0.4]])
    source = drawn_by_cell(values, {(0, 0): lambda p: p, (0, 1): lambda p: p**2}, [STRAIGHT] * 3)
    found = acceptability(counted(Question(0, Fixed((0.6, 0.3, 0.1)), source), 200_000, 1))
    chance = np.random.default_rng(1)
    ahead = 0.6 * chance.random(1_000_000) + 0.3 * chance.random(1_000_000) ** 2 + 0.03 > 0.4
    assert found.ranks[0, 0] == pytest.approx(ahead.mean(), abs=4e-3)
    many = np.concatenate([values, np.linspace(0.0, 0.1, 14)[:, None] * np.ones(3)])
    source = drawn_by_cell(many, {(0, 0): lambda p: p, (0, 1): lambda p: p**2}, [STRAIGHT] * 3)
    found = acceptability(counted(Question(0, Fixed((0.6, 0.3, 0.1)), source), 200_000, 1))
    assert found.ranks[0, 0] == pytest.approx(ahead.mean(), abs=4e-3)


def test_every_row_of_a_file_is_drawn_as_often() -> None:
    """In the first of five rows alone an option is ahead, in the last alone it ties: first in 0.2 + 0.1 of all."""
    draws = {(0, 1): np.array([0.9, 0.1, 0.2, 0.3, 0.5])}
    source = drawn(np.array([[0.5, 0.4], [0.5, 0.5]]), {}, draws, [STRAIGHT, STRAIGHT])
    found = acceptability(counted(Question(0, Fixed((0.5, 0.5)), source, pairs=True), 200_000, 1))
    assert found.ranks[0, 0] == pytest.approx(0.3, abs=4e-3)
    assert source.mean_values.tolist() == [[0.5, pytest.approx(0.4)], [0.5, 0.5]]


def test_rows_of_a_file_stay_together() -> None:
    """Two scores that are always drawn alike tie the options; drawn apart, each is ahead half the time."""
    values = np.array([[0.5], [0.5]])
    draws = {(0, 0): np.array([0.1, 0.5, 0.9]), (1, 0): np.array([0.1, 0.5, 0.9])}
    together = Question(0, Fixed((1.0,)), drawn(values, {}, draws, [STRAIGHT]), pairs=True)
    found = counted(together, 3_000, 1)
    assert all(each.orders == {0: each.samples} for each in found.shifts)
    apart = drawn_by_cell(values, {cell: lambda p: p for cell in draws}, [STRAIGHT])
    found = counted(Question(0, Fixed((1.0,)), apart), 3_000, 1)
    assert sum((each.orders or {}).get(0, 0) for each in found.shifts) < 10


def test_rows_of_a_file_and_cells_by_themselves() -> None:
    """Of two options whose scores on x go together, the one in doubt on y is ahead where that is above a half."""
    values = np.array([[0.5, 0.5], [0.5, 0.5]])
    rows = {(0, 0): np.array([0.1, 0.5, 0.9]), (1, 0): np.array([0.1, 0.5, 0.9])}
    source = drawn(values, {(0, 1): lambda p: p**2}, rows, [STRAIGHT] * 2)
    found = acceptability(counted(Question(0, Fixed((0.5, 0.5)), source), 200_000, 1))
    # The square of an even number is above a half with chance 1 - sqrt(1/2).
    assert found.ranks[0, 0] == pytest.approx(1 - 0.5**0.5, abs=4e-3)
    assert source.mean_values.tolist() == [[0.5, pytest.approx(1 / 3, abs=1e-6)], [0.5, 0.5]]


def test_what_is_clipped_is_counted() -> None:
    """A score even between -0.5 and 1.5 goes off a scale from 0 to 1 in half of its draws; none where it goes on."""
    doubts = {(0, 0): lambda p: 2 * p - 0.5, (0, 1): lambda p: p, (0, 2): lambda p: 2 * p - 0.5}
    curves = [STRAIGHT, STRAIGHT, Curve((0.0, 1.0), (0.0, 1.0), outside="extrapolate")]
    assert shares_clipped(doubts, curves) == {(0, 0): 0.5}


def test_entropy_by_hand() -> None:
    """Even odds of four are two bits, certainty is none."""
    assert entropy([1, 1, 1, 1, 0]) == 2
    assert entropy([5]) == 0


@given(st.integers(2, 7).flatmap(lambda count: st.permutations(range(count))))
def test_whole_rankings_are_told_apart(order: list[int]) -> None:
    """Each order of the options is counted under a number of its own."""
    values = np.array([[float(each)] for each in order])
    (spelt,) = tally(Question(0, Fixed((1.0,)), ScoreSource(values)), Chunk(1, 0, 0, 0, 2), Room()).orders or {}
    if len(order) <= 4:
        numbers = set()
        for other in permutations(range(len(order))):
            question = Question(0, Fixed((1.0,)), ScoreSource(np.array([[float(each)] for each in other])))
            numbers |= set(tally(question, Chunk(1, 0, 0, 0, 2), Room()).orders or {})
        assert len(numbers) == len(list(permutations(order)))
    assert spelt >= 0


def test_tallies_without_pairs_add_up_without_pairs() -> None:
    """What was not counted in one is not counted in the sum."""
    none = Tally(1, np.eye(1), np.eye(1), None, None)
    assert none.plus(none).wins is None
    assert none.plus(none).orders is None
    assert next(iter(chunks(1, 0, 1))).count == 1


@pytest.mark.parametrize("options", [127, 128, 300])
def test_many_options_are_compared_in_pairs_as_well(options: int) -> None:
    """Each of many options in a row has its own rank in every sample, and beats all those after it."""
    source = ScoreSource(np.arange(options, 0.0, -1)[:, None])
    found = tally(Question(0, Fixed((1.0,)), source, pairs=True), Chunk(1, 0, 0, 0, 3), Room())
    assert (found.ranks == 3 * np.eye(options)).all()
    assert found.wins is not None
    assert (found.wins == 3 * np.triu(np.ones((options, options)), 1) + 1.5 * np.eye(options)).all()
