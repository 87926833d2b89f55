"""What would change the ranking, in rows that were worked out by hand."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from projects import Files, decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.analyses.sensitivity import sensitivity
from steelyard.contracts import Assessment
from steelyard.results.exhibit import Exhibit

THIRD = 1 / 3


def _files() -> Files:
    """Go (0.6 in all), stay (0.4), hop (0.367) and low (0.133) on two criteria, of which x weighs two thirds."""
    files = decision(
        {"x": quantity(0, 1), "y": quantity(0, 1)},
        {
            "stay": [0.4, (0.3, 0.4, 0.5)],
            "go": [(0.3, 0.8, 0.9), 0.2],
            "hop": [(0.2, 0.2, 0.6), 0.7],
            "low": [(0, 0.1, 0.3), 0.2],
        },
        {"w": weight_set("direct", judgements={"x": 2, "y": 1})},
    )
    alone = files["options/hop.yaml"]["scores"]["x"]
    del alone["evidence"]
    alone |= {"basis": "judgement", "confidence": "low"}
    return files


def _shown(files: Files) -> dict[str, Exhibit]:
    return {each.name: each for each in assess.exhibits(loaded(files), ["sensitivity"])}


def _rows(exhibit: Exhibit) -> list[tuple[Any, ...]]:
    return [tuple(_about(each) for each in row) for row in exhibit.rows]


def _about(cell: Any) -> Any:  # noqa: ANN401 - a cell of an exhibit
    return pytest.approx(cell, abs=1e-9) if isinstance(cell, float) else cell


def test_how_far_shares_can_move() -> None:
    """With the share t on x, go has 0.2 + 0.6 t, stay 0.4, hop 0.7 - 0.5 t, low 0.2 - 0.1 t.

    Go meets hop at 5/11 and stay at 1/3, hop meets stay at 0.6; low meets hop and stay nowhere, go at 0. The group has
    all the weight, so that nothing is left to move against.
    """
    found = _shown(_files())["weight-stability"]
    assert [each.name for each in found.columns] == [
        "part",
        "share",
        "least",
        "below",
        "most",
        "above",
        "whole_least",
        "whole_most",
    ]
    assert _rows(found) == [
        ("x", 2 / 3, 5 / 11, "hop", None, None, 0.6, None),
        ("y", 1 / 3, None, None, 6 / 11, "hop", None, 0.4),
        ("all (group)", 1.0, None, None, None, None, None, None),
    ]


def test_the_smallest_change() -> None:
    """From (2/3, 1/3) to (5/11, 6/11), where go and hop are level: 7/33 each way."""
    found = _shown(_files())["smallest-change"]
    assert [each.name for each in found.columns] == ["criterion", "share", "l1", "euclidean"]
    assert _rows(found) == [("x", 2 / 3, 5 / 11, 5 / 11), ("y", 1 / 3, 6 / 11, 6 / 11)]
    assert found.takeaways == (
        "With the least weight moved, 21.2% of all, Option hop comes level.",
        "With the most even change, Option hop comes level.",
    )


def test_who_could_be_first_at_all() -> None:
    """Stay is below go or hop for every share (both have 0.4727 at 5/11); low is nowhere better than any other.

    In their ranges only stay's 0.4 is above all that low may have on x: go may fall to the 0.3 to which low may rise,
    and is no better on y.
    """
    found = _shown(_files())["ever-first"]
    assert [each.name for each in found.columns] == [
        "option",
        "potentially_optimal",
        "dominated_by",
        "dominated_in_ranges",
    ]
    assert found.rows == (
        ("go", "yes", None, None),
        ("stay", "no", None, None),
        ("hop", "yes", None, None),
        ("low", "no", "go, stay, hop", "stay"),
    )


def test_what_moves_the_lead() -> None:
    """The lead of go over stay is 0.2 = (2 x 0.4 - 0.2) / 3; its parts move it as follows, the widest first.

    Go's x from 0.3 to 0.9 moves it by 2/3 of -0.5 and 0.1. Points of x from 1.5 to 2.5 against 1 make it 0.6 s - 0.2
    at the shares s of 0.6 and 5/7; points of y from 0.75 to 1.25 against 2, at 8/11 and 8/13. Stay's y takes a third
    of a tenth from it or gives it. Of the two others nothing counts.
    """
    found = _shown(_files())["tornado"]
    assert [each.name for each in found.columns] == ["what", "low", "high", "width"]
    assert _rows(found) == [
        ("score of go on x", 0.2 - THIRD, 0.2 + 0.2 / 3, 0.4),
        ("weight of x", 0.16, 3 / 7 - 0.2, 3 / 7 - 0.36),
        ("weight of y", 4.8 / 11 - 0.2, 4.8 / 13 - 0.2, 4.8 / 11 - 4.8 / 13),
        ("score of stay on y", 0.2 + 0.1 / 3, 0.2 - 0.1 / 3, 0.2 / 3),
    ]
    assert found.caption == "What moves the lead of go over stay"
    assert len(found.notes) == 1


def test_of_very_many_swings_the_widest_are_shown() -> None:
    """Sixteen weights that move the lead by less and less: the last is not shown, and the note counts it."""
    names = [f"c{number:02}" for number in range(16)]
    files = decision(
        {name: quantity(0, 1) for name in names},
        {"stay": [0.0] * 16, "go": [1.0 if number % 2 else 0.5 for number in range(16)]},
        {"w": weight_set("direct", judgements={name: 100 - 4 * number for number, name in enumerate(names)})},
    )
    found = _shown(files)["tornado"]
    assert len(found.rows) == 15
    widths = [row[-1] for row in found.rows]
    assert widths == sorted(widths, reverse=True)
    assert found.notes[1] == "Shown are the 15 of 16 that move the lead most."


def test_scores_that_decide() -> None:
    """Go's x meets stay's total at 0.5; hop's x, which rests on less, meets go's at 0.55, so it comes before.

    Stay would need 0.6 more on y, low 0.7 more on x: beyond their ranges.
    """
    found = _shown(_files())["decisive-scores"]
    assert [each.name for each in found.columns] == [
        "footing",
        "option",
        "criterion",
        "value",
        "low",
        "high",
        "turns_at",
        "new_first",
        "confidence",
    ]
    assert _rows(found) == [
        ("judgement alone", "hop", "x", 0.2, 0.2, 0.6, 0.55, "hop", "low"),
        ("one weak document", "go", "x", 0.8, 0.3, 0.9, 0.5, "stay", "high"),
    ]
    assert found.takeaways == ()


def test_what_is_worth_knowing() -> None:
    """Go's x is expected at 2/3 and hop's at 1/3, so that go is ahead by 0.5111 to 0.4556.

    Below c on its rising side a triangle (a, m, b) has (c - a)^3 / (3 (b - a) (m - a)) as the mean of what c is above
    it, and above c on its falling side (b - c)^3 / (3 (b - a) (b - m)) of what it is above c. Go falls behind hop below
    7/12, hop comes before go above 5/12, each counting for two thirds. Stay and low never come first, and y alone
    changes nothing. Everything at once is summed over other draws of the same triangles.
    """
    found = _shown(_files())["worth-knowing"]
    assert [each.name for each in found.columns] == ["what", "gain", "error", "footing"]
    rows = {row[0]: row[1:] for row in found.rows}
    assert rows["score of go on x"] == (pytest.approx((17 / 60) ** 3 / 1.35, abs=1e-9), 0.0, "one weak document")
    assert rows["score of hop on x"] == (pytest.approx((11 / 60) ** 3 / 0.72, abs=1e-9), 0.0, "judgement alone")
    assert set(rows) == {
        "every score",
        "all scores in group all",
        "all scores on x",
        "all scores of go",
        "all scores of hop",
        "score of go on x",
        "score of hop on x",
    }
    assert found.rows[0][0] == "every score"
    assert all(float(str(one[1])) >= float(str(other[1])) for one, other in pairwise(found.rows[1:]))
    chance = np.random.default_rng(1)
    go, hop = (chance.triangular(*ends, 400_000) for ends in ((0.3, 0.8, 0.9), (0.2, 0.2, 0.6)))
    best = np.maximum(
        np.maximum(2 * go + 0.2, 2 * hop + 0.7) / 3, (0.8 + chance.triangular(0.3, 0.4, 0.5, 400_000)) / 3
    )
    assert rows["every score"][2] is None
    for name, gain in (("every score", best.mean() - 23 / 45), ("all scores of go", (17 / 60) ** 3 / 1.35)):
        assert 0 < float(str(rows[name][1])) < 0.02
        assert float(str(rows[name][0])) == pytest.approx(gain, abs=4 * float(str(rows[name][1])) + 1e-4)


def test_draws_beyond_the_scale_are_counted() -> None:
    """A row for each score of which draws count as the end of its scale; without any, no such table."""
    nothing: Any = {}
    definitions = loaded(_files())
    found = replace(assess.robustness(definitions), clipped={("go", "x"): 0.25, ("hop", "y"): 0.5})
    assessment = Assessment(definitions, nothing, nothing, nothing, nothing, nothing, "w", probe=lambda: found)
    clipped = list(sensitivity.examine(assessment))[-1]
    assert clipped.name == "clipped-draws"
    assert [each.name for each in clipped.columns] == ["option", "criterion", "share"]
    assert clipped.rows == (("go", "x", 0.25), ("hop", "y", 0.5))
    assert "clipped-draws" not in _shown(_files())


def test_where_nothing_can_change_that_is_said() -> None:
    """An option that is ahead on every criterion, whatever comes, keeps first place."""
    files = decision(
        {"x": quantity(0, 1), "y": quantity(0, 1)},
        {"stay": [0.2, 0.3], "go": [(0.8, 0.9, 1), 0.9]},
        {"w": weight_set("equal")},
    )
    found = _shown(files)
    assert found["smallest-change"].rows == ()
    assert found["smallest-change"].takeaways == ("No change of shares brings another option level.",)
    assert found["decisive-scores"].rows == ()
    assert found["decisive-scores"].takeaways == (
        "No score, moved alone within its own range, puts another option first.",
    )
    assert found["worth-knowing"].rows == (("every score", 0.0, 0.0, None),)


def test_what_is_not_there_is_not_shown() -> None:
    """Without ranges there is no doubt to show; a sole option has no lead that could move."""
    sure = decision({"x": quantity(0, 1)}, {"stay": [0.2], "go": [0.9]}, {"w": weight_set("equal")})
    assert list(_shown(sure)) == ["weight-stability", "smallest-change", "ever-first"]
    alone = decision({"x": quantity(0, 1)}, {"stay": [(0.1, 0.2, 0.3)]}, {"w": weight_set("equal")})
    assert "tornado" not in _shown(alone)


def test_groups_are_named_as_groups() -> None:
    """A group of two stands after the criteria with its own share; its points are one weight among others."""
    weights = weight_set("direct", groups={"one": 3, "two": 1}, within={"one": {"x": 1}, "two": {"y": 1, "z": 1}})
    files = decision(
        {"x": quantity(0, 1, group="one"), "y": quantity(0, 1, group="two"), "z": quantity(0, 1, group="two")},
        {"stay": [0.0, 1.0, 0.5], "go": [1.0, 0.0, 0.0]},
        {"w": weights},
    )
    found = _shown(files)
    # Go has t and stay 0.75 (1 - t) with the share t on x; group two may so rise to 1 - 3/7.
    assert _rows(found["weight-stability"])[-1] == ("two (group)", 0.25, None, None, 4 / 7, "stay", None, 4 / 7)
    assert {row[0] for row in found["tornado"].rows} == {
        "weight of one (group)",
        "weight of two (group)",
        "weight of y",
        "weight of z",
    }
