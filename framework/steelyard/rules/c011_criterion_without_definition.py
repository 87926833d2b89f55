"""A criterion has no definition.

A title and a question leave open where the line is drawn: over which years, for whom, with which knock-on effects.
Two people then score two different things under one name. `definition` says what counts and what does not.

Wrong:

    # criteria/noise.yaml, without definition
    title: Noise
    question: How loud is it at the nearest desk?

Right:

    # criteria/noise.yaml
    title: Noise
    question: How loud is it at the nearest desk?
    definition: The loudest minute of a normal cup, at the nearest desk;
      not what people say about it.

Source: Keeney & Gregory (2005), Selecting attributes to measure the achievement of objectives, Operations Research
53(1), 1-11 (unambiguous, operational, understandable).
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.references import left_out


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each criterion without one, unless it is there and could not be read."""
    for name, criterion in definitions.criteria.items():
        path = path_of("criterion", name)
        if criterion.definition is None and not left_out(definitions, path, "definition"):
            yield Found(
                definitions.place(path, "question"),
                f"the criterion '{name}' has no definition, so readers may each count something else",
                "Add `definition:`, saying what counts and what does not.",
            )


c011_criterion_without_definition = Rule(
    code="C011", severity="warning", title="Criterion without a definition", find=find
)
