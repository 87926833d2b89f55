"""Sources as a table: one row a document."""

import pandas as pd
import pandera.pandas as pa

from steelyard.documents.definitions import Definitions
from steelyard.tables.framing import count, framed, text

SCHEMA = pa.DataFrameSchema(
    {
        "source": text(unique=True),
        "type": text(),
        "title": text(),
        "publisher": text(nullable=True),
        "issued": text(nullable=True),
        "url": text(nullable=True),
        "file": text(),
        "sha256": pa.Column(str, pa.Check.str_matches(r"^[0-9a-f]{64}$")),
        "reliability": text(among=tuple("ABCDEF")),
        "claims": count(),
    },
    strict=True,
    ordered=True,
    name="sources",
)


def sources(definitions: Definitions) -> pd.DataFrame:
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
    return framed(SCHEMA, rows)
