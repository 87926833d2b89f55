"""An expectation names a weight set or an option that does not exist, or an option that is not ranked.

`expectations` in `steelyard.yaml` say what a ranking must show. One about a name that no file has, or about an
option that is discarded, fails a gate or is left off the `default` shortlist, could never be proved.

Wrong:

    # steelyard.yaml
    expectations:
      - {weights: balanced, first: coffee,
         because: It is cheap and quiet enough.}

Right:

    # steelyard.yaml
    expectations:
      - {weights: balanced, first: filter,
         because: It is cheap and quiet enough.}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import DECISION_FILE, Definitions
from steelyard.documents.references import expected_names
from steelyard.shelf import did_you_mean

_WORDS = {"weights": "weight set", "option": "option"}


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each name in an expectation that is not known, and each option that is not ranked."""
    ranked = {option.id for option in definitions.ranked_options()}
    for expected in expected_names(definitions):
        name, known = expected.name, definitions.known[expected.kind]
        place = definitions.place(DECISION_FILE, *expected.steps)
        if name not in known:
            message = f"an expectation names '{name}', which is no {_WORDS[expected.kind]}"
            yield Found(place, message, did_you_mean(name, known))
        elif expected.kind == "option" and name in definitions.options and name not in ranked:
            yield Found(
                place,
                f"an expectation names '{name}', which is not ranked: {_why_not(definitions, name)}",
                "Expect something of options that are ranked, or have this one ranked.",
            )


def _why_not(definitions: Definitions, name: str) -> str:
    option = definitions.options[name]
    if option.role == "discarded":
        return "it is discarded"
    if option.failed_gates:
        return f"it fails the gate {option.failed_gates[0]}"
    return "the shortlist `default` leaves it out"


d008_expectation_names_nothing = Rule(code="D008", severity="error", title="Expectation of an unknown name", find=find)
