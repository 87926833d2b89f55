"""What comparisons in pairs come to: from `{a: {b: 3}}`, a counts 3 times b, to points and how far they fit together.

Criteria, groups and options are compared alike; what "counts" means is for those who asked.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from steelyard.documents.criterion import PairwiseScale, PrioritisedScale
from steelyard.model import pairwise
from steelyard.results.valuation import Numbers
from steelyard.results.weighed import Consistency, Weighed

Comparisons = Mapping[str, Mapping[str, float]]
VARIANTS = ("eigenvector", "geometric-mean")
LIMIT = 0.1
"""Saaty (1980), The Analytic Hierarchy Process: a ratio up to a tenth is good enough."""
MOST_NAMES = 30
"""More than anyone compares in pairs: thirty names make 435 pairs."""
_SHOWN = 3
_LEAST = 1e-6
_FITTING = 1e-9


def weighed(comparisons: Comparisons, names: Sequence[str], variant: str = "") -> Weighed:
    """Points that sum to 1, with facts about how the comparisons fit together.

    Pairs that were not compared are completed so that all fit best. ValueError, in a sentence, where a pair stands
    twice, a name is compared with itself, or the comparisons do not connect all names.
    """
    matrix = matrix_of(comparisons, names)
    whole = pairwise.completed(matrix)
    priorities = pairwise.geometric_mean(matrix) if variant == VARIANTS[1] else pairwise.eigenvector(whole)
    return Weighed(dict(zip(names, priorities.tolist(), strict=True)), tuple(_facts(matrix, whole, comparisons, names)))


def weighed_on(scale: PairwiseScale, options: Collection[str]) -> Weighed:
    """What a criterion's comparisons come to for the options among those given that it compares.

    The priorities sum to 1 (the distributive mode of Saaty 1980). ValueError as for `weighed`.
    """
    names = [name for name in scale.compared() if name in options]
    return weighed(scale.comparisons, names, scale.variant)


def prioritised(scale: PairwiseScale, options: Collection[str]) -> PrioritisedScale:
    """The scale with the priorities that follow; with none where nothing follows, which rule C013 reports."""
    try:
        priorities = weighed_on(scale, options).points
    except ValueError:
        priorities = {}
    said = {name: getattr(scale, name) for name in type(scale).model_fields}
    return PrioritisedScale.model_construct(**said, priorities=priorities)


def matrix_of(comparisons: Comparisons, names: Sequence[str]) -> Numbers:
    """The comparisons of the names as a matrix, NaN where there is none; other names are passed over."""
    if not names:
        raise ValueError("there is nothing to compare")
    if len(names) > MOST_NAMES:
        raise ValueError(f"{len(names)} names are too many to compare in pairs; up to {MOST_NAMES} can be")
    row = {name: number for number, name in enumerate(names)}
    matrix = np.full((len(names), len(names)), np.nan)
    np.fill_diagonal(matrix, 1.0)
    for one, other, times in pairs_in(comparisons):
        if one == other:
            raise ValueError(f"'{one}' is compared with itself")
        if one in row and other in row:
            if not np.isnan(matrix[row[one], row[other]]):
                raise ValueError(
                    f"'{other}' and '{one}' are compared twice, once from either side; keep one of the two"
                )
            if times < _LEAST:
                raise ValueError(f"'{one}' is said to count {times:g} times '{other}', less than anyone can mean")
            matrix[row[one], row[other]], matrix[row[other], row[one]] = times, 1 / times
    _refuse_unconnected(matrix, names)
    return matrix


def pairs_in(comparisons: Comparisons) -> Iterator[tuple[str, str, float]]:
    """Each comparison: of what, with what, and how many times as much it counts."""
    for one, others in comparisons.items():
        for other, times in others.items():
            yield one, other, times


def _refuse_unconnected(matrix: Numbers, names: Sequence[str]) -> None:
    parts = _parts(~np.isnan(matrix))
    if len(parts) > 1:
        said = "; ".join(" with ".join(f"'{names[each]}'" for each in part) for part in parts)
        raise ValueError(f"the comparisons do not connect all names, only these with one another: {said}")


def _parts(joined: NDArray[np.bool_]) -> list[list[int]]:
    """The names in parts, within which a chain of comparisons leads from each to each."""
    reached = np.linalg.matrix_power(joined, len(joined)) > 0
    return [list(map(int, np.nonzero(part)[0])) for part in dict.fromkeys(map(tuple, reached.tolist()))]


def _facts(matrix: Numbers, whole: Numbers, comparisons: Comparisons, names: Sequence[str]) -> Iterator[Consistency]:
    missing = [(one, other) for one, other in combinations(range(len(names)), 2) if np.isnan(matrix[one, other])]
    triad = pairwise.worst_triad(whole, ~np.isnan(matrix))
    if len(names) > 2:  # noqa: PLR2004 - two names have one comparison, which nothing can contradict
        ratio = pairwise.consistency_ratio(whole, len(missing))
        said = "every comparison follows from the others" if triad is None else _said_of(triad, matrix, whole, names)
        at = () if triad is None else _first_judgement(triad, comparisons, names)
        yield Consistency("consistency ratio", ratio, said, LIMIT, at)
        yield Consistency("Koczkodaj index", pairwise.koczkodaj(whole), said, at=at)
        yield Consistency("congruence", pairwise.congruence(whole), _CONGRUENCE)
        yield Consistency("dissonance", pairwise.dissonance(whole), _DISSONANCE)
    if missing:
        yield _completion(missing, whole, names)


_CONGRUENCE = "how far comparisons lie from those by way of a third name, as natural logarithms, on average"
_DISSONANCE = "the share of ways by a third name that say the contrary of the direct comparison"


def _completion(missing: Sequence[tuple[int, int]], whole: Numbers, names: Sequence[str]) -> Consistency:
    pairs = len(names) * (len(names) - 1) // 2
    shown = [f"'{names[one]}' {whole[one, other]:.3g} times '{names[other]}'" for one, other in missing[:_SHOWN]]
    more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
    said = (
        f"{len(missing)} of {pairs} comparisons left out, and completed so that all fit best: {', '.join(shown)}{more}"
    )
    return Consistency("comparisons completed", len(missing) / pairs, said)


def _said_of(triad: Sequence[int], matrix: Numbers, whole: Numbers, names: Sequence[str]) -> str:
    """What the three comparisons of a triad say, and what two of them imply for the third."""
    one, two, three = triad
    first, second, third = (f"'{names[each]}'" for each in triad)
    implied, direct = whole[one, two] * whole[two, three], whole[one, three]
    there = f"{first} {_times(direct)} {third}" if direct >= 1 else f"{third} {_times(1 / direct)} {first}"
    judged = "judged" if not np.isnan(matrix[[one, two, one], [two, three, three]]).any() else "judged or completed"
    return (
        f"{first} counts {_times(whole[one, two])} {second}, and {second} {_times(whole[two, three])} {third}, "
        f"so {first} would count {_times(implied)} {third}; {judged} is {there}"
    )


def _times(number: float) -> str:
    return "as much as" if abs(number - 1) < _FITTING else f"{number:.4g} times"


def _first_judgement(triad: Sequence[int], comparisons: Comparisons, names: Sequence[str]) -> tuple[str, ...]:
    """The steps, within the comparisons, to the one that the sentence on a triad names first."""
    one, two, three = (names[each] for each in triad)
    for first, second in ((one, two), (two, three), (one, three)):
        for each in ((first, second), (second, first)):
            if each[1] in comparisons.get(each[0], {}):
                return each
    return ()
