"""More than one criterion reads the options' cost.

Each criterion that reads the cost adds to its weight, so the same money counts twice in every total.

Keep one of the two, or give one of them a scale of its own.

Wrong:

    # criteria/noise.yaml, without scale.unit
    scale: {kind: cost, worst: 5000, best: 0}

Right:

    # criteria/noise.yaml
    scale: {kind: quantity, worst: 80, best: 40}

Source: Dodgson, Spackman, Pearman & Phillips (2009), Multi-criteria analysis: a manual, section 5.4.4.5
(avoiding double counting).
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each criterion that reads the cost after another does."""
    readers = definitions.reads_cost()
    for name in readers[1:]:
        yield Found(
            definitions.place(path_of("criterion", name), "scale", "kind"),
            f"'{name}' reads the options' cost, and so does '{readers[0]}', so the same money counts twice",
            "Keep one of the two, or give this one a scale of its own.",
        )


c006_cost_counted_twice = Rule(code="C006", severity="warning", title="Cost counted twice", find=find)
