"""The verdict's words follow from the facts by rules, and are never stronger than the facts."""

from dataclasses import replace
from typing import Any

import pytest

from projects import MADE_UP, decision, loaded, quantity, score, weight_set
from steelyard import assess
from steelyard.probing.effort import Effort
from steelyard.results.robustness import DecisiveScore, Holds, Information, Robustness, Sampled, Stability
from steelyard.verdict import per_cent, verdict


def _cell(value: float, low: float, high: float, **changes: object) -> dict[str, Any]:
    return score(value) | {"low": low, "high": high, "rationale": "Between these."} | changes


def _files(**changes: object) -> dict[str, Any]:
    """Stay (0.4, 0.4), go (0.8, 0.2), hop (0.2, 0.7) on two even criteria; go is ahead at 2 to 1."""
    return decision(
        {"x": quantity(0, 1), "y": quantity(0, 1)},
        {"stay": [0.4, 0.4], "go": [0.8, 0.2], "hop": [0.2, 0.7]},
        {"two-to-one": weight_set("direct", judgements={"x": 2, "y": 1}), "even": weight_set("equal")},
        **changes,
    )


def _robustness(files: dict[str, Any]) -> Robustness:
    return assess.robustness(loaded(files), effort=Effort(samples=4096))


def _said(files: dict[str, Any], **changes: object) -> list[str]:
    return list(verdict(replace(_robustness(files), **changes), loaded(files)))


@pytest.mark.parametrize(
    ("share", "proved", "words"),
    [
        (0.5, False, "50%"),
        (0.8399, False, "83%"),
        (0.99, False, "99%"),
        (0.9901, False, "more than 99%"),
        (1.0, False, "more than 99%"),
        (1.0, True, "all"),
        (0.9999, True, "more than 99%"),
        (0.0, False, "less than 1%"),
        (0.0, True, "none"),
        (0.0001, True, "less than 1%"),
        (0.01, False, "1%"),
        (0.29, False, "29%"),
        (0.57, False, "57%"),
    ],
)
def test_shares_in_words_are_never_stronger(share: float, words: str, *, proved: bool) -> None:
    """Rounded down; what every sample or none showed is said to be proved only where it is."""
    assert per_cent(share, proved=proved) == words


def test_without_ranges_by_hand() -> None:
    """Go beats hop where 0.6 x > 0.5 y, so for x above 5/11, where both have 0.4727 and stay has 0.4.

    From 2/3 the share of x falls to 5/11 before hop comes level: it moves 0.2121 of the weight. Points 2 and 1, a
    quarter either way, leave x above 0.545, so go is always first there.
    """
    said = _said(_files())
    assert said[0] == "Option go is first under the weights By direct, and no other option could well be first."
    assert said[1] == (
        "With the scores as judged it is first under 54% of all weightings, and under more than 99% of those near "
        "these weights (each judgement moved by up to 25%)."
    )
    assert said[2] == "No score has a range, so that nothing is said of doubt about scores."
    assert said[3] == "It is first under every one of the 2 weight sets (all illustrative)."
    assert said[4] == (
        "Of single criteria, A quantity takes first place from it soonest: once its share falls below 45.5% (now "
        "66.7%), Option hop comes first."
    )
    assert said[5] == "The least weight that must move to bring another option level is 21.2%: Option hop."
    assert said[6] == "With the scores as judged, no weighting at all puts Option stay first."
    assert said[7].startswith("These are shares of weightings and of score draws, rounded down, not chances of being r")
    assert len(said) == 8


def test_scores_in_doubt_are_counted_with_what_they_rest_on() -> None:
    """Go's score on x turns first place within its range, and rests on judgement alone; the gain of knowing is said."""
    files = _files()
    files["options/go.yaml"]["scores"]["x"] = _cell(0.8, 0.3, 0.9, basis="judgement")
    del files["options/go.yaml"]["scores"]["x"]["evidence"]
    said = _said(files)
    assert said[2].startswith("With the scores drawn as well, each by itself within its range, these shares are ")
    assert (
        "One score, moved alone within its own range, would put another option first; it rests on judgement "
        "alone or one weak document (Option go on A quantity)." in said
    )
    assert any(
        each.startswith("Knowing every score exactly before choosing would raise the expected total by 0.0")
        for each in said
    )


