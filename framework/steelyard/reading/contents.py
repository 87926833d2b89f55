"""Where definition files lie: what reading asks of a folder on disk, or of a revision in git."""

import os
from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import Protocol

from steelyard.documents.definitions import DECISION_FILE, SUFFIX


class Contents(Protocol):
    """The files of one decision. Paths are written with slashes, from the decision's folder on."""

    @property
    def root(self) -> Path:
        """The decision's folder in the working tree."""

    def holds_decision(self) -> bool:
        """Whether there is a decision at all."""

    def holds(self, path: str) -> bool:
        """Whether something lies at a path."""

    def names_in(self, folder: str) -> Iterable[str]:
        """The ids of the definition files right inside a folder, in order of file name."""

    def beneath(self, folder: str) -> Iterator[str]:
        """The paths of all files inside a folder, however deep."""

    def read(self, path: str) -> bytes:
        """The bytes of one file; OSError where it cannot be opened."""


class OnDisk:
    """The files of a folder as they lie on disk."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @property
    def root(self) -> Path:
        """The decision's folder."""
        return self._root

    def holds_decision(self) -> bool:
        """Whether the folder holds a decision's file."""
        return (self.root / DECISION_FILE).is_file()

    def holds(self, path: str) -> bool:
        """Whether something lies at a path, a link to nothing included."""
        return os.path.lexists(self.root / path)

    def names_in(self, folder: str) -> list[str]:
        """The ids of the definition files right inside a folder."""
        here = self.root / folder
        return [file.stem for file in sorted(here.glob(f"*{SUFFIX}"), key=attrgetter("name"))] if here.is_dir() else []

    def beneath(self, folder: str) -> Iterator[str]:
        """The paths of all files inside a folder."""
        walk = ((Path(here).relative_to(self.root).as_posix(), names) for here, _, names in os.walk(self.root / folder))
        yield from sorted(f"{here}/{name}" for here, names in walk for name in names)

    def read(self, path: str) -> bytes:
        """The bytes of one file."""
        with open(f"{self.root}/{path}", "rb") as file:  # noqa: PTH123 - building a Path takes as long as reading
            return file.read()
