"""The default weight set does not exist.

Commands rank by `default_weights` when no weight set is named, so `steelyard.yaml` must name a file in
`criteria/weights/`.

Wrong:

    # steelyard.yaml
    default_weights: balancd

Right:

    # steelyard.yaml
    default_weights: balanced
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import DECISION_FILE, Definitions, path_of
from steelyard.shelf import did_you_mean


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """A default weight set for which there is no file."""
    name, known = definitions.decision.default_weights, definitions.known["weights"]
    if not known or name in known or definitions.was_dropped(DECISION_FILE, "default_weights"):
        return
    yield Found(
        definitions.place(DECISION_FILE, "default_weights"),
        f"the default weight set '{name}' does not exist: there is no {path_of('weights', name)}",
        did_you_mean(name, known),
    )


d002_default_weights_unknown = Rule(
    code="D002", severity="error", needed_to_rank=True, title="Unknown default weight set", find=find
)
