"""The order in which swings were ranked and the points they were given contradict each other.

People who judge swings first rank them and then give points. Where `order` records the ranking, points must not
rise along it: otherwise one of the two was written down wrongly, or minds changed and only half of it was kept.

`order` lists names, most important swing first; equal points and names left out are fine. With `groups`, it may name
groups, criteria or both: groups are held against groups, and criteria against criteria by what their group's points
leave them. Methods that settle no points, such as bounds, contradict an order where they rule it out.

Wrong:

    # criteria/weights/balanced.yaml
    judgements: {noise: 50, price: 60, taste: 100}
    order: [taste, noise, price]

Right:

    # criteria/weights/balanced.yaml
    judgements: {noise: 60, price: 50, taste: 100}
    order: [taste, noise, price]

Source: Edwards & Barron (1994), SMARTS and SMARTER, Organizational Behavior and Human Decision Processes 60(3),
306-325 (swings are ranked before they are weighed).
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import isclose

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.weight_set import WeightSet
from steelyard.model.partial_order import settled
from steelyard.results.weighed import Region, Weighed
from steelyard.shelf import did_you_mean


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """In each stated order, names that are not weighed or stand twice, and neighbours with points the other way."""
    for weights in definitions.weight_sets.values():
        yield from _misplaced(definitions, weights)
        if weights.id in bench.weighed:
            weighed = bench.weighed[weights.id]
            regions = [each for each in weighed.lists.values() if each.region is not None]
            if regions:
                for each in regions:
                    yield from _ruled_out(definitions, weights, each)
                continue
            yield from _contradicted(definitions, weights, weighed.points)
            if ("groups",) in weighed.lists:
                yield from _contradicted(definitions, weights, weighed.lists["groups",].points)


def _misplaced(definitions: Definitions, weights: WeightSet) -> Iterator[Found]:
    groups = definitions.decision.groups if weights.groups is not None else {}
    known = definitions.known["criterion"] | groups.keys()
    for index, name in enumerate(weights.order):
        place = definitions.place(path_of("weights", weights.id), "order", index)
        if name not in known:
            message = f"the order of '{weights.id}' names '{name}', which the set does not weigh"
            yield Found(place, message, did_you_mean(name, known))
        elif name in weights.order[:index]:
            message = f"the order of '{weights.id}' names '{name}' twice"
            yield Found(place, message, "Keep the place at which it was ranked.")


def _contradicted(definitions: Definitions, weights: WeightSet, points: Mapping[str, float]) -> Iterator[Found]:
    """Neighbours in the order, among the names that have points here, of which the second has more."""
    for (_, first), (index, second) in pairwise(_ranked(weights, points)):
        fewer, more = points[first], points[second]
        if more > fewer and not isclose(fewer, more):
            yield Found(
                definitions.place(path_of("weights", weights.id), "order", index),
                f"the order of '{weights.id}' ranks '{first}' before '{second}', "
                f"but '{second}' has more points ({more:.6g} against {fewer:.6g})",
                "Ask those who judged which of the two is right, and mend the other.",
            )


def _ruled_out(definitions: Definitions, weights: WeightSet, weighed: Weighed) -> Iterator[Found]:
    """Neighbours in the order whose weights judgements admit only the other way round."""
    region = weighed.region or Region()
    above = settled(list(weighed.points), region.above)
    for (_, first), (index, second) in pairwise(_ranked(weights, weighed.points)):
        if (second, first) in above or region.least.get(second, 0) > region.most.get(first, 1):
            yield Found(
                definitions.place(path_of("weights", weights.id), "order", index),
                f"the order of '{weights.id}' ranks '{first}' before '{second}', "
                f"but by its judgements '{second}' is the more important",
                "Ask those who judged which of the two is right, and mend the other.",
            )


def _ranked(weights: WeightSet, points: Mapping[str, float]) -> list[tuple[int, str]]:
    """The names in the order that have points here, each at the place where it stands first."""
    order = weights.order
    return [(index, name) for index, name in enumerate(order) if name in points and name not in order[:index]]


w010_order_and_points_disagree = Rule(code="W010", severity="error", title="Order and points disagree", find=find)
