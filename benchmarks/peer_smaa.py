"""Seconds of processor time a sample that PySensMCDA's SMAA-2 takes, given a plain matrix product; run by sampling.py.

    python benchmarks/peer_smaa.py OPTIONS CRITERIA SAMPLES < VALUES

Runs in an environment of its own, for the peer needs pandas below 3: pip install PySensMCDA==2.0.0. The values come as
bytes of doubles, row by row.
"""

import sys
import warnings
from time import process_time

import numpy as np
from pysensmcda.smaa import smaa2


def plain(matrix: np.ndarray, weights: np.ndarray, types: np.ndarray) -> np.ndarray:  # noqa: ARG001 - the peer's call
    """Totals by one product, which is the least a method can do."""
    totals: np.ndarray = matrix @ weights
    return totals


def main() -> None:
    """Measure once, after a short run that warms up."""
    options, criteria, samples = map(int, sys.argv[1:])
    values = np.frombuffer(sys.stdin.buffer.read()).reshape(options, criteria)
    warnings.simplefilter("ignore")
    for count in (1_000, samples):
        begun = process_time()
        smaa2(plain, values, np.ones(criteria), num_samples=count, reverse_ranking=True, seed=1)
    print((process_time() - begun) / samples)


if __name__ == "__main__":
    main()
