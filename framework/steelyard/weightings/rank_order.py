"""Weights from an order alone: which swing matters most, which next, and nothing about how much more.

    method: rank-order
    variant: centroid
    judgements: {lasting-effect: 1, backfire-risk: 2, fiscal-cost: 2}

1 is the swing that matters most. Only the order counts: 1, 2, 2, 4 says the same as 1, 2, 2, 3, and 1, 5, 9 the same as
1, 2, 3, so a criterion can go without the others being numbered anew. Equal numbers are a tie.

Many weights agree with an order. All of them are kept as a region, from which weightings are drawn; one point stands
for them. The variants choose it; of n swings, the one at place i gets

    centroid      (1/i + 1/(i+1) + ... + 1/n) / n, which is the middle of all weights that fall in this order
    rank-sum      in proportion to n + 1 - i
    reciprocal    in proportion to 1/i

Swings that tie share the weights of their places equally, and the region leaves open which of them weighs more: that
too is the middle of it.

Source: Barron & Barrett (1996), Decision quality using ranked attribute weights, Management Science 42(11), 1515-1523
(centroid); Stillwell, Seaver & Edwards (1981), A comparison of weight approximation techniques in multiattribute
utility decision making, Organizational Behavior and Human Performance 28(1), 62-77 (rank sum and reciprocal).
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from math import fsum
from typing import Annotated

from pydantic import Field

from steelyard.contracts import Answers, Interview, Judged, Question, Weighting
from steelyard.documents.record import AS_WHOLE, Id
from steelyard.results.weighed import Region, Weighed

Places = dict[Id, Annotated[int, Field(ge=1), AS_WHOLE]]
"""The place of each name in the order of importance, 1 the first; ties share one."""


def weigh(judged: Judged) -> Weighed:
    """The weights that stand for an order, tied names sharing those of their places, and the order as a region."""
    given = judged.judgements or {}
    missing = [name for name in judged.names if name not in given]
    if missing:
        raise ValueError(f"no place in the order is given for {', '.join(missing)}")
    tiers = _tiers({name: given[name] for name in judged.names})
    weights = iter(VARIANTS[judged.variant](len(judged.names)))
    shared: dict[str, float] = {}
    for tier in tiers:
        mean = fsum(next(weights) for _ in tier) / len(tier)
        shared |= dict.fromkeys(tier, mean)
    above = tuple((one, other) for higher, lower in pairwise(tiers) for one in higher for other in lower)
    return Weighed({name: shared[name] for name in judged.names}, region=Region(above=above))


def _tiers(places: Mapping[str, int]) -> list[list[str]]:
    """The names that share a place, first place first."""
    by_place: dict[int, list[str]] = {}
    for name, place in places.items():
        by_place.setdefault(place, []).append(name)
    return [by_place[place] for place in sorted(by_place)]


def centroid(count: int) -> list[float]:
    """The middle of all weights that fall in this order: the mean of the region's corners."""
    return [fsum(1 / place for place in range(first, count + 1)) / count for first in range(1, count + 1)]


def rank_sum(count: int) -> list[float]:
    """Weights that fall by equal steps, the last step being down to nothing."""
    return [2 * (count + 1 - place) / (count * (count + 1)) for place in range(1, count + 1)]


def reciprocal(count: int) -> list[float]:
    """Weights in proportion to 1, 1/2, 1/3 and so on."""
    whole = fsum(1 / place for place in range(1, count + 1))
    return [1 / place / whole for place in range(1, count + 1)]


VARIANTS: Mapping[str, Callable[[int], list[float]]] = {
    "centroid": centroid,
    "rank-sum": rank_sum,
    "reciprocal": reciprocal,
}
"""The weights of a number of places, by variant."""


def ask(names: Sequence[str], answers: Answers) -> Question | None:
    """Which swing matters most of those that have no place yet, until one is left."""
    left = _left(names, answers)
    if len(left) < 2:  # noqa: PLR2004 - the last one needs no asking
        return None
    said = "most" if len(left) == len(names) else "most of those left"
    return Question(
        key=f"place-{len(names) - len(left) + 1}",
        asks=f"Which move from worst to best matters {said}?",
        about=left,
        among=left,
    )


def settle(names: Sequence[str], answers: Answers) -> Mapping[str, int]:
    """The place of each name, as it was chosen."""
    order = [*_chosen(answers), *_left(names, answers)]
    return {name: order.index(name) + 1 for name in names}


def _chosen(answers: Answers) -> list[str]:
    """The names chosen so far, first place first."""
    return [str(answers[f"place-{place}"]) for place in range(1, len(answers) + 1)]


def _left(names: Sequence[str], answers: Answers) -> tuple[str, ...]:
    chosen = _chosen(answers)
    return tuple(name for name in names if name not in chosen)


rank_order = Weighting(
    weigh=weigh, judgements=Places, variants=tuple(VARIANTS), interview=Interview(ask=ask, settle=settle)
)
