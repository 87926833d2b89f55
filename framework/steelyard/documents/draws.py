"""`draws/<name>.csv`: scores drawn elsewhere, one row a draw, so that what varies together stays together."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from steelyard.documents.place import Place
from steelyard.documents.record import Record

DRAWS_FOLDER = "draws"
"""Where files of draws lie in a decision's folder."""

Cell = tuple[str, str]
"""An option's id and a criterion's."""


class DrawsFile(Record):
    """Where draws of scores lie."""

    file: Annotated[
        str,
        StringConstraints(pattern=r"^draws/[A-Za-z0-9][A-Za-z0-9._-]*\.(csv|parquet)$"),
        Field(description="A CSV or Parquet file in the folder `draws`: a column `option/criterion` a cell."),
    ]


@dataclass(frozen=True)
class Draws:
    """Draws of scores from a file: by option and criterion, a number for each row.

    All columns are of one length, and what stands in one row was drawn together. `digest` is that of the file's bytes;
    `places` say where each column is named.
    """

    path: str
    digest: str
    rows: int
    columns: Mapping[Cell, Sequence[float]] = field(repr=False)
    places: Mapping[Cell, Place] = field(repr=False)

    def without(self, cells: Collection[Cell]) -> Self:
        """The same draws, less those of some cells."""
        return replace(self, columns={cell: each for cell, each in self.columns.items() if cell not in cells})
