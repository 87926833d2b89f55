"""Two weight sets give every criterion the same share.

Shown side by side they look like agreement between two judgements. If two groups of people truly agree, say so
in one set; if one was copied as a start, its judgements are still to come.

Wrong:

    # criteria/weights/noise-first.yaml
    id: noise-first
    title: Noise first
    whose: the desks beside the kitchen
    status: illustrative
    why: Copied from another set, to be changed.
    method: direct
    groups: {burden: 2, quality: 1}
    within: {burden: {noise: 5, price: 1}, quality: {taste: 1}}

Right:

    # criteria/weights/noise-first.yaml
    id: noise-first
    title: Noise first
    whose: the desks beside the kitchen
    status: illustrative
    why: The nearest desks hear every cup, and pay for none.
    method: direct
    groups: {burden: 2, quality: 1}
    within: {burden: {noise: 9, price: 1}, quality: {taste: 1}}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of

_PLACES = 9


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each weight set whose shares are, to nine places, those of an earlier one."""
    first: dict[tuple[float, ...], str] = {}
    for name, shares in bench.shares.items():
        earlier = first.setdefault(tuple(round(share, _PLACES) for share in shares.values()), name)
        if earlier != name:
            yield Found(
                definitions.place(path_of("weights", name)),
                f"the weight set '{name}' gives every criterion the same share as '{earlier}'",
                "Keep one of the two, or let this one state the judgements of those it speaks for.",
            )


w009_weight_sets_alike = Rule(code="W009", severity="note", title="Weight sets with the same shares", find=find)