@pytest.mark.parametrize(
    ("weak", "of", "words"),
    [
        (0, 1, "One score, moved alone within its own range, would put another option first; it rests on more than "),
        (0, 2, "Each of 2 scores, moved alone within its own range, would put another option first; both rest on more"),
        (0, 3, "; all 3 rest on more than judgement alone or one weak document."),
        (1, 1, "; it rests on judgement alone or one weak document (Option stay on A quantity)."),
        (2, 2, "; both rest on judgement alone or one weak document (Option stay on A quantity; Option stay on A q"),
        (1, 3, "; 1 of them rests on judgement alone or one weak document (Option stay on A quantity)."),
        (2, 3, "; 2 of them rest on judgement alone or one weak document (Option stay on A quantity; Option stay on"),
        (
            4,
            5,
            "Each of 5 scores, moved alone within its own range, would put another option first; 4 of them rest on ",
        ),
        (4, 4, "; all 4 rest on judgement alone or one weak document."),
    ],
)
def test_what_decisive_scores_rest_on_is_counted_as_people_say_it(weak: int, of: int, words: str) -> None:
    """One, two, several or all: number and verb agree; the weak ones are named where they are three at most."""
    files = _files()
    claims: Any = MADE_UP["claims"]
    claim = claims["said"] | {"credibility": 1}
    files["seeds/made-up.yaml"] = {**MADE_UP, "reliability": "A", "claims": {"said": claim}}
    cells = [(option, criterion) for option in ("stay", "go", "hop") for criterion in ("x", "y")]
    for option, criterion in cells[:weak]:
        cell = files[f"options/{option}.yaml"]["scores"][criterion]
        cell |= {"low": 0, "high": 1, "rationale": "Between these.", "basis": "judgement"}
        del cell["evidence"]
    found = tuple(
        DecisiveScore(*cell, value=0.5, low=0, high=1, turns_at=0.7, rising=True, new_first="hop")
        for cell in cells[:of]
    )
    assert any(words in each for each in _said(files, uncertain=1, decisive_scores=found))


def test_a_range_that_changes_nothing() -> None:
    """A range in which the first stays first is no decisive score."""
    files = _files()
    files["options/stay.yaml"]["scores"]["x"] = _cell(0.4, 0.35, 0.45)
    assert "No score, moved alone within its own range, puts another option first." in _said(files)


def test_who_is_first_more_often_is_named() -> None:
    """An option that is first under the weights shown, and under fewer of all weightings than another, says so."""
    files = _files()
    files["criteria/weights/two-to-one.yaml"]["judgements"] = {"x": 1, "y": 1.05}
    files["options/hop.yaml"]["scores"]["y"]["value"] = 0.85
    said = _said(files)
    assert said[0].startswith("Option hop is first")
    assert "; under all weightings Option go is first more often" not in said[1]
    files["options/hop.yaml"]["scores"]["x"]["value"] = 0.0
    files["criteria/weights/two-to-one.yaml"]["judgements"] = {"x": 1, "y": 3}
    said = _said(files)
    assert said[0].startswith("Option hop is first")
    assert "; under all weightings Option go is first more often (5" in said[1]
    assert "It is first under 1 of the 2 weight sets (all illustrative); Option go under 1." in said


def test_agreed_weights_are_called_so() -> None:
    """Only weights that someone has agreed to are called agreed."""
    files = _files()
    agreed = {"status": "agreed", "on": "2026-01-01", "at": "a meeting", "recorded_by": "a clerk"}
    files["criteria/weights/two-to-one.yaml"] |= agreed
    said = _said(files)
    assert "of those near the agreed weights (each judgement moved by up to 25%)" in said[1]
    assert "every one of the 2 weight sets (1 illustrative)" in said[3]


