"""A question of an interview at 80 columns: how far one has come, what to look at, and what is asked."""

import re
import textwrap
from collections.abc import Iterator, Mapping

from steelyard.contracts import Question
from steelyard.documents.definitions import Definitions
from steelyard.eliciting import Sitting
from steelyard.interviewing.course import parts_of
from steelyard.interviewing.swings import End, Swing

_WIDTH = 79
_AT_LENGTH = 2
"""Up to so many swings are shown with their questions and scales; more of them more shortly."""
_NAMED = re.compile(r"\{([a-z0-9-]+)\}")
_QUOTED = re.compile(r"'([a-z0-9-]+)'")


def wrapped(text: str, indent: str = "", lead: str | None = None) -> str:
    """Text at 80 columns, its further lines indented."""
    return textwrap.fill(
        text, _WIDTH, initial_indent=indent if lead is None else lead, subsequent_indent=indent,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def question_shown(sitting: Sitting, *, again: bool = False) -> Iterator[str]:
    """The lines of a question; a long list that was looked at before is shown shortly, unless asked for `again`."""
    course = sitting.course
    assert course.part is not None  # noqa: S101 - only what is asked is shown
    assert course.question is not None  # noqa: S101 - as above
    about = f"Question {course.number} of about {max(course.total, course.number)}"
    if course.part.steps[0] == "within":
        about += f", within {sitting.definitions.decision.groups[course.part.steps[1]].title}"
    yield ""
    yield about
    yield from _looked_at(sitting, course.question, again=again)
    yield wrapped(asked(course.question, sitting.titles))
    if course.question.hint:
        yield wrapped(course.question.hint)


def asked(question: Question, titles: Mapping[str, str]) -> str:
    """What is asked, with titles in the place of ids."""
    return _NAMED.sub(lambda each: titles.get(each[1], each[1]), question.asks)


def remarked(remark: str, titles: Mapping[str, str]) -> str:
    """A remark, with titles in the place of quoted ids."""
    return _QUOTED.sub(lambda each: f"'{titles.get(each[1], each[1])}'", remark)


def prompt(sitting: Sitting) -> str:
    """What stands before the place where one types."""
    question = sitting.course.question
    if question is None or sitting.about_the_set:
        return "> "
    if question.among:
        return f"1 to {len(question.among)}, a title or an id: "
    return f"{question.least:.10g} to {question.most:.10g}: "


def _looked_at(sitting: Sitting, question: Question, *, again: bool) -> Iterator[str]:
    """The swings that the question is about, numbered where one of them is to be chosen."""
    numbers = {name: number for number, name in enumerate(question.among, 1)}
    names = [*question.among, *(name for name in question.about if name not in numbers)]
    before = None if again else sitting.course.before
    for name in names:
        lead = f"{numbers[name]:>3}  " if name in numbers else "     "
        title = f"{sitting.titles[name]} ({name})" if name in sitting.titles else name
        yield wrapped(title, "     ", lead)
        if name in question.about:
            yield from _described(sitting, name, few=_few(question), seen=_was_seen(name, question, before))
    if names:
        yield ""


def _was_seen(name: str, question: Question, before: Question | None) -> bool:
    """Whether a swing stood beside the question before as it would beside this one."""
    return before is not None and name in before.about and _few(before) == _few(question)


def _few(question: Question) -> bool:
    return len(question.about) <= _AT_LENGTH


def _described(sitting: Sitting, name: str, *, few: bool, seen: bool) -> Iterator[str]:
    """A swing, the shorter the more of them there are, and shorter again where it stood in the last question too."""
    part = sitting.course.part
    if part is not None and part.steps == ("groups",):
        yield from _group(sitting, name, at_length=few and not seen)
    elif few and not seen:
        yield from _at_length(sitting.swings[name])
    elif few or not seen:
        yield from _in_short(sitting.swings[name])
    else:
        yield wrapped(_move(sitting.swings[name]), _DEEP)


def _group(sitting: Sitting, name: str, *, at_length: bool) -> Iterator[str]:
    group = sitting.definitions.decision.groups[name]
    if at_length and group.question:
        yield wrapped(group.question, _DEEP)
    for member in _members(sitting.definitions, name):
        yield wrapped(f"{sitting.swings[member].criterion.title}: {_move(sitting.swings[member])}", f"{_DEEP}  ", _DEEP)


def _members(definitions: Definitions, group: str) -> tuple[str, ...]:
    return next(part.names for part in parts_of(definitions, groups=True) if part.steps == ("within", group))


_DEEP = " " * 7


def _in_short(swing: Swing) -> Iterator[str]:
    worst, best = swing.judged
    yield wrapped(f"from {_stands(worst, 1)}", f"{_DEEP}     ", _DEEP)
    yield wrapped(f"  to {_stands(best, 1)}", f"{_DEEP}     ", _DEEP)


def _at_length(swing: Swing) -> Iterator[str]:
    worst, best = swing.judged
    yield wrapped(swing.criterion.question, _DEEP)
    yield wrapped(f"worst  {_stands(worst, 2)}", f"{_DEEP}       ", _DEEP)
    yield wrapped(f"best   {_stands(best, 2)}", f"{_DEEP}       ", _DEEP)
    yield wrapped(_compared(swing), _DEEP)


def _stands(end: End, at_most: int) -> str:
    return f"{end.words}: {end.named(at_most)}" if end.options else end.words


def _move(swing: Swing) -> str:
    worst, best = swing.judged
    return f"from {worst.bare} to {best.words}"


def _compared(swing: Swing) -> str:
    """How the options' range compares with the whole scale."""
    (worst, best), (low, high) = swing.scale, swing.options
    if low.number == high.number:
        return f"All options stand at {low.words}, so think of the whole scale."
    if not swing.over_scale:
        return f"Whole scale: {worst.bare} to {best.bare}; this is {swing.span:.0%} of its value."
    return f"The options run from {low.bare} to {high.bare}: {max(swing.span, 0.0):.0%} of the scale's value."
