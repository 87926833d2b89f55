from dataclasses import replace
from typing import Any

import pytest

from agreement.recalculating import Reader
from projects import Files, decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.outputs.xlsx import render
from steelyard.results.exhibit import Exhibit
from steelyard.weightings import shelf as weightings
from view_projects import with_views


def _exhibits(files: Files) -> dict[str, Exhibit]:
    return {each.name: each for each in assess.exhibits(loaded(files), ["stakeholders", "disagreement"])}


def _table(exhibit: Exhibit, key: str = "option") -> dict[str, dict[str, Any]]:
    names = [column.name for column in exhibit.columns]
    rows = (dict(zip(names, row, strict=True)) for row in exhibit.rows)
    return {row.pop(key): row for row in rows}


def test_ranks_and_totals_side_by_side() -> None:
    """By hand, as worked out beside the decision; who is first and who is above the baseline, in sentences."""
    found = _exhibits(with_views())
    assert _table(found["views-ranks"]) == {
        "a": {"for-x": 1, "for-y": 3, "even": 2},
        "b": {"for-x": 2, "for-y": 1, "even": 1},
        "stay": {"for-x": 3, "for-y": 2, "even": 3},
    }
    totals = _table(found["views-totals"])
    assert totals["a"] == pytest.approx({"for-x": 0.65, "for-y": 0.35, "even": 0.5})
    assert totals["b"] == pytest.approx({"for-x": 0.475, "for-y": 0.825, "even": 0.65})
    assert found["views-ranks"].takeaways == (
        "First under 'Both count' and 'Y counts': Option b.",
        "First under 'X counts': Option a.",
        "All 3 weight sets put above the baseline (Option stay): Option b.",
        "The weight sets are illustrative: where they agree or differ, no people have yet agreed or differed.",
    )


def test_close_calls_are_said() -> None:
    """Within a margin of 0.175 nobody can tell b from a where x counts (0.65 to 0.475), nor where both do."""
    files = with_views()
    files["steelyard.yaml"]["close_call"] = 0.175
    assert "Who is first is too close to call under 2 of 3 weight sets." in _exhibits(files)["views-ranks"].takeaways


def test_agreed_sets_are_not_called_illustrative() -> None:
    """One of three is left illustrative; then none is."""
    files = with_views()
    agreed = {"status": "agreed", "on": "2026-01-01", "at": "a meeting", "recorded_by": "a test"}
    for name in ("for-x", "for-y"):
        files[f"criteria/weights/{name}.yaml"] |= agreed
    assert _exhibits(files)["views-ranks"].takeaways[-1].startswith("1 of the weight sets is illustrative: ")
    files["criteria/weights/even.yaml"] |= agreed
    assert _exhibits(files)["views-ranks"].takeaways[-1] == "All 3 weight sets are agreed by those whose they are."


def test_the_least_objectionable_option() -> None:
    """B is second at worst and the only one above the baseline in all sets; a and stay are third at worst.

    The ranks of a sum to 6, those of stay to 8, so a comes before it.
    """
    found = _exhibits(with_views())["views-objections"]
    assert found.rows == (
        ("b", 2, 1, 3, "yes", "for-x"),
        ("a", 3, 1, 2, "no", "for-y"),
        ("stay", 3, 2, 0, None, "even, for-x"),
    )
    assert found.takeaways == (
        "Least objectionable: Option b, 2 at worst ('X counts').",
        "It is acceptable: above the baseline under every weight set.",
    )


def test_a_least_objectionable_option_that_somebody_refuses() -> None:
    """With x or y alone, c is never last and yet below the baseline where x counts: no option is acceptable.

    Where x counts: a 1, stay 0.6, c 0.5, b 0; where y counts: b 1, c 0.7, stay 0.5, a 0.
    """
    scores = {"stay": (6, 5), "a": (10, 0), "b": (0, 10), "c": (5, 7)}
    sets = {name: weight_set("direct", judgements=judged) | {"title": f"All {name}"} for name, judged in (
        ("x", {"x": 1, "y": 0}), ("y", {"x": 0, "y": 1}),
    )}  # fmt: skip
    found = _exhibits(decision({"x": quantity(0, 10), "y": quantity(0, 10)}, scores, sets))
    assert found["views-objections"].takeaways == (
        "Least objectionable: Option c and Option stay, each 3 at worst.",
        "Option c is not acceptable to all: not above the baseline under 'All x'.",
        "That includes the baseline: no new option is safer from objection than current policy.",
        "No option is acceptable: none is above the baseline under every weight set.",
    )
    assert found["views-ranks"].takeaways[-2] == (
        "No option is above the baseline (Option stay) under every weight set."
    )
    assert "No joint weights: no criterion has weight in every set." in found["views-joint"].notes
    assert "judgements" not in [column.name for column in found["views-joint"].columns]


