"""Comparing definitions: every edit is said, every group of edits stands by itself, and the parts sum up."""

import copy
from fractions import Fraction
from itertools import chain, combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projects import Files, decision, loaded, quantity, score, weight_set
from scenario_projects import with_scenarios
from steelyard import assess
from steelyard.bench import bench_for
from steelyard.compare import WORKING_TREE, comparison_of
from steelyard.comparing.changes import changes_between
from steelyard.comparing.edits import edits_between
from steelyard.comparing.sentences import NOTHING, summary
from steelyard.comparing.valuing import standings
from steelyard.documents.definitions import Definitions
from steelyard.provenance import digest_of
from steelyard.results.comparison import Comparison, Reranking, Version
from steelyard.rules import shelf as rules

VERSIONS = Version("before", None), Version(WORKING_TREE, None)


def small() -> Files:
    """Three options on two criteria, flat points and groups times within, and equal weights."""
    criteria = {"speed": quantity(0, 4, group="pace"), "ease": quantity(0, 4, group="comfort")}
    weights = {
        "even": weight_set("equal"),
        "fast": weight_set("direct", judgements={"speed": 3, "ease": 1}),
        "nested": weight_set(
            "swing",
            groups={"pace": 100, "comfort": 60},
            within={"pace": {"speed": 100}, "comfort": {"ease": 100}},
            ranges={"speed": [0, 2]},
        ),
    }
    return decision(criteria, {"stay": (1, 0), "walk": (2, 4), "run": (4, 1)}, weights)


def compared(before: Files, after: Files) -> Comparison:
    """What a comparison of two decisions says."""
    return comparison_of(loaded(before), loaded(after), VERSIONS)


def under(comparison: Comparison, weights: str) -> Reranking:
    """What happened under one weight set."""
    return next(each for each in comparison.rerankings if each.weights == weights)


def test_nothing_changed() -> None:
    """The same definitions give one sentence, no changes and no swaps, though keys stand in another order."""
    again = {path: dict(reversed(content.items())) for path, content in small().items()}
    found = compared(small(), again)
    assert found.changes == ()
    assert summary(found) == (NOTHING,)
    assert not any(each.moved or each.swaps for each in found.rerankings)


def test_one_score_swaps_two_options() -> None:
    """Ease of run from 1 to 4 under equal weights: run goes from 0.625 to 1, walk stays at 0.75.

    The difference moves from -1/8 to +1/4, a swing of 3/8, all of it from that score, which is enough alone.
    """
    after = small()
    after["options/run.yaml"]["scores"]["ease"]["value"] = 4
    found = compared(small(), after)
    assert [each.sentence for each in found.changes] == ["Option run: A quantity (ease) rises from 1 to 4."]
    (swap,) = under(found, "even").swaps
    assert (swap.up, swap.down, swap.before, swap.after) == ("run", "walk", -0.125, 0.25)
    (part,) = swap.parts
    assert (part.edit, part.value, part.error, part.alone) == (
        "A quantity (ease) of Option run rose from 1 to 4",
        0.375,
        0.0,
        True,
    )
    assert summary(found)[0] == (
        "Option run moves from 2nd to 1st under By equal, past Option walk, because "
        "A quantity (ease) of Option run rose from 1 to 4 (a swing of 0.375)."
    )


def test_under_weights_from_data_a_swap_has_no_parts() -> None:
    """One edit moves every share there, so the swing is said, and no edit is given a part of it."""
    weights = {"even": weight_set("equal"), "spread": weight_set("standard-deviation")}
    criteria = {"x": quantity(0, 4), "y": quantity(0, 4)}
    before = decision(criteria, {"a": (0, 1), "b": (2, 2), "c": (3, 3)}, weights)
    after = decision(criteria, {"a": (0, 1), "b": (4, 3.5), "c": (3, 3)}, weights)
    comparison = compared(before, after)
    (swap,) = under(comparison, "spread").swaps
    assert (swap.up, swap.down, swap.parts) == ("b", "c", ())
    assert [each.option for each in under(comparison, "spread").standings] == ["b", "c", "a"]
    assert any("Option b moves from 2nd to 1st under By standard-deviation" in said for said in summary(comparison))
    assert under(comparison, "even").swaps[0].parts


def test_weights_and_a_score_share_a_swing() -> None:
    """Direct points from 3:1 to 1:1, and ease of walk from 4 to 3: shares 1/2 each way by Shapley's value.

    Run less walk is k (1 - 1/2) + (1 - k)(1/4 - w) with k the share of speed and w walk's value on ease.
    Before, k = 3/4, w = 1: 3/8 - 3/16 = 3/16. After, k = 1/2, w = 3/4: 1/4 - 1/4 = 0: the two draw level.
    Weights first: 1/4 - 3/8 = -1/8, so -5/16; then the score +1/8. Score first: 3/8 - 1/8 = 1/4, so +1/16;
    then the weights -1/4. For walk: weights (5/16 + 1/4) / 2 = 9/32, score -(1/8 + 1/16) / 2 = -3/32.
    """
    after = small()
    after["criteria/weights/fast.yaml"]["judgements"] = {"speed": 1, "ease": 1}
    after["options/walk.yaml"]["scores"]["ease"]["value"] = 3
    (swap,) = under(compared(small(), after), "fast").swaps
    assert (swap.up, swap.down, swap.order_before, swap.order_after) == ("walk", "run", "behind", "level")
    assert [(part.edit.split()[1], pytest.approx(part.value, abs=1e-15), part.alone) for part in swap.parts] == [
        ("weights", 9 / 32, False),
        ("quantity", -3 / 32, False),
    ]


