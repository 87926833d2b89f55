"""Which rows others stand above, by hand and by the definition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steelyard.model.dominance import Row, dominated

HEIGHTS = st.sampled_from([0.0, 0.25, 0.5, 1.0])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], {}),
        ([(0.5,)], {}),
        ([(0.5,), (0.5,)], {}),
        ([(0.5,), (1.0,)], {0: 1}),
        ([(1.0, 0.0), (0.0, 1.0)], {}),
        ([(1.0, 0.0), (1.0, 0.5), (1.0, 1.0)], {0: 1, 1: 2}),
        ([(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (0.0, 0.0)], {0: 1, 3: 1}),
        ([(0.5, 0.5), (0.5, 0.5), (0.5, 0.75), (0.5, 0.75)], {0: 2, 1: 2}),
        ([(0.0,), (0.0,), (-1.0,)], {2: 0}),
    ],
)
def test_the_first_row_above_each(rows: list[Row], expected: dict[int, int]) -> None:
    """Nowhere lower and somewhere higher; equal rows spare each other; of several above, the first is named."""
    assert dominated(rows) == expected


@given(
    st.integers(1, 4).flatmap(lambda columns: st.lists(st.tuples(*[HEIGHTS] * columns), max_size=12)),
)
def test_the_same_as_comparing_each_with_each(rows: list[Row]) -> None:
    """What the definition says, pair by pair."""

    def above(upper: Row, lower: Row) -> bool:
        return upper != lower and all(up >= low for up, low in zip(upper, lower, strict=True))

    firsts = {
        row: [other for other, upper in enumerate(rows) if above(upper, rows[row])][:1] for row in range(len(rows))
    }
    assert dominated(rows) == {row: found[0] for row, found in firsts.items() if found}
