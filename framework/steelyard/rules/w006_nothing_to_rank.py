"""There are no options, no criteria, or no weight sets.

A ranking needs some of each: files that end in `.yaml`, right inside their folders.

Wrong:

    # criteria/weights/balanced.yaml, deleted
    # criteria/weights/quiet-first.yaml, deleted

Right:

    # criteria/weights/quiet-first.yaml, deleted
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import DECISION_FILE, FOLDERS, Definitions

_WORDS = {"option": "options", "criterion": "criteria", "weights": "weight sets"}


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each kind of file of which there is none."""
    for kind, word in _WORDS.items():
        if not definitions.known[kind]:
            yield Found(
                definitions.place(DECISION_FILE),
                f"the decision has no {word}: there is no .yaml file in {FOLDERS[kind]}/",
                f"Write one in {FOLDERS[kind]}/, named after its id.",
            )


w006_nothing_to_rank = Rule(code="W006", severity="error", needed_to_rank=True, title="Nothing to rank", find=find)
