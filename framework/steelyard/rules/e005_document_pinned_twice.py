"""Two sources pin the same document.

One document counted as two sources makes thin evidence look like agreement.

Wrong:

    # seeds/paper.yaml and seeds/paper-summary.yaml
    document: {file: 001.txt, sha256: 5a1f...}

Right: one source, with the claims of both.
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each source whose document an earlier source has."""
    first: dict[str, str] = {}
    for name, source in definitions.sources.items():
        earlier = first.setdefault(source.document.sha256, name)
        if earlier != name:
            yield Found(
                definitions.place(path_of("source", name), "document", "sha256"),
                f"the sources '{earlier}' and '{name}' pin the same document, so its evidence counts twice",
                f"Move the claims to {path_of('source', earlier)}, or pin the document that was meant.",
            )


e005_document_pinned_twice = Rule(code="E005", severity="error", title="Document pinned twice", find=find)
