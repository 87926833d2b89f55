from collections.abc import Mapping
from typing import Any

import pytest

from steelyard.contracts import Answers, Judged
from steelyard.weightings import shelf
from steelyard.weightings.pairwise import asked_pairs

PAIRWISE = shelf["pairwise"]
INTERVIEW = PAIRWISE.interview
assert INTERVIEW is not None


@pytest.mark.parametrize("variant", ["eigenvector", "geometric-mean"])
def test_comparisons_that_fit_give_their_own_ratios(variant: str) -> None:
    """Where b counts 2 times a and c 3 times b, shares are 1/9, 2/9 and 6/9, the third pair judged or not."""
    for judged in ({"b": {"a": 2}, "c": {"b": 3}}, {"b": {"a": 2}, "c": {"b": 3, "a": 6}}):
        weighed = PAIRWISE.weigh(Judged(judged, ["a", "b", "c"], variant))
        assert list(weighed.points.values()) == pytest.approx([1 / 9, 2 / 9, 6 / 9], abs=1e-9)
        assert all(fact.holds for fact in weighed.consistency)
        assert weighed.consistency[0].value == pytest.approx(0, abs=1e-9)


def test_missing_comparisons_under_geometric_means() -> None:
    """By least squares of logarithms a chain of comparisons is met exactly: 4, 2 and 1 of 7."""
    weighed = PAIRWISE.weigh(Judged({"a": {"b": 2}, "b": {"c": 2}}, ["a", "b", "c"], "geometric-mean"))
    assert list(weighed.points.values()) == pytest.approx([4 / 7, 2 / 7, 1 / 7], abs=1e-12)


def test_one_name_needs_no_comparison_and_two_need_one() -> None:
    """A group of one criterion takes no judgements; of two, one comparison settles the shares, and nothing else."""
    assert PAIRWISE.weigh(Judged(None, ["a"])).points == {"a": 1}
    weighed = PAIRWISE.weigh(Judged({"a": {"b": 3}}, ["a", "b"]))
    assert list(weighed.points.values()) == pytest.approx([0.75, 0.25], abs=1e-12)
    assert weighed.consistency == ()


@pytest.mark.parametrize(
    ("judgements", "said"),
    [
        ({"a": {"a": 1, "b": 1, "c": 1}}, "'a' is compared with itself"),
        (
            {"a": {"b": 2, "c": 1}, "b": {"a": 1}},
            "'a' and 'b' are compared twice, once from either side; keep one of the two",
        ),
        ({"a": {"c": 2}}, "do not connect all names, only these with one another: 'a' with 'c'; 'b'"),
        (None, "'a'; 'b'; 'c'"),
    ],
)
def test_comparisons_that_weigh_nothing_are_refused(judgements: Mapping[str, Any] | None, said: str) -> None:
    """A pair that stands twice, a name beside itself, and parts that nothing connects are refused in a sentence."""
    with pytest.raises(ValueError, match=said):
        PAIRWISE.weigh(Judged(judgements, ["a", "b", "c"]))


def test_too_few_and_too_many_names_are_refused() -> None:
    """Nothing cannot be compared, and thirty-one names are more than anyone compares in pairs."""
    with pytest.raises(ValueError, match="nothing to compare"):
        PAIRWISE.weigh(Judged({}, []))
    with pytest.raises(ValueError, match="31 names are too many"):
        PAIRWISE.weigh(Judged({}, [f"n{number}" for number in range(31)]))


def test_a_number_that_nobody_can_mean_is_refused() -> None:
    """A thousand-millionth is a slip of the pen, and would drown every other comparison."""
    with pytest.raises(ValueError, match="'a' is said to count 1e-09 times 'b', less than anyone can mean"):
        PAIRWISE.weigh(Judged({"a": {"b": 1e-9}}, ["a", "b"]))


def test_names_of_no_interest_are_passed_over() -> None:
    """A comparison with a name that is not weighed counts for nothing; other rules report the name."""
    judged = {"a": {"b": 3, "strange": 2}, "strange": {"b": 9}}
    assert list(PAIRWISE.weigh(Judged(judged, ["a", "b"])).points.values()) == pytest.approx([0.75, 0.25])