def test_a_new_criterion_goes_with_its_scores_and_weights() -> None:
    """A criterion added with its scores, and the sets that weigh it by name, are one group; equal weights follow."""
    groups = edits_between(loaded(small()), loaded(_with_criterion(small()))).groups
    (group,) = groups
    assert {edit[0] for edit in group} == {"criterion", "score", "weights"}
    assert {edit[1] for edit in group if edit[0] == "weights"} == {"fast", "nested"}
    found = compared(small(), _with_criterion(small()))
    assert "Criterion added: A quantity (cost)." in [each.sentence for each in found.changes]
    shares = {each.criterion: (each.before, each.after) for each in under(found, "even").shares}
    assert shares["cost"] == (None, pytest.approx(1 / 3))


def test_a_new_scale_goes_with_the_scores_moved_on_it() -> None:
    """A scale of 0 to 4 made one of 0 to 100 takes along its scores and the range judged on it, and moves nothing."""
    after = small()
    after["criteria/speed.yaml"]["scale"]["best"] = 100
    after["criteria/weights/nested.yaml"]["ranges"] = {"speed": [0, 50]}
    for option in ("stay", "walk", "run"):
        after[f"options/{option}.yaml"]["scores"]["speed"]["value"] *= 25
    after["options/run.yaml"]["scores"]["ease"]["value"] = 2
    edits = edits_between(loaded(small()), loaded(after))
    assert sorted(map(len, edits.groups)) == [1, 5]
    assert not under(compared(small(), after), "nested").shares


def test_options_that_come_and_go_stand_apart() -> None:
    """A discarded option leaves with its reason, a new one enters; neither swaps a pair."""
    after = small()
    after["options/walk.yaml"] |= {"role": "discarded", "discarded_because": "too slow."}
    after["options/fly.yaml"] = copy.deepcopy(after["options/run.yaml"]) | {"id": "fly", "title": "Option fly"}
    after["options/fly.yaml"]["scores"]["ease"]["value"] = 4
    found = compared(small(), after)
    even = under(found, "even")
    assert even.swaps == ()
    assert summary(found)[:2] == (
        (
            "Option walk leaves the ranking (discarded: too slow); it was 1st under By equal, "
            "2nd under By direct and By swing."
        ),
        (
            "Option fly enters the ranking (before: not among the options); it is 1st under By equal, "
            "By direct and By swing."
        ),
    )
    assert [(each.option, each.rank_before, each.rank_after) for each in even.standings] == [
        ("fly", None, 1),
        ("run", 2, 2),
        ("stay", 3, 3),
        ("walk", 1, None),
    ]


def test_a_value_function_moves_shares_judged_on_a_range() -> None:
    """A swing judged on 0 to 2 of a scale to 4 spans half the value, and all of it once value stops rising at 2.

    Equal points: shares 2/3 and 1/3 before, 1/2 and 1/2 after. Walk (2, 4) less run (4, 1) goes from
    2/3 * (1/2 - 1) + 1/3 * 3/4 = -1/12 to 1/2 * (1 - 1) + 1/2 * 3/4 = 3/8: a swing of 11/24, by one edit.
    """
    before = small()
    before["criteria/weights/fast.yaml"] |= {"judgements": {"speed": 1, "ease": 1}, "ranges": {"speed": [0, 2]}}
    after = copy.deepcopy(before)
    after["criteria/speed.yaml"]["value_function"] = {"shape": "threshold", "from": 0, "to": 2}
    (swap,) = under(compared(before, after), "fast").swaps
    assert (swap.up, swap.before, swap.after) == ("walk", pytest.approx(-1 / 12), pytest.approx(3 / 8))
    (part,) = swap.parts
    assert (part.edit, part.alone) == ("the value function of A quantity (speed) changed", True)
    assert part.value == pytest.approx(11 / 24, abs=1e-12)


def test_a_new_unit_of_cost_goes_with_every_cost() -> None:
    """Costs told in another unit are one group: no ranking mixes units."""
    before = small()
    before["criteria/price.yaml"] = {"id": "price", **quantity(1000, 0, group="pace")}
    before["criteria/price.yaml"]["scale"] = {"kind": "cost", "worst": 1000, "best": 0}
    for name in ("fast", "nested"):
        del before[f"criteria/weights/{name}.yaml"]
    for number, option in enumerate(("stay", "walk", "run")):
        cost = {key: value for key, value in score(number).items() if key != "confidence"}
        before[f"options/{option}.yaml"]["cost"] = cost | {"unit": "USD", "price_year": 2026, "terms": "real"}
    after = copy.deepcopy(before)
    for option in ("stay", "walk", "run"):
        after[f"options/{option}.yaml"]["cost"] |= {"unit": "EUR"}
    (group,) = edits_between(loaded(before), loaded(after)).groups
    assert group == {("cost", "stay"), ("cost", "walk"), ("cost", "run")}


