"""How fast weights and scores are sampled, beside PySensMCDA and beside straightforward numpy.

    python benchmarks/sampling.py [--rounds 5] [--peer PYTHON]

`--peer` is the Python of an environment that has PySensMCDA 2.0.0 (see peer_smaa.py). Without it the peer's speed is
taken from numpy's in the same run, by ratios measured on a quiet machine, and the output says so. Each round runs
everything once, in turn, on one thread, so that a busy machine slows all alike. Times are processor time, medians.

Limits: fixed scores at 5 x 8, 20 x 10 and 100 x 20 at least 20, 15 and 9 times the peer; triangular scores at 20 x 10
at least 3 times numpy (the aim is 8); all exact pairs of 100 x 20 in less time than numpy's 30,000 samples of that
size; memory flat in the number of samples.
"""

# ruff: noqa: E402 - the number of threads is read as numpy is loaded
import os

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"

import argparse
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

import numpy as np

from steelyard.model.sampling.estimate import Acceptability, acceptability
from steelyard.model.sampling.running import counted
from steelyard.model.sampling.scores import TABLE_BITS, ScoreSource
from steelyard.model.sampling.tally import Question
from steelyard.model.sampling.triangles import triangular_draws
from steelyard.model.sampling.weights import on_simplex
from steelyard.model.winning import winning_shares
from steelyard.results.valuation import Numbers

Size = tuple[int, int]
Draw = Callable[[Numbers, int, np.random.Generator], Numbers]
LIMITS: dict[Size, float] = {(5, 8): 20, (20, 10): 15, (100, 20): 9}
TRIANGULAR: dict[Size, str] = {(5, 8): "no limit set", (20, 10): "limit 3, aim 8"}
SAMPLES: dict[Size, int] = {(5, 8): 400_000, (20, 10): 200_000, (100, 20): 60_000}
PEER_SAMPLES: dict[Size, int] = {(5, 8): 30_000, (20, 10): 30_000, (100, 20): 10_000}
NUMPY_TO_PEER: dict[Size, float] = {(5, 8): 12.4 / 0.34, (20, 10): 5.2 / 0.24, (100, 20): 1.3 / 0.14}
"""How many times faster numpy in chunks was than the peer on a quiet machine, both on one thread."""
_FIT_THE_CACHE, _FIT_THE_CACHE_DRAWN = 2_048, 64
"""Of the powers of two, the fastest for numpy at 20 x 10."""
_HALF_A_RANGE = 0.15
_ERROR = 0.001
PEAK = """
import sys, resource
sys.path.insert(0, sys.argv[2])
from sampling import ours, values_of
ours(values_of((20, 10)), int(sys.argv[1]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def values_of(size: Size) -> Numbers:
    """Made-up values of so many options on so many criteria."""
    return np.random.default_rng(3).random(size)


def ours(values: Numbers, samples: int) -> Acceptability:
    """Rank acceptabilities with their errors and central weights, scores fixed."""
    question = Question(1, on_simplex(values.shape[1]), ScoreSource(values))
    return acceptability(counted(question, samples, seed=1))


def ours_drawn(values: Numbers, samples: int) -> Acceptability:
    """The same with a triangle over every score."""
    low, high = values - _HALF_A_RANGE, values + _HALF_A_RANGE
    chance = (np.arange(2**TABLE_BITS) + 0.5) / 2**TABLE_BITS
    width, peak = high - low, (values - low) / (high - low)
    rising = low[..., None] + np.sqrt(chance * peak[..., None]) * width[..., None]
    falling = high[..., None] - np.sqrt((1 - chance) * (1 - peak[..., None])) * width[..., None]
    tables = np.where(chance < peak[..., None], rising, falling).reshape(values.size, -1)
    source = ScoreSource(values, tuple(np.ndindex(*values.shape)), tables)
    return acceptability(counted(Question(2, on_simplex(values.shape[1]), source), samples, seed=1))


def in_numpy(values: Numbers, samples: int, draw: Draw | None = None) -> Numbers:
    """Rank counts alone, as one would write them: chunks that fit the cache, and argsort."""
    options, criteria = values.shape
    chance, counts = np.random.default_rng(1), np.zeros(options**2)
    chunk = _FIT_THE_CACHE if draw is None else _FIT_THE_CACHE_DRAWN
    for begun in range(0, samples, chunk):
        weights = chance.standard_exponential((min(chunk, samples - begun), criteria))
        weights /= weights.sum(axis=1, keepdims=True)
        if draw is None:
            totals = weights @ values.T
        else:
            totals = (draw(values, len(weights), chance) @ weights[:, :, None])[:, :, 0]
        placed = np.argsort(-totals, axis=1) * options + np.arange(options)
        counts += np.bincount(placed.ravel(), minlength=options**2)
    return counts.reshape(options, options)


def by_generator(values: Numbers, samples: int, chance: np.random.Generator) -> Numbers:
    """Triangular scores by the generator's own method."""
    low, high = values - _HALF_A_RANGE, values + _HALF_A_RANGE
    return chance.triangular(low, values, high, (samples, *values.shape))


