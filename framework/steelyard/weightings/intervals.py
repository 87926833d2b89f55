"""A lowest and a highest weight for each swing, where nobody wants to settle on one number.

    method: intervals
    judgements: {lasting-effect: [0.4, 0.6], backfire-risk: [0.2, 0.4], fiscal-cost: [0.1, 0.2]}

Each weight is that swing's share of the whole, so all of them sum to 1. Any weights within the bounds that sum to 1 are
admitted; they are kept as a region, from which weightings are drawn. The point that stands for them puts every weight
equally far up its own interval, low + t (high - low) with one t for all, which their sum of 1 settles: it is in the
region, and leans towards no criterion. Which point of a region to take is a choice that the sources leave open.

A bound that can never be reached, because of what the others' bounds leave, is said; where no weights fit at all, the
set is refused.

Source: Weber (1987), Decision making with incomplete information, European Journal of Operational Research 28(1),
44-57; Salo & Hamalainen (1992), Preference assessment by imprecise ratio statements, Operations Research 40(6),
1053-1061 (weights known by bounds).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import fsum
from typing import Annotated

from pydantic import Field

from steelyard.contracts import Answers, Interview, Judged, Question, Weighting
from steelyard.documents.record import Id, Share
from steelyard.results.weighed import Consistency, Region, Weighed

Bounds = dict[Id, Annotated[tuple[Share, Share], Field(strict=False)]]
"""The lowest and the highest weight of each name, as shares of the whole."""

_SLACK = 1e-9
"""How far sums of written decimals may be off."""
_WHOLE = 100.0
"""Of how many points people are asked: they find these easier to think in than shares of 1."""


def weigh(judged: Judged) -> Weighed:
    """Weights equally far up their intervals, with the bounds as a region."""
    bounds = _stated(judged)
    low, high = (fsum(each[end] for each in bounds.values()) for end in (0, 1))
    if low > 1 + _SLACK:
        raise ValueError(f"the lowest weights already sum to {low:.6g}, which is above 1")
    if high < 1 - _SLACK:
        raise ValueError(f"even the highest weights only sum to {high:.6g}, which is below 1")
    up = min(max((1 - low) / (high - low), 0.0), 1.0) if high - low > _SLACK else 0.0
    return Weighed(
        points={name: least + up * (most - least) for name, (least, most) in bounds.items()},
        consistency=(_reach(bounds),),
        region=Region(
            least={name: least for name, (least, _) in bounds.items()},
            most={name: most for name, (_, most) in bounds.items()},
        ),
    )


def _stated(judged: Judged) -> dict[str, tuple[float, float]]:
    """The bounds of each name to weigh, each lowest one no higher than its highest."""
    given = judged.judgements or {}
    missing = [name for name in judged.names if name not in given]
    if missing:
        raise ValueError(f"no bounds are given for {', '.join(missing)}")
    crossed = [name for name in judged.names if given[name][0] > given[name][1]]
    if crossed:
        raise ValueError(f"the lowest weight is above the highest for {', '.join(crossed)}")
    return {name: (given[name][0], given[name][1]) for name in judged.names}


def _reach(bounds: Mapping[str, tuple[float, float]]) -> Consistency:
    """How far bounds lie beyond what the others leave."""
    found = sorted(_beyond(bounds), key=lambda each: -each[0])
    said = "; ".join(sentence for _, sentence in found) or "each can be reached within the others"
    return Consistency("largest overreach of a bound", found[0][0] if found else 0.0, said, limit=0.0)


def _beyond(bounds: Mapping[str, tuple[float, float]]) -> Iterator[tuple[float, str]]:
    """Each bound that no weights reach, by how much, and in words."""
    low, high = (fsum(each[end] for each in bounds.values()) for end in (0, 1))
    for name, (least, most) in bounds.items():
        left, needed = 1 - (low - least), 1 - (high - most)
        if most > left + _SLACK:
            yield most - left, f"'{name}' cannot weigh as much as {most:g}, since the others leave it {left:.6g}"
        if least < needed - _SLACK:
            yield (
                needed - least,
                f"'{name}' cannot weigh as little as {least:g}, since the others leave it {needed:.6g}",
            )


def ask(names: Sequence[str], answers: Answers) -> Question | None:
    """The lowest and then the highest of 100 points for each swing, so that some points always fit."""
    for name in names:
        if _least(name) not in answers:
            return _question_of_least(name, _sum_of(names, answers, _least))
        if _most(name) not in answers:
            return _question_of_most(name, names, answers)
    return None


def _question_of_least(name: str, given: float) -> Question:
    return Question(
        key=_least(name),
        asks=f"If all moves from worst to best share 100 points, how many does {{{name}}} get at least?",
        about=(name,),
        most=max(_WHOLE - given, 0.0),
        hint="The lowest points of all together cannot be above 100.",
    )


def _question_of_most(name: str, names: Sequence[str], answers: Answers) -> Question:
    least = float(answers[_least(name)])
    # The last one has to leave room for all 100 points.
    needed = _WHOLE - _sum_of(names, answers, _most) if name == names[-1] else 0.0
    return Question(
        key=_most(name),
        asks=f"And how many does {{{name}}} get at most?",
        about=(name,),
        least=min(max(least, needed), _WHOLE),
        hint="The highest points of all together cannot be below 100.",
    )


def settle(names: Sequence[str], answers: Answers) -> Mapping[str, tuple[float, float]]:
    """The bounds as shares of 1."""
    return {name: (float(answers[_least(name)]) / _WHOLE, float(answers[_most(name)]) / _WHOLE) for name in names}


def remark(names: Sequence[str], answers: Answers) -> Iterable[str]:
    """That no points fit any more; or, once all is answered, which bounds are out of reach."""
    low, high = _sum_of(names, answers, _least), _sum_of(names, answers, _most)
    complete = all(_most(name) in answers for name in names)
    if low > _WHOLE * (1 + _SLACK):
        yield f"No points fit any more: the lowest ones already sum to {low:g}, which is above 100."
    elif complete and high < _WHOLE * (1 - _SLACK):
        yield f"No points fit: even the highest ones only sum to {high:g}, which is below 100."
    elif complete:
        for _, said in _beyond(settle(names, answers)):
            yield f"As shares of 1, {said}."


def _sum_of(names: Sequence[str], answers: Answers, end: Callable[[str], str]) -> float:
    return fsum(float(answers[end(name)]) for name in names if end(name) in answers)


def _least(name: str) -> str:
    return f"{name} at least"


def _most(name: str) -> str:
    return f"{name} at most"


intervals = Weighting(weigh=weigh, judgements=Bounds, interview=Interview(ask, settle, remark))
