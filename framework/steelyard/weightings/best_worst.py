"""The best and the worst swing compared with all others (the Best-Worst Method).

    method: best-worst
    judgements:
      lasting-effect: {reach: 2, fiscal-cost: 8}
      reach: {fiscal-cost: 4}

The best is the swing from worst to best that matters most, the worst the one that matters least. Judgements say how
many times as important the best is as each other, and each other as the worst, from 1 (as much) to 9; the best is the
one that is compared with all others, the worst the one that all others are compared with. That takes two comparisons
a name, less three, where all pairs would take many more. With `groups` and `within` the same is asked of groups, and of
the criteria within each.

`variant: linear`, the usual one, gives the weights whose differences miss the comparisons least; there is one such set.
`variant: nonlinear` asks that their ratios miss them least, which more than one set of weights may do: each weight then
lies in an interval, and the middle of it stands for it.

How far comparisons fit is measured by the input-based ratio, with a published limit for three to nine names and a best
that counts 3 to 9 times the worst; above it, rule W012 names the comparisons to look at.

Source: Rezaei (2015), Best-worst multi-criteria decision-making method, Omega 53, 49-57 (nonlinear); Rezaei (2016),
Omega 64, 126-130 (linear); Liang, Brunelli & Rezaei (2020), Omega 96, 102175 (input-based ratio and its limits).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from steelyard.contracts import Answers, Interview, Judged, Question, Weighting
from steelyard.documents.record import Comparisons
from steelyard.results.weighed import Consistency, Region, Weighed

if TYPE_CHECKING:
    from steelyard.model.best_worst import Compared

Pairs = Mapping[str, Mapping[str, float]]
_HINT = "1 as much, 3 somewhat more, 5 much more, 7 very much more, 9 the most there is; numbers between are welcome."
_PAIR = 2
_WIDE = 1e-9


@dataclass(frozen=True)
class _Roles:
    """The best and the worst of the names, with the comparisons among them alone."""

    best: str
    worst: str
    pairs: Pairs


def weigh(judged: Judged) -> Weighed:
    """Weights that sum to about 1, with measures of how the comparisons fit; intervals in the nonlinear variant."""
    names = judged.names
    if not names:
        raise ValueError("there is nothing to compare")
    if len(names) == 1:
        return Weighed({names[0]: 1.0})
    from steelyard.model import best_worst as model  # noqa: PLC0415 - arrays load only when they are wanted

    roles = _roles(judged.judgements or {}, names)
    compared = _compared(roles, names)
    by_input = _input_based(compared, roles, names)
    if judged.variant != "nonlinear":
        weights, miss = model.linear(compared)
        said = "by so much do differences of weights miss the comparisons; 0 where all fit, and no limit is published"
        return Weighed(dict(zip(names, weights.tolist(), strict=True)), (by_input, Consistency("miss", miss, said)))
    found = model.nonlinear(compared)
    index = model.consistency_index(compared.widest)
    said = "the miss of ratios of weights as a share of the largest that there can be; no limit is published"
    ratio = Consistency("consistency ratio", found.deviation / index if index > 0 else 0.0, said)
    least, most = (dict(zip(names, each.tolist(), strict=True)) for each in (found.least, found.most))
    middle = {name: (least[name] + most[name]) / 2 for name in names}
    wide = any(most[name] - least[name] > _WIDE for name in names)
    return Weighed(middle, (by_input, ratio), Region(least, most) if wide else None)


def _roles(judgements: Pairs, names: Sequence[str]) -> _Roles:
    """Who is best and who is worst; ValueError, in a sentence, where comparisons do not say so, or say more."""
    pairs = {one: {other: times for other, times in judgements.get(one, {}).items() if other in names} for one in names}
    _refuse_repeated(pairs)
    best = _alone_in(names, lambda name: [other for other in names if other != name and other not in pairs[name]])
    if best[1]:
        raise ValueError(f"no name is compared with all others, as the best is; '{best[0]}' lacks {_named(best[1])}")
    others = [name for name in names if name != best[0]]
    worst = _alone_in(others, lambda name: [other for other in names if other != name and name not in pairs[other]])
    if worst[1]:
        said = f"there is no name that all others are compared with, as with the worst; '{worst[0]}' lacks"
        raise ValueError(f"{said} {_named(worst[1])}")
    roles = _Roles(best[0], worst[0], pairs)
    _refuse_strange(roles)
    return roles


def _alone_in(names: Sequence[str], lacking: Callable[[str], list[str]]) -> tuple[str, list[str]]:
    """The name that lacks the fewest comparisons, the first of equals, and with whom it lacks them."""
    return min(((name, lacking(name)) for name in names), key=lambda each: len(each[1]))


def _named(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def _refuse_repeated(pairs: Pairs) -> None:
    for one, others in pairs.items():
        for other in others:
            if one == other:
                raise ValueError(f"'{one}' is compared with itself")
            if one in pairs[other]:
                raise ValueError(
                    f"'{one}' and '{other}' are compared twice, once from either side; keep one of the two"
                )


def _refuse_strange(roles: _Roles) -> None:
    for one, others in roles.pairs.items():
        for other, times in others.items():
            if one != roles.best and other != roles.worst:
                said = f"though '{roles.best}' is the best and '{roles.worst}' the worst"
                raise ValueError(f"'{one}' is compared with '{other}', {said}")
            if times < 1:
                who = f"the best, '{one}'," if one == roles.best else f"'{one}'"
                less = f"the worst, '{other}'" if other == roles.worst else f"'{other}'"
                raise ValueError(f"{who} cannot count less than {less}: {times:g} times")


def _compared(roles: _Roles, names: Sequence[str]) -> "Compared":
    import numpy as np  # noqa: PLC0415

    from steelyard.model.best_worst import Compared  # noqa: PLC0415

    over_others = [roles.pairs[roles.best].get(name, 1.0) for name in names]
    over_worst = [roles.pairs[name].get(roles.worst, 1.0) for name in names]
    return Compared(names.index(roles.best), names.index(roles.worst), np.array(over_others), np.array(over_worst))


def _input_based(compared: "Compared", roles: _Roles, names: Sequence[str]) -> Consistency:
    from steelyard.model.best_worst import input_ratio, threshold  # noqa: PLC0415

    value, at = input_ratio(compared)
    limit = threshold(compared.widest, len(names))
    none = "" if limit is not None else "; no limit is published for comparisons like these"
    if at is None or value <= _WIDE:
        return Consistency("input-based ratio", value, f"every comparison follows from the others{none}", limit)
    best, name, worst = roles.best, names[at], roles.worst
    one, other = float(compared.over_others[at]), float(compared.over_worst[at])
    said = (
        f"'{best}' counts {one:.4g} times '{name}', and '{name}' {other:.4g} times '{worst}', so '{best}' would count "
        f"{one * other:.4g} times '{worst}'; judged is {compared.widest:.4g} times{none}"
    )
    return Consistency("input-based ratio", value, said, limit, (best, name))


def ask(names: Sequence[str], answers: Answers) -> Question | None:
    """The best, the worst, the best against each other, and each other against the worst."""
    if len(names) < _PAIR:
        return None
    if "best" not in answers:
        says = "Which of these matters most, going from worst to best?"
        return Question("best", says, tuple(names), among=tuple(names))
    best = str(answers["best"])
    others = tuple(name for name in names if name != best)
    if len(others) > 1 and "worst" not in answers:
        says = "Which of these matters least, going from worst to best?"
        return Question("worst", says, others, among=others)
    for key, one, other in _asked(names, answers):
        if key not in answers:
            says = f"How many times as important is {{{one}}} as {{{other}}}?"
            return Question(key, says, (one, other), least=1, most=9, hint=_HINT)
    return None


def _asked(names: Sequence[str], answers: Answers) -> Iterator[tuple[str, str, str]]:
    """The comparisons to ask for once the best and the worst are known, with their keys."""
    best = str(answers["best"])
    others = [name for name in names if name != best]
    worst = str(answers.get("worst", others[0]))
    between = [name for name in others if name != worst]
    pairs = [(best, worst), *((best, name) for name in between), *((name, worst) for name in between)]
    yield from ((f"{one} over {other}", one, other) for one, other in pairs)


def settle(names: Sequence[str], answers: Answers) -> Pairs:
    """The comparisons answered so far."""
    found: dict[str, dict[str, float]] = {}
    if "best" in answers and (len(names) == _PAIR or "worst" in answers):
        for key, one, other in _asked(names, answers):
            if key in answers:
                found.setdefault(one, {})[other] = float(answers[key])
    return found


def remark(names: Sequence[str], answers: Answers) -> Iterator[str]:
    """What does not fit among the names that are compared with both the best and the worst so far."""
    best, worst = str(answers.get("best")), str(answers.get("worst"))
    said = settle(names, answers)
    whole = [
        name for name in names if name in (best, worst) or (name in said.get(best, {}) and worst in said.get(name, {}))
    ]
    if len(whole) <= _PAIR or worst not in said.get(best, {}):
        return
    judged = {
        name: {other: times for other, times in compared.items() if other in whole}
        for name, compared in said.items()
        if name in whole
    }
    for fact in weigh(Judged(judged, whole)).consistency:
        if not fact.holds:
            yield f"The {fact.measure} is {fact.value:.2f}, above {fact.limit:.2f}: {fact.said}."


best_worst = Weighting(
    weigh=weigh,
    judgements=Comparisons,
    variants=("linear", "nonlinear"),
    interview=Interview(ask, settle, remark),
)
