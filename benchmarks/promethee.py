"""PROMETHEE II beside pymcdm and beside the matrix of all pairs: how many times faster sorting is.

    pip install pymcdm
    python benchmarks/promethee.py [--options 1000] [--criteria 20] [--rounds 7]

pymcdm is a tool of this benchmark and no part of Steelyard.
All run in one process on one thread, in turn, so that a busy machine slows all alike. Printed are medians, their
ratios to ours, and the largest difference of any net flow. The aim at 1,000 options by 20 criteria is 20 times pymcdm.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Mapping
from importlib.metadata import PackageNotFoundError, version
from statistics import median

for threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"

import numpy as np  # noqa: E402 - after the threads are set

from steelyard.contracts import DecisionMatrix  # noqa: E402
from steelyard.methods.promethee import Preference, Settings, flows, paired_sums, promethee  # noqa: E402

FUNCTIONS = {
    "usual": Preference(function="usual"),
    "ushape": Preference(function="ushape", q=0.1),
    "vshape": Preference(function="vshape", p=0.4),
    "level": Preference(function="level", q=0.1, p=0.4),
    "linear": Preference(function="linear", q=0.1, p=0.4),
}
THEIRS = {"usual": "usual", "ushape": "ushape", "vshape": "vshape", "level": "level", "linear": "vshape_2"}
"""The names of the same functions in pymcdm."""
OURS, PAIRS, PEER = "by sorting", "all pairs, numpy", "pymcdm"


def matrix_of(options: int, criteria: int) -> DecisionMatrix:
    """Made-up scores between 0 and 1, and shares."""
    chance = np.random.default_rng(1)
    scores, weights = chance.random((options, criteria)), chance.random(criteria) + 0.1
    names = tuple(f"c{each}" for each in range(criteria))
    better = tuple("more" if each % 2 else "less" for each in range(criteria))
    return DecisionMatrix(names, better, (True,) * criteria, scores, scores, weights / weights.sum())  # type: ignore[arg-type]


def contestants(matrix: DecisionMatrix, name: str) -> Mapping[str, Callable[[], "np.ndarray"]]:
    """What is timed: each gives the net flows."""
    from pymcdm.methods import PROMETHEE_II  # noqa: PLC0415 - `main` has said how to install it

    chosen = Settings(preference=FUNCTIONS[name])
    q, p = (np.full(len(matrix.criteria), getattr(FUNCTIONS[name], each) or 0.0) for each in ("q", "p"))
    types = np.array([1 if each == "more" else -1 for each in matrix.better])

    def in_pairs() -> "np.ndarray":
        plus, minus = flows(matrix, chosen, paired_sums)
        return plus - minus

    def theirs() -> "np.ndarray":
        return np.asarray(PROMETHEE_II(THEIRS[name], p=p, q=q)(matrix.scores, matrix.shares, types))

    return {OURS: lambda: promethee.aggregate(matrix, chosen).totals, PAIRS: in_pairs, PEER: theirs}


def measure(matrix: DecisionMatrix, name: str, rounds: int) -> None:
    """Print the medians for one preference function, and how far the flows are apart."""
    runs = contestants(matrix, name)
    found = {who: run() for who, run in runs.items()}
    taken: dict[str, list[float]] = {who: [] for who in runs}
    for _ in range(rounds):
        for who, run in runs.items():
            begun = time.perf_counter()
            run()
            taken[who].append(time.perf_counter() - begun)
    ours = median(taken[OURS])
    for who, each in taken.items():
        apart = float(np.abs(found[who] - found[OURS]).max())
        print(f"  {name:<8}{who:<20}{median(each) * 1e3:10.2f} ms{median(each) / ours:8.1f} x{apart:12.1e}")


def main() -> None:
    """Measure every preference function that both sides know under the same meaning."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--options", type=int, default=1_000)
    parser.add_argument("--criteria", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=7)
    chosen = parser.parse_args()
    try:
        theirs = version("pymcdm")
    except PackageNotFoundError:
        sys.exit("This benchmark needs pymcdm, which is no part of Steelyard: pip install pymcdm")
    print(f"{chosen.options:,} options by {chosen.criteria} criteria; pymcdm {theirs}, numpy {np.__version__}")
    print(f"  {'':<28}{'median':>13}{'x ours':>10}{'apart by':>12}")
    for name in FUNCTIONS:
        measure(matrix_of(chosen.options, chosen.criteria), name, chosen.rounds)


if __name__ == "__main__":
    main()