def test_of_equal_worst_ranks_the_lower_sum_comes_first() -> None:
    """The same numbers under other names: z sums to 6 and base to 8, though base comes first by its name."""
    files = with_views()
    sets = {path[17:-5]: each for path, each in files.items() if path.startswith("criteria/weights/")}
    scores = {"base": (4, 4), "z": (8, 2), "y": (3, 10)}
    found = _exhibits(decision({"x": quantity(0, 10), "y": quantity(0, 10)}, scores, sets))["views-objections"]
    assert [row[:2] for row in found.rows] == [("y", 2), ("z", 3), ("base", 3)]


def test_one_order_out_of_several_with_equal_voices() -> None:
    """Mean ranks 8/3, 2 and 4/3; a majority has b above a, both above stay; the shares' geometric means are equal."""
    found = _exhibits(with_views())["views-joint"]
    rows = _table(found)
    assert list(rows) == ["b", "a", "stay"]
    b = {"mean_rank": 4 / 3, "borda": 5, "borda_rank": 1, "copeland": 2, "copeland_rank": 1}
    assert rows["b"] == pytest.approx(
        b | {"priorities": 0.65, "priorities_rank": 1, "judgements": 0.65, "judgements_rank": 1}
    )
    a = {"mean_rank": 2, "borda": 3, "borda_rank": 2, "copeland": 0, "copeland_rank": 2}
    assert rows["a"] == pytest.approx(
        a | {"priorities": 0.5, "priorities_rank": 2, "judgements": 0.5, "judgements_rank": 2}
    )
    assert (
        found.takeaways[0]
        == "By Borda (the mean rank), Copeland, the mean total and joint weights alike, first is Option b."
    )
    assert found.notes[0].startswith("Voting power: the same for each weight set")


def test_one_order_out_of_several_with_voting_power() -> None:
    """Three voices of five for x: a and b share the mean rank of 1.6, and a majority now has a above b.

    The geometric means of the shares stand as (3^3 / 3)^(1/5) = 9^(1/5) to 1.
    """
    found = _exhibits(with_views(for_x=3))["views-joint"]
    rows = _table(found)
    share = 9**0.2 / (1 + 9**0.2)
    a = {"mean_rank": 1.6, "borda": 7, "borda_rank": 1, "copeland": 2, "copeland_rank": 1, "priorities": 0.56}
    a |= {"priorities_rank": 2, "judgements": 0.8 * share + 0.2 * (1 - share), "judgements_rank": 2}
    assert rows["a"] == pytest.approx(a)
    b = {"mean_rank": 1.6, "borda": 7, "borda_rank": 1, "copeland": 0, "copeland_rank": 2, "priorities": 0.58}
    b |= {"priorities_rank": 1, "judgements": 0.3 * share + 1 - share, "judgements_rank": 1}
    assert rows["b"] == pytest.approx(b)
    assert found.takeaways == (
        "By Borda (the mean rank), first are Option a and Option b.",
        "By Copeland, first is Option a.",
        "By the mean total and joint weights, first is Option b.",
        "One order hides who objects: read it beside the worst ranks.",
    )
    assert found.notes[0] == "Voting power: even 1, for-x 3, for-y 1."


def test_what_one_set_gives_nothing_has_no_joint_weight() -> None:
    """Where even gives x nothing, all of the joint weight is y's, and a note says so."""
    files = with_views()
    files["criteria/weights/even.yaml"]["judgements"] = {"x": 0, "y": 1}
    found = _exhibits(files)["views-joint"]
    assert _table(found)["a"]["judgements"] == pytest.approx(0.2)
    assert found.notes[-1] == "Joint weights give nothing to what some weight set gives nothing: A quantity."


