"""A criterion is scored in the very unit of the options' cost.

The headline cost of an option and its score on the criterion then say the same sum twice, and may say it
differently. With `kind: cost` a criterion reads the cost, so that money is judged once and one number stands for it.

Where the two are different sums, such as what is spent and what is earned, let the criterion's unit say which.

Wrong:

    # criteria/price.yaml
    scale: {kind: quantity, unit: EUR a year, worst: 3000, best: 0}

Right:

    # criteria/price.yaml
    scale: {kind: cost, worst: 3000, best: 0}

Source: Dodgson, Spackman, Pearman & Phillips (2009), Multi-criteria analysis: a manual, section 5.4.4.5
(double counting).
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.criterion import QuantityScale
from steelyard.documents.definitions import Definitions, path_of


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each quantity in a unit that the cost of an option has; discarded options aside."""
    costs: dict[str, str] = {}
    for name, option in definitions.options.items():
        if option.cost is not None and option.role != "discarded":
            costs.setdefault(_plain(option.cost.unit), name)
    for name, criterion in definitions.criteria.items():
        scale = criterion.scale
        if isinstance(scale, QuantityScale) and _plain(scale.unit) in costs:
            yield Found(
                definitions.place(path_of("criterion", name), "scale", "unit"),
                f"'{name}' is scored in '{scale.unit}', the unit of the cost of '{costs[_plain(scale.unit)]}', "
                "so one sum may be judged twice",
                "Let the criterion read the cost with `kind: cost`, or say in its unit how it differs.",
            )


def _plain(unit: str) -> str:
    return " ".join(unit.casefold().split())


c012_cost_scored_apart = Rule(code="C012", severity="warning", title="Cost scored apart from the cost", find=find)