def test_close_calls_ties_and_lone_options() -> None:
    """More leaders than one are too close to call; of a sole option nothing is said but that."""
    close = _said(_files(close_call=0.2))
    assert close[0] == (
        "Option go is first under the weights By direct, but too close to call: 1 other option could well be first."
    )
    alone = decision({"x": quantity(0, 1)}, {"stay": [0.4]}, {"w": weight_set("equal")})
    assert _said(alone) == ["Option stay is the only option ranked: there is no order that could be trusted or not."]


def test_options_that_share_first_place_are_all_named() -> None:
    """Go and hop alike in every number: neither is called first alone, here or under the other set."""
    files = _files()
    files["options/hop.yaml"]["scores"] = files["options/go.yaml"]["scores"]
    said = _said(files)
    assert said[0] == "Option go and Option hop share first place under the weights By direct."
    assert said[1].startswith("With the scores as judged Option go is first under ")
    assert (
        "Option go is first under every one of the 2 weight sets (all illustrative), of which it shares first place "
        "under 2." in said
    )
    assert not any("bring another option level" in each for each in said)
    assert _said(files, leaders=("go", "hop", "stay"))[0].endswith("By direct; 1 other option could well be first.")


def test_sets_under_which_first_place_is_shared_are_counted_apart() -> None:
    """First alone under the set shown, shared under a second, and two others share it under a third."""
    files = _files()
    files["criteria/weights/third.yaml"] = files["criteria/weights/even.yaml"] | {"id": "third"}
    under = {"two-to-one": ("go",), "even": ("hop", "go"), "third": ("hop", "stay")}
    assert (
        "It is first under 2 of the 3 weight sets (all illustrative), of which it shares first place under 1; Option "
        "hop and Option stay under 1." in _said(files, first_under=under)
    )


def test_a_baseline_that_is_first_is_called_so() -> None:
    """No option is worth more than policy as it stands, whether it is first alone or shares first place."""
    files = _files()
    assert not any("baseline" in each for each in _said(files))
    files["steelyard.yaml"]["baseline"] = "go"
    files["options/go.yaml"]["role"], files["options/stay.yaml"]["role"] = "baseline", "option"
    assert _said(files)[1] == "It is the baseline: no option is worth more than policy as it stands."
    files["options/hop.yaml"]["scores"] = files["options/go.yaml"]["scores"]
    assert _said(files)[1] == "Option go is the baseline: no option is worth more than policy as it stands."


def test_of_weights_stated_as_exact_none_are_near() -> None:
    """With a precision of 0 nothing is said of weightings near these, only of the scores drawn at them."""
    files = _files()
    files["criteria/weights/two-to-one.yaml"]["precision"] = 0
    found = _found((0.61, 0.39), (1.0, 0.0), (0.42, 0.58))
    found["around_agreed"] = replace(found["around_agreed"], precision=0.0)
    said = _said(files, **found)
    assert said[1] == (
        "With the scores as judged it is first under 61% of all weightings; none near these weights are looked at, "
        "since their precision is stated as 0%."
    )
    assert said[2] == (
        "With the scores drawn as well, each by itself within its range, this share is 39%, and at these weights it is "
        "42%; at these weights Option hop is first more often (58%)."
    )


def test_what_was_cut_short_or_left_out_is_said() -> None:
    """Sampling that was stopped, and options that were not looked at, are part of the verdict."""
    said = _said(_files(), partial=True, samples=77, left_out=5)[-1]
    assert "Sampling was cut short at 77 samples." in said
    assert "5 options with lower totals were not looked at." in said
    assert _said(_files(), left_out=1)[-1].endswith(" 1 option with lower totals was not looked at.")


def test_the_error_said_is_the_greatest_of_all_shares_rounded_up() -> None:
    """An error of 1.21 points that only one share has is said to be at most 1.3 points."""
    found = _robustness(_files())
    drawn = replace(found.around_agreed.block.drawn, errors={"go": (0.0121, 0.02, 0.0)})
    around = replace(found.around_agreed, block=replace(found.around_agreed.block, drawn=drawn))
    assert "(standard error at most 1.3 points)" in _said(_files(), around_agreed=around)[-1]


