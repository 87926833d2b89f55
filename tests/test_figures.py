import pytest
from hypothesis import given
from hypothesis import strategies as st

from steelyard.figures import decimals, signed


@pytest.mark.parametrize(
    ("number", "places", "shown"),
    [
        (0.5625, 3, "0.563"),
        (0.0005, 3, "0.001"),
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (0.1234999, 3, "0.123"),
        (-0.0001, 3, "0.000"),
        (-0.0005, 3, "-0.001"),
        (1.005, 2, "1.01"),
        (1e30, 3, "1000000000000000000000000000000.000"),
        (0.0, 3, "0.000"),
    ],
)
def test_halves_go_away_from_zero(number: float, places: int, shown: str) -> None:
    """A half, as the number is written, goes away from zero; nothing is shown as minus zero."""
    assert decimals(number, places) == shown


@pytest.mark.parametrize(
    ("number", "shown"), [(0.25, "+0.250"), (-0.25, "-0.250"), (0.0004, "0.000"), (-0.0004, "0.000")]
)
def test_a_sign_stands_before_all_but_zero(number: float, shown: str) -> None:
    """Gains carry a plus, losses a minus, and what is shown as zero neither."""
    assert signed(number) == shown


@given(st.floats(-1e6, 1e6), st.integers(0, 9))
def test_what_is_shown_is_within_half_a_unit(number: float, places: int) -> None:
    """The number shown is never further off than half a unit of its last place."""
    shown = decimals(number, places)
    assert abs(float(shown) - number) <= 0.5 * 10**-places + 1e-9
    assert len(shown.partition(".")[2]) == places
