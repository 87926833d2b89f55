"""Nobody says when a source was read.

Pages change, and a claim holds for the copy that was read. Either `accessed` says when the address was opened,
or `read` in `document` when the copy was.

Wrong:

    # seeds/machine-test.yaml, without accessed

Right:

    # seeds/machine-test.yaml, without accessed
    document: {read: 2026-03-02}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.references import left_out


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each source with neither date."""
    for name, source in definitions.sources.items():
        path = path_of("source", name)
        unread = left_out(definitions, path, "accessed") or left_out(definitions, path, "document", "read")
        if source.accessed is None and source.document.read is None and not unread:
            yield Found(
                definitions.place(path, "document"),
                f"nobody says when the source '{name}' was read",
                "Add `accessed:` with the day the address was opened, or `read:` under `document`.",
            )


e010_source_without_access_date = Rule(code="E010", severity="note", title="Source without a date of access", find=find)
