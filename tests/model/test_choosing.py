from pathlib import Path

import pytest

from projects import Files, Number, decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.bench import bench_for
from steelyard.check import read
from steelyard.documents.definitions import Definitions
from steelyard.model.choosing import leading

ROOT = Path(__file__).resolve().parents[2]


def _files(*scores: Number, **changes: object) -> Files:
    rows = {f"o{at}": (number,) for at, number in enumerate(scores)}
    return decision({"x": quantity(0, 1)}, rows, {"even": weight_set("equal")}, **changes)


def _leading(definitions: Definitions, count: int, weights: str = "even") -> tuple[str, ...]:
    bench = bench_for(definitions)
    return leading(definitions, bench.curves, bench.standings[weights], count)


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, ("o1",)), (2, ("o1", "o2", "o3")), (3, ("o1", "o2", "o3")), (4, ("o1", "o2", "o3", "o0"))],
)
def test_several_are_held_against_the_last_place_chosen(count: int, expected: tuple[str, ...]) -> None:
    """Totals are 0.9, 0.5, 0.49 and 0.1: the third is 0.01 behind the second, which is too close to call."""
    assert _leading(loaded(_files(0.1, 0.9, 0.5, 0.49)), count) == expected


def test_the_distance_that_is_close_still_counts() -> None:
    """An option exactly `close_call` behind leads, and one that is a hair further behind does not."""
    assert _leading(loaded(_files(0.1, 0.9, 0.5, 0.4, close_call=0.1)), 2) == ("o1", "o2", "o3")
    assert _leading(loaded(_files(0.1, 0.9, 0.5, 0.399999, close_call=0.1)), 2) == ("o1", "o2")


def test_what_is_often_ahead_of_the_last_place_leads() -> None:
    """A triangle from 0 over 1/4 to 1 is above a sure 1/2 in a third of draws, and above a sure 0.9 in one in 75."""
    files = _files(0.1, 0.9, 0.5, (0.0, 0.25, 1.0))
    assert _leading(loaded(files), 1) == ("o1",)
    assert _leading(loaded(files), 2) == ("o1", "o2", "o3")


def test_more_than_there_are() -> None:
    """Where as many are chosen as there are, or more, all of them lead."""
    assert set(_leading(loaded(_files(0.1, 0.9)), 5)) == {"o0", "o1"}


@pytest.mark.parametrize("shortlist", ["default", "long-list"])
def test_for_one_they_are_the_leaders_of_the_ranking(shortlist: str) -> None:
    """On the catalogue, under every weight set, whoever leads here is a leader there, and the other way round."""
    definitions = read(ROOT, shortlist).definitions
    for weights in definitions.weight_sets:
        leaders = assess.rank(definitions, weights).leaders
        assert set(_leading(definitions, 1, weights)) == {each.option for each in leaders}
