"""Claims as a table: one row for each thing that a source says."""

from steelyard.documents.definitions import Definitions
from steelyard.tables.contract import Contract, Table, count, table_of, text

CONTRACT = Contract(
    {
        "claim": text(unique=True),
        "source": text(),
        "statement": text(),
        "section": text(nullable=True),
        "paragraph": count(least=1),
        "anchor": text(),
        "sha256": text(pattern=r"^[0-9a-f]{64}$"),
        "credibility": count(least=1, most=6),
    },
    name="claims",
)


def claims(definitions: Definitions) -> Table:
    """Every claim with its place in the document and its digest."""
    rows = [
        (
            f"{source.id}#{name}",
            source.id,
            claim.statement,
            claim.at.section,
            claim.at.paragraph,
            claim.anchor,
            claim.sha256,
            claim.credibility,
        )
        for source in definitions.sources.values()
        for name, claim in source.claims.items()
    ]
    return table_of(CONTRACT, rows)
