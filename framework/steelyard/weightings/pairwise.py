"""Swings compared in pairs: how many times as important is one as another (the Analytic Hierarchy Process).

    method: pairwise
    judgements:
      lasting-effect: {fiscal-cost: 3, reach: 2}
      fiscal-cost: {reach: 0.5}

Each line says how many times as important the swing from worst to best is on the first criterion as on the second:
`lasting-effect: {fiscal-cost: 3}` says three times. Each pair stands once, from either side; a number below 1 says
that the second is the more important. Pairs may be left out, as long as a chain of comparisons leads from each name
to each: what is missing is completed so that all fit together best, and said. With `groups` and `within` the same is
asked of groups, and of the criteria within each.

`variant: eigenvector`, the usual one, weighs by the principal right eigenvector of the comparisons; `variant:
geometric-mean` by the geometric mean of each row. They agree where all comparisons fit together.

How far they fit is measured by the consistency ratio: above 0.1, rule W012 names the three comparisons that fit
least. The ratio is taken against the random index of Aguarón & Moreno-Jiménez (2003); with the older table of Saaty
(1980) it would be a little larger or smaller. Where pairs are missing, against a smaller one (Ágoston & Csató 2022).

Source: Saaty (1980), The Analytic Hierarchy Process, McGraw-Hill (eigenvector, consistency ratio); Crawford & Williams
(1985), Journal of Mathematical Psychology 29(4), 387-405 (geometric mean); Bozóki, Fülöp & Rónyai (2010), Mathematical
and Computer Modelling 52, 318-333 (completion).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from itertools import pairwise as neighbours

from steelyard.contracts import Answers, Interview, Judged, Question, Weighting
from steelyard.documents.record import Comparisons
from steelyard.results.weighed import Weighed

_ALL_PAIRS = 6
"""Up to so many names every pair is asked for; beyond, about two comparisons a name."""
_HINT = "1 as much, 3 somewhat more, 5 much more, 7 very much more, 9 the most there is; numbers between are welcome."


def weigh(judged: Judged) -> Weighed:
    """The priorities of the names, with the measures of how the comparisons fit together."""
    from steelyard.model.pairwise_judgements import weighed  # noqa: PLC0415 - arrays load only when they are wanted

    return weighed(judged.judgements or {}, judged.names, judged.variant)


def ask(names: Sequence[str], answers: Answers) -> Question | None:
    """First which of two matters more, then how many times as much; pair by pair."""
    for one, other in asked_pairs(names):
        if (key := _which(one, other)) not in answers:
            says = f"Which matters more: going from worst to best on {{{one}}}, or on {{{other}}}?"
            return Question(key, says, about=(one, other), among=(one, other))
        if (key := _times(one, other)) not in answers:
            more, less = _ordered(one, other, answers)
            says = f"How many times as important is {{{more}}} as {{{less}}}?"
            return Question(key, says, about=(more, less), least=1, most=9, hint=_HINT)
    return None


def settle(names: Sequence[str], answers: Answers) -> Mapping[str, Mapping[str, float]]:
    """The comparisons answered so far, each from the side of the more important."""
    found: dict[str, dict[str, float]] = {}
    for one, other in asked_pairs(names):
        if _times(one, other) in answers:
            more, less = _ordered(one, other, answers)
            found.setdefault(more, {})[less] = float(answers[_times(one, other)])
    return found


def remark(names: Sequence[str], answers: Answers) -> Iterable[str]:
    """The three comparisons that fit least, as soon as the answers so far do not fit together well."""
    comparisons = settle(names, answers)
    met = {each for more, others in comparisons.items() for each in (more, *others)}
    if not met:
        return
    for fact in weigh(Judged(comparisons, [name for name in names if name in met])).consistency:
        if not fact.holds:
            yield f"The {fact.measure} is {fact.value:.2f}, above {fact.limit}: {fact.said}."


def asked_pairs(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs to ask for: the first name with each other, which connects all; then pairs that test these.

    Up to six names, every pair. Beyond that each name with the next, so that every comparison is one of three.
    """
    first, *others = names or ("",)
    yield from ((first, other) for other in others)
    if len(names) <= _ALL_PAIRS:
        yield from combinations(others, 2)
    else:
        yield from neighbours(others)


def _which(one: str, other: str) -> str:
    return f"{one} or {other}"


def _times(one: str, other: str) -> str:
    return f"times of {one} and {other}"


def _ordered(one: str, other: str, answers: Answers) -> tuple[str, str]:
    return (one, other) if answers[_which(one, other)] == one else (other, one)


pairwise = Weighting(
    weigh=weigh,
    judgements=Comparisons,
    variants=("eigenvector", "geometric-mean"),
    interview=Interview(ask, settle, remark),
)
