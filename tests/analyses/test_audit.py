"""The method audit of a small decision whose figures can be worked by hand, and of what it leaves out."""

from typing import Any

import pytest

from projects import Files, decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.analyses import audit as analysis
from steelyard.results.exhibit import Exhibit

LEVELS = [{"value": each, "label": f"Level {each}", "anchor": f"Sign {each}."} for each in range(5)]
EVEN = {"even": weight_set("direct", judgements={"x": 1, "y": 1})}
# Totals are 0.55, 0.5 and 0.45. On x the order is a, c, b; on y it is b, c, a.
SCORES = {"a": (9, 2), "b": (3, 7), "c": (5, 4)}


def _files(scores: dict[str, tuple[float, ...]] = SCORES, **y: Any) -> Files:  # noqa: ANN401 - part of a file
    return decision({"x": quantity(0, 10), "y": quantity(0, 10) | y}, scores, EVEN)


def _exhibits(files: Files) -> dict[str, Exhibit]:
    return {each.name: each for each in assess.exhibits(loaded(files), ["audit"])}


def _rows(exhibit: Exhibit) -> dict[str, dict[str, Any]]:
    """The rows by what stands in their first column."""
    names = [column.name for column in exhibit.columns]
    rows = (dict(zip(names, row, strict=True)) for row in exhibit.rows)
    return {row.pop(names[0]): row for row in rows}


def test_ranks_side_by_side() -> None:
    """By hand: products are 18, 21 and 20 under a root, and every pair is an even split of two voters."""
    exhibit = _exhibits(_files())["methods-ranks"]
    headings = [column.heading for column in exhibit.columns]
    table = {row[0]: dict(zip(headings, row, strict=True)) for row in exhibit.rows}
    assert headings[:2] == ["Option", "Additive model"]
    assert sorted(headings[2:]) == ["COPRAS", "Copeland's rule", "PROMETHEE II", "TOPSIS", "VIKOR", "Weighted product"]
    assert [table[each]["Additive model"] for each in "abc"] == [1, 2, 3]
    assert [table[each]["Weighted product"] for each in "abc"] == [3, 1, 2]
    assert [table[each]["Copeland's rule"] for each in "abc"] == [1, 1, 1]
    # Column sums are 17 and 13: 9/17 + 2/13 = 0.683, 3/17 + 7/13 = 0.715 and 5/17 + 4/13 = 0.602, halved.
    assert [table[each]["COPRAS"] for each in "abc"] == [2, 1, 3]
    assert exhibit.takeaways[0].startswith("Option a is first by the additive model, and ")
    assert any("Option b is first by COPRAS" in sentence for sentence in exhibit.takeaways)
    assert "never a vote" in exhibit.notes[0]
    assert "importances, which they are not" in exhibit.notes[1]


def test_agreement_with_the_house_ranking() -> None:
    """By hand, ranks 3, 1, 2 against 1, 2, 3: one pair agrees and two do not, and rho is 1 - 6 x 6 / 24."""
    rows = _rows(_exhibits(_files())["methods-agreement"])
    product = rows["Weighted product"]
    assert product["kendall_tau_b"] == pytest.approx(-1 / 3)
    assert product["spearman_rho"] == pytest.approx(-0.5)
    assert (product["first"], product["settings"]) == ("b", None)
    # Copeland's rule tells nothing apart, so nothing correlates with it.
    assert (rows["Copeland's rule"]["kendall_tau_b"], rows["Copeland's rule"]["first"]) == (None, "a, b, c")
    assert rows["VIKOR"]["settings"] == "v 0.5"
    assert rows["PROMETHEE II"]["settings"] == "preference usual"
    assert rows["TOPSIS"]["settings"] == "normalisation values"


def test_methods_that_refuse_are_named_with_the_reason() -> None:
    """A criterion of levels has no ratios: two methods are not run, and nothing says they were."""
    found = _exhibits(_files({"a": (9, 2), "b": (3, 4), "c": (5, 3)}, scale={"kind": "levels", "levels": LEVELS}))
    because = "it needs ratio scales, which levels and scales with negative numbers are not: it cannot take y"
    assert found["methods-refused"].rows == (("COPRAS", because), ("Weighted product", because))
    assert found["methods-ranks"].takeaways[-1] == (
        "Not run, as they cannot take the scales: COPRAS and weighted product."
    )
    assert "Weighted product" not in {column.heading for column in found["methods-ranks"].columns}
    assert not any("copras" in name for name in found)
    assert "methods-refused" not in _exhibits(_files())


