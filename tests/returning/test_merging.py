"""The three-way merge on plain values."""

from hypothesis import given
from hypothesis import strategies as st

from steelyard.returning.merging import merged, same, shortest

NAMES = st.sampled_from(["a", "b", "c", "d"])
NUMBERS = st.sampled_from([0.0, 0.3, 0.1 + 0.2, 1.0, 40.0, 85.5, 100.0])
VERSIONS = st.dictionaries(NAMES, NUMBERS)


def test_each_case_by_hand() -> None:
    """Untouched, changed here only, changed there only, changed alike, changed apart, gone, and never there."""
    base = {"untouched": 1.0, "here": 1.0, "there": 1.0, "alike": 1.0, "apart": 1.0, "gone": 1.0}
    now = {"untouched": 1.0, "here": 1.0, "there": 2.0, "alike": 3.0, "apart": 2.0, "new": 9.0}
    book = {"untouched": 1.0, "here": 5.0, "there": 1.0, "alike": 3.0, "apart": 3.0, "gone": 4.0, "new": 8.0}
    found = merged(base, now, book)
    assert found.changes == {"here": (1.0, 5.0)}
    assert found.settled == ("alike",)
    assert found.conflicts == ("apart", "gone")


def test_noise_is_no_change_and_is_never_written() -> None:
    """0.1 + 0.2 is 0.3 to whoever reads the cell; what is written is the short number."""
    assert not merged({"a": 0.3}, {"a": 0.3}, {"a": 0.1 + 0.2}).changes
    assert merged({"a": 1.0}, {"a": 1.0}, {"a": 0.1 + 0.2}).changes == {"a": (1.0, 0.3)}
    assert same(33.33333333333333, 33.333333333333336)
    assert not same(0.3, 0.300000000000001)
    assert shortest(0.1 + 0.2) == 0.3


@given(VERSIONS, VERSIONS)
def test_an_untouched_workbook_changes_nothing(base: dict[str, float], now: dict[str, float]) -> None:
    """Whatever became of the definitions since."""
    found = merged(base, now, base)
    assert not found.changes
    assert not found.settled
    assert not found.conflicts


@given(VERSIONS, VERSIONS, VERSIONS)
def test_nothing_that_the_definitions_changed_is_overwritten(
    base: dict[str, float], now: dict[str, float], book: dict[str, float]
) -> None:
    """A change is taken only where the definitions say what they said; every other edit is settled or a conflict."""
    found = merged(base, now, book)
    for name, (old, new) in found.changes.items():
        assert old == now[name]
        assert same(now[name], base[name])
        assert same(new, book[name])
    edited = {name for name in book if name in base and not same(book[name], base[name])}
    assert {*found.changes, *found.settled, *found.conflicts} == edited


@given(VERSIONS, VERSIONS, VERSIONS)
def test_doing_it_twice_is_doing_it_once(base: dict[str, float], now: dict[str, float], book: dict[str, float]) -> None:
    """After the changes are made, a second import finds each of them there."""
    first = merged(base, now, book)
    then = {**now, **{name: new for name, (_, new) in first.changes.items()}}
    second = merged(base, then, book)
    assert not second.changes
    assert {*second.settled} == {*first.settled, *first.changes}
    assert second.conflicts == first.conflicts
