"""A whole ranking probed: by hand where that can be, and by another way of working it out where not."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from projects import decision, loaded, quantity, score, weight_set
from steelyard import assess
from steelyard.probing import subject
from steelyard.probing.effort import Effort
from steelyard.probing.sources import admits_a_region
from steelyard.results.robustness import Holds, Robustness
from steelyard.results.valuation import Numbers
from steelyard.results.weighed import Region, Weighed


def _files(weights: dict[str, Any] | None = None, **changes: object) -> dict[str, Any]:
    return decision(
        {"x": quantity(0, 1, group="one"), "y": quantity(0, 1, group="two"), "z": quantity(0, 1, group="two")},
        {"stay": [0.5, 0.5, 0.5], "go": [1.0, 0.0, 0.25], "hop": [0.0, 1.0, 0.25]},
        weights or {"w": weight_set("direct", judgements={"x": 2, "y": 1, "z": 1})},
        **changes,
    )


def _robustness(files: dict[str, Any], samples: int = 65_536, seed: int | None = None) -> Robustness:
    return assess.robustness(loaded(files), effort=Effort(samples, seed))


def test_exact_figures_by_hand() -> None:
    """Go against hop: d = (1, -1, 0), even; go against stay: (0.5, -0.5, -0.25); within groups y and z stand 1 to 1."""
    found = _robustness(_files())
    assert found.options == ("go", "stay", "hop")
    assert found.all_weightings.pairwise["go"]["hop"] == 0.5
    # x = 2, y = (2, 1): R = x/(x+y1) * x/(x+y2) = 1/2 * 2/3.
    assert found.all_weightings.pairwise["go"]["stay"] == pytest.approx(1 / 3, abs=1e-15)
    # By groups d = (0.5, -0.375): go is ahead where x > 3/7.
    assert found.all_weightings.pairwise_grouped["go"]["stay"] == pytest.approx(4 / 7, abs=1e-15)
    assert found.all_weightings.ties == ()
    assert found.potentially_optimal == ("go", "stay", "hop")
    assert (found.dominance, found.dominance_in_ranges) == ((), ())
    # Totals 0.5625, 0.5, 0.3125. Go falls to stay where t + (1 - t) / 8 = 0.5.
    assert found.stability["x"].first == Holds(pytest.approx(3 / 7), None, "stay", None)
    assert list(found.stability) == ["x", "y", "z", "two"]
    assert found.stability["two"].share == pytest.approx(0.5)
    assert found.first_under == {"w": ("go",)}


def test_sampled_figures_agree_with_exact_ones() -> None:
    """How often one beats another around the weights, and first places of two options, by other ways."""
    files = _files()
    del files["options/hop.yaml"]
    found = _robustness(files)
    flat = found.all_weightings.flat.at_values
    assert flat.first("go") == pytest.approx(found.all_weightings.pairwise["go"]["stay"], abs=4e-3)
    assert flat is found.all_weightings.flat.drawn  # nothing is in doubt
    assert found.all_weightings.flat.drawn.confidence == {"go": 1.0, "stay": 1.0}
    around = found.around_agreed.block.at_values
    assert around.wins is not None
    assert around.wins["go"]["stay"] == pytest.approx(around.first("go"))
    chance = np.random.default_rng(1)
    points = np.array([[2.0], [1.0], [1.0]]) * chance.uniform(0.75, 1.25, (3, 400_000))
    shares = points / points.sum(axis=0)
    ahead = (np.array([0.5, -0.5, -0.25]) @ shares > 0).mean()
    assert around.first("go") == pytest.approx(ahead, abs=4e-3)


def test_groups_are_drawn_first_where_they_make_a_difference() -> None:
    """All weightings of two groups: x is even from 0 to 1, so go beats stay where x > y + z / 2, z and y alike."""
    files = _files()
    del files["options/hop.yaml"]
    grouped = _robustness(files).all_weightings.grouped
    assert grouped is not None
    chance = np.random.default_rng(1)
    x, within = chance.random(400_000), chance.random(400_000)
    ahead = (0.5 * x > (1 - x) * (0.5 * within + 0.25 * (1 - within))).mean()
    assert grouped.at_values.first("go") == pytest.approx(ahead, abs=4e-3)
    flat = decision({"x": quantity(0, 1), "y": quantity(0, 1)}, {"a": [0, 1], "b": [1, 0]}, {"w": weight_set("equal")})
    assert _robustness(flat, 64).all_weightings.grouped is None


def test_weights_judged_in_groups_move_together() -> None:
    """A group's point moves all its criteria, a point within it only how they share; judged ranges count."""
    weights = weight_set(
        "swing",
        groups={"one": 100, "two": 80},
        within={"one": {"x": 100}, "two": {"y": 100, "z": 50}},
        ranges={"x": [0, 0.5]},
        precision=0.5,
    )
    files = _files({"w": weights})
    del files["options/hop.yaml"]
    found = _robustness(files)
    assert (found.around_agreed.precision, found.around_agreed.region) == (0.5, False)
    chance = np.random.default_rng(1)

    def moved(point: float) -> Any:  # noqa: ANN401 - an array of draws
        return point * chance.uniform(0.5, 1.5, 400_000)

    one, two, y, z = moved(100), moved(80), moved(100), moved(50)
    shares = np.array([one / 0.5, two * y / (y + z), two * z / (y + z)])
    ahead = (np.array([0.5, -0.5, -0.25]) @ shares > 0).mean()
    assert found.around_agreed.block.at_values.first("go") == pytest.approx(ahead, abs=4e-3)
    assert {each.of for each in found.tornado} == {
        ("weight", "one"),
        ("weight", "two"),
        ("weight", "y"),
        ("weight", "z"),
    }


