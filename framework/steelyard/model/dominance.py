"""Which rows of numbers others stand above: nowhere lower, and somewhere higher."""

from collections.abc import Mapping, Sequence

Row = tuple[float, ...]


def dominated(rows: Sequence[Row]) -> dict[int, int]:
    """For each row that another dominates, the first that does; rows by their position.

    A row dominates another that it is nowhere below and somewhere above; equal rows do not dominate each other.
    No pair is compared. For each column, a whole number holds one bit for each different row and says which of
    them reach a given height; what all columns have in common are the rows that a row cannot pass. Only the
    ones and the distinct numbers of a column count, so many alike rows cost little.
    """
    first: dict[Row, int] = {}
    for position, row in enumerate(rows):
        first.setdefault(row, position)
    distinct = list(first)
    columns = [_reaching(column) for column in zip(*distinct, strict=True)]
    found: dict[Row, int] = {}
    for number, row in enumerate(distinct):
        above = ~(1 << number)
        for reaching, height in zip(columns, row, strict=True):
            above &= reaching[height]
        if above > 0:
            found[row] = first[distinct[(above & -above).bit_length() - 1]]
    return {position: found[row] for position, row in enumerate(rows) if row in found}


def _reaching(column: Sequence[float]) -> Mapping[float, int]:
    """For each height in a column, a bit for every row that reaches it."""
    at: dict[float, int] = {}
    for number, height in enumerate(column):
        at[height] = at.get(height, 0) | 1 << number
    reaching, so_far = {}, 0
    for height in sorted(at, reverse=True):
        so_far |= at[height]
        reaching[height] = so_far
    return reaching