def test_no_weight_set_in_both() -> None:
    """Where every weight set is another, no ranking is compared, and that is said."""
    after = small()
    for name in ("even", "fast", "nested"):
        after[f"criteria/weights/new-{name}.yaml"] = after.pop(f"criteria/weights/{name}.yaml") | {"id": f"new-{name}"}
    after["steelyard.yaml"]["default_weights"] = "new-even"
    found = compared(small(), after)
    assert found.rerankings == ()
    said = summary(found)
    assert said[:2] == (
        "No weight set is in both versions, so no ranking can be compared.",
        (
            "The weight set By equal (new-even) is new: Option walk is first under it, "
            "and there is nothing to compare that with."
        ),
    )
    assert len(said) == 7
    assert "The default weights are now By equal (new-even), no longer By equal (even)." in [
        each.sentence for each in found.changes
    ]


def test_texts_and_evidence_are_said() -> None:
    """Rationale, range, confidence and evidence are each named beside a score that stays."""
    after = small()
    after["options/run.yaml"]["scores"]["ease"] |= {
        "low": 0,
        "high": 2,
        "confidence": "moderate",
        "rationale": "On second thought.",
        "evidence": [],
        "against": ["made-up#said"],
        "basis": "judgement",
    }
    found = compared(small(), after)
    assert [each.sentence for each in found.changes] == [
        (
            "Option run: A quantity (ease) stays at 1, but a range of 0 to 2 is added; "
            "its basis goes from documents to judgement; its confidence goes from high to moderate; "
            "its rationale is rewritten; its evidence loses made-up#said; its counter-evidence gains made-up#said."
        )
    ]
    assert summary(found) == (
        "Under By equal, By direct and By swing every ranking stays as it was, and so does every total.",
    )


def test_panels_are_said() -> None:
    """A score that follows from a panel says what each assessor did, and what another aggregate makes of them."""
    before, after = small(), small()
    panels = (
        {"a": {"value": 1}, "b": {"value": 1, "low": 0}, "c": {"value": 1}, "d": {"value": 0}},
        {"b": {"value": 1, "high": 2}, "c": {"value": 0}, "d": {"value": 0}, "e": {"value": 3}},
    )
    for files, panel in zip((before, after), panels, strict=True):
        score = files["options/run.yaml"]["scores"]["ease"]
        del score["value"]
        score["panel"] = panel
    found = compared(before, after)
    assert [each.sentence for each in found.changes] == [
        (
            "Option run: A quantity (ease) falls from 1 to 0.5; its range of 0 to 1 becomes 0 to 3; "
            "a no longer judges; b keeps 1 in another range; c moves from 1 to 0; e judges 3."
        )
    ]
    means = small()
    means["options/run.yaml"]["scores"]["ease"] = after["options/run.yaml"]["scores"]["ease"]
    means["steelyard.yaml"]["panel_aggregate"] = "mean"
    assert [each.sentence for each in compared(after, means).changes] == [
        "The decision: the panel aggregate goes from median to mean.",
        "Option run: A quantity (ease) rises from 0.5 to 1.",
    ]


def test_assumptions_are_said() -> None:
    """An assumption that came or went is said with its statement; one that was rated anew with both ratings."""
    held = {
        "statement": "It holds.",
        "effect": "It breaks.",
        "quality": "low",
        "impact": "high",
        "owner": "a test",
        "on": "2026-01-01",
        "review_by": "2030-01-01",
        "bears_on": ["speed"],
    }
    before, after = small(), small()
    before["assumptions.yaml"] = {"assumptions": {"stays": held, "goes": held}}
    again = {"quality": "moderate", "review_by": "2031-01-01", "bears_on": ["speed", "ease"]}
    after["assumptions.yaml"] = {"assumptions": {"stays": held | again, "comes": held}}
    found = compared(before, after)
    assert [(each.subject, each.about, each.sentence) for each in found.changes] == [
        (
            "assumption",
            "stays",
            (
                "Assumption stays: the quality goes from low to moderate; "
                "the day of the next review goes from 2030-01-01 to 2031-01-01; it now also bears on ease."
            ),
        ),
        ("assumption", "goes", "Assumption taken out: goes: It holds."),
        ("assumption", "comes", "Assumption added: comes: It holds."),
    ]


