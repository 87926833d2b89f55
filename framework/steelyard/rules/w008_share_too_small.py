"""A criterion has a share so small that it cannot matter.

Under one per cent, not even the move from worst to best on its whole scale changes a total by more than 0.01.
Such a criterion costs the team its scores and its readers their attention. Points of 0 are exempt: they say
plainly that a criterion does not count under this weight set.

Wrong:

    # criteria/weights/balanced.yaml
    judgements: {noise: 1}

Right:

    # criteria/weights/balanced.yaml
    judgements: {noise: 0}
"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.record import Record, Share


class Settings(Record, defer_build=True):
    """What a project may set."""

    least: Annotated[Share, Field(description="The least share that matters.")] = 0.01


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each share that is above 0 and below the least that matters."""
    assert isinstance(bench.settings, Settings)  # noqa: S101 - each rule is handed its own
    least = bench.settings.least
    for name, shares in bench.shares.items():
        for criterion, share in shares.items():
            if 0 < share < least:
                yield Found(
                    definitions.place(path_of("weights", name), *_steps(definitions, name, criterion)),
                    f"'{criterion}' has a share of {share:.2%} under '{name}', less than {least:.15g} of the whole",
                    "Give it 0 points if it should not count, or merge it with another criterion.",
                )


def _steps(definitions: Definitions, name: str, criterion: str) -> tuple[str, ...]:
    """Where a weight set states the points of a criterion."""
    if definitions.weight_sets[name].within is None:
        return "judgements", criterion
    return "within", definitions.criteria[criterion].group, criterion


w008_share_too_small = Rule(
    code="W008", severity="warning", title="Share too small to matter", find=find, settings=Settings
)