def by_inversion(values: Numbers, samples: int, chance: np.random.Generator) -> Numbers:
    """Triangular scores by square roots of whole arrays."""
    return triangular_draws(values - _HALF_A_RANGE, values, values + _HALF_A_RANGE, samples, chance)


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one piece of work."""
    begun = process_time()
    work()
    return process_time() - begun


def of_the_peer(python: str, size: Size) -> float:
    """Seconds a sample that the peer takes, in a process of its own."""
    command = [python, str(Path(__file__).with_name("peer_smaa.py")), *map(str, size), str(PEER_SAMPLES[size])]
    return float(subprocess.run(command, input=values_of(size).tobytes(), capture_output=True, check=True).stdout)


def fixed_scores(rounds: int, peer: str | None) -> None:
    """Print how fast fixed scores are sampled, and how long an error of 0.001 takes."""
    print(f"fixed scores, ns a sample (peer: {'measured' if peer else 'from numpy, by ratios of a quiet machine'})")
    print(f"  {'':<10}{'ours':>8}{'numpy':>8}{'peer':>8}{'x numpy':>9}{'x peer':>8}{'limit':>7}")
    for size, samples in SAMPLES.items():
        values = values_of(size)
        taken = []
        for _ in range(rounds):
            own = seconds(partial(ours, values, samples)) / samples
            plain = seconds(partial(in_numpy, values, samples)) / samples
            taken.append((own, plain, of_the_peer(peer, size) if peer else plain * NUMPY_TO_PEER[size]))
        own, plain, peers = map(median, zip(*taken, strict=True))
        times = "".join(f"{each * 1e9:8.0f}" for each in (own, plain, peers))
        print(f"  {_named(size):<10}{times}{plain / own:9.2f}{peers / own:8.1f}{LIMITS[size]:7}")
        time_to_an_error(values, own, peers)


def time_to_an_error(values: Numbers, own: float, peers: float) -> None:
    """Print what it takes until the shares of all ranks have a standard error of 0.001, as a root mean square.

    Ours is read off the scatter of shifts; independent samples have a variance of p (1 - p) over their number.
    """
    samples = 1_024
    while np.sqrt(((found := ours(values, samples)).errors ** 2).mean()) > _ERROR:
        samples += samples // 4
    needed = float((found.ranks * (1 - found.ranks)).mean()) / _ERROR**2
    print(
        f"    to an error of {_ERROR}: {samples * own * 1e3:.1f} ms, {samples:,} samples; the peer "
        f"{needed * peers * 1e3:.0f} ms, {needed:,.0f} samples: {needed * peers / (samples * own):.0f} times as long"
    )


def drawn_scores(rounds: int) -> None:
    """Print how fast triangular scores are sampled."""
    print("triangular scores, ns a sample (numpy: with the generator's method, and by inversion)")
    for size, limit in TRIANGULAR.items():
        values, samples = values_of(size), SAMPLES[size] // 2
        few = samples // 8
        taken = []
        for _ in range(rounds):
            own = seconds(partial(ours_drawn, values, samples)) / samples
            taken.append((own, *(seconds(partial(in_numpy, values, few, draw)) / few for draw in DRAWS)))
        own, *others = map(median, zip(*taken, strict=True))
        times = "".join(f"{each * 1e9:8.0f}" for each in (own, *others))
        print(f"  {_named(size):<10}{times}   x numpy {' and '.join(f'{each / own:.2f}' for each in others)} ({limit})")


def exact_pairs(rounds: int) -> None:
    """Print how long all pairs take that need no sampling."""
    values = values_of((100, 20))
    pairs = [
        (seconds(partial(winning_shares, values)), seconds(partial(in_numpy, values, 30_000))) for _ in range(rounds)
    ]
    exact, sampled = map(median, zip(*pairs, strict=True))
    print(
        f"all exact pairs of 100 x 20: {exact * 1e3:.1f} ms; numpy's 30,000 samples {sampled * 1e3:.1f} ms: "
        f"{exact / sampled:.2f} (limit 1)"
    )


def memory() -> None:
    """Print the peak of a process that draws more and more samples."""
    print("peak memory of a process, 20 x 10, fixed scores")
    for samples in (10_000, 100_000, 1_000_000, 10_000_000):
        command = [sys.executable, "-c", PEAK, str(samples), str(Path(__file__).parent)]
        done = subprocess.run(command, capture_output=True, check=True, text=True)
        print(f"  {samples:>12,} samples {int(done.stdout) / 1024:8.1f} MiB")


DRAWS: tuple[Draw, ...] = (by_generator, by_inversion)


def _named(size: Size) -> str:
    return f"{size[0]} x {size[1]}"


def main() -> None:
    """Measure everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peer", help="the Python of an environment that has PySensMCDA 2.0.0")
    chosen = parser.parse_args()
    fixed_scores(chosen.rounds, chosen.peer)
    drawn_scores(chosen.rounds)
    exact_pairs(chosen.rounds)
    memory()


if __name__ == "__main__":
    main()
