"""A score is given on a criterion that reads the cost.

Such a criterion takes its number from the option's `cost`, so that money is judged once. A score beside it
would never be read.

Wrong:

    # criteria/price.yaml
    scale: {kind: cost, worst: 3000, best: 0}
    # options/filter.yaml
    cost: {value: 500}
    scores:
      price: {value: 500, low: 300, high: 700, confidence: high,
              basis: judgement, rationale: Coffee and filters.}

Right:

    # criteria/price.yaml
    scale: {kind: cost, worst: 3000, best: 0}
    # options/filter.yaml
    cost: {value: 500}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each score that a cost criterion does not read."""
    for name, option in definitions.options.items():
        for criterion in definitions.reads_cost():
            if criterion in option.scores:
                yield Found(
                    definitions.place(path_of("option", name), "scores", criterion, key=True),
                    f"'{name}' has a score on '{criterion}', which reads the option's cost instead",
                    "Delete this score; the number belongs under `cost`.",
                )


s009_score_beside_cost = Rule(code="S009", severity="error", title="Score beside the cost", find=find)