def test_reviews_and_implied_numbers_are_said() -> None:
    """A review and what a claim implies are named when they come, and when they change."""
    review = {"by": "a reader", "on": "2026-01-02", "verdict": "partly", "digest": "0" * 64}
    after = small()
    after["options/run.yaml"]["scores"]["ease"] |= {"implies": {"made-up#said": 1}, "review": review}
    (added,) = compared(small(), after).changes
    assert added.sentence == (
        "Option run: A quantity (ease) stays at 1, but its number implied by made-up#said is added; "
        "its review is added."
    )
    later = copy.deepcopy(after)
    later["options/run.yaml"]["scores"]["ease"] |= {"low": 0, "high": 1, "implies": {"made-up#said": 0}}
    later["options/run.yaml"]["scores"]["ease"]["review"]["verdict"] = "supports"
    (changed,) = compared(after, later).changes
    assert changed.sentence.endswith("; its number implied by made-up#said goes from 1 to 0; its review is changed.")


def test_everything_is_called_by_its_title() -> None:
    """Criteria, groups and options go by their titles in every sentence; an id stands beside a title used twice."""
    before, after = small(), small()
    for files in (before, after):
        files["criteria/speed.yaml"]["title"] = "Speed"
        files["criteria/ease.yaml"]["title"] = "Ease"
        files["options/walk.yaml"]["title"] = files["options/run.yaml"]["title"] = "On foot"
        files["criteria/weights/nested.yaml"]["title"] = "In groups"
        files["steelyard.yaml"]["shortlists"] = {"default": ["stay", "walk", "run"], "fit": ["run"]}
    after["criteria/weights/fast.yaml"]["judgements"] = {"speed": 3, "ease": 2}
    after["criteria/weights/nested.yaml"] |= {
        "order": ["pace", "speed", "comfort"],
        "groups": {"pace": 100, "comfort": 50},
        "within": {"pace": {"speed": 90, "ease": 10}},
        "ranges": {"ease": [1, 4]},
    }
    after["criteria/ease.yaml"]["group"] = "pace"
    after["options/run.yaml"]["excludes"] = ["walk"]
    after["steelyard.yaml"] |= {
        "default_weights": "nested",
        "shortlists": {"default": ["stay", "run", "walk"], "fit": ["run", "walk"]},
    }
    assert [each.sentence for each in changes_between(loaded(before), loaded(after))] == [
        "The decision: the shortlist default stands in another order.",
        "The decision: the shortlist fit gains On foot (walk).",
        "The default weights are now In groups, no longer By equal.",
        "On foot (run): it now excludes On foot (walk).",
        "Weights By direct: the points of Ease go from 1 to 2.",
        (
            "Weights In groups: the swings are now ranked in the order the group Group pace, Speed and "
            "the group Group comfort; the points of the group Group comfort go from 60 to 50; "
            "the points of Speed go from 100 to 90; the points of Ease go from 100 to 10; "
            "the swing of Speed is judged on the full scale, before on 0 to 2; "
            "the swing of Ease is judged on 1 to 4, before on the full scale."
        ),
        "Criterion Ease: it moves from the group Group comfort to the group Group pace.",
    ]


def ten() -> Files:
    """Three options on ten criteria of one weight, each from 0 to 4; the first criterion counts half as much again."""
    names = [f"c{number}" for number in range(10)]
    points = {name: 1.5 if name == "c0" else 1 for name in names}
    weights = weight_set("direct", judgements=points, ranges={name: [0, 2] for name in names})
    rows = {"stay": [0] * 10, "one": [4] + [0] * 9, "two": [0, 4, 4] + [0] * 7}
    return decision({name: quantity(0, 4) | {"title": f"Criterion {name}"} for name in names}, rows, {"flat": weights})


@pytest.mark.parametrize("seed", range(3))
def test_nine_edits_that_move_every_share_are_sampled_within_their_stated_error(seed: int) -> None:
    """Nine value functions reach 1 at 2 instead of 4, so a swing judged on 0 to 2 spans twice as much value.

    Points over value spanned: 3 for c0 and 2 for each other before, and 1 for each whose edit is made. One (best on
    c0) less two (best on c1 and c2) is (3 - r1 - r2) / (21 - n) with n edits made: -1/21 before, 1/12 after. An edit
    on c3 to c9 made after m of the eight others finds 4 - m/4 for r1 + r2 on average, so by Shapley's value, m being
    any of 0 to 8 alike, it accounts for the mean of (m/4 - 1) (1/(20 - m) - 1/(21 - m)). The two on c1 and c2 share
    the rest of the swing alike.
    """
    before, after = ten(), ten()
    for files in (before, after):
        files["steelyard.yaml"]["seed"] = seed
    for number in range(1, 10):
        after[f"criteria/c{number}.yaml"]["value_function"] = {"shape": "threshold", "from": 0, "to": 2}
    (swap,) = under(compared(before, after), "flat").swaps
    swing = Fraction(1, 12) + Fraction(1, 21)
    other = sum((Fraction(m, 4) - 1) * (Fraction(1, 20 - m) - Fraction(1, 21 - m)) for m in range(9)) / 9
    expected = {f"criterion/c{number}": (swing - 7 * other) / 2 if number < 3 else other for number in range(1, 10)}
    assert (swap.up, swap.down, swap.swing) == ("one", "two", pytest.approx(float(swing), abs=1e-12))
    assert sum(part.value for part in swap.parts) == pytest.approx(float(swing), abs=1e-12)
    assert {part.about[0] for part in swap.parts} == set(expected)
    assert all(0 < part.error < 0.002 for part in swap.parts)
    off = [abs(part.value - float(expected[part.about[0]])) / part.error for part in swap.parts]
    assert max(off) < 4
    assert 2 <= sum(each < 1 for each in off) <= 9


