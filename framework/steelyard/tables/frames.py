"""Frames of tables, each made when it is first asked for; the contracts are proved before that."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from steelyard.documents.definitions import Definitions
from steelyard.tables.contract import Table
from steelyard.tables.keeping import keeps_contract

if TYPE_CHECKING:
    import pandas as pd


class Frames(Mapping[str, "pd.DataFrame"]):
    """Validated frames by name. The first one asked for loads pandas and pandera, which takes most of a second."""

    def __init__(self, tables: Mapping[str, Table], definitions: Definitions) -> None:
        self._tables = tables
        self._definitions = definitions
        self._made: dict[str, pd.DataFrame] = {}

    def __getitem__(self, name: str) -> "pd.DataFrame":
        if name not in self._made:
            self._made[name] = self.made(name)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def made(self, name: str) -> "pd.DataFrame":
        """A frame made anew; UnsoundDefinitionsError, with places in the files, where it breaks its contract."""
        table = self._tables[name]
        from steelyard.tables.breaches import breaches_placed  # noqa: PLC0415 - pandas loads when a frame is wanted
        from steelyard.tables.framing import framed  # noqa: PLC0415

        with breaches_placed(self._definitions, table.contract):
            return framed(table)


def proved(tables: Mapping[str, Table], definitions: Definitions) -> Frames:
    """The frames of tables that keep their contracts; UnsoundDefinitionsError, with places, where one does not."""
    frames = Frames(tables, definitions)
    for name, table in tables.items():
        if not keeps_contract(table):
            frames.made(name)
    return frames
