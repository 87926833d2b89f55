"""A number lies outside its own range.

`low` and `high` are the bounds outside which the team would be astonished, so the value it thinks most likely
lies between them.

Wrong:

    # options/filter.yaml
    scores: {taste: {value: 1, low: 1.5, high: 2}}

Right:

    # options/filter.yaml
    scores: {taste: {value: 1, low: 0.5, high: 2}}
"""

from collections.abc import Iterator
from typing import Literal

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, JudgedNumber
from steelyard.documents.references import judged_numbers


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each `low` above the value, and each `high` below it."""
    for number in judged_numbers(definitions):
        judgement = number.judgement
        if judgement.lowest > judgement.value:
            yield _found(definitions, number, "low", judgement.lowest)
        if judgement.highest < judgement.value:
            yield _found(definitions, number, "high", judgement.highest)


def _found(definitions: Definitions, number: JudgedNumber, key: Literal["low", "high"], bound: float) -> Found:
    word = "above" if key == "low" else "below"
    return Found(
        definitions.place(number.path, *number.steps, key),
        f"`{key}` of {number.name} is {bound:.15g}, {word} its value {number.judgement.value:.15g}",
        "Order the three so that `low` is at most `value`, and `value` at most `high`.",
    )


s004_range_misses_value = Rule(
    code="S004", severity="error", needed_to_rank=True, title="Value outside its range", find=find
)
