"""An assumption says that it bears on something that is neither a criterion nor an option.

`bears_on` tells readers which numbers to doubt when the assumption fails, by the ids of criteria and options.

Wrong:

    # assumptions.yaml
    assumptions:
      prices-hold: {bears_on: [prices]}

Right:

    # assumptions.yaml
    assumptions:
      prices-hold: {bears_on: [price, capsules]}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import ASSUMPTIONS_FILE, Definitions
from steelyard.shelf import did_you_mean


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each id under `bears_on` for which there is no file of a criterion or an option."""
    known = definitions.known["criterion"] | definitions.known["option"]
    for name, assumption in definitions.assumptions.items():
        for index, borne in enumerate(assumption.bears_on):
            if borne not in known:
                yield Found(
                    definitions.place(ASSUMPTIONS_FILE, "assumptions", name, "bears_on", index),
                    f"the assumption '{name}' bears on '{borne}', which is neither a criterion nor an option",
                    did_you_mean(borne, known),
                )


a002_bears_on_nothing = Rule(code="A002", severity="error", title="Assumption that bears on nothing", find=find)
