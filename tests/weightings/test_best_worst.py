from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from steelyard.contracts import Answers, Judged
from steelyard.model.best_worst import Compared, linear, nonlinear, threshold
from steelyard.weightings import shelf

BEST_WORST = shelf["best-worst"]
INTERVIEW = BEST_WORST.interview
assert INTERVIEW is not None


def test_its_name_has_a_hyphen() -> None:
    """What YAML and the command line call `best-worst` is `best_worst` in Python."""
    assert "best-worst" in shelf
    assert "best_worst" not in shelf


@pytest.mark.parametrize("variant", ["", "linear", "nonlinear"])
def test_one_name_and_two(variant: str) -> None:
    """One name needs no comparison; of two, the one comparison settles the shares."""
    assert BEST_WORST.weigh(Judged(None, ["a"], variant)).points == {"a": 1}
    points = BEST_WORST.weigh(Judged({"b": {"a": 3}}, ["a", "b"], variant)).points
    assert points == {"a": pytest.approx(0.25, abs=1e-9), "b": pytest.approx(0.75, abs=1e-9)}


@pytest.mark.parametrize(
    ("judgements", "said"),
    [
        (None, "no name is compared with all others, as the best is; 'a' lacks 'b', 'c'"),
        ({"a": {"b": 2}, "b": {"c": 2}}, "as the best is; 'a' lacks 'c'"),
        ({"a": {"b": 2, "c": 3}}, "with the worst; 'b' lacks 'c'"),
        ({"a": {"a": 1, "b": 2, "c": 3}, "b": {"c": 2}}, "'a' is compared with itself"),
        (
            {"a": {"b": 2, "c": 3}, "b": {"c": 2}, "c": {"b": 1}},
            "'b' and 'c' are compared twice, once from either side; keep one of the two",
        ),
        ({"a": {"b": 0.5, "c": 3}, "b": {"c": 2}}, "the best, 'a', cannot count less than 'b': 0.5 times"),
        ({"a": {"b": 2, "c": 3}, "b": {"c": 0.2}}, "'b' cannot count less than the worst, 'c': 0.2 times"),
    ],
)
def test_other_comparisons_are_refused(judgements: Mapping[str, Any] | None, said: str) -> None:
    """Comparisons that leave open who is best or worst, or contradict it, are refused in a sentence."""
    with pytest.raises(ValueError, match=said):
        BEST_WORST.weigh(Judged(judgements, ["a", "b", "c"]))


def test_comparisons_beyond_the_method_are_refused() -> None:
    """Two names of which neither is the best nor the worst are not compared."""
    judged = {"a": {"b": 2, "c": 3, "d": 6}, "b": {"c": 2, "d": 3}, "c": {"d": 2}}
    with pytest.raises(ValueError, match="'b' is compared with 'c', though 'a' is the best and 'd' the worst"):
        BEST_WORST.weigh(Judged(judged, ["a", "b", "c", "d"]))


def test_no_name_is_refused() -> None:
    """Nothing cannot be compared."""
    with pytest.raises(ValueError, match="nothing to compare"):
        BEST_WORST.weigh(Judged({}, []))


def test_comparisons_that_do_not_fit_are_told() -> None:
    """A best that counts 2 b, b that counts 2 c, and a best that counts 9 c: 4 against 9, or 5/72."""
    ratio, _ = BEST_WORST.weigh(Judged({"a": {"b": 2, "c": 9}, "b": {"c": 2}}, ["a", "b", "c"])).consistency
    assert ratio.value == pytest.approx(5 / 72)
    assert ratio.limit == 0.1359
    assert ratio.holds
    ratio, _ = BEST_WORST.weigh(Judged({"a": {"b": 9, "c": 9}, "b": {"c": 9}}, ["a", "b", "c"])).consistency
    assert ratio.value == pytest.approx(1)
    assert not ratio.holds
    assert ratio.at == ("a", "b")
    assert ratio.said == (
        "'a' counts 9 times 'b', and 'b' 9 times 'c', so 'a' would count 81 times 'c'; judged is 9 times"
    )


@pytest.mark.parametrize(
    ("widest", "size", "limit"), [(3, 3, 0.1667), (9, 9, 0.3662), (5.5, 6, 0.2546), (2, 5, None), (10, 5, None)]
)
def test_limits_are_those_published(widest: float, size: int, limit: float | None) -> None:
    """A limit is one of the published table, of the lower row for numbers between; beyond the table there is none."""
    assert threshold(widest, size) == limit
    assert threshold(widest, 10) is None


def test_without_a_limit_the_sentence_says_so() -> None:
    """Where nothing is published, comparisons never fail a limit, and it is said that there is none."""
    ratio, _ = BEST_WORST.weigh(Judged({"a": {"b": 1, "c": 2}, "b": {"c": 1}}, ["a", "b", "c"])).consistency
    assert ratio.limit is None
    assert ratio.said.endswith("no limit is published for comparisons like these")


def test_as_important_as_can_be_throughout() -> None:
    """Where all count alike, every weight is the same, and nothing deviates."""
    alike = {"a": {"b": 1, "c": 1}, "b": {"c": 1}}
    for variant in ("linear", "nonlinear"):
        weighed = BEST_WORST.weigh(Judged(alike, ["a", "b", "c"], variant))
        assert list(weighed.points.values()) == pytest.approx([1 / 3] * 3, abs=1e-9)
        assert all(fact.value == 0 for fact in weighed.consistency)


