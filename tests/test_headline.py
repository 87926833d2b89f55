"""What a ranking says in sentences; the same in the terminal, in Markdown and in the workbook."""

from projects import Files, Number, decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.documents.references import judged_numbers
from steelyard.documents.reviews import review_digest
from steelyard.headline import headline


def _files(*scores: Number, **changes: object) -> Files:
    names = ("stay", "go", "hop")
    rows = {name: (number,) for name, number in zip(names, scores, strict=False)}
    return decision({"x": quantity(0, 1)}, rows, {"even": weight_set("equal")}, **changes)


def _said(files: Files) -> str:
    definitions = loaded(files)
    return " ".join(headline(assess.rank(definitions), definitions))


def test_the_first_and_the_margin() -> None:
    """The first is named with its margin, and the baseline with its place."""
    said = _said(_files(0.25, 0.75, 0.5))
    assert "Option go is first, 0.250 ahead of Option hop." in said
    assert "The baseline (Option stay) ranks 3 of 3; 2 options are above it." in said
    assert "Too close" not in said


def test_a_baseline_that_wins_is_said_plainly() -> None:
    """Where policy as it stands comes first, that is the sentence."""
    assert "The baseline (Option stay) is first" in _said(_files(0.75, 0.25))


def test_one_option_above_the_baseline_is_one() -> None:
    """One option is, several are."""
    assert "ranks 2 of 3; 1 option is above it." in _said(_files(0.5, 0.75, 0.25))


def test_a_shared_first_place() -> None:
    """Options that share first place are named together, and the ranking is too close to call."""
    said = _said(_files(0.25, 0.75, 0.75))
    assert "Option go and Option hop share first place." in said
    assert "Too close to call" in said


def test_totals_within_the_close_call() -> None:
    """A rival within the decision's close call is named with that distance."""
    said = _said(_files(0.25, 0.75, 0.7, close_call=0.1))
    assert "Too close to call: Option hop is within 0.1 of it." in said
    assert "An option could well be first if its total is within 0.1 of the first, or " in said


def test_a_rival_that_is_often_ahead() -> None:
    """A rival that is ahead in many draws is named with that share: a triangle from 0 to 1 against a sure 0.6."""
    said = _said(_files(0.1, 0.6, (0.0, 0.5, 1.0)))
    assert "Option hop is ahead of it in 3" in said
    assert "of score draws" in said


def test_a_single_option_has_no_margin() -> None:
    """A baseline alone is first of one."""
    assert "Option stay is the only option ranked." in _said(_files(0.5))


def test_whose_weights_these_are() -> None:
    """Illustrative weights are called so; agreed ones say where and when."""
    files = _files(0.25, 0.75)
    assert "nobody has agreed to them" in _said(files)
    agreed = {"status": "agreed", "on": "2026-01-02", "at": "the town hall", "recorded_by": "a clerk"}
    files["criteria/weights/even.yaml"] |= agreed
    assert "agreed at the town hall on 2026-01-02." in _said(files)


def test_a_first_that_is_mostly_behind_is_said_so() -> None:
    """Where a rival's range leans upwards so far that it is usually ahead, a sentence of its own says so."""
    said = _said(_files(0.1, 0.5, (0.4, 0.49, 1.0)))
    assert "Option go is first" in said
    assert "yet behind Option hop in most draws" in said
    assert "Each score is drawn by itself" in said


def test_options_off_the_shortlist_are_named() -> None:
    """An option that exists and is not on the default shortlist is not passed over in silence."""
    said = _said(_files(0.25, 0.75, 0.5, shortlists={"default": ["stay", "go"]}))
    assert "Not on the shortlist `default` in steelyard.yaml, so not ranked: hop." in said
    assert "None of the 2 scores has been reviewed." in said


def test_unreviewed_scores_are_called_so() -> None:
    """Where nobody has reviewed anything, the sentence counts all that is unreviewed."""
    assert "None of the 3 scores has been reviewed." in _said(_files(0.25, 0.75, 0.5))