def _between(shares: Numbers, bounds: dict[int, tuple[float, float]]) -> Numbers:
    fits = [(least <= shares[at]) & (shares[at] <= most) for at, (least, most) in bounds.items()]
    kept: Numbers = np.logical_and.reduce(fits)
    return kept


@pytest.mark.parametrize(
    ("method", "judgements", "fits"),
    [
        ("rank-order", {"z": 1, "x": 2, "y": 3}, lambda shares: (shares[2] >= shares[0]) & (shares[0] >= shares[1])),
        ("rank-order", {"z": 2, "x": 1, "y": 2}, lambda shares: shares[0] >= np.maximum(shares[1], shares[2])),
        ("orderings", {"z": ["y"], "x": []}, lambda shares: shares[2] >= shares[1]),
        (
            "intervals",
            {"x": [0.3, 0.6], "y": [0.1, 0.45], "z": [0.05, 0.4]},
            lambda shares: _between(shares, {0: (0.3, 0.6), 1: (0.1, 0.45), 2: (0.05, 0.4)}),
        ),
    ],
)
def test_all_weightings_that_judgements_admit_are_drawn(
    method: str, judgements: dict[str, Any], fits: Callable[[Numbers], Numbers]
) -> None:
    """An order, a partial one, or bounds: go is ahead as often as under those even random weights that fit."""
    files = _files({"w": weight_set(method, judgements=judgements)})
    del files["options/hop.yaml"]
    around = _robustness(files).around_agreed
    assert around.region
    even = np.random.default_rng(1).standard_exponential((3, 1_000_000))
    shares = even / even.sum(axis=0)
    kept = shares[:, fits(shares)]
    ahead = (np.array([0.5, -0.5, -0.25]) @ kept > 0).mean()
    assert 0.02 < ahead < 0.98
    assert around.block.at_values.first("go") == pytest.approx(ahead, abs=8e-3)


def test_narrow_bounds_are_drawn_by_hand() -> None:
    """Y takes what x, even from 0.4 to 0.5, and z, even from 0.2 to 0.24, leave: go is ahead where x > 0.5 - z / 4.

    That is where x is above 0.445 on the mean, 0.55 of its range.
    """
    files = _files({"w": weight_set("intervals", judgements={"x": [0.4, 0.5], "y": [0.25, 0.5], "z": [0.2, 0.24]})})
    del files["options/hop.yaml"]
    assert _robustness(files).around_agreed.block.at_values.first("go") == pytest.approx(0.55, abs=8e-3)


def test_regions_of_groups_and_within_them_are_drawn_apart() -> None:
    """Bounds of groups and of shares within one: with two names, each is even between its own."""
    weights = weight_set(
        "intervals",
        groups={"one": [0.35, 0.6], "two": [0.4, 0.65]},
        within={"one": {"x": [1, 1]}, "two": {"y": [0.2, 0.9], "z": [0.1, 0.8]}},
    )
    files = _files({"w": weights})
    del files["options/hop.yaml"]
    around = _robustness(files).around_agreed
    assert around.region
    chance = np.random.default_rng(1)
    x, within = chance.uniform(0.35, 0.6, 400_000), chance.uniform(0.2, 0.9, 400_000)
    ahead = (0.5 * x > (1 - x) * (0.5 * within + 0.25 * (1 - within))).mean()
    assert around.block.at_values.first("go") == pytest.approx(ahead, abs=4e-3)


def test_one_list_that_admits_a_region_is_enough() -> None:
    """A set admits a region where one of its lists does, whatever the others do."""
    point, region = Weighed({"x": 1.0}), Weighed({"x": 1.0}, region=Region())
    for lists, admits in (([point, region], True), ([point, point], False)):
        probed: Any = SimpleNamespace(weighed=SimpleNamespace(lists=dict(enumerate(lists))))
        assert admits_a_region(probed) is admits