def test_a_circle_is_told_from_its_first_comparison() -> None:
    """Where a counts 2 b, b 3 c, and c 4 a, the sentence says what follows and what was judged the other way round."""
    ratio, *_ = PAIRWISE.weigh(Judged({"a": {"b": 2}, "b": {"c": 3}, "c": {"a": 4}}, ["a", "b", "c"])).consistency
    assert ratio.value > 0.1
    assert not ratio.holds
    assert ratio.said.endswith("judged is 'b' 3 times 'c'") or ratio.said.endswith("judged is 'c' 4 times 'a'")
    assert ratio.at in {("a", "b"), ("b", "c"), ("c", "a")}


def test_completed_numbers_are_not_called_judged() -> None:
    """Where no three names were all compared, the worst three hold a completed number, and the sentence says so."""
    square = {"a": {"b": 2}, "b": {"c": 2}, "c": {"d": 2}, "d": {"a": 2}}
    ratio, *_ = PAIRWISE.weigh(Judged(square, ["a", "b", "c", "d"])).consistency
    assert not ratio.holds
    assert "judged or completed is" in ratio.said


def _answered(names: list[str], weights: Mapping[str, float]) -> dict[str, str | float]:
    """The answers of someone whose mind is made up."""
    answers: dict[str, str | float] = {}
    assert INTERVIEW is not None
    while (question := INTERVIEW.ask(names, answers)) is not None:
        one, other = question.about
        assert question.key not in answers
        if question.among:
            answers[question.key] = one if weights[one] >= weights[other] else other
        else:
            assert (question.least, question.most) == (1, 9)
            answers[question.key] = weights[one] / weights[other]
    return answers


@pytest.mark.parametrize(("size", "pairs"), [(1, 0), (2, 1), (5, 10), (6, 15), (7, 11), (12, 21)])
def test_an_interview_comes_to_what_was_meant(size: int, pairs: int) -> None:
    """Every pair of up to six names is asked for, of more about two a name; the shares are those of the answers."""
    names = [f"n{number}" for number in range(size)]
    weights = {name: 1 + number % 4 for number, name in enumerate(names)}
    assert INTERVIEW is not None
    answers = _answered(names, weights)
    assert len(answers) == 2 * pairs
    assert len(set(asked_pairs(names))) == pairs
    assert not list(INTERVIEW.remark(names, answers))
    points = PAIRWISE.weigh(Judged(INTERVIEW.settle(names, answers), names)).points
    assert list(points.values()) == pytest.approx([weights[name] / sum(weights.values()) for name in names], abs=1e-9)


def test_a_remark_comes_as_soon_as_answers_contradict_one_another() -> None:
    """After a 3 b and a 3 c nothing is amiss; b 9 c is, and the remark names the three."""
    names = ["a", "b", "c"]
    answers: Answers = {}
    replies: list[str | float] = ["a", 3.0, "a", 3.0, "b", 9.0]
    assert INTERVIEW is not None
    for number, reply in enumerate(replies):
        question = INTERVIEW.ask(names, answers)
        assert question is not None
        answers = {**answers, question.key: reply}
        remarks = list(INTERVIEW.remark(names, answers))
        assert bool(remarks) == (number == len(replies) - 1)
    assert remarks[0].endswith(
        "'a' counts 3 times 'b', and 'b' 9 times 'c', so 'a' would count 27 times 'c'; judged is 'a' 3 times 'c'."
    )
    assert INTERVIEW.settle(names, answers) == {"a": {"b": 3, "c": 3}, "b": {"c": 9}}


def test_no_remark_before_any_answer() -> None:
    """Without an answer there is nothing to remark on."""
    assert INTERVIEW is not None
    assert not list(INTERVIEW.remark(["a", "b"], {}))


def test_what_was_completed_is_counted_to_its_end() -> None:
    """Of ten comparisons of five names four are given and six completed: three are shown, and how many more."""
    found = PAIRWISE.weigh(Judged({"a": {"b": 2, "c": 2, "d": 2, "e": 2}}, list("abcde")))
    (said,) = (fact.said for fact in found.consistency if fact.measure == "comparisons completed")
    assert said.startswith("6 of 10 comparisons left out, and completed so that all fit best: 'b' 1 times 'c', ")
    assert said.endswith(" and 3 more")