def test_the_same_facts_give_the_same_words() -> None:
    """Twice the same run, word for word."""
    assert _said(_files()) == _said(_files())


def test_more_leaders_than_two_are_counted() -> None:
    """Two others that could well be first are options in the plural."""
    said = _said(_files(), leaders=("go", "hop", "stay"))
    assert said[0].endswith("too close to call: 2 other options could well be first.")


def _of(sampled: Sampled, go: float, hop: float, **changes: Any) -> Sampled:  # noqa: ANN401 - any field
    """Figures in which go and hop have first place so often, and stay never has."""
    ranks = {"hop": (hop, 0.0, 0.0), "stay": (0.0, 0.0, 0.0), "go": (go, 0.0, 0.0)}
    return replace(sampled, ranks=ranks, **changes)


def _found(flat: tuple[float, float], around: tuple[float, float], drawn: tuple[float, float]) -> dict[str, Any]:
    """First places of go and hop: of all weightings, around, and around with scores drawn; of all drawn, reversed."""
    found = _robustness(_files())
    everywhere, near = found.all_weightings.flat, found.around_agreed.block
    everywhere = replace(
        everywhere, at_values=_of(everywhere.at_values, *flat), drawn=_of(everywhere.drawn, *reversed(flat))
    )
    near = replace(near, at_values=_of(near.at_values, *around), drawn=_of(near.drawn, *drawn))
    return {
        "uncertain": 1,
        "all_weightings": replace(found.all_weightings, flat=everywhere),
        "around_agreed": replace(found.around_agreed, block=near),
    }


def test_each_share_stands_for_what_it_is_a_share_of() -> None:
    """At the values and drawn, of all weightings and around: each figure has its own place."""
    said = _said(_files(), **_found((0.61, 0.39), (0.83, 0.17), (0.42, 0.58)))
    assert said[1] == (
        "With the scores as judged it is first under 61% of all weightings, and under 83% of those near these weights "
        "(each judgement moved by up to 25%)."
    )
    assert said[2] == (
        "With the scores drawn as well, each by itself within its range, these shares are 39% and 42%; near these "
        "weights Option hop is first more often (58%)."
    )


def test_options_that_are_first_as_often_are_not_named() -> None:
    """Another option that has first place just as often is not first more often."""
    said = _said(_files(), **_found((0.5, 0.5), (0.5, 0.5), (0.5, 0.5)))
    assert not any("more often" in each for each in said)


def test_draws_from_a_file_are_called_so() -> None:
    """Scores that were drawn together are not said to be drawn each by itself."""
    found = _found((0.5, 0.5), (0.5, 0.5), (0.5, 0.5))
    uncertain = found["uncertain"]
    said = _said(_files(), together=uncertain, **found)
    assert said[2].startswith("With the scores drawn as well, as the file of draws has them, these shares are 50%")
    mixed = _said(_files(), **{**found, "uncertain": uncertain + 2}, together=2)
    assert f", 2 of {uncertain + 2} together as the file of draws has them, the others within their ranges," in mixed[2]


def test_all_is_said_only_where_it_is_proved() -> None:
    """First in every sample: all, where no other could be first under any weighting; over 99% where one could."""
    every = _found((1.0, 0.0), (1.0, 0.0), (1.0, 0.0))
    proved = _said(_files(), potentially_optimal=("go",), **every)
    assert "under all weightings, and under all of those" in proved[1]
    assert "these shares are less than 1% and more than 99%" in proved[2]
    sampled = _said(_files(), potentially_optimal=("go", "hop"), **every)
    assert "under more than 99% of all weightings, and under more than 99% of those" in sampled[1]
    never = _said(_files(), potentially_optimal=("hop",), **_found((0.0, 1.0), (0.0, 1.0), (0.0, 1.0)))
    assert "it is first under no weighting, and under none of those" in never[1]


