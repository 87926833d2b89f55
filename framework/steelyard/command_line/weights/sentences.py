"""What there is to say of a weight set beside its shares, the same in a terminal and in Markdown."""

from collections.abc import Iterator, Mapping

from steelyard.figures import decimals, listed
from steelyard.results.importance import CriterionShare, Importance
from steelyard.results.weighed import Consistency, Region


def provenance(importance: Importance) -> str:
    """Whose the weights are, whether anyone agreed to them, and how they were judged."""
    weights = importance.weight_set
    agreed = f"agreed at {weights.at} on {weights.on}" if weights.status == "agreed" else weights.status
    method = f"{weights.method} ({importance.variant})" if importance.variant else weights.method
    return f"Whose: {weights.whose}. Status: {agreed}. Method: {method}."


def remarks(importance: Importance) -> Iterator[str]:
    """Where the weights come from if from nobody, what judgements admit, how they fit, and which are stale."""
    if importance.weight_set.from_data:
        yield "Worked out from the options' numbers: nobody judged what matters."
    for steps, weighed in importance.lists.items():
        of, titles = _of(importance, steps), importance.titles[steps]
        if weighed.region is not None and len(titles) > 1:
            admitted = _region(weighed.region, titles)
            yield f"The judgements{of} admit {admitted}. The shares shown are one choice of them."
        for fact in weighed.consistency:
            yield f"Consistency{of}: {_fact(fact)}"
    for each in importance.stale:
        yield _stale(each)
    if not importance.weight_set.from_data and all(each.region is None for each in importance.lists.values()):
        yield f"Each judgement may be off by {importance.weight_set.precision:.0%} of itself (`precision`)."


def span(ends: tuple[float, float] | None) -> str:
    """A range of scores; the full scale where none is stated."""
    return f"{ends[0]:.15g} to {ends[1]:.15g}" if ends is not None else "full scale"


def _of(importance: Importance, steps: tuple[str, ...]) -> str:
    """Which list of judgements is meant, where there are several."""
    if len(importance.lists) == 1:
        return ""
    return " of groups" if steps == ("groups",) else f" within {importance.titles['groups',][steps[1]]}"


def _region(region: Region, titles: Mapping[str, str]) -> str:
    """All that is known of the weights of the swings judged."""
    known = [*_bounds(region, titles), *_orders(region, titles)]
    return f"all weights of the swings judged with {'; '.join(known)}" if known else "any weights of the swings judged"


def _bounds(region: Region, titles: Mapping[str, str]) -> Iterator[str]:
    for name, title in titles.items():
        if name in region.least or name in region.most:
            low, high = region.least.get(name, 0.0), region.most.get(name, 1.0)
            yield f"{title} from {decimals(100 * low, 1)}% to {decimals(100 * high, 1)}%"


def _orders(region: Region, titles: Mapping[str, str]) -> Iterator[str]:
    for name, title in titles.items():
        lower = [titles[other] for one, other in region.above if one == name]
        if lower:
            yield f"{title} at least as important as {listed(lower)}"


def _fact(fact: Consistency) -> str:
    beyond = f", above {fact.limit:g}, so worth another look" if not fact.holds else ""
    return f"{fact.measure} {decimals(fact.value, 3)}{beyond}: {fact.said.removesuffix('.')}."


def _stale(criterion: CriterionShare) -> str:
    return (
        f"Stale: the swing of {criterion.title} was judged on {span(criterion.judged_on)}, but the options ranked now "
        f"run from {span(criterion.now)}. Have it judged anew."
    )
