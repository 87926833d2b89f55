"""Comparisons in pairs as a matrix: what they weigh, how far they fit together, and the numbers nobody gave.

A matrix is square and reciprocal: the entry of row i and column j says how many times i counts j, and its mirror
image is 1 over it. NaN stands where a pair was not compared. Names have the order of rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from steelyard.results.valuation import Numbers

Places = NDArray[np.intp]

AGUARON_MORENO = (0, 0, 0.525, 0.882, 1.115, 1.252, 1.341, 1.404, 1.452, 1.484, 1.513, 1.535, 1.555, 1.57, 1.583, 1.595)
"""The random index by number of names: the consistency index of matrices filled by chance, on average; the usual table.

Source: Aguarón & Moreno-Jiménez (2003), The geometric consistency index: approximated thresholds, European Journal
of Operational Research 147(1), 137-145 (100,000 matrices a size).
"""
SAATY = (0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49)
"""The older table of random indices, from fewer matrices.

Source: Saaty (1980), The Analytic Hierarchy Process, McGraw-Hill.
"""
_A_TRIAD = 3
_MOST_STEPS = 100
_MOST_HALVINGS = 20
_LONGEST_STEP = 3.0
_CLOSE_ENOUGH = 1e-12


@dataclass(frozen=True)
class Principal:
    """The largest eigenvalue of a positive matrix with its right and left vectors; the right one sums to 1."""

    value: float
    right: Numbers
    left: Numbers


def eigenvector(matrix: Numbers) -> Numbers:
    """Priorities that sum to 1: the principal right eigenvector (Saaty 1977, Journal of Mathematical Psychology 15)."""
    return principal(matrix).right


def geometric_mean(matrix: Numbers) -> Numbers:
    """Priorities that sum to 1: the geometric mean of each row.

    Where pairs were not compared, the priorities whose ratios miss those that were by least squares of logarithms,
    which is the same thing where all were (Crawford & Williams 1985, Journal of Mathematical Psychology 29(4), 387-405;
    Bozóki, Fülöp & Rónyai 2010, Mathematical and Computer Modelling 52, 318-333, section 4).
    """
    logs, judged = np.log(np.where(np.isnan(matrix), 1.0, matrix)), ~np.isnan(matrix)
    compared = judged & ~np.eye(len(matrix), dtype=bool)
    laplacian = np.diag(compared.sum(axis=1)) - compared
    weights = np.exp(np.linalg.lstsq(laplacian, (logs * compared).sum(axis=1), rcond=None)[0])
    shares: Numbers = weights / weights.sum()
    return shares


def principal(matrix: Numbers) -> Principal:
    """The principal eigenvalue and its vectors (Perron 1907: they are positive)."""
    value, right = _largest(matrix)
    _, left = _largest(matrix.T)
    return Principal(value, right / right.sum(), left)


def _largest(matrix: Numbers) -> tuple[float, Numbers]:
    values, vectors = np.linalg.eig(matrix)
    at = int(np.argmax(values.real))
    return float(values[at].real), np.abs(vectors[:, at].real)


def consistency_index(matrix: Numbers) -> float:
    """How far the largest eigenvalue lies above the number of names; 0 where all comparisons fit (Saaty 1980)."""
    size = len(matrix)
    return max(0.0, (principal(matrix).value - size) / (size - 1)) if size > 1 else 0.0


def random_index(size: int, missing: int = 0, table: Sequence[float] = AGUARON_MORENO) -> float:
    """The consistency index to expect of comparisons made by chance.

    Beyond the table, by the line fitted to mean eigenvalues (Alonso & Lamata 2006, International Journal of
    Uncertainty, Fuzziness and Knowledge-Based Systems 14(4), 445-459). With pairs missing it falls in proportion,
    down to 0 where so few are left that they cannot contradict one another (Ágoston & Csató 2022, Inconsistency
    thresholds for incomplete pairwise comparison matrices, Omega 108, 102576).
    """
    if size < _A_TRIAD:
        return 0.0
    whole = table[size - 1] if size <= len(table) else (2.7699 * size - 4.3513 - size) / (size - 1)
    return whole * (1 - 2 * missing / ((size - 1) * (size - 2)))


def consistency_ratio(matrix: Numbers, missing: int = 0, table: Sequence[float] = AGUARON_MORENO) -> float:
    """The consistency index as a share of what chance would give; up to 0.1 is good enough (Saaty 1980)."""
    expected = random_index(len(matrix), missing, table)
    return consistency_index(matrix) / expected if expected > 0 else 0.0


def koczkodaj(matrix: Numbers) -> float:
    """How far the worst three comparisons are from fitting, from 0 to 1.

    Source: Koczkodaj (1993), A new definition of consistency of pairwise comparisons, Mathematical and Computer
    Modelling 18(7), 79-84.
    """
    return 1 - float(np.exp(-np.abs(_detours(matrix)).max())) if len(matrix) >= _A_TRIAD else 0.0


def congruence(matrix: Numbers) -> float:
    """How far direct comparisons lie from those through a third name, as logarithms, on average.

    Source: Siraj, Mikhailov & Keane (2015), European Journal of Operational Research 242(2), 557-567.
    """
    size = len(matrix)
    apart = np.abs(_detours(matrix)).sum()
    return float(apart) / (size * (size - 1) * (size - 2)) if size >= _A_TRIAD else 0.0


def dissonance(matrix: Numbers) -> float:
    """The share of detours through a third name that say the contrary of the direct comparison (same source)."""
    size, logs = len(matrix), np.log(matrix)
    if size < _A_TRIAD:
        return 0.0
    contrary = (logs[:, None, :] * (logs[:, None, :] + _detours(matrix)) < -_CLOSE_ENOUGH).sum()
    return float(contrary) / (size * (size - 1) * (size - 2))


def _detours(matrix: Numbers) -> Numbers:
    """By how much a comparison by way of a third name exceeds the direct one, as logarithms: from, by way of, to."""
    logs = np.log(matrix)
    apart: Numbers = logs[:, :, None] + logs[None, :, :] - logs[:, None, :]
    return apart


def worst_triad(matrix: Numbers, judged: NDArray[np.bool_] | None = None) -> tuple[int, int, int] | None:
    """The three names whose comparisons fit together least; None where all fit, or there are no three.

    With `judged`, which entries people gave, only triads of such are looked at, as long as there is any.
    They come so that the first counts no less than the second, and the second no less than the third.
    """
    if len(matrix) < _A_TRIAD:
        return None
    apart = np.abs(_detours(matrix))
    if judged is not None:
        known = judged & ~np.eye(len(matrix), dtype=bool)
        triads = known[:, :, None] & known[None, :, :] & known[:, None, :]
        apart = np.where(triads, apart, -1.0) if triads.any() else apart
    at = np.unravel_index(int(apart.argmax()), apart.shape)
    if apart[at] < _CLOSE_ENOUGH:
        return None
    return _in_a_chain(matrix, sorted(map(int, at)))


def _in_a_chain(matrix: Numbers, triad: Sequence[int]) -> tuple[int, int, int]:
    """The three such that each counts no less than the next; there is such an order of any three."""
    one, two, three = triad
    orders = ((one, two, three), (one, three, two), (two, one, three), (two, three, one), (three, one, two))
    fitting = (each for each in orders if matrix[each[0], each[1]] >= 1 and matrix[each[1], each[2]] >= 1)
    return next(fitting, (three, two, one))


def completed(matrix: Numbers) -> Numbers:
    """The matrix with the missing comparisons that make the largest eigenvalue least, so that all fit best.

    In logarithms the eigenvalue is a convex function of them, with one minimum where comparisons connect all names
    (Bozóki, Fülöp & Rónyai 2010, Mathematical and Computer Modelling 52, 318-333); Newton's steps lead there.
    """
    rows, columns = np.nonzero(np.triu(np.isnan(matrix)))
    if not len(rows):
        return matrix
    weights = geometric_mean(matrix)
    logs = np.log(weights[rows] / weights[columns])
    for _ in range(_MOST_STEPS):
        before, logs = logs, _descended(matrix, rows, columns, logs)
        if np.abs(logs - before).max() < _CLOSE_ENOUGH:
            break
    return _filled(matrix, rows, columns, logs)


def _filled(matrix: Numbers, rows: Places, columns: Places, logs: Numbers) -> Numbers:
    whole = matrix.copy()
    whole[rows, columns] = np.exp(logs)
    whole[columns, rows] = np.exp(-logs)
    return whole


def _newton_step(matrix: Numbers, rows: Places, columns: Places) -> Numbers:
    """By how much the logarithms of the missing comparisons should move, from both derivatives of the eigenvalue.

    With u and v the left and right vectors and u v = 1, the first derivative along A' is u A' v, the second along A'
    and B' is u A'' v + u A' G B' v + u B' G A' v, where G inverts value - A beside the eigenvector (Kato 1995,
    Perturbation Theory for Linear Operators, chapter II, section 2).
    """
    found = principal(matrix)
    right, left = found.right, found.left / (found.left @ found.right)
    projection = np.outer(right, left)
    beside = np.linalg.inv(found.value * np.eye(len(matrix)) - matrix + projection) - projection
    there, back = matrix[rows, columns], matrix[columns, rows]
    numbers = np.arange(len(rows))
    after, before = np.zeros((len(matrix), len(rows))), np.zeros((len(rows), len(matrix)))
    after[rows, numbers], after[columns, numbers] = there * right[columns], -back * right[rows]
    before[numbers, columns], before[numbers, rows] = left[rows] * there, -left[columns] * back
    gradient = left[rows] * there * right[columns] - left[columns] * back * right[rows]
    bent = before @ beside @ after
    own = left[rows] * there * right[columns] + left[columns] * back * right[rows]
    step = np.asarray(np.linalg.solve(bent + bent.T + np.diag(own), -gradient), dtype=float)
    shortened: Numbers = step * min(1.0, _LONGEST_STEP / max(_CLOSE_ENOUGH, float(np.abs(step).max())))
    return shortened


def _descended(matrix: Numbers, rows: Places, columns: Places, logs: Numbers) -> Numbers:
    """The logarithms after a step, halved until the eigenvalue does not rise; as they were where it always does."""
    here = _filled(matrix, rows, columns, logs)
    height, step = principal(here).value, _newton_step(here, rows, columns)
    for halvings in range(_MOST_HALVINGS):
        moved: Numbers = logs + step / 2**halvings
        if principal(_filled(matrix, rows, columns, moved)).value <= height:
            return moved
    return logs
