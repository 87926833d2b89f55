"""What weights from data make of columns that say nothing; their numbers are held by published tables."""

from collections.abc import Sequence

import pytest

from steelyard.contracts import Judged, Performance
from steelyard.weightings import shelf

DATA_DRIVEN = [("entropy", "raw"), ("entropy", "min-max"), ("critic", ""), ("standard-deviation", "")]


def _points(method: str, variant: str, **columns: Sequence[float]) -> dict[str, float]:
    numbers = Performance(columns, dict.fromkeys(columns, "more"))
    return dict(shelf[method].weigh(Judged(None, list(columns), variant, lambda: numbers)).points)


def test_these_are_all_and_none_is_the_usual_way() -> None:
    """Methods marked as data-driven are these three; none asks anybody anything."""
    marked = {name for name in shelf if shelf[name].data_driven}
    assert marked == {method for method, _ in DATA_DRIVEN}
    assert all(shelf[name].interview is None and not shelf[name].takes_points for name in marked)


@pytest.mark.parametrize(("method", "variant"), DATA_DRIVEN)
def test_a_column_on_which_all_are_alike_weighs_nothing(method: str, variant: str) -> None:
    """0, exactly, whatever rounding makes of it; the others weigh something."""
    points = _points(method, variant, a=(1, 2, 4), b=(0.1, 0.1, 0.1), c=(3, 1, 2), d=(0, 0, 0))
    assert points["b"] == points["d"] == 0
    assert points["a"] > 0
    assert points["c"] > 0


@pytest.mark.parametrize(("method", "variant"), DATA_DRIVEN)
def test_the_only_column_that_tells_options_apart_weighs_all(method: str, variant: str) -> None:
    """Also where it stands in a group by itself."""
    points = _points(method, variant, a=(1, 2, 4), b=(7, 7, 7))
    assert points["a"] > 0
    assert points["b"] == 0
    assert _points(method, variant, a=(1, 2, 4))["a"] > 0


@pytest.mark.parametrize(("method", "variant"), DATA_DRIVEN)
@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"a": (5, 5), "b": (0, 0)}, "the options are alike on a, b"),
        ({"a": (5,), "b": (1,)}, "fewer than two are ranked"),
    ],
)
def test_options_that_do_not_differ_are_refused(
    method: str, variant: str, columns: dict[str, tuple[float, ...]], said: str
) -> None:
    """One option, or options that are alike on everything, give nothing to weigh by."""
    with pytest.raises(ValueError, match=said):
        _points(method, variant, **columns)


@pytest.mark.parametrize(("method", "variant"), DATA_DRIVEN)
def test_judgements_beside_data_are_refused(method: str, variant: str) -> None:
    """What comes from data takes no judgements."""
    with pytest.raises(ValueError, match="leave the judgements out"):
        shelf[method].weigh(Judged({"a": 1}, ["a"], variant))


def test_raw_entropy_takes_no_negative_numbers() -> None:
    """Shares of a sum need numbers of one sign; rescaled numbers have none below 0."""
    with pytest.raises(ValueError, match="takes none below 0, and there are some on b; see `min-max`"):
        _points("entropy", "raw", a=(1, 2), b=(-1, 2))
    assert _points("entropy", "min-max", a=(1, 2), b=(-1, 2))["b"] > 0


def test_direction_counts_where_numbers_are_rescaled() -> None:
    """By hand: rescaled shares of 1, 2, 4 are 0, 1/4, 3/4 one way and 3/5, 2/5, 0 the other.

    1 - H is 1 - (1/4 ln 4 + 3/4 ln 4/3) / ln 3 = 0.48814, and 1 - (3/5 ln 5/3 + 2/5 ln 5/2) / ln 3 = 0.38740.
    """
    numbers = Performance({"a": (1, 2, 4), "b": (1, 2, 4)}, {"a": "more", "b": "less"})
    points = shelf["entropy"].weigh(Judged(None, ["a", "b"], "min-max", lambda: numbers)).points
    assert points == pytest.approx({"a": 0.48814, "b": 0.38740}, abs=5e-6)


def test_columns_in_step_are_no_conflict() -> None:
    """CRITIC has nothing to weigh by where all criteria order and space the options alike."""
    with pytest.raises(ValueError, match="do so in step"):
        _points("critic", "", a=(1, 2, 4), b=(10, 20, 40))
