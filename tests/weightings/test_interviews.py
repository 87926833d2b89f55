"""Every interview on the shelf is driven to its end with any answers, and ends in judgements that its method takes."""

from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from steelyard.contracts import Answers, Interview, Judged, Question
from steelyard.documents.record import Id
from steelyard.weightings import shelf

INTERVIEWS = {name: shelf[name] for name in shelf if shelf[name].interview is not None}
FAR_TOO_MANY = 200
"""Questions after which an interview of seven names never ends."""
SETS_OF_NAMES = st.lists(st.sampled_from("abcdefg"), min_size=1, max_size=7, unique=True)


def interview_of(method: str) -> Interview:
    """The interview of a method that has one."""
    found = shelf[method].interview
    assert found is not None
    return found


def answered(method: str, names: list[str], *replies: str | float) -> tuple[list[Question], Answers]:
    """The questions asked of somebody who replies so, and the answers by question."""
    asked, answers = [], dict[str, str | float]()
    for reply in replies:
        question = interview_of(method).ask(names, answers)
        assert question is not None, f"nothing is left to ask, but there is another reply: {reply}"
        asked.append(question)
        answers[question.key] = reply
    assert interview_of(method).ask(names, answers) is None
    return asked, answers


def _reply(question: Question) -> st.SearchStrategy[str | float]:
    if question.among:
        return st.sampled_from(question.among)
    return st.one_of(
        st.sampled_from([question.least, question.most]),
        st.floats(question.least, question.most).map(lambda each: min(max(round(each), question.least), question.most)),
        st.floats(question.least, question.most),
    )


@pytest.mark.parametrize("method", INTERVIEWS)
@given(data=st.data(), names=SETS_OF_NAMES)
def test_whatever_is_answered_the_interview_ends_in_weights(method: str, data: st.DataObject, names: list[str]) -> None:
    """Each question is new and names only what is weighed; the judgements are of the declared kind, and weigh."""
    interview, answers = interview_of(method), dict[str, str | float]()
    while (question := interview.ask(names, answers)) is not None:
        assert question.key not in answers
        assert len(answers) < FAR_TOO_MANY
        assert question.asks.endswith("?")
        assert {field for _, field, _, _ in Formatter().parse(question.asks) if field} <= set(names)
        assert set(question.about) <= set(names)
        assert question.least <= question.most
        answers[question.key] = data.draw(_reply(question), question.key)
        assert all(said.endswith(".") for said in interview.remark(names, answers))
    settled = interview.settle(names, answers)
    held = TypeAdapter(INTERVIEWS[method].judgements).validate_python(settled)
    variant = next(iter(INTERVIEWS[method].variants), "")
    points = INTERVIEWS[method].weigh(Judged(held, names, variant)).points
    assert list(points) == names
    assert min(points.values()) >= 0
    assert sum(points.values()) > 0


@pytest.mark.parametrize("method", INTERVIEWS)
def test_an_answer_among_names_that_is_none_is_nobodys_id(method: str) -> None:
    """Words on offer beside names cannot be taken for the id of a criterion."""
    names = ["a", "b", "c"]
    question = interview_of(method).ask(names, {})
    assert question is not None
    for each in set(question.among) - set(names):
        with pytest.raises(ValueError, match="pattern"):
            TypeAdapter(Id).validate_python(each)


def test_methods_that_ask_are_these() -> None:
    """Judged weights can be asked for; equal ones and those from data cannot."""
    assert {"direct", "swing", "rank-order", "intervals", "orderings"} <= set(INTERVIEWS)
    assert "equal" not in INTERVIEWS


def test_swings_are_asked_beside_the_most_important_one() -> None:
    """First which matters most, then points beside its 100, with the two swings to look at."""
    names = ["noise", "price", "taste"]
    asked, answers = answered("swing", names, "price", 40, 60)
    assert asked[0].among == ("noise", "price", "taste")
    assert [each.about for each in asked[1:]] == [("price", "noise"), ("price", "taste")]
    assert interview_of("swing").settle(names, answers) == {"noise": 40, "price": 100, "taste": 60}
    assert list(interview_of("swing").remark(names, answers)) == []


