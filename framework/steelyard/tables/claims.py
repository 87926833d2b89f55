"""Claims as a table: one row for each thing that a source says."""

import pandas as pd
import pandera.pandas as pa

from steelyard.documents.definitions import Definitions
from steelyard.tables.framing import count, framed, text

SCHEMA = pa.DataFrameSchema(
    {
        "claim": text(unique=True),
        "source": text(),
        "statement": text(),
        "section": text(nullable=True),
        "paragraph": count(least=1),
        "anchor": text(),
        "sha256": pa.Column(str, pa.Check.str_matches(r"^[0-9a-f]{64}$")),
        "credibility": count(least=1, most=6),
    },
    strict=True,
    ordered=True,
    name="claims",
)


def claims(definitions: Definitions) -> pd.DataFrame:
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
    return framed(SCHEMA, rows)