def test_no_share_takes_first_place_from_an_option_that_is_ahead_throughout() -> None:
    """Go with 0.8 and 0.9 is above the others on both criteria."""
    files = _files()
    files["options/go.yaml"]["scores"]["y"]["value"] = 0.9
    said = _said(files)
    assert "No criterion's share, moved by itself, takes first place from it." in said
    assert not any("smallest change" in each for each in said)


def test_a_criterion_without_a_share_can_take_first_place_too() -> None:
    """With all weight on x, go loses first place to hop once y rises above 6/11, though y has no share to multiply."""
    files = _files()
    files["criteria/weights/two-to-one.yaml"]["judgements"] = {"x": 1, "y": 0}
    assert (
        "Of single criteria, A quantity takes first place from it soonest: once its share rises above 54.5% "
        "(now 0.0%), Option hop comes first." in _said(files)
    )


def _part(share: float, least: float | None = None, most: float | None = None) -> Stability:
    """A share of which first place holds so far down, where stay comes first, and so far up, where hop does."""
    return Stability(share, Holds(least, most, "stay" if least is not None else None, "hop" if most else None), None)


def _level_at_none(option: str) -> Stability:
    """A part without a share, any share of which puts an option first that is level now."""
    return Stability(0.0, Holds(None, 0.0, None, option), None)


@pytest.mark.parametrize(
    ("x", "y", "words"),
    [
        # From 0.2 up to 0.5 is 2.5 times as much, from 0.5 down to 0.3 only 1.7 times as little.
        (_part(0.2, most=0.5), _part(0.5, least=0.3), "falls below 30.0%"),
        # From 0.5 up to 0.6 is 1.2 times as much, from 0.2 down to 0.1 half.
        (_part(0.5, most=0.6), _part(0.2, least=0.1), "rises above 60.0%"),
        # Of the two ends of one share the nearer.
        (_part(0.5, least=0.1, most=0.6), Stability(0.5, None, None), "rises above 60.0%"),
        # No share can go below none: an option that is level now comes no sooner there.
        (_part(0.0, least=0.0, most=0.4), Stability(1.0, None, None), "rises above 40.0%"),
        # From level, the least move.
        (_part(0.3, least=0.3), _part(0.2, least=0.1), "falls below 30.0%"),
        # From level upwards, the least move as well, also where there is no share yet.
        (_part(0.3, most=0.3), _part(0.2, least=0.1), "rises above 30.0%"),
        (_level_at_none("hop"), _part(0.5, least=0.4), "rises above 0.0%"),
    ],
)
def test_the_soonest_is_the_fewest_times_more_or_less(x: Stability, y: Stability, words: str) -> None:
    """Shares are compared by how many times they grow or shrink; the group all is no single criterion."""
    sooner = Stability(0.5, Holds(0.49, 0.51, "stay", "stay"), None)
    said = _said(_files(), stability={"x": x, "y": y, "all": sooner})
    assert f"once its share {words} (now " in next(each for each in said if each.startswith("Of single criteria"))


def test_an_option_that_is_level_comes_first_once_its_own_criterion_counts_for_more() -> None:
    """Go (0.2, 0.8) and hop (0.8, 0.2) tie at even shares, and hop is ahead as soon as the share of x rises."""
    files = _files(default_weights="even")
    for option, scores in {"go": (0.2, 0.8), "hop": (0.8, 0.2)}.items():
        for criterion, number in zip(("x", "y"), scores, strict=True):
            files[f"options/{option}.yaml"]["scores"][criterion]["value"] = number
    assert (
        "Of single criteria, A quantity takes first place from Option go soonest: once its share rises above 50.0% "
        "(now 50.0%), Option hop comes first." in _said(files)
    )


def _decisive(*cells: tuple[str, str]) -> dict[str, Any]:
    return {
        "uncertain": len(cells),
        "decisive_scores": tuple(
            DecisiveScore(*cell, 0.5, 0.1, 0.9, 0.3, rising=False, new_first="hop") for cell in cells
        ),
    }