def test_a_swing_as_important_as_the_most_important_is_remarked() -> None:
    """Points of 100, or more, contradict what was said first."""
    names = ["noise", "price"]
    remark = interview_of("swing").remark
    assert list(remark(names, {"most important": "price", "noise": 100})) == [
        "'price' was said to matter most, but 'noise' gets 100 points: as many."
    ]
    assert list(remark(names, {"most important": "price", "noise": 120})) == [
        "'price' was said to matter most, but 'noise' gets 120 points: more than its 100."
    ]


def test_the_last_of_direct_points_cannot_leave_all_at_0() -> None:
    """Somebody who gives nothing to all but the last has to give that one something."""
    asked, _ = answered("direct", ["a", "b"], 0, 5)
    assert [each.least for each in asked] == [0, 1]
    asked, _ = answered("direct", ["a", "b"], 3, 0)
    assert [each.least for each in asked] == [0, 0]


def test_an_order_is_asked_from_the_top_and_its_end_goes_without_saying() -> None:
    """Each question leaves out what has its place; the last name needs none."""
    names = ["a", "b", "c"]
    asked, answers = answered("rank-order", names, "b", "c")
    assert [each.among for each in asked] == [("a", "b", "c"), ("a", "c")]
    assert interview_of("rank-order").settle(names, answers) == {"a": 3, "b": 1, "c": 2}


def test_bounds_are_asked_so_that_some_weights_fit() -> None:
    """The second least can be 40 after 60, and the last most has to bring the sum to 100."""
    names = ["a", "b"]
    asked, answers = answered("intervals", names, 60, 70, 10, 30)
    assert [(each.least, each.most) for each in asked] == [(0, 100), (60, 100), (0, 40), (30, 100)]
    assert interview_of("intervals").settle(names, answers) == {"a": (0.6, 0.7), "b": (0.1, 0.3)}
    assert list(interview_of("intervals").remark(names, answers)) == [
        "As shares of 1, 'a' cannot weigh as little as 0.6, since the others leave it 0.7.",
        "As shares of 1, 'b' cannot weigh as little as 0.1, since the others leave it 0.3.",
    ]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"a at least": 60, "a at most": 60, "b at least": 50}, "the lowest ones already sum to 110"),
        ({"a at least": 0, "a at most": 40, "b at least": 0, "b at most": 50}, "the highest ones only sum to 90"),
    ],
)
def test_bounds_that_nothing_fits_are_remarked(answers: Answers, said: str) -> None:
    """Answers from elsewhere may leave no weights; the remark says which end is at fault."""
    (remark,) = interview_of("intervals").remark(["a", "b"], answers)
    assert said in remark


def test_what_follows_is_not_asked_again() -> None:
    """With a above b and b above c, nobody is asked about a and c."""
    names = ["a", "b", "c"]
    asked, answers = answered("orderings", ["b", "a", "c"], "a", "b")
    assert [each.about for each in asked] == [("b", "a"), ("b", "c")]
    assert interview_of("orderings").settle(names, answers) == {"a": ["b"], "b": ["c"], "c": []}


def test_what_nobody_can_say_is_left_open() -> None:
    """An open pair is in neither list, and the other pairs are still asked."""
    names = ["a", "b", "c"]
    asked, answers = answered("orderings", names, "cannot say", "a", "cannot say")
    assert [each.about for each in asked] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert interview_of("orderings").settle(names, answers) == {"a": ["c"], "b": [], "c": []}


def test_answers_in_a_circle_are_remarked() -> None:
    """Answers that were changed later may go in a circle; it is named."""
    answers = {"a or b": "a", "b or c": "b", "a or c": "c"}
    (remark,) = interview_of("orderings").remark(["a", "b", "c"], answers)
    assert remark.startswith("The answers go in a circle: ")
