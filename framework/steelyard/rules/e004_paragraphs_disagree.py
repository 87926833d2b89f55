"""Two claims of one source disagree about a paragraph's digest.

A paragraph has one text and so one digest. Two digests for one paragraph, or one digest for two paragraphs,
mean that a number or a digest was copied to the wrong claim.

Have the digests computed from the document: `steelyard evidence pin`.

Wrong:

    # seeds/machine-test.yaml
    claims:
      filter-stale: {at: {paragraph: 4}}  # as beans-taste, with another digest

Right:

    # seeds/machine-test.yaml
    claims:
      filter-stale: {at: {paragraph: 6}}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.source import Source

_REMEDY = "Look up both paragraphs in the document, and have the digests computed again."


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each claim that contradicts an earlier claim of its source."""
    for source in definitions.sources.values():
        yield from _two_digests(definitions, source)
        yield from _two_paragraphs(definitions, source)


def _two_digests(definitions: Definitions, source: Source) -> Iterator[Found]:
    first: dict[int, str] = {}
    for name, claim in source.claims.items():
        earlier = first.setdefault(claim.at.paragraph, name)
        if source.claims[earlier].sha256 != claim.sha256:
            yield Found(
                definitions.place(path_of("source", source.id), "claims", name, "sha256"),
                f"the claims '{earlier}' and '{name}' stand in paragraph {claim.at.paragraph} of "
                f"'{source.id}', but give it two different digests",
                _REMEDY,
            )


def _two_paragraphs(definitions: Definitions, source: Source) -> Iterator[Found]:
    first: dict[str, str] = {}
    for name, claim in source.claims.items():
        earlier = first.setdefault(claim.sha256, name)
        before, here = source.claims[earlier].at.paragraph, claim.at.paragraph
        if before != here:
            yield Found(
                definitions.place(path_of("source", source.id), "claims", name, "at", "paragraph"),
                f"the claims '{earlier}' and '{name}' of '{source.id}' have the same digest, "
                f"but one stands in paragraph {before} and the other in paragraph {here}",
                _REMEDY,
            )


e004_paragraphs_disagree = Rule(code="E004", severity="error", title="Paragraphs disagree", find=find)
