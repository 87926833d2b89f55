"""The course of an interview: from the answers so far to the next question, list of judgements by list."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from steelyard.contracts import Answers, Judged, Question, Weighting
from steelyard.documents.definitions import Definitions
from steelyard.errors import OutputError
from steelyard.interviewing.answering import fits
from steelyard.interviewing.draft import ABOUT_THE_SET, Answer

TEXTS = {
    "title": Question("title", "What is this set of weights called?", hint="A few words that readers will see."),
    "whose": Question("whose", "Whose judgements are these?", hint="A role or a group, such as the steering group."),
    "why": Question("why", "Why these weights?", hint="One or two sentences that a reader could disagree with."),
}
_TOO_MANY = 1_000
Reply = Callable[[str, Question], str | float | None]
"""Answers a question of a part of the interview; None where nobody has answered it yet."""


@dataclass(frozen=True)
class Part:
    """One list of judgements to ask for: the steps to it in the file, and the names that it weighs."""

    steps: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def of(self) -> str:
        """The part's name in a draft."""
        return "/".join(self.steps)


@dataclass(frozen=True)
class Course:
    """How far an interview has come.

    `lists` are the judgements of the parts that are finished; `judged` says that all are. `part` and `question` are
    what is asked next, None once nothing is left; `before` is the question answered last in that part. `texts` are
    what was said of the set. `remarks` say what the last answer does not fit together with. `number` counts the
    question among about `total`.
    """

    lists: Mapping[tuple[str, ...], Mapping[str, Any]]
    judged: bool
    texts: Mapping[str, str]
    part: Part | None
    question: Question | None
    before: Question | None
    remarks: tuple[str, ...]
    number: int
    total: int


def parts_of(definitions: Definitions, *, groups: bool) -> tuple[Part, ...]:
    """The lists to ask for: of all criteria, or of the groups and then of the criteria within each."""
    order = definitions.criteria_in_order()
    if not groups:
        return (Part(("judgements",), tuple(each.id for each in order)),)
    members: dict[str, list[str]] = {}
    for each in order:
        members.setdefault(each.group, []).append(each.id)
    within = (Part(("within", group), tuple(names)) for group, names in members.items())
    return (Part(("groups",), tuple(members)), *within)


def course_of(
    parts: Sequence[Part], weighting: Weighting, answers: Sequence[Answer], known: Mapping[str, str]
) -> Course:
    """How far the answers lead; OutputError where they are not answers to these questions."""
    walk = _Walk(parts, weighting, known)
    given = iter(answers)
    found = walk.along(lambda of, question: _given(next(given, None), of, question))
    if next(given, None) is not None:
        raise _damaged()
    total = len(answers) + _still_to_come(walk, answers)
    return Course(
        lists=found.lists, judged=found.judged, texts={**known, **found.texts}, part=found.part,
        question=found.question, before=found.before, remarks=walk.remarks(found), number=len(answers) + 1, total=total,
    )  # fmt: skip


def _given(answer: Answer | None, of: str, question: Question) -> str | float | None:
    if answer is None:
        return None
    if (answer.of, answer.key) != (of, question.key) or not (of == ABOUT_THE_SET or fits(question, answer.said)):
        raise _damaged()
    return answer.said


def _damaged() -> OutputError:
    return OutputError("the answers in the draft do not fit the questions any more; begin anew with --restart")


def _still_to_come(walk: "_Walk", answers: Sequence[Answer]) -> int:
    """About how many questions are left: as many as there would be if each were answered in the plainest way."""
    given, asked = iter(answers), 0

    def reply(_of: str, question: Question) -> str | float | None:
        nonlocal asked
        answer = next(given, None)
        if answer is not None:
            return answer.said
        asked += 1
        return _plainest(question) if asked < _TOO_MANY else None

    walk.along(reply)
    return asked


def _plainest(question: Question) -> str | float:
    return question.among[0] if question.among else (question.least + question.most) / 2


@dataclass
class _Found:
    lists: dict[tuple[str, ...], Mapping[str, Any]]
    texts: dict[str, str]
    judged: bool = False
    part: Part | None = None
    question: Question | None = None
    before: Question | None = None
    last: tuple[tuple[str, ...], Answers, Answers] | None = None
    """Of the answer given last: the names it is about, and the answers of its part before and after."""


class _Walk:
    """A way through all questions."""

    def __init__(self, parts: Sequence[Part], weighting: Weighting, known: Mapping[str, str]) -> None:
        assert weighting.interview is not None  # noqa: S101 - methods without one are refused before
        self._parts, self._known = parts, known
        self._weighting, self._interview = weighting, weighting.interview

    def along(self, reply: Reply) -> _Found:
        """Go on as long as there are replies."""
        found = _Found({}, {})
        for part in self._parts:
            if self._counts_for_nothing(part, found.lists):
                continue
            if not self._through(part, reply, found):
                return found
        found.judged = True
        for key, question in TEXTS.items():
            if key in self._known:
                continue
            said = reply(ABOUT_THE_SET, question)
            if said is None:
                found.part, found.question = Part((ABOUT_THE_SET,), ()), question
                return found
            found.texts[key], found.last = str(said), None
        return found

    def remarks(self, found: "_Found") -> tuple[str, ...]:
        """What the answer given last does not fit together with."""
        if found.last is None:
            return ()
        names, before, after = found.last
        said = set(self._interview.remark(names, before))
        return tuple(each for each in self._interview.remark(names, after) if each not in said)

    def _through(self, part: Part, reply: Reply, found: _Found) -> bool:
        """Go through one part; whether it came to its end."""
        answers: dict[str, str | float] = {}
        found.before = None
        while (question := self._interview.ask(part.names, answers)) is not None:
            # A name that is alone in its list has all the weight, whatever would be said.
            alone = question.among[0] if question.among else question.most
            said = alone if len(part.names) == 1 else reply(part.of, question)
            if said is None:
                found.part, found.question = part, question
                return False
            if len(part.names) > 1:
                found.last = (part.names, dict(answers), {**answers, question.key: said})
            answers[question.key] = said
            found.before = question
        found.lists[part.steps] = self._interview.settle(part.names, answers)
        return True

    def _counts_for_nothing(self, part: Part, lists: Mapping[tuple[str, ...], Mapping[str, Any]]) -> bool:
        """Whether a part lies within a group that has no weight, so that nothing in it matters."""
        if part.steps[0] != "within":
            return False
        groups = lists["groups",]
        variant = next(iter(self._weighting.variants), "")
        names = [each.steps[1] for each in self._parts if each.steps[0] == "within"]
        try:
            return not self._weighting.weigh(Judged(groups, names, variant)).points[part.steps[1]]
        except ValueError:
            return False


def judgements_in(lists: Mapping[tuple[str, ...], Mapping[str, Any]]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The lists as the keys of a weight set's file."""
    within = {steps[1]: each for steps, each in lists.items() if steps[0] == "within"}
    for steps, each in lists.items():
        if len(steps) == 1:
            yield steps[0], each
    if ("groups",) in lists:
        yield "within", within
