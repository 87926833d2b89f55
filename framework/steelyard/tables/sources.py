"""Sources as a table: one row a document."""

from steelyard.documents.definitions import Definitions
from steelyard.tables.contract import Contract, Table, count, table_of, text

CONTRACT = Contract(
    {
        "source": text(unique=True),
        "type": text(),
        "title": text(),
        "publisher": text(nullable=True),
        "issued": text(nullable=True),
        "url": text(nullable=True),
        "file": text(),
        "sha256": text(pattern=r"^[0-9a-f]{64}$"),
        "reliability": text(among=tuple("ABCDEF")),
        "claims": count(),
    },
    name="sources",
)


def sources(definitions: Definitions) -> Table:
    """Every source, with its digest, reliability and number of claims."""
    rows = [
        (
            each.id,
            each.type,
            each.title,
            each.publisher,
            each.issued,
            each.URL,
            each.document.file,
            each.document.sha256,
            each.reliability,
            len(each.claims),
        )
        for each in definitions.sources.values()
    ]
    return table_of(CONTRACT, rows)
