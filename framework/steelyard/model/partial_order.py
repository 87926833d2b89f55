"""Partial orders of importance: what follows from them, where they go in circles, and the middle of their weights."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from math import fsum

Pairs = Iterable[tuple[str, str]]
"""Which name is above which."""

_MOST_STATES = 20_000
"""As many beginnings of orders as are counted within about a second."""


def circle(names: Sequence[str], pairs: Pairs) -> tuple[str, ...]:
    """Names each of which is above the next, and the last above the first; none where there is no circle."""
    sorter = TopologicalSorter(dict.fromkeys(names, ()))
    for above, below in pairs:
        sorter.add(below, above)
    try:
        sorter.prepare()
    except CycleError as error:
        return tuple(error.args[1][:-1])
    return ()


def settled(names: Sequence[str], pairs: Pairs) -> frozenset[tuple[str, str]]:
    """All that pairs say, with what follows from them: what is above a second is above all below the second."""
    found = set(pairs)
    for middle_one in names:
        higher = [one for one in names if (one, middle_one) in found]
        lower = [other for other in names if (middle_one, other) in found]
        found.update((one, other) for one in higher for other in lower)
    return frozenset(found)


def middle(names: Sequence[str], pairs: Pairs) -> dict[str, float]:
    """The mean of all weights that sum to 1 and do not rise along any pair.

    Weights that sum to 1 are spread like waiting times that are divided by their sum. Names that no chain of pairs
    connects wait independently, so each set of connected names is worked out by itself: its share of the whole is its
    share of the names. Raises ValueError, in a sentence, where an order leaves too much open to be counted.
    """
    pairs = tuple(pairs)
    found: dict[str, float] = {}
    for part in _connected(names, pairs):
        for name, waited in _expected(part, [pair for pair in pairs if pair[0] in part]).items():
            found[name] = waited / len(names)
    return {name: found[name] for name in names}


def _connected(names: Sequence[str], pairs: Pairs) -> list[list[str]]:
    """The names in sets that chains of pairs connect."""
    home = {name: [name] for name in names}
    for one, other in pairs:
        if home[one] is not home[other]:
            home[one].extend(home[other])
            for moved in home[other]:
                home[moved] = home[one]
    return list({id(part): part for part in home.values()}.values())


def _expected(names: Sequence[str], pairs: Pairs) -> dict[str, float]:
    """Of each name, what it weighs at a place times how often it has that place in a complete order, over all places.

    Of n names the one at place p weighs 1/p + ... + 1/n, on a scale on which all weigh n: the centroid's weights.
    A complete order is built from the top, kind by kind: names that have the same ones above and below them need not
    be told apart. `ways` holds, for each count of names of each kind that can stand first, in how many orders they can
    stand; `rest`, in how many orders the others can follow.
    """
    kinds = _kinds(names, pairs)
    ways = _beginnings(kinds, len(names))
    (whole, total), *_ = ways[-1].items()
    found, rest = [0.0] * len(kinds), {whole: 1}
    for place in range(len(names), 0, -1):
        worth = fsum(1 / later for later in range(place, len(names) + 1))
        before: dict[State, int] = {}
        for state, count in ways[place - 1].items():
            for at, choices, grown in _next(state, kinds):
                following = choices * rest[grown]
                found[at] += worth * (count * following / total)
                before[state] = before.get(state, 0) + following
        rest = before
    return {name: found[at] / len(kind.names) for at, kind in enumerate(kinds) for name in kind.names}


@dataclass(frozen=True)
class _Kind:
    """Names that have the same ones above and below them; `above` are the kinds that have to come before."""

    names: tuple[str, ...]
    above: tuple[int, ...]


State = tuple[int, ...]
"""How many names of each kind have a place."""


def _kinds(names: Sequence[str], pairs: Pairs) -> list[_Kind]:
    above: dict[str, set[str]] = {name: set() for name in names}
    below: dict[str, set[str]] = {name: set() for name in names}
    for one, other in pairs:
        above[other].add(one)
        below[one].add(other)
    alike: dict[tuple[frozenset[str], frozenset[str]], list[str]] = {}
    for name in names:
        alike.setdefault((frozenset(above[name]), frozenset(below[name])), []).append(name)
    at = {name: number for number, each in enumerate(alike.values()) for name in each}
    return [_Kind(tuple(each), tuple({at[one] for one in higher})) for (higher, _), each in alike.items()]


def _beginnings(kinds: Sequence[_Kind], count: int) -> list[dict[State, int]]:
    """For each number of names, what can stand first, and in how many orders."""
    ways: list[dict[State, int]] = [{(0,) * len(kinds): 1}]
    counted = 1
    for _ in range(count):
        found: dict[State, int] = {}
        for state, orders in ways[-1].items():
            for _at, choices, grown in _next(state, kinds):
                found[grown] = found.get(grown, 0) + orders * choices
        ways.append(found)
        counted += len(found)
        if counted > _MOST_STATES:
            raise ValueError("the order leaves too much open to find the middle of its weights: say more of it")
    return ways


def _next(state: State, kinds: Sequence[_Kind]) -> Iterator[tuple[int, int, State]]:
    """Each kind of which a name can come next, how many such names there are, and what then has a place."""
    for at, kind in enumerate(kinds):
        left = len(kind.names) - state[at]
        if left and all(state[each] == len(kinds[each].names) for each in kind.above):
            yield at, left, (*state[:at], state[at] + 1, *state[at + 1 :])
