"""What the exhibits of robustness and sensitivity say of a decision that can be worked out by hand."""

from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import pytest

from projects import Files, decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.analyses.robustness import examine as examine_robustness
from steelyard.analyses.sensitivity import examine
from steelyard.contracts import Assessment
from steelyard.probing.effort import Effort
from steelyard.results.exhibit import Exhibit


def _files(go_on_x: float | tuple[float, float, float] = 0.8) -> Files:
    """Stay (0.4, 0.4), go (0.8, 0.2), hop (0.2, 0.7) at 2 to 1: totals 0.4, 0.6 and 0.367."""
    return decision(
        {"x": quantity(0, 1) | {"title": "Much of x"}, "y": quantity(0, 1)},
        {"stay": [0.4, 0.4], "go": [go_on_x, 0.2], "hop": [0.2, 0.7]},
        {"two-to-one": weight_set("direct", judgements={"x": 2, "y": 1}), "even": weight_set("equal")},
    )


def _exhibits(files: Files) -> dict[str, Exhibit]:
    return {each.name: each for each in assess.robustness_exhibits(loaded(files), None, Effort(samples=4096))[1]}


def _rows(exhibit: Exhibit) -> list[dict[str, Any]]:
    return [dict(zip([each.name for each in exhibit.columns], row, strict=True)) for row in exhibit.rows]


def test_the_smallest_change_names_every_share_before_and_after() -> None:
    """Go and hop tie where x has 5/11 of the weight: 2/3 less 5/11 is 21.2% of it, whichever way it is measured."""
    exhibit = _exhibits(_files())["smallest-change"]
    x, y = _rows(exhibit)
    assert (x.pop("criterion"), y.pop("criterion")) == ("x", "y")
    assert x == pytest.approx({"share": 2 / 3, "l1": 5 / 11, "euclidean": 5 / 11})
    assert y == pytest.approx({"share": 1 / 3, "l1": 6 / 11, "euclidean": 6 / 11})
    assert exhibit.takeaways == (
        "With the least weight moved, 21.2% of all, Option hop comes level.",
        "With the most even change, Option hop comes level.",
    )


def test_a_first_that_no_change_of_shares_reaches() -> None:
    """An option that is best on everything stays first, and the table says so in words and has no rows."""
    files = decision({"x": quantity(0, 1), "y": quantity(0, 1)}, {"a": [0, 0], "b": [1, 1]}, {"w": weight_set("equal")})
    exhibit = _exhibits(files)["smallest-change"]
    assert (exhibit.rows, exhibit.takeaways) == ((), ("No change of shares brings another option level.",))


def test_what_an_option_weighs_most_stands_beside_it() -> None:
    """Go is first above x = 5/11, on the mean at 8/11; hop below it, at 5/22; stay never."""
    exhibit = _exhibits(_files())["central-weights"]
    rows = {row["option"]: row for row in _rows(exhibit)}
    assert rows["go"]["most"].startswith("x 72.") or rows["go"]["most"].startswith("x 73.")
    assert rows["hop"]["most"].startswith("y 77.") or rows["hop"]["most"].startswith("y 76.")
    assert (rows["stay"]["most"], rows["stay"]["x"]) == (None, None)
    assert [each.heading for each in exhibit.columns[3:]] == ["Much of x", "A quantity"]
    assert "were all alike, each would be 50.0%." in exhibit.notes[1]


def test_the_verdict_lists_weight_sets_with_who_is_first() -> None:
    """At even weights go has 0.5, hop 0.45: go is first under both sets."""
    assert _exhibits(_files())["verdict"].rows == (("even", "go"), ("two-to-one", "go"))


def test_a_score_turns_at_the_tie_and_no_finer_than_a_thousandth_of_its_range() -> None:
    """Go ties with stay at 0.4 = 2/3 x + 0.2/3, so at x = 0.5; with 0.20134 on y, at 0.49933 of a range of 0.6."""
    decisive = _exhibits(_files((0.3, 0.8, 0.9)))["decisive-scores"]
    (row,) = _rows(decisive)
    assert (row["option"], row["turns_at"], row["new_first"]) == ("go", 0.5, "stay")
    files = _files((0.3, 0.8, 0.9))
    files["options/go.yaml"]["scores"]["y"]["value"] = 0.20134
    (row,) = _rows(_exhibits(files)["decisive-scores"])
    assert row["turns_at"] == 0.4993
    assert _exhibits(_files((0.7, 0.8, 0.9)))["decisive-scores"].takeaways == (
        "No score, moved alone within its own range, puts another option first.",
    )


def test_only_a_shortened_list_of_swings_says_that_it_is() -> None:
    """Fifteen swings are all shown without a word about it; of sixteen, fifteen are."""
    definitions = loaded(_files((0.3, 0.8, 0.9)))
    found = assess.robustness(definitions, effort=Effort(samples=64))
    swing, nothing = found.tornado[0], np.zeros((0, 0))
    empty = Assessment(definitions, {}, {}, nothing, nothing, {}, "two-to-one")
    for count, said in ((15, ""), (16, "Shown are the 15 of 16 that move the lead most.")):
        given = replace(empty, probe=partial(replace, found, tornado=(swing,) * count))
        tornado = next(each for each in examine(given) if each.name == "tornado")
        assert len(tornado.rows) == 15
        assert tornado.notes[1:] == ((said,) if said else ())


def test_the_error_of_a_row_covers_the_weightings_of_groups() -> None:
    """An error of 9 points that only the draw over groups has is the greatest of the row."""
    definitions = loaded(_files())
    found = assess.robustness(definitions, effort=Effort(samples=64))
    flat = found.all_weightings.flat
    errors = dict.fromkeys(found.options, (0.09, 0.0, 0.0))
    grouped = replace(flat, drawn=replace(flat.drawn, errors=errors))
    weightings = replace(found.all_weightings, grouped=grouped)
    nothing = np.zeros((0, 0))
    probe = partial(replace, found, all_weightings=weightings)
    given = Assessment(definitions, {}, {}, nothing, nothing, {}, "two-to-one", probe=probe)
    first = next(each for each in examine_robustness(given) if each.name == "first-place")
    assert [row["error"] for row in _rows(first)] == [0.09] * 3


def test_what_is_worth_knowing_is_called_alike_everywhere() -> None:
    """Scores are of an option, on a criterion, and in a group."""
    names = {row["what"] for row in _rows(_exhibits(_files((0.3, 0.8, 0.9)))["worth-knowing"])}
    assert {"every score", "all scores of go", "all scores on x", "score of go on x"} <= names
    assert names <= {
        "every score",
        "all scores of go",
        "all scores on x",
        "score of go on x",
        "all scores in group all",
    }
