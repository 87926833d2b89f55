"""A source is said to draw on one that is not there, or on itself.

`draws_on` names, by id, the sources that a source repeats, so that the two count as one voice. A misspelt name
would leave them two.

Wrong:

    # seeds/machine-test.yaml
    draws_on: [machine-tests]

Right:

    # seeds/machine-test.yaml, without draws_on
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.shelf import did_you_mean


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each name under `draws_on` for which there is no source file, or that is the source's own."""
    known = definitions.known["source"]
    for name, source in definitions.sources.items():
        for index, origin in enumerate(source.draws_on):
            place = definitions.place(path_of("source", name), "draws_on", index)
            if origin == name:
                yield Found(place, f"'{name}' is said to draw on itself", "Take the name out.")
            elif origin not in known:
                yield Found(
                    place, f"'{name}' draws on '{origin}', which is no source", did_you_mean(origin, known - {name})
                )


e012_draws_on_unknown_source = Rule(code="E012", severity="error", title="Draws on an unknown source", find=find)
