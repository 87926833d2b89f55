"""An anchor is longer than eight words.

An anchor is a few words by which a reader finds the paragraph in the document. More than that would copy the
document into the project, which holds claims in its own words only.

Wrong:

    anchor: controls should be updated every year because the technology they cover moves

Right:

    anchor: controls should be updated every year
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.source import LONGEST_ANCHOR


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each anchor with too many words."""
    for name, source in definitions.sources.items():
        for claim, said in source.claims.items():
            words = len(said.anchor.split())
            if words > LONGEST_ANCHOR:
                yield Found(
                    definitions.place(path_of("source", name), "claims", claim, "anchor"),
                    f"the anchor of '{name}#{claim}' has {words} words; at most {LONGEST_ANCHOR} are allowed",
                    "Keep the few words that find the paragraph.",
                )


e002_anchor_too_long = Rule(code="E002", severity="error", title="Anchor too long", find=find)
