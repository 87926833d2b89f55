"""A score, a cost, or an end of its range lies off the criterion's scale.

Beyond the scale's ends value no longer changes, so an option that is better still would get no credit for it.
Either the number is a slip or the scale is too short. (A value function with `outside: extrapolate` goes on
beyond the ends, and its scores are free.)

Wrong:

    # options/capsules.yaml
    scores:
      noise: {value: 60, low: 55, high: 90}  # the scale runs from 80 to 40

Right:

    # options/capsules.yaml
    scores:
      noise: {value: 60, low: 55, high: 80}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.criterion import Criterion, PairwiseScale
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.option import Option


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each value, low or high outside the scale it is on; those of its assessors, where there is a panel."""
    ends = {name: _ends(each) for name, each in definitions.criteria.items() if _is_bounded(each, bench)}
    for option, criterion, judgement in definitions.judgements():
        if criterion.id not in ends:
            continue
        lowest, highest = ends[criterion.id]
        for steps, judged in judgement.as_judged():
            for key in ("value", "low", "high"):
                number: float | None = getattr(judged, key)
                if number is not None and not lowest <= number <= highest:
                    yield _found(definitions, option, criterion, (*steps, key), number)


def _is_bounded(criterion: Criterion, bench: Bench) -> bool:
    """Whether scores on a scale can be off it: it has a width, and its curve does not go on beyond it.

    Comparisons in pairs give priorities, which never are; a score beside them is found by C013.
    """
    if isinstance(criterion.scale, PairwiseScale):
        return False
    curve = bench.curves.get(criterion.id)
    return criterion.worst != criterion.best and (curve is None or curve.outside != "extrapolate")


def _ends(criterion: Criterion) -> tuple[float, float]:
    """The lowest and the highest number on a criterion's scale."""
    return min(criterion.worst, criterion.best), max(criterion.worst, criterion.best)


def _found(
    definitions: Definitions, option: Option, criterion: Criterion, steps: tuple[str, ...], number: float
) -> Found:
    lowest, highest = _ends(criterion)
    *panel, key = steps
    by = f" by '{panel[-1]}'" if panel else ""
    return Found(
        definitions.place(path_of("option", option.id), *option.steps_to(criterion), *steps),
        f"`{key}` of '{option.id}' on '{criterion.id}'{by} is {number:.15g}, "
        f"off its scale, which runs from {lowest:.15g} to {highest:.15g}",
        f"Change the number, or widen the scale in {path_of('criterion', criterion.id)}.",
    )


s003_score_off_scale = Rule(code="S003", severity="error", title="Score off the scale", find=find)