def test_how_far_they_agree() -> None:
    """Rank sums 8, 6 and 4: W = 12 x 8 / (9 x 24) = 4/9, mean Spearman (3 x 4/9 - 1) / 2 = 1/6; taus by counting."""
    found = _exhibits(with_views())
    concordance = _table(found["views-concordance"], "id")
    assert concordance["kendall-w"]["value"] == pytest.approx(4 / 9)
    assert concordance["kendall-w-uncorrected"]["value"] == pytest.approx(4 / 9)
    assert concordance["mean-spearman"]["value"] == pytest.approx(1 / 6)
    assert found["views-concordance"].takeaways == (
        "Of 3 pairs of options, 1 is put the same way, or tied, by all; over 2 they divide.",
        "Kendall's W is 0.44, where 1 would be the same order under every weight set.",
    )
    taus = _table(found["views-agreement"], "set")
    # Spearman: -1/2 between the first two, and 1/2 between the third and either.
    assert taus["for-x"] == pytest.approx({"mean_spearman": 0, "for-x": 1, "for-y": -1 / 3, "even": 1 / 3})
    assert taus["for-y"] == pytest.approx({"mean_spearman": 0, "for-x": -1 / 3, "for-y": 1, "even": 1 / 3})
    assert taus["even"] == pytest.approx({"mean_spearman": 0.5, "for-x": 1 / 3, "for-y": 1 / 3, "even": 1})
    assert found["views-agreement"].takeaways[-1] == "Farthest apart: 'X counts' and 'Y counts' (tau -0.33)."


def test_what_divides_them_sums_to_the_whole() -> None:
    """Four swaps: 0.65 and 0.3 between for-x and for-y, 0.325 between for-x and even, 0.15 between for-y and even.

    X brings 0.25 + 0.2 + 0.125 + 0.1, y brings 0.4 + 0.1 + 0.2 + 0.05.
    """
    found = _exhibits(with_views())
    criteria = _table(found["views-criteria"], "criterion")
    assert list(criteria) == ["y", "x"]
    assert criteria["x"] == pytest.approx({"part": 0.675, "share": 0.675 / 1.425})
    assert criteria["y"] == pytest.approx({"part": 0.75, "share": 0.75 / 1.425})
    assert [row[:4] for row in found["views-options"].rows] == [("a", "b", 1, 2), ("a", "stay", 2, 1)]
    assert [row[4] for row in found["views-options"].rows] == pytest.approx([0.975, 0.45])
    assert found["views-options"].takeaways == (
        "They divide most over Option a and Option b.",
        "Option a is above under 'X counts'.",
        "Option b is above under 'Both count' and 'Y counts'.",
    )


def test_what_divides_each_two_sets() -> None:
    """The farthest swap of each two, the criterion that brings most to it, and its parts."""
    found = _exhibits(with_views())
    rows = found["views-swaps"].rows
    assert [row[:5] for row in rows] == [
        ("for-x", "for-y", "a", "b", 2), ("even", "for-x", "b", "a", 1), ("even", "for-y", "a", "stay", 1),
    ]  # fmt: skip
    assert [row[5] for row in rows] == pytest.approx([0.65, 0.325, 0.15])
    assert [(row[6], row[7]) for row in rows] == [
        ("y", pytest.approx(0.4 / 0.65)), ("y", pytest.approx(0.2 / 0.325)), ("x", pytest.approx(0.1 / 0.15)),
    ]  # fmt: skip
    (farthest,) = found["views-swaps"].takeaways
    assert farthest == (
        "Farthest apart: 'X counts' puts Option a above Option b and 'Y counts' below it, above all because of the "
        "weight of 'A quantity' (62% of 0.650)."
    )
    first = found["views-parts"].rows[:2]
    assert first[0] == ("for-x puts a above b, for-y below", "y", *map(pytest.approx, (0.25, 0.75, 0.2, 1, 0.4)))
    assert first[1][1:] == ("x", *map(pytest.approx, (0.75, 0.25, 0.8, 0.3, 0.25)))


