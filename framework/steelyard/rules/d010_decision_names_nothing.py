"""The decision names an option or a weight set that does not exist.

`decision` in `steelyard.yaml` records what was chosen. Readers could not tell what a misspelt name stands for.

Wrong:

    # steelyard.yaml
    decision:
      chosen: [filtre]
      because: It is cheap and quiet enough.
      status: illustrative

Right:

    # steelyard.yaml
    decision:
      chosen: [filter]
      because: It is cheap and quiet enough.
      status: illustrative
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.decision import Taken
from steelyard.documents.definitions import DECISION_FILE, Definitions
from steelyard.shelf import did_you_mean

_WORDS = {"weights": "weight set", "option": "option"}


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each name in the decision for which there is no file."""
    taken = definitions.decision.taken
    for kind, steps, name in _named(taken) if taken else ():
        known = definitions.known[kind]
        if name not in known:
            yield Found(
                definitions.place(DECISION_FILE, "decision", *steps),
                f"the decision names '{name}', which is no {_WORDS[kind]}",
                did_you_mean(name, known),
            )


def _named(taken: Taken) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    """The kind of each name, where it stands, and the name."""
    for index, option in enumerate(taken.chosen):
        yield "option", ("chosen", index), option
    if taken.weights is not None:
        yield "weights", ("weights",), taken.weights
    if taken.was_first is not None:
        yield "option", ("was_first",), taken.was_first


d010_decision_names_nothing = Rule(code="D010", severity="error", title="Decision of an unknown name", find=find)
