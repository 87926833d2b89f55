"""The options' costs are in different units, price years or terms.

Costs are compared as bare numbers, so all of them are in one unit, in the prices of one year, and all real or
all nominal.

Wrong:

    # options/filter.yaml
    cost: {value: 42, low: 25, high: 60, unit: EUR a month}

Right:

    # options/filter.yaml
    cost: {value: 500, low: 300, high: 700, unit: EUR a year}
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.option import Cost

_WORDS = {"unit": "in {}", "price_year": "in prices of {}", "terms": "in {} terms"}


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each cost that differs from what most options use; discarded options aside."""
    costs = {
        name: option.cost
        for name, option in definitions.options.items()
        if option.cost is not None and option.role != "discarded"
    }
    for key in _WORDS if costs else ():
        yield from _odd_ones(definitions, costs, key)


def _odd_ones(definitions: Definitions, costs: Mapping[str, Cost], key: str) -> Iterator[Found]:
    given = {name: getattr(cost, key) for name, cost in costs.items()}
    usual = Counter(given.values()).most_common(1)[0][0]
    example = next(name for name, each in given.items() if each == usual)
    for name, each in given.items():
        if each != usual:
            yield Found(
                definitions.place(path_of("option", name), "cost", key),
                f"the cost of '{name}' is {_WORDS[key].format(each)}, "
                f"but that of '{example}' is {_WORDS[key].format(usual)}, so they cannot be compared",
                f"Convert the numbers, and write `{key}: {usual}`.",
            )


s012_costs_not_comparable = Rule(
    code="S012", severity="error", needed_to_rank=True, title="Costs not comparable", find=find
)