def test_reversals_of_copras_by_hand() -> None:
    """What COPRAS makes of the three options hangs on column sums; the additive model passes every test."""
    found = _exhibits(_files())["methods-reversals"]
    rows = {(row[0], row[1]): row[2:] for row in found.rows}
    tests = ("one left out", "one entered twice", "one not first made worse")
    assert [rows["Additive model", test] for test in tests] == [(3, 0, 0, None), (3, 0, 0, None), (2, 0, 0, None)]
    # Without c: a is 9/12 + 2/9 = 0.972 and b 3/12 + 7/9 = 1.028. Without a: b 3/8 + 7/11 = 1.011, c 0.989.
    # Without b: a 9/14 + 2/6 = 0.976 and c 5/14 + 4/6 = 1.024, where a was ahead of c: the first place changes.
    assert rows["COPRAS", "one left out"] == (3, 1, 1, "b")
    # Twice a: sums 26 and 15, a 0.479, b 0.582, c 0.459. Twice b: sums 20 and 20, 11/20, 10/20 and 9/20: a is first.
    # Twice c: sums 22 and 17, a 0.527, b 0.548, c 0.463.
    assert rows["COPRAS", "one entered twice"] == (3, 1, 1, "b")
    # b is first. With a at (4.5, 1), sums are 12.5 and 12: b 0.823, c 0.733. With c at (2.5, 2), 14.5 and 11: a 0.803,
    # b 0.843.
    assert rows["COPRAS", "one not first made worse"] == (2, 0, 0, None)
    assert "the additive model" in found.takeaways[0]
    assert "COPRAS: without Option b, the first of the others is no longer Option a but Option c." in found.takeaways


def test_the_order_may_change_where_the_first_place_does_not() -> None:
    """By hand, COPRAS with a first option far ahead: the count of first places is not the count of orders."""
    rows = {(row[0], row[1]): row[2:] for row in _exhibits(_files(SCORES | {"f": (10, 10)}))["methods-reversals"].rows}
    # Sums 27 and 23: f, then a 0.420, b 0.416, c 0.359. Twice a: sums 36 and 25, a 0.330, b 0.363. Twice b: 30 and 30,
    # a 0.367, b 0.333. Twice c: 32 and 27, a 0.355, b 0.353. Twice f: 37 and 33, a 0.304, b 0.293.
    assert rows["COPRAS", "one entered twice"] == (4, 1, 0, "a")
    # Without f: 17 and 13, b is ahead of a as above, so the first of the others changes. Without a, b or c, b stays
    # ahead of c (0.500, 0.468), a of c (0.500, 0.458) and a of b (0.514, 0.505).
    assert rows["COPRAS", "one left out"] == (4, 1, 1, "f")


def test_made_worse_is_halfway_to_the_worst_end() -> None:
    """By hand, COPRAS: at half of its numbers an option leaves more of the first column to the others."""
    scores = {"a": (6, 2), "b": (2, 5), "f": (10, 10), "k": (10, 1)}
    rows = {(row[0], row[1]): row[2:] for row in _exhibits(_files(scores))["methods-reversals"].rows}
    # Sums 28 and 18: f, k 0.413, b 0.349, a 0.325. With k at (5, 0.5), 23 and 17.5: a 0.375 and b 0.373 change places.
    # With a at (3, 1), 25 and 17: k 0.459, b 0.374. With b at (1, 2.5), 27 and 15.5: k 0.435, a 0.351.
    assert rows["COPRAS", "one not first made worse"] == (3, 1, 0, "k")


def test_workings_say_what_vikor_proposes() -> None:
    """By hand: losses are (0, 1), (1, 0) and (2/3, 3/5), so c has the least largest loss and a and b the least sum."""
    found = _exhibits(_files())["methods-vikor"]
    rows = _rows(found)
    assert [rows[each]["s"] for each in "abc"] == pytest.approx([0.5, 0.5, 19 / 30])
    assert [rows[each]["r"] for each in "abc"] == pytest.approx([0.5, 0.5, 1 / 3])
    # S and R are opposed, so every Q is a half: nothing is ahead of anything.
    assert [rows[each]["q"] for each in "abc"] == pytest.approx([0.5, 0.5, 0.5])
    assert found.takeaways == (
        "Acceptable advantage of the first: no.",
        "Acceptable stability of the first: yes.",
        "Proposed together: Option a, Option b and Option c.",
    )


def test_only_as_many_options_are_tried_as_is_cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where they are many only the first are tried, and a note says how many; with too many there is no audit."""
    monkeypatch.setattr(analysis, "MOST_PAIRS", 18)
    found = _exhibits(_files())["methods-reversals"]
    assert {row[2] for row in found.rows if row[1] == "one left out"} == {2}
    assert found.notes[-1] == "Only the first 2 of 3 options were tried: each takes a ranking anew."
    monkeypatch.setattr(analysis, "MOST_OPTIONS", 2)
    assert _exhibits(_files()) == {}


def test_every_method_has_a_chapter_of_one_kind() -> None:
    """All exhibits stand in the chapter of the audit, and each method that ran shows its workings."""
    found = _exhibits(_files())
    assert {each.chapter for each in found.values()} == {"Method audit"}
    shown = {name.removeprefix("methods-") for name in found}
    assert shown == {
        "ranks", "agreement", "reversals", "copeland", "copras", "promethee", "topsis", "vikor", "weighted-product",
    }  # fmt: skip