def test_nine_scores_are_attributed_exactly() -> None:
    """Nine scores of stay from 0 to 2: each accounts for its share times one half, without error, however many.

    Shares are 3/21 for c0 and 2/21 for each other. On c1 to c9 stay gains 9 * 2/21 * 1/2 = 3/7, and passes one at
    1/7 and two at 4/21; each edit adds 1/21, and no four of them (4/21) would be enough to pass two.
    """
    after = ten()
    for number in range(1, 10):
        after["options/stay.yaml"]["scores"][f"c{number}"]["value"] = 2
    swaps = under(compared(ten(), after), "flat").swaps
    assert [(swap.up, swap.down) for swap in swaps] == [("stay", "two"), ("stay", "one")]
    for swap in swaps:
        assert [part.about for part in swap.parts] == [(f"score/stay/c{number}",) for number in range(1, 10)]
        assert [part.value for part in swap.parts] == pytest.approx([1 / 21] * 9, abs=1e-12)
        assert {(part.error, part.alone) for part in swap.parts} == {(0.0, False)}


def test_totals_are_those_of_the_ranking(catalogue: Path) -> None:
    """Totals, ranks, shares and leaders are those that `rank` gives, for the catalogue under every weight set."""
    definitions, _ = assess.load(catalogue)
    bench = bench_for(definitions)
    for name in definitions.weight_sets:
        ranking = assess.rank(definitions, name)
        found = standings(definitions, bench, name)
        assert list(found.totals.values()) == ranking.valuation.totals.tolist()
        assert tuple(found.ranks.values()) == ranking.valuation.ranks
        assert found.leaders == tuple(each.option for each in ranking.leaders)


def _with_criterion(files: Files) -> Files:
    files = copy.deepcopy(files)
    files["criteria/cost.yaml"] = {"id": "cost", **quantity(10, 0, group="pace")}
    files["criteria/weights/fast.yaml"]["judgements"]["cost"] = 2
    files["criteria/weights/nested.yaml"]["within"]["pace"]["cost"] = 50
    for number, option in enumerate(("stay", "walk", "run")):
        files[f"options/{option}.yaml"]["scores"]["cost"] = score(2 * number + 1)
    return files


@st.composite
def edited(draw: st.DrawFn) -> tuple[Files, Files]:
    """A decision and an edited one, in whichever order: every kind of edit, several at once."""
    before, after = small(), small()
    if draw(st.booleans()):
        after = _with_criterion(after)
        before = before if draw(st.booleans()) else _with_criterion(before)
    if draw(st.booleans()):
        _rescale(after)
    if draw(st.booleans()):
        after["criteria/ease.yaml"]["value_function"] = {"shape": "threshold", "from": 1, "to": 3}
    if draw(st.booleans()) and "criteria/cost.yaml" in after:
        after["criteria/cost.yaml"]["group"] = "comfort"
        within = after["criteria/weights/nested.yaml"]["within"]
        within["comfort"]["cost"] = within["pace"].pop("cost")
    for option in ("stay", "walk", "run"):
        if draw(st.booleans()):
            after[f"options/{option}.yaml"]["scores"]["ease"]["value"] = draw(st.integers(0, 4))
    if draw(st.booleans()):
        after["criteria/weights/fast.yaml"]["judgements"]["ease"] = draw(st.integers(0, 9))
    if draw(st.booleans()):
        after["criteria/weights/nested.yaml"]["ranges"] |= {"ease": [2, 3]}
    return (before, after) if draw(st.booleans()) else (after, before)


def _rescale(files: Files) -> None:
    files["criteria/speed.yaml"]["scale"]["best"] = 100
    files["criteria/weights/nested.yaml"]["ranges"] = {"speed": [0, 50]}
    for option in ("stay", "walk", "run"):
        files[f"options/{option}.yaml"]["scores"]["speed"]["value"] *= 25


def _errors(definitions: Definitions) -> list[Any]:
    bench = bench_for(definitions)
    codes = [rules[name] for name in rules if rules[name].needed_to_rank or rules[name].code in {"S003", "W005"}]
    return [found for rule in codes for found in rule.find(definitions, bench)]