def test_decisive_scores_are_counted_once_each() -> None:
    """A score that turns at both ends is one; three that rest on little are named, and four only counted."""
    one = "One score, moved alone within its own range, would put another option first"
    assert f"{one}; it rests on judgement alone or one weak document (Option go on A quantity)." in _said(
        _files(), **_decisive(("go", "x"), ("go", "x"))
    )
    cells = [("go", "x"), ("go", "y"), ("hop", "x"), ("hop", "y")]
    named = "Option go on A quantity; Option go on A quantity; Option hop on A quantity"
    said = "scores, moved alone within its own range, would put another option first"
    assert f"Each of 3 {said}; all 3 rest on judgement alone or one weak document ({named})." in _said(
        _files(), **_decisive(*cells[:3])
    )
    assert f"Each of 4 {said}; all 4 rest on judgement alone or one weak document." in _said(
        _files(), **_decisive(*cells)
    )


def test_decisive_scores_on_firm_ground_are_said_to_be() -> None:
    """With a document of the best grade nothing rests on judgement alone or on one weak document."""
    files = _files()
    source = files["seeds/made-up.yaml"]
    claims = {name: claim | {"credibility": 1} for name, claim in source["claims"].items()}
    files["seeds/made-up.yaml"] = source | {"reliability": "A", "claims": claims}
    ground = "more than judgement alone or one weak document."
    alone = "One score, moved alone within its own range, would put another option first"
    assert f"{alone}; it rests on {ground}" in _said(files, **_decisive(("go", "x")))
    assert (
        f"Each of 2 scores, moved alone within its own range, would put another option first; both rest on {ground}"
        in _said(files, **_decisive(("go", "x"), ("hop", "y")))
    )


def test_what_is_worth_knowing_most() -> None:
    """The worth of everything, and of the criterion that is worth most; of none where none is worth anything."""
    files = _files()
    files["criteria/y.yaml"]["title"] = "Another quantity"
    low, high = Information(("criterion", "x"), 0.01), Information(("criterion", "y"), 0.02)
    whole, option = Information(("all",), 0.04), Information(("option", "go"), 0.03)
    start = "Knowing every score exactly before choosing would raise the expected total by 0.040"
    most = f"{start}; knowing those on Another quantity alone, by 0.020, the most of any criterion."
    assert most in _said(files, information=(option, low, whole, high))
    assert f"{start}." in _said(files, information=(option, whole))
    assert f"{start}." in _said(files, information=(whole, replace(low, gain=0.0)))
    small = replace(whole, gain=0.0004)
    assert "Knowing every score exactly before choosing would raise the expected total by less than 0.001." in _said(
        files, information=(small, replace(low, gain=0.0004))
    )
    than = f"{start} above that of Option hop, whose expected total is the highest; knowing those on Another quantity"
    assert any(each.startswith(than) for each in _said(files, information=(low, whole, high), best_expected="hop"))
    for nothing in ((), (option, low), (replace(whole, gain=0.0), low)):
        assert not any("Knowing" in each for each in _said(files, information=nothing))


@pytest.mark.parametrize("place", ["all_weightings", "around_agreed"])
@pytest.mark.parametrize("scores", ["at_values", "drawn"])
@pytest.mark.parametrize(("error", "words"), [(0.0123, "1.3"), (0.012, "1.2"), (0.0301, "3.1")])
def test_no_share_that_is_said_has_a_larger_error(place: str, scores: str, error: float, words: str) -> None:
    """The standard error is the largest of all first places, of which the paragraph speaks, in points rounded up."""
    found = _robustness(_files())
    part = getattr(found, place)
    name = "flat" if place == "all_weightings" else "block"
    block = getattr(part, name)
    errors = {"go": (0.0, 0.0, 0.0), "stay": (error, 0.9, 0.001), "hop": (0.0, 0.0, 0.0)}
    block = replace(block, **{scores: replace(getattr(block, scores), errors=errors)})
    said = verdict(replace(found, **{place: replace(part, **{name: block})}), loaded(_files()))
    assert f"(standard error at most {words} points)." in said[-1]