def test_very_many_pairs_are_counted_and_not_all_shown() -> None:
    """Two opposite orders of 24 options swap 24 x 23 / 2 = 276 pairs; the first is that of the two ends."""
    scores = {f"o{number:02}": (number, 23 - number) for number in range(24)}
    sets = {name: weight_set("direct", judgements={"x": 0, "y": 0} | {name: 1}) for name in ("x", "y")}
    found = _exhibits(decision({"x": quantity(0, 23), "y": quantity(0, 23)}, scores, sets))["views-options"]
    assert len(found.rows) == 250
    assert found.rows[0] == ("o00", "o23", 1, 1, pytest.approx(2))
    assert found.notes[-1] == "Of 276 such pairs the 250 over which the sets are farthest apart are shown."


def test_sets_that_agree_are_said_to() -> None:
    """Two sets with the same order divide over nothing, and no share is worked out of nothing."""
    files = with_views()
    del files["criteria/weights/for-x.yaml"]
    files["steelyard.yaml"]["default_weights"] = "even"
    files["criteria/weights/for-y.yaml"]["judgements"] = {"x": 4, "y": 6}
    found = _exhibits(files)
    assert found["views-concordance"].takeaways == (
        "Both weight sets put the options in the same order, but for ties.",
    )
    assert [row[1:] for row in found["views-criteria"].rows] == [(0, None), (0, None)]
    assert found["views-criteria"].takeaways[0].startswith("Nothing divides the weight sets")
    assert found["views-swaps"].takeaways == ("'Both count' and 'Y counts' put no two options in opposite order.",)
    assert found["views-ranks"].takeaways[0] == "Both weight sets put Option b first."
    assert found["views-options"].rows == found["views-swaps"].rows == found["views-parts"].rows == ()


def test_options_that_all_tie_have_no_coefficients() -> None:
    """Where a set tells no two options apart there is no correlation, and everything is still shown."""
    criteria = {"x": quantity(0, 10), "y": quantity(0, 10)}
    sets = {name: weight_set("direct", judgements={"x": 1, "y": n}) for n, name in enumerate(("one", "other"))}
    found = _exhibits(decision(criteria, {"stay": (4, 4), "a": (4, 4)}, sets))
    assert [row[2] for row in found["views-concordance"].rows] == [None, 0, None]
    assert [row[1:] for row in found["views-agreement"].rows] == [(None, None, None)] * 2


def test_one_view_is_not_compared() -> None:
    """With one weight set there is nothing to show."""
    files = with_views()
    del files["criteria/weights/for-y.yaml"], files["criteria/weights/even.yaml"]
    assert _exhibits(files) == {}


def test_sets_made_from_the_options_numbers_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are nobody's view; a note names them. On the workbook's sheet they stand last and count in no worst rank.

    Its id would put it first; the worst and best ranks and the counts are those of the other three.
    """
    files = with_views()
    files["criteria/weights/a-mean.yaml"] = weight_set("equal") | {"id": "a-mean", "title": "By data"}
    read_off = replace(weightings["equal"], data_driven=True)
    monkeypatch.setattr(assess, "weightings", {"direct": weightings["direct"], "equal": read_off})
    found = _exhibits(files)["views-ranks"]
    assert [column.name for column in found.columns] == ["option", "even", "for-x", "for-y"]
    assert found.notes == ("Left out, as the options' numbers make them and nobody's judgement does: 'a-mean'.",)
    report = assess.report(loaded(files))
    assert report.data_driven == {"a-mean"}
    rows = Reader(render(report)).rows("Stakeholders")
    top = next(number for number, row in enumerate(rows) if row[0] == "Ranks under each weight set") + 1
    assert [str(head).partition("\n")[0] for head in rows[top][2:8]] == [
        "Both count", "X counts", "Y counts", "By data", "Own weights", "Worst rank",
    ]  # fmt: skip
    assert [row[1:10] for row in rows[top + 2 : top + 5]] == [
        ("a", 2, 1, 3, 2, None, 3, 1, 2), ("b", 1, 2, 1, 1, None, 2, 1, 3), ("stay", 3, 3, 2, 3, None, 3, 2, 0),
    ]  # fmt: skip


def test_one_view_among_sets_made_from_numbers_is_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only judgements count towards two."""
    files = with_views()
    for name in ("for-y", "even"):
        files[f"criteria/weights/{name}.yaml"] = weight_set("equal") | {"id": name}
    read_off = replace(weightings["equal"], data_driven=True)
    monkeypatch.setattr(assess, "weightings", {"direct": weightings["direct"], "equal": read_off})
    assert _exhibits(files) == {}
