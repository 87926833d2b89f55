"""Which swings matter at least as much as which others, as far as anybody can say.

    method: orderings
    judgements:
      lasting-effect: [backfire-risk, fiscal-cost]
      reach: [fiscal-cost]

Each line says that the swing of a criterion, from worst to best, is at least as important as that of each in its list.
What follows need not be written: what is above a second is above all below the second. Between others nothing is
said: here nobody could tell whether `reach` matters more than `lasting-effect`. Every criterion is named somewhere, so
that none is forgotten; one of which nothing can be said stands by itself, as in `reach: []`. A circle is refused:
swings that matter equally share a place in the method `rank-order`.

All weights that agree are kept as a region, from which weightings are drawn. The point that stands for them is the
region's middle: every complete order that agrees covers a part of the region of the same size, with its own middle at
the centroid weights of `rank-order`, so the middle of all is the mean of these. For a complete order the two methods
agree.

Source: Solymosi & Dombi (1986), A method for determining the weights of criteria: the centralized weights, European
Journal of Operational Research 26(1), 35-41 (the middle of a partial order's weights); Stanley (1986), Two poset
polytopes, Discrete & Computational Geometry 1, 9-23 (complete orders cut a partial one into parts of one size).
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from steelyard.contracts import Answers, Interview, Judged, Question, Weighting
from steelyard.documents.record import Id
from steelyard.model.partial_order import circle, middle, settled
from steelyard.results.weighed import Region, Weighed

Above = dict[Id, list[Id]]
"""For each name the others that it is at least as important as."""

_NEITHER = "cannot say"
"""An answer that is nobody's id: it has a space."""


def weigh(judged: Judged) -> Weighed:
    """The middle of all weights that agree with what is said, and what is said as a region."""
    given = judged.judgements or {}
    above = tuple((one, other) for one in given for other in dict.fromkeys(given[one]))
    said = {*given, *(other for _, other in above)}
    missing = [name for name in judged.names if name not in said]
    if missing:
        raise ValueError(f"nothing is said of {', '.join(missing)}; where nothing can be said, give an empty list")
    pairs = tuple(pair for pair in above if set(pair) <= set(judged.names))
    round_ = circle(judged.names, pairs)
    if round_:
        raise ValueError(f"the order goes in a circle: {' over '.join([*round_, round_[0]])}")
    return Weighed(middle(judged.names, pairs), region=Region(above=pairs))


def ask(names: Sequence[str], answers: Answers) -> Question | None:
    """Which of two matters at least as much, for each two that earlier answers leave open."""
    known = settled(names, _pairs(answers))
    for one, other in combinations(names, 2):
        if _key(one, other) in answers or (one, other) in known or (other, one) in known:
            continue
        return Question(
            key=_key(one, other),
            asks=f"Which move from worst to best matters more, {{{one}}} or {{{other}}}?",
            about=(one, other),
            among=(one, other, _NEITHER),
            hint=f"`{_NEITHER}` leaves it open.",
        )
    return None


def settle(names: Sequence[str], answers: Answers) -> Mapping[str, list[str]]:
    """Each name with those that were said to matter less."""
    pairs = _pairs(answers)
    return {name: [other for other in names if (name, other) in pairs] for name in names}


def remark(names: Sequence[str], answers: Answers) -> Iterable[str]:
    """The circle that the answers go in, if they do."""
    round_ = circle(names, _pairs(answers))
    if round_:
        yield f"The answers go in a circle: {' over '.join([*round_, round_[0]])}."


def _pairs(answers: Answers) -> tuple[tuple[str, str], ...]:
    """What was answered, the more important first."""
    found = []
    for key, more in answers.items():
        one, _, other = key.partition(" or ")
        if more != _NEITHER:
            found.append((one, other) if more == one else (other, one))
    return tuple(found)


def _key(one: str, other: str) -> str:
    return f"{one} or {other}"


orderings = Weighting(weigh=weigh, judgements=Above, interview=Interview(ask, settle, remark))
