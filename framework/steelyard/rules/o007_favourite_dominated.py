"""The first option is dominated, and stands first only because a criterion has no weight.

Another option has the same total, is at least as good on every criterion and better on one. That one has a
share of 0 under this weight set, so the ranking does not see the difference. Readers will.

Wrong:

    # criteria/weights/balanced.yaml
    judgements: {noise: 100, price: 0, taste: 0}
    # options/filter.yaml
    scores: {noise: {value: 48}}
    # options/capsules.yaml
    cost: {value: 500, low: 400}
    scores: {noise: {value: 48, low: 45}}

Right:

    # criteria/weights/balanced.yaml, without ranges
    judgements: {noise: 100, price: 0, taste: 1}
    # options/capsules.yaml
    cost: {value: 500, low: 400}
    scores: {noise: {value: 48, low: 45}}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.model.dominance import dominated


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """For each weight set that leaves a criterion without weight, each first option that another dominates."""
    for name, shares in bench.shares.items():
        if all(shares.values()) or name not in bench.standings:
            continue
        standing = bench.standings[name]
        tied = [row for row, rank in enumerate(standing.ranks) if rank == 1]
        values = [tuple(standing.values[row].tolist()) for row in tied]
        for row, other in dominated(values).items():
            yield _found(definitions, name, standing.options[tied[row]], standing.options[tied[other]])


def _found(definitions: Definitions, weights: str, option: str, other: str) -> Found:
    return Found(
        definitions.place(path_of("weights", weights)),
        f"under '{weights}' the first option '{option}' is dominated: '{other}' has the same total, "
        "is nowhere worse, and is better on a criterion without weight",
        f"Give that criterion points, or say in `why` that it makes no difference; '{other}' is the better choice.",
    )


o007_favourite_dominated = Rule(code="O007", severity="warning", title="Dominated favourite", find=find)