def test_reviews_are_counted_by_verdict_and_reopened_ones_apart() -> None:
    """A review whose digest fits counts with its verdict; one that fits no more is counted as reopened."""
    files = _files(0.25, 0.75, 0.5)
    definitions = loaded(files)
    digests = {each.option.id: review_digest(definitions, each) for each in judged_numbers(definitions)}
    for name, verdict in (("stay", "supports"), ("go", "does-not"), ("hop", "partly")):
        review = {"by": "a reader", "on": "2026-01-02", "verdict": verdict, "digest": digests[name], "status": "agreed"}
        files[f"options/{name}.yaml"]["scores"]["x"]["review"] = review
    assert "3 of the 3 scores have been reviewed (supports: 1, partly: 1, does not: 1)." in _said(files)
    files["options/go.yaml"]["scores"]["x"]["rationale"] = "On second thoughts."
    files["options/hop.yaml"]["scores"]["x"]["confidence"] = "low"
    since = "reopened, as the score or a claim changed since"
    assert f"1 of the 3 scores has been reviewed (supports: 1, {since}: 2)." in _said(files)
    files["options/stay.yaml"]["scores"]["x"]["value"] = 0.2
    assert f"None of the 3 scores has been reviewed ({since}: 3)." in _said(files)


def test_illustrative_reviews_are_counted_as_nobodys() -> None:
    """Whether its digest fits or not, an illustrative review is not a reviewed score, and is said to be nobody's."""
    files = _files(0.25, 0.75, 0.5)
    definitions = loaded(files)
    digests = {each.option.id: review_digest(definitions, each) for each in judged_numbers(definitions)}
    review = {"by": "a reader", "on": "2026-01-02", "verdict": "supports"}
    files["options/stay.yaml"]["scores"]["x"]["review"] = {**review, "digest": digests["stay"]}
    one = "1 carries an illustrative review: nobody has agreed to it."
    assert f"None of the 3 scores has been reviewed. {one}" in _said(files)
    files["options/hop.yaml"]["scores"]["x"]["review"] = {**review, "status": "illustrative", "digest": "0" * 64}
    files["options/go.yaml"]["scores"]["x"]["review"] = {**review, "status": "agreed", "digest": digests["go"]}
    two = "2 carry an illustrative review: nobody has agreed to it."
    assert f"1 of the 3 scores has been reviewed (supports: 1). {two}" in _said(files)


def test_what_was_decided_is_said_apart() -> None:
    """The decision has a sentence of its own, with its day and role; without one nothing is said of any."""
    taken = {"chosen": ["hop"], "because": "It is near.", "status": "agreed", "by": "a\n  board", "on": "2026-03-01"}
    said = _said(_files(0.25, 0.75, 0.5, decision=taken))
    assert "Decided on 2026-03-01 (a board): Option hop. The decision stands apart from the ranking." in said
    assert "Option go is first" in said
    assert "ecided" not in _said(_files(0.25, 0.75, 0.5))


def test_an_illustrative_decision_was_taken_by_nobody() -> None:
    """Whatever role and day it names, and however many it chooses."""
    taken = {"chosen": ["go", "hop"], "because": "It is near.", "status": "illustrative"}
    expected = (
        "An illustrative decision, which nobody has taken: Option go and Option hop. It stands apart from the ranking."
    )
    assert expected in _said(_files(0.25, 0.75, 0.5, decision=taken))
    assert expected in _said(_files(0.25, 0.75, 0.5, decision=taken | {"by": "a board", "on": "2026-03-01"}))


def test_weights_from_data_are_said_to_be_nobodys_judgement() -> None:
    """Whatever its status is, a set that comes from the options' numbers is never shown as what somebody thinks."""
    agreed = {"status": "agreed", "on": "2026-01-01", "at": "a meeting", "recorded_by": "a clerk"}
    sets = {"even": weight_set("equal"), "spread": weight_set("standard-deviation")}
    rows = {"stay": (0.25,), "go": (0.75,)}
    for changes, after in (({}, ""), (agreed, " Agreed at a meeting on 2026-01-01.")):
        definitions = loaded(decision({"x": quantity(0, 1)}, rows, sets | {"spread": sets["spread"] | changes}))
        said = headline(assess.rank(definitions, "spread"), definitions)
        assert (
            f"Weights: By standard-deviation, worked out from the options' numbers: nobody judged what matters.{after}"
            in said
        )
    assert "Weights: By equal, illustrative: nobody has agreed to them." in _said(_files(0.25, 0.75))
