"""A weight set comes from the options' numbers: it holds nobody's judgement of what matters.

That is fine beside judged weights, as a comparison. It is said wherever the set is shown, and here, so that nobody
takes it for the view of those it is named after. Its weights change with every score.

Wrong:

    # criteria/weights/quiet-first.yaml, without groups and within
    method: entropy

Right:

    # criteria/weights/quiet-first.yaml
    method: swing
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each weight set whose method weighs by the options' numbers."""
    for name, weights in definitions.weight_sets.items():
        if weights.from_data:
            yield Found(
                definitions.place(path_of("weights", name), "method"),
                f"the weight set '{name}' comes from the options' numbers by the method '{weights.method}': "
                "it holds nobody's judgement of what matters",
                "Keep it to compare with judged weights, or write the judgements of those whose view it is to be.",
            )


w013_weights_from_data = Rule(code="W013", severity="note", title="Weights from data", find=find)
