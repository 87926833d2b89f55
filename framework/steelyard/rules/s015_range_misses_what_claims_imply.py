"""A range leaves out a number that one of its claims implies.

`implies` says what the number would be if one claim alone were right. Where documents disagree, the range spans what
each of them implies: a reader who believes the other document must find its number inside. What is believed less
weighs on the value, not on the range.

Wrong:

    # options/filter.yaml
    scores:
      taste:
        value: 1
        low: 0.5
        high: 1.5
        implies: {machine-test#filter-stale: 0}

Right:

    # options/filter.yaml
    scores:
      taste:
        value: 1
        low: 0
        high: 1.5
        implies: {machine-test#filter-stale: 0}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions
from steelyard.documents.references import judged_numbers, left_out


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each implied number below `low` or above `high`."""
    for number in judged_numbers(definitions):
        judged = number.judgement
        if judged.implies and any(left_out(definitions, number.path, *number.steps, key) for key in ("low", "high")):
            continue
        for reference, implied in judged.implies.items():
            if not judged.lowest <= implied <= judged.highest:
                side, key = ("below", "low") if implied < judged.lowest else ("above", "high")
                yield Found(
                    definitions.place(number.path, *number.steps, "implies", reference),
                    f"'{reference}' implies {implied:.15g} for {number.name}, {side} its range "
                    f"({judged.lowest:.15g} to {judged.highest:.15g})",
                    f"Write `{key}: {implied:.15g}`, so that the range spans what each claim implies.",
                )


s015_range_misses_what_claims_imply = Rule(
    code="S015", severity="error", title="Range misses what claims imply", find=find
)
