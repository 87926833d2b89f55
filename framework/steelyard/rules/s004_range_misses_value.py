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
    """Each `low` above the value, and each `high` below it; those of its assessors, where there is a panel."""
    for number in judged_numbers(definitions):
        for each, judged in number.as_judged():
            if judged.lowest > judged.value:
                yield _found(definitions, each, "low", judged.lowest, judged.value)
            if judged.highest < judged.value:
                yield _found(definitions, each, "high", judged.highest, judged.value)


def _found(
    definitions: Definitions, number: JudgedNumber, key: Literal["low", "high"], bound: float, value: float
) -> Found:
    word = "above" if key == "low" else "below"
    return Found(
        definitions.place(number.path, *number.steps, key),
        f"`{key}` of {number.name} is {bound:.15g}, {word} its value {value:.15g}",
        "Order the three so that `low` is at most `value`, and `value` at most `high`.",
    )


s004_range_misses_value = Rule(
    code="S004", severity="error", needed_to_rank=True, title="Value outside its range", find=find
)
