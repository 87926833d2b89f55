"""The verdict's words follow from the facts by rules, and are never stronger than the facts."""

from dataclasses import replace
from typing import Any

import pytest

from projects import MADE_UP, decision, loaded, quantity, score, weight_set
from steelyard import assess
from steelyard.probing.effort import Effort
from steelyard.results.robustness import DecisiveScore, Robustness
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
    assert said[0] == "Option go is first under the weights By direct, and no other option is close."
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
    found = tuple(DecisiveScore(*cell, value=0.5, low=0, high=1, turns_at=0.7, new_first="hop") for cell in cells[:of])
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
    """More leaders than one are too close to call; a sole option has no rival to speak of."""
    close = _said(_files(close_call=0.2))
    assert close[0] == (
        "Option go is first under the weights By direct, but too close to call: 1 other option counts as close."
    )
    alone = decision({"x": quantity(0, 1)}, {"stay": [0.4]}, {"w": weight_set("equal")})
    said = _said(alone)
    assert "it is first under all weightings, and under all of those near these weights (each " in said[1]
    assert not any("weight sets" in each or "takes first place" in each for each in said)


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