def test_a_name_far_below_both_still_has_an_interval() -> None:
    """One that counts as much as the best and as the worst deviates by more than it was judged, and keeps a weight."""
    compared = Compared(0, 2, np.array([1.0, 1, 9]), np.array([9.0, 1, 1]))
    found = nonlinear(compared)
    assert found.deviation == pytest.approx((np.sqrt(41) - 3) / 2, abs=1e-12)
    assert (found.least <= found.most).all()
    assert found.most.sum() < np.inf


def test_one_judged_as_good_as_the_best_is_bounded_by_the_worst_alone() -> None:
    """With a deviation above 1, "as much as the best" leaves open how much more: only 9 times the worst bounds it.

    The second name sets the deviation, (1 + xi)(1 + xi) = 9 - xi. In units of the worst the best is then 9 - xi, the
    second 1 + xi, and the third between the best and 9 + xi.
    """
    found = nonlinear(Compared(0, 3, np.array([1.0, 1, 1, 9]), np.array([9.0, 1, 9, 1])))
    off = (np.sqrt(41) - 3) / 2
    assert found.deviation == pytest.approx(off, abs=1e-12)
    rest = (9 - off) + (1 + off) + 1
    assert found.least[2] == pytest.approx((9 - off) / (9 - off + rest), abs=1e-9)
    assert found.most[2] == pytest.approx((9 + off) / (9 + off + rest), abs=1e-9)


def test_linear_weights_meet_no_other_set() -> None:
    """No weights nearby miss the comparisons by less."""
    compared = Compared(0, 3, np.array([1.0, 2, 5, 9]), np.array([9.0, 3, 3, 1]))
    weights, miss = linear(compared)
    assert weights.sum() == pytest.approx(1)
    near = np.random.default_rng(1).normal(0, 0.01, (500, 4)) + weights
    near = np.abs(near) / np.abs(near).sum(axis=1, keepdims=True)
    of_best = np.abs(near[:, :1] - compared.over_others * near)
    over_worst = np.abs(near - compared.over_worst * near[:, 3:])
    assert np.maximum(of_best.max(axis=1), over_worst.max(axis=1)).min() >= miss - 1e-9


def _answered(names: list[str], weights: Mapping[str, float]) -> dict[str, str | float]:
    """The answers of someone whose mind is made up."""
    answers: dict[str, str | float] = {}
    assert INTERVIEW is not None
    while (question := INTERVIEW.ask(names, answers)) is not None:
        assert question.key not in answers
        if question.among:
            pick = max if question.key == "best" else min
            answers[question.key] = pick(question.among, key=lambda name: weights[name])
        else:
            one, other = question.about
            answers[question.key] = weights[one] / weights[other]
    return answers


@pytest.mark.parametrize(("size", "questions"), [(1, 0), (2, 2), (3, 5), (6, 11)])
def test_an_interview_comes_to_what_was_meant(size: int, questions: int) -> None:
    """The best, the worst, and two comparisons a name less three; the shares are those of the answers."""
    names = [f"n{number}" for number in range(size)]
    weights = {name: 1.0 + number for number, name in enumerate(names)}
    assert INTERVIEW is not None
    answers = _answered(names, weights)
    assert len(answers) == questions
    assert not list(INTERVIEW.remark(names, answers))
    points = BEST_WORST.weigh(Judged(INTERVIEW.settle(names, answers), names)).points
    assert list(points.values()) == pytest.approx([weights[name] / sum(weights.values()) for name in names], abs=1e-9)


def test_a_remark_comes_as_soon_as_a_contradiction_is_there() -> None:
    """With four names, what the second says is remarked on while the third is still to be compared with the worst."""
    assert INTERVIEW is not None
    names = ["a", "b", "c", "d"]
    answers: Answers = {"best": "a", "worst": "d", "a over d": 9.0, "a over b": 9.0, "a over c": 3.0}
    assert not list(INTERVIEW.remark(names, answers))
    (said,) = INTERVIEW.remark(names, {**answers, "b over d": 9.0})
    assert said.startswith("The input-based ratio is 1.00")
    assert not list(INTERVIEW.remark(names, {**answers, "a over b": 3.0, "b over d": 3.0}))


def test_a_remark_comes_once_all_is_answered() -> None:
    """Answers that contradict one another are remarked on when the last of them is given."""
    answers: Answers = {"best": "a", "worst": "c", "a over c": 9.0, "a over b": 9.0}
    assert INTERVIEW is not None
    assert not list(INTERVIEW.remark(["a", "b", "c"], answers))
    assert INTERVIEW.settle(["a", "b", "c"], answers) == {"a": {"c": 9, "b": 9}}
    (said,) = INTERVIEW.remark(["a", "b", "c"], {**answers, "b over c": 9.0})
    assert said.startswith("The input-based ratio is 1.00, above 0.14: 'a' counts 9 times 'b'")


def test_nothing_is_settled_before_the_roles_are() -> None:
    """As long as the worst is open, there is no comparison to keep."""
    assert INTERVIEW is not None
    assert INTERVIEW.settle(["a", "b", "c"], {"best": "a"}) == {}