@given(edited())
def test_every_subset_of_groups_ranks(pair: tuple[Files, Files]) -> None:
    """Whichever groups of edits are made, no rule that a ranking needs finds anything, and all totals are there.

    None made is the one version, all made the other: then the totals are those of the versions themselves.
    """
    before, after = map(loaded, pair)
    edits = edits_between(before, after)
    numbers = range(len(edits.groups))
    for made in map(frozenset, chain.from_iterable(combinations(numbers, size) for size in range(len(numbers) + 1))):
        for weights in after.weight_sets:
            between = edits.definitions(made, weights)
            assert _errors(between) == []
            found = standings(between, bench_for(between), weights)
            assert set(found.totals) == {"stay", "walk", "run"}
            assert sum(found.shares.values()) == pytest.approx(1, abs=1e-12)
            for whole, version in ((frozenset(), before), (frozenset(numbers), after)):
                if made == whole:
                    expected = standings(version, bench_for(version), weights).totals
                    assert found.totals == pytest.approx(expected, abs=1e-12)


@given(edited())
def test_the_parts_sum_to_the_swing(pair: tuple[Files, Files]) -> None:
    """For every swap the parts sum to the whole change of the difference to 1e-12; groups left out account for 0."""
    for reranking in compared(*pair).rerankings:
        for swap in reranking.swaps:
            assert sum(part.value for part in swap.parts) == pytest.approx(swap.swing, abs=1e-12)
            assert swap.swing > 0


@given(edited())
def test_every_edit_is_said(pair: tuple[Files, Files]) -> None:
    """Where the digests of two definitions differ, something is said to have changed; where not, nothing is."""
    before, after = map(loaded, pair)
    differ = digest_of(before) != digest_of(after)
    assert bool(comparison_of(before, after, VERSIONS).changes) == differ


def test_scenarios_are_said() -> None:
    """A scenario that is added, changed or taken out has a sentence, and moves no ranking."""
    before, after = small(), small()
    hand_worked = with_scenarios()
    before["criteria/scenarios/flood.yaml"] = hand_worked["criteria/scenarios/flood.yaml"]
    after["criteria/scenarios/flood.yaml"] = hand_worked["criteria/scenarios/flood.yaml"] | {"title": "High water"}
    for files in (before, after):
        files["criteria/scenarios/flood.yaml"]["changes"] = [
            files["criteria/scenarios/flood.yaml"]["changes"][0]
            | {"criterion": "ease", "options": ["walk"], "change": {"kind": "set", "value": 1}}
        ]
    found = compared(before, after)
    said = "Scenario High water: the title goes from 'What flood is called' to 'High water'."
    assert [(each.subject, each.about, each.sentence) for each in found.changes] == [("scenario", "flood", said)]
    assert not any(each.moved for each in found.rerankings)
    taken = compared(before, small())
    assert [each.sentence for each in taken.changes] == ["Scenario taken out: What flood is called (flood)."]


def test_gates_and_the_decision_are_said_in_sentences() -> None:
    """A gate that is declared, reworded or gone is named by its title; so is what was chosen, then and now."""
    before, after = small(), small()
    safe, near = ({"title": title, "question": f"{title}?"} for title in ("Safe", "Near"))
    before["steelyard.yaml"]["gates"] = {"safe": safe, "near": near}
    after["steelyard.yaml"]["gates"] = {"safe": safe | {"question": "By night too?"}, "dry": safe | {"title": "Dry"}}
    for files in (before, after):
        for name in ("stay", "walk", "run"):
            gates = files["steelyard.yaml"]["gates"]
            files[f"options/{name}.yaml"]["gates"] = {gate: {"pass": True, "because": "It is."} for gate in gates}
    chosen = {"chosen": ["walk"], "because": "It is pleasant.", "status": "illustrative"}
    after["steelyard.yaml"]["decision"] = chosen
    assert [each.sentence for each in changes_between(loaded(before), loaded(after))][:4] == [
        "Gate Safe: the question goes from 'Safe?' to 'By night too?'.",
        "Gate taken out: Near (near): Near?",
        "Gate added: Dry (dry): Safe?",
        "An illustrative decision, which nobody has taken, is recorded: Option walk. Because: It is pleasant.",
    ]
    before = after
    after = copy.deepcopy(before)
    agreed = {"chosen": ["run"], "by": "a club", "on": "2026-03-01", "status": "agreed", "was_first": "run"}
    after["steelyard.yaml"]["decision"] = chosen | agreed
    assert [each.sentence for each in changes_between(loaded(before), loaded(after))] == [
        "The decision is now Option run, no longer Option walk.",
        (
            "The record of the decision: the role that decided is added; the day is added; "
            "the status goes from illustrative to agreed; the option that was first then is added."
        ),
    ]
    before = after
    after = copy.deepcopy(before)
    del after["steelyard.yaml"]["decision"]
    assert [each.sentence for each in changes_between(loaded(before), loaded(after))] == [
        "The record of the decision is taken out; it was Option run."
    ]
    assert [each.sentence for each in changes_between(loaded(after), loaded(before))] == [
        "A decision of 2026-03-01 (a club) is recorded: Option run. Because: It is pleasant."
    ]


