"""An anchor is longer than eight words.

An anchor is a few words by which a reader finds the paragraph in the document. More than that would copy the
document into the project, which holds claims in its own words only.

Wrong:

    # seeds/machine-test.yaml
    claims:
      filter-stale:
        anchor: the coffee tasted flat after an hour on the hot plate

Right:

    # seeds/machine-test.yaml
    claims:
      filter-stale: {anchor: flat after an hour}
"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.record import AS_WHOLE, Record
from steelyard.documents.source import LONGEST_ANCHOR


class Settings(Record, defer_build=True):
    """What a project may set."""

    longest: Annotated[
        int,
        Field(description="So many words an anchor may have; never more than eight.", ge=1, le=LONGEST_ANCHOR),
        AS_WHOLE,
    ] = LONGEST_ANCHOR


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each anchor with too many words."""
    assert isinstance(bench.settings, Settings)  # noqa: S101 - each rule is handed its own
    longest = bench.settings.longest
    for name, source in definitions.sources.items():
        for claim, said in source.claims.items():
            words = len(said.anchor.split())
            if words > longest:
                yield Found(
                    definitions.place(path_of("source", name), "claims", claim, "anchor"),
                    f"the anchor of '{name}#{claim}' has {words} words; at most {longest} are allowed",
                    "Keep the few words that find the paragraph.",
                )


e002_anchor_too_long = Rule(code="E002", severity="error", title="Anchor too long", find=find, settings=Settings)
