"""Swing weights: how much each move from worst to best matters, the most important move being 100.

    method: swing
    judgements: {lasting-effect: 100, fiscal-cost: 20}

Imagine an option at its worst on every criterion. Which single criterion would you most want to move to its
best? That swing gets 100; every other swing gets points in proportion. Each swing was judged on a range of
scores: the full scale, unless `ranges` says otherwise. `order`, where it is given, records how the swings were ranked
before they got points, most important first; points that contradict it are found (W010).

Source: von Winterfeldt & Edwards (1986), Decision Analysis and Behavioral Research.
"""

from collections.abc import Iterable, Mapping, Sequence

from steelyard.contracts import Answers, Interview, Question, Weighting
from steelyard.documents.weight_set import Points
from steelyard.weightings.direct import weigh

_FIRST = "most important"
"""The key of the first answer: it is nobody's id, since it has a space."""
_MOST = 100.0


def ask(names: Sequence[str], answers: Answers) -> Question | None:
    """Which swing matters most, and then the points of each other one beside its 100."""
    if len(names) == 1:
        return None
    if _FIRST not in answers:
        return Question(
            key=_FIRST,
            asks="Imagine an option at its worst on all of these. Which one would you most want to move to its best?",
            about=tuple(names),
            among=tuple(names),
        )
    first = str(answers[_FIRST])
    for name in names:
        if name != first and name not in answers:
            return Question(
                key=name,
                asks=f"If going from worst to best on {{{first}}} is worth 100 points, how many is it on {{{name}}}?",
                about=(first, name),
                most=_MOST,
                hint="50 if it is half as important, 0 if it should not count.",
            )
    return None


def settle(names: Sequence[str], answers: Answers) -> Mapping[str, float]:
    """100 for the swing that matters most, and for the others their points."""
    first = answers.get(_FIRST, names[0])
    return {name: _MOST if name == first else float(answers[name]) for name in names}


def remark(names: Sequence[str], answers: Answers) -> Iterable[str]:
    """Swings with as many points as the one that was said to matter most, or more."""
    first = answers.get(_FIRST)
    for name in names:
        points = answers.get(name)
        if isinstance(points, int | float) and points >= _MOST:
            yield (
                f"'{first}' was said to matter most, but '{name}' gets {points:g} points: "
                f"{'as many' if points == _MOST else 'more than its 100'}."
            )


swing = Weighting(weigh=weigh, judgements=Points, interview=Interview(ask, settle, remark), takes_points=True)