def test_every_sentence_of_other_edits_has_its_verb() -> None:
    """Texts, lists, days, levels, shapes and units that come, go or move are said in clauses one can read aloud."""
    levels = [{"value": value, "label": f"Level {value}", "anchor": "So."} for value in (0, 1, 2, 4)]
    before, after = copy.deepcopy(small()), copy.deepcopy(small())
    for files, shown in ((before, levels), (after, [levels[0], levels[1] | {"anchor": "Or so."}, levels[3]])):
        files["criteria/speed.yaml"]["title"] = "Speed"
        files["criteria/ease.yaml"] |= {"title": "Ease", "scale": {"kind": "levels", "levels": shown}}
        cost = {key: value for key, value in score(0).items() if key != "confidence"}
        files["seeds/other.yaml"] = {**files["seeds/made-up.yaml"], "id": "other", "claims": {}}
        files["seeds/other.yaml"]["document"] = {"file": "other.txt", "sha256": "2" * 64}
        files["options/run.yaml"]["cost"] = cost | {"unit": "USD", "price_year": 2026, "terms": "real"}
    after["steelyard.yaml"] |= {"as_of": "2026-02-01", "severity": {"E009": "note"}, "close_call": 0.05}
    after["criteria/speed.yaml"] |= {"question": "How fast?", "better": "less"}
    after["criteria/speed.yaml"]["scale"] |= {"unit": "km/h", "worst": 4, "best": 0}
    after["options/run.yaml"] |= {"scored_by": "a coach", "requires": ["walk"], "recommended_by": ["made-up#said"]}
    after["options/run.yaml"]["cost"] |= {"terms": "nominal", "unit": "EUR a year", "low": 0, "high": 1}
    after["seeds/made-up.yaml"] |= {"reliability": "B", "accessed": "2026-01-31", "draws_on": ["other"]}
    after["seeds/made-up.yaml"]["claims"]["said"] |= {"statement": "Something else.", "at": {"paragraph": 2}}
    after["criteria/weights/even.yaml"] |= {"why": "A better reason."}
    said = {each.sentence for each in changes_between(loaded(before), loaded(after))}
    assert said == {
        "The decision: the day up to which evidence was read goes from 2026-01-01 to 2026-02-01.",
        "The decision: the close call goes from 0.02 to 0.05.",
        "The decision: the severity of E009 goes from off to note.",
        (
            "Option run: the role that scored it is added; it is now recommended by made-up#said; "
            "it now requires Option walk."
        ),
        (
            "Option run: cost stays at 0, but a range of 0 to 1 is added; its unit goes from USD to 'EUR a year'; "
            "its kind of prices goes from real to nominal."
        ),
        "Weights By equal: the reason goes from 'A test needs weights.' to 'A better reason.'.",
        (
            "Criterion Speed: the question goes from 'How much?' to 'How fast?'; the better way goes from more to "
            "less; the scale of 0 (worst) to 4 (best) becomes 4 (worst) to 0 (best); the unit goes from units to km/h."
        ),
        "Criterion Ease: level 2 is taken out; level 1 is reworded.",
        (
            "Source A document that nobody wrote: the day of access goes from 2025-12-31 to 2026-01-31; "
            "it now draws on other; the reliability goes from F to B."
        ),
        (
            "Claim made-up#said: the statement goes from 'Whatever a test needs.' to 'Something else.'; "
            "the place is changed."
        ),
    }


def test_drawing_level_is_not_passing() -> None:
    """Stay gets walk's numbers: both stand at 1/2 * 1/2 + 1/2 = 3/4 under equal weights, above run at 5/8.

    Stay stood at 1/8: 5/8 behind walk, and level now.
    """
    after = small()
    for name, value in (("speed", 2), ("ease", 4)):
        after["options/stay.yaml"]["scores"][name]["value"] = value
    found = compared(small(), after)
    assert {each.option: each.rank_after for each in under(found, "even").standings} == {"stay": 1, "walk": 1, "run": 3}
    assert summary(found)[0] == (
        "Option stay moves from 3rd to 1st under By equal, past Option run, and level with Option walk. "
        "It draws level with Option walk because A quantity (ease) of Option stay rose from 0 to 4 (+0.500) and "
        "A quantity (speed) of Option stay rose from 1 to 2 (+0.125): a swing of 0.625 in all."
    )
    assert not any("It passes Option walk" in said for said in summary(found))


def four() -> Files:
    """Four options on one criterion, each one unit above the next: a, b, c, and stay."""
    rows = {"stay": (0,), "c": (1,), "b": (2,), "a": (3,)}
    return decision({"height": quantity(0, 4)}, rows, {"even": weight_set("equal")})


def test_only_options_that_stood_above_are_the_cause_of_a_rise() -> None:
    """A leaves from above b and c from below: b is first because of a alone."""
    after = four()
    after["options/a.yaml"] |= {"role": "discarded", "discarded_because": "too high"}
    del after["options/c.yaml"]
    assert "Option b moves from 2nd to 1st under By equal because Option a left the ranking." in summary(
        compared(four(), after)
    )


