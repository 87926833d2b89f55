"""Under which share of all weightings one option beats another, worked out exactly.

With weights drawn uniformly from the simplex, the share under which i beats j is the volume that a half-space cuts off
the simplex (Varsi 1973, The multidimensional content of the frustum of the simplex, Pacific Journal of Mathematics
46(1), 303-314; Ali 1973, Pacific Journal of Mathematics 47(1), 1-11). The recursion below makes convex combinations
only, so nothing cancels (after Gerber 1981, Applied Mathematics and Computation 8, 311-314).
"""

import numpy as np

from steelyard.results.valuation import Numbers

_ULPS = 8
"""Differences of so few units in the last place are noise of the arithmetic, and no difference."""
TIE = 0.5


def winning_shares(values: Numbers) -> Numbers:
    """The share of all weightings under which each option (row) beats each other (column).

    `values` are options by criteria. A pair that no criterion tells apart ties under every weighting and gets a half
    each; so does an option against itself. Shares of a pair sum to 1.
    """
    count = len(values)
    shares = np.full((count, count), TIE)
    rows, columns = np.triu_indices(count, 1)
    won = _positive_shares(_differences(values[rows], values[columns]))
    shares[rows, columns] = won
    shares[columns, rows] = 1 - won
    return shares


def ties(values: Numbers) -> tuple[tuple[int, int], ...]:
    """The pairs of options that no criterion tells apart, so that no weighting does."""
    rows, columns = np.triu_indices(len(values), 1)
    alike = ~_differences(values[rows], values[columns]).any(axis=1)
    return tuple(zip(rows[alike].tolist(), columns[alike].tolist(), strict=True))


def values_of_groups(values: Numbers, shares: Numbers, groups: list[list[int]]) -> Numbers:
    """The value of each option (rows) on each group (columns), the shares within each group being fixed.

    Weights drawn uniformly over groups then give `winning_shares` of these. A group whose criteria all have no share
    counts them alike, since nothing says how they compare.
    """
    return np.column_stack([values[:, group] @ _within(shares[group]) for group in groups])


def _within(shares: Numbers) -> Numbers:
    whole = shares.sum()
    within: Numbers = shares / whole if whole > 0 else np.full(len(shares), 1 / len(shares))
    return within


def _differences(one: Numbers, other: Numbers) -> Numbers:
    """How far one row of values is above the other, less the noise of the arithmetic."""
    apart = one - other
    noise = _ULPS * np.finfo(float).eps * np.maximum(np.abs(one), np.abs(other))
    differences: Numbers = np.where(np.abs(apart) <= noise, 0.0, apart)
    return differences


def _positive_shares(differences: Numbers) -> Numbers:
    """For each row d the share of the simplex on which w d > 0; a half where d is 0 throughout.

    With x the positive parts of d and y the sizes of its negative parts, R[i][0] = 1, R[0][j] = 0 and
    R[i][j] = (x_i R[i][j-1] + y_j R[i-1][j]) / (x_i + y_j); the share is R at both counts. Rows are worked through
    together, those with most positive parts first, so that each step takes a leading run of them.
    """
    criteria = differences.shape[1]
    scaled = differences / np.maximum(np.abs(differences).max(axis=1, initial=0.0, keepdims=True), np.finfo(float).tiny)
    positives = (scaled > 0).sum(axis=1)
    order = np.argsort(-positives, kind="stable")
    sorted_rows = np.sort(scaled[order], axis=1)
    above = np.ascontiguousarray(sorted_rows[:, ::-1].T)
    below = np.ascontiguousarray(np.maximum(-sorted_rows, 0).T)
    counts = positives[order]
    shares = np.where(counts > 0, 1.0, np.where(below[0] > 0, 0.0, TIE)) if criteria else np.full(len(order), TIE)
    previous = np.zeros((criteria + 1, len(order)))
    previous[0] = 1.0
    for number in range(1, criteria + 1):
        active = int(np.searchsorted(-counts, -number, side="right"))
        if not active:
            break
        previous = _next_row(previous[: criteria - number + 1, :active], above[number - 1, :active], below)
        done = slice(int(np.searchsorted(-counts, -number, side="left")), active)
        shares[done] = previous[criteria - number, done]
    won = np.empty(len(order))
    won[order] = shares
    return won


def _next_row(previous: Numbers, positive: Numbers, below: Numbers) -> Numbers:
    """R[i] from R[i-1], for rows that have an i-th positive part; a negative part of 0 changes nothing."""
    row = np.empty_like(previous)
    row[0] = 1.0
    active = len(positive)
    for number in range(1, len(previous)):
        negative = below[number - 1, :active]
        row[number] = (positive * row[number - 1] + negative * previous[number]) / (positive + negative)
    return row