def test_only_what_is_in_doubt_and_looked_at_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """With room for one beside the baseline, the doubts of the others are left out, and ranges stay with their rows."""
    monkeypatch.setattr(subject, "MOST_OPTIONS", 1)
    files = _files()
    for option, (low, high) in {"hop": (0.2, 0.9), "stay": (0.4, 0.7)}.items():
        files[f"options/{option}.yaml"]["scores"]["z"] |= {"low": low, "high": high, "rationale": "About so."}
    files["options/hop.yaml"]["scores"]["z"]["value"] = 0.25
    found = _robustness(files, 256)
    assert (found.options, found.left_out, found.uncertain) == (("go", "stay"), 1, 1)
    assert {each.of for each in found.information if each.of[0] == "score"} == {("score", "stay", "z")}
    # Go is ahead by 0.0625; stay's z counts for a quarter, from 0.4 to 0.7 about 0.5.
    moves = {each.of: (each.low, each.high) for each in found.tornado if each.of[0] == "score"}
    assert moves == {("score", "stay", "z"): (pytest.approx(0.0875), pytest.approx(0.0125))}


def test_doubt_about_scores_is_drawn() -> None:
    """Go's x from 0 over 1/2 to 1 against a sure 1/2 at all the weight on x: first in half of the draws."""
    files = decision({"x": quantity(0, 1)}, {"stay": [0.5], "go": [0.5]}, {"w": weight_set("equal")})
    files["options/go.yaml"]["scores"]["x"] |= {"low": 0, "high": 1, "rationale": "Anything may come."}
    found = _robustness(files)
    assert found.uncertain == 1
    assert found.all_weightings.flat.drawn.first("go") == pytest.approx(0.5, abs=6e-3)
    assert found.all_weightings.flat.drawn.confidence["go"] == pytest.approx(0.5, abs=0.015)
    # E[max(X, 1/2)] - 1/2 for a triangle on (0, 1) with its peak at 1/2: the integral of (x - 1/2) 4 (1 - x) is 1/12.
    known = {each.of: each.gain for each in found.information}
    assert known["score", "go", "x"] == pytest.approx(1 / 12, abs=1e-12)
    assert known["all",] == pytest.approx(1 / 12, abs=2e-3)
    assert {(each.option, each.new_first) for each in found.decisive_scores} == {("go", "stay")}


def test_who_has_the_highest_expected_total_is_named() -> None:
    """Go's 0.6 lies between 0 and 0.7 and is expected at 1.3 / 3, below a sure 1/2; at the values go is first."""
    files = decision({"x": quantity(0, 1)}, {"stay": [0.5], "go": [0.6]}, {"w": weight_set("equal")})
    files["options/go.yaml"]["scores"]["x"] |= {"low": 0, "high": 0.7, "rationale": "Anything may come."}
    found = _robustness(files, 256)
    assert (found.options[0], found.best_expected) == ("go", "stay")
    assert _robustness(_files(), 64).best_expected == "go"


def test_decisive_scores_come_weakest_evidence_first() -> None:
    """Of two options, the lower in rank comes first where its score rests on judgement alone."""
    files = decision({"x": quantity(0, 1)}, {"stay": [0.5], "go": [0.6]}, {"w": weight_set("equal")})
    for option in ("stay", "go"):
        files[f"options/{option}.yaml"]["scores"]["x"] |= {"low": 0.1, "high": 0.9, "rationale": "Anything may come."}
    assert [each.option for each in _robustness(files, 64).decisive_scores] == ["go", "stay"]
    files["options/stay.yaml"]["scores"]["x"] |= {"basis": "judgement"}
    del files["options/stay.yaml"]["scores"]["x"]["evidence"]
    assert [each.option for each in _robustness(files, 64).decisive_scores] == ["stay", "go"]


def test_a_seed_gives_the_same_and_another_something_else() -> None:
    """The decision's seed is the usual one; one that is named stands in its place."""
    files = _files(seed=5)
    again, named, other = _robustness(files, 256), _robustness(files, 256, 5), _robustness(files, 256, 6)
    assert _robustness(files, 256) == again == named
    assert again.all_weightings.flat != other.all_weightings.flat
    assert (again.seed, other.seed) == (5, 6)


def test_of_very_many_options_the_highest_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """With room for two, the two highest totals and the baseline are; how many are not is said."""
    monkeypatch.setattr(subject, "MOST_OPTIONS", 2)
    files = _files()
    for number in range(3):
        files[f"options/o{number}.yaml"] = files["options/hop.yaml"] | {
            "id": f"o{number}",
            "title": f"O{number}",
            "scores": {name: score(0.1 * number + 0.6) for name in ("x", "y", "z")},
        }
    found = _robustness(files, 256)
    assert found.options == ("o2", "o1", "stay")
    assert found.left_out == 3