def test_a_rise_may_have_both_causes() -> None:
    """A leaves from above c, and c passes b by a score of its own: both are said, and stay's leaving is neither."""
    after = four()
    after["options/a.yaml"] |= {"role": "discarded", "discarded_because": "too high"}
    after["options/c.yaml"]["scores"]["height"]["value"] = 4
    assert (
        "Option c moves from 3rd to 1st under By equal, past Option b, because A quantity of Option c rose "
        "from 1 to 4 (a swing of 0.750). It also moves up because Option a left the ranking."
    ) in summary(compared(four(), after))


def test_only_options_that_came_in_above_are_the_cause_of_a_fall() -> None:
    """One option enters above a and one below: a is no longer first because of the one alone."""
    after = four()
    for name, value in (("top", 4), ("low", 0.5)):
        after[f"options/{name}.yaml"] = copy.deepcopy(after["options/a.yaml"]) | {"id": name, "title": f"Option {name}"}
        after[f"options/{name}.yaml"]["scores"]["height"]["value"] = value
    assert "Option a moves from 1st to 2nd under By equal because Option top entered the ranking." in summary(
        compared(four(), after)
    )


def test_a_rise_is_not_laid_to_whom_one_was_level_with() -> None:
    """B and c are level below a; a leaves and b gains: b is first because a left, and goes ahead of c by its score."""
    before = four()
    before["options/c.yaml"]["scores"]["height"]["value"] = 2
    after = copy.deepcopy(before)
    after["options/a.yaml"] |= {"role": "discarded", "discarded_because": "too high"}
    after["options/b.yaml"]["scores"]["height"]["value"] = 3
    said = summary(compared(before, after))
    assert "Option b moves from 2nd to 1st under By equal because Option a left the ranking." in said
    assert (
        "Option b goes ahead of Option c (from level to 0.250 ahead) under By equal because "
        "A quantity of Option b rose from 2 to 3 (a swing of 0.250)."
    ) in said


def test_weight_sets_that_came_and_went_are_in_the_news() -> None:
    """Of a set that only one version has it is said who is first under it, and that nothing is there to compare."""
    after = small()
    after["criteria/weights/easy.yaml"] = weight_set("direct", judgements={"speed": 1, "ease": 9}) | {
        "id": "easy",
        "title": "Ease above all",
    }
    said = (
        "The weight set Ease above all is new: Option walk is first under it, "
        "and there is nothing to compare that with."
    )
    assert said in summary(compared(small(), after))
    assert (
        "The weight set Ease above all was taken out: Option walk was first under it, "
        "and there is nothing to compare that with."
    ) in summary(compared(after, small()))


def test_a_new_weight_set_may_leave_first_place_open() -> None:
    """With points of 3 for speed and 2 for ease run has 3/5 + 2/20 and walk 3/10 + 2/5, both 7/10: they share it.

    With 10 and 7 run has 47/68 and walk 12/17, which is 1/68 = 0.0147 more, less than the 0.02 that are too close.
    """
    after = small()
    for name, speed, ease in (("shared", 3, 2), ("close", 10, 7)):
        judgements = {"speed": speed, "ease": ease}
        after[f"criteria/weights/{name}.yaml"] = weight_set("direct", judgements=judgements) | {
            "id": name,
            "title": name.title(),
        }
    said = summary(compared(small(), after))
    nothing = "and there is nothing to compare that with."
    assert (
        f"The weight set Close is new: Option walk is first under it, {nothing} "
        "First place under it is too close to call: Option walk and Option run." in said
    )
    assert f"The weight set Shared is new: Option run and Option walk share first place under it, {nothing}" in said


def test_an_edit_is_named_with_the_claims_it_came_with() -> None:
    """The cause of a swap says which claims came with it and which went, on either side; others stay unsaid."""
    before = small()
    before["seeds/made-up.yaml"] = copy.deepcopy(before["seeds/made-up.yaml"])
    claims = before["seeds/made-up.yaml"]["claims"]
    for number, name in enumerate(("seen", "heard", "told", "read"), 2):
        claims[name] = claims["said"] | {"at": {"paragraph": number}, "sha256": f"{number}" * 64}
    after = copy.deepcopy(before)
    before["options/run.yaml"]["scores"]["ease"] |= {"evidence": ["made-up#said"], "against": ["made-up#seen"]}
    after["options/run.yaml"]["scores"]["ease"] |= {
        "value": 4,
        "evidence": ["made-up#heard", "made-up#told", "made-up#read", "made-up#seen"],
        "against": ["made-up#said"],
    }
    found = compared(before, after)
    assert summary(found)[0] == (
        "Option run moves from 2nd to 1st under By equal, past Option walk, because "
        "A quantity (ease) of Option run rose from 1 to 4 (a swing of 0.375; "
        "new evidence: made-up#heard, made-up#told and 2 others; evidence taken out: made-up#said; "
        "new counter-evidence: made-up#said; counter-evidence taken out: made-up#seen)."
    )
    (part,) = under(found, "even").swaps[0].parts
    assert part.cited.evidence_gained == ("made-up#heard", "made-up#told", "made-up#read", "made-up#seen")
