"""The default weights come from the options' numbers: nobody judged what matters.

A method that weighs by data (entropy, CRITIC, the standard deviation) asks how far the options differ on a criterion,
not whether the difference matters to anybody. Such weights are there to compare with; a decision rests on
judgements of importance.

Wrong:

    # steelyard.yaml
    default_weights: spread

    # criteria/weights/spread.yaml
    id: spread
    title: By spread
    whose: nobody's
    status: illustrative
    why: To see how much the ranking owes to what people judged.
    method: standard-deviation

Right:

    # steelyard.yaml
    default_weights: balanced

    # criteria/weights/spread.yaml
    id: spread
    title: By spread
    whose: nobody's
    status: illustrative
    why: To see how much the ranking owes to what people judged.
    method: standard-deviation

Source: Keeney & Raiffa (1976), Decisions with Multiple Objectives, chapter 3 (weights are trade-offs that somebody is
willing to make).
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import DECISION_FILE, Definitions


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """The default weight set, where its method weighs by the options' numbers."""
    name = definitions.decision.default_weights
    weights = definitions.weight_sets.get(name)
    if weights is not None and weights.from_data:
        yield Found(
            definitions.place(DECISION_FILE, "default_weights"),
            f"the default weights '{name}' come from the options' numbers by the method '{weights.method}', "
            "so nobody judged what matters",
            "Name a weight set that holds somebody's judgements, and keep this one to compare with.",
        )


w011_default_weights_from_data = Rule(code="W011", severity="error", title="Default weights from data", find=find)
