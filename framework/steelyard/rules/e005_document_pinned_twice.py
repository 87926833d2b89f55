"""Two sources pin the same document.

One document counted as two sources makes thin evidence look like agreement.

Wrong:

    # seeds/kitchen-survey.yaml
    id: kitchen-survey
    type: report
    title: What the kitchens of nine offices drink
    accessed: 2026-03-02
    document:
      file: machine-test.txt
      sha256: 1f0e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0
    reliability: C
    reliability_because: Nobody says how the offices were chosen.

Right:

    # seeds/kitchen-survey.yaml
    id: kitchen-survey
    type: report
    title: What the kitchens of nine offices drink
    accessed: 2026-03-02
    document:
      file: kitchen-survey.txt
      sha256: 5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a
    reliability: C
    reliability_because: Nobody says how the offices were chosen.
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
