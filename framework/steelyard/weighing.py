"""From sound definitions to what one weight set comes to, step by step."""

from steelyard.bench import bench_for
from steelyard.contracts import Bench
from steelyard.documents.definitions import Definitions
from steelyard.errors import UnknownNameError
from steelyard.model.judged_ranges import stale_ranges
from steelyard.results.importance import CriterionShare, GroupShare, Importance
from steelyard.shelf import did_you_mean
from steelyard.weightings import shelf as weightings


def importance(definitions: Definitions, weight_set: str | None = None) -> Importance:
    """The shares of one weight set, the decision's default where none is named, and what its judgements leave open.

    Raises UnknownNameError, with the nearest name, for a weight set that is not there.
    """
    decision = definitions.decision
    name = weight_set or decision.default_weights
    if name not in definitions.weight_sets:
        raise UnknownNameError(f"there is no weight set '{name}'. {did_you_mean(name, definitions.weight_sets)}")
    record, bench = definitions.weight_sets[name], bench_for(definitions)
    lists = bench.weighed[name].lists
    return Importance(
        decision=decision.title,
        weight_set=record,
        default=name == decision.default_weights,
        variant=record.variant or next(iter(weightings[record.method].variants), ""),
        groups=_groups(definitions, bench, name),
        lists=lists,
        titles={steps: {each: _title(definitions, steps, each) for each in lists[steps].points} for steps in lists},
    )


def _groups(definitions: Definitions, bench: Bench, name: str) -> tuple[GroupShare, ...]:
    """Each group that has criteria, with these, in the order of showing."""
    points, shares = bench.weighed[name].points, bench.shares[name]
    ranges = definitions.weight_sets[name].ranges
    now = {each.criterion: each.now for each in stale_ranges(definitions, name, points)}
    found = []
    for group, definition in definitions.decision.groups.items():
        members = tuple(
            CriterionShare(each.id, each.title, points[each.id], shares[each.id], ranges.get(each.id), now.get(each.id))
            for each in definitions.criteria_in_order()
            if each.group == group
        )
        if members:
            found.append(GroupShare(group, definition.title, sum(each.share for each in members), members))
    return tuple(found)


def _title(definitions: Definitions, steps: tuple[str, ...], name: str) -> str:
    """What a name in one list of judgements is called."""
    if steps == ("groups",):
        return definitions.decision.groups[name].title
    return definitions.criteria[name].title
