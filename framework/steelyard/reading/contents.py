"""Where definition files lie: what reading asks of a folder on disk, or of a revision in git."""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from steelyard.documents.definitions import DECISION_FILE, SUFFIX

MOST_BYTES = 1_000_000
"""Beyond this a file is refused: people write none of that size."""
_USUAL_BYTES = 16_384
"""Nearly every file is smaller than this."""


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
        """The ids of the definition files right inside a folder, in order of file name; OSError where it is shut."""

    def beneath(self, folder: str) -> Iterator[str]:
        """The paths of all files inside a folder, however deep."""

    def read(self, path: str, most: int = MOST_BYTES) -> bytes:
        """The bytes of one file, of a large one more than `most`; OSError where it cannot be opened."""


class StrangeFileError(OSError):
    """What lies at a path cannot be a definition file; the error's text says why, and `remedy` what to do."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.remedy = remedy


class OnDisk:
    """The files of a folder as they lie on disk. Nothing outside of the folder is ever opened."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folders: dict[str, bool] = {}

    @property
    def root(self) -> Path:
        """The decision's folder."""
        return self._root

    def holds_decision(self) -> bool:
        """Whether the folder holds a decision's file."""
        return os.path.isfile(self.root / DECISION_FILE)  # noqa: PTH113 - it says no where one may not look

    def holds(self, path: str) -> bool:
        """Whether something lies at a path, a link to nothing included."""
        return os.path.lexists(self.root / path)

    def names_in(self, folder: str) -> list[str]:
        """The ids of the definition files right inside a folder; OSError where it cannot be looked into."""
        try:
            with os.scandir(f"{self.root}/{folder}") as entries:
                inside = sorted(entry.name for entry in entries)
        except (FileNotFoundError, NotADirectoryError):
            return []
        return [name.removesuffix(SUFFIX) for name in inside if name.endswith(SUFFIX) and name != SUFFIX]

    def beneath(self, folder: str) -> Iterator[str]:
        """The paths of all files inside a folder; links to folders are not followed."""
        yield from sorted(self._files_beneath(folder)) if self._is_inside(folder) else []

    def _files_beneath(self, folder: str) -> Iterator[str]:
        pending = [folder]
        while pending:
            here = pending.pop()
            with suppress(OSError), os.scandir(f"{self.root}/{here}") as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        pending.append(f"{here}/{entry.name}")
                    elif not os.path.isdir(entry.path):  # noqa: PTH112 - it says no to a link in a circle
                        yield f"{here}/{entry.name}"

    def read(self, path: str, most: int = MOST_BYTES) -> bytes:
        """The bytes of one file, or so many of them as show that it is too large.

        Raises OSError where it cannot be opened: StrangeFileError for a link out of the folder, and for what is
        no file at all, such as a pipe, which would never end.
        """
        file = f"{self.root}/{path}"
        mode = os.lstat(file).st_mode
        if not self._is_inside(path.rpartition("/")[0]) or (stat.S_ISLNK(mode) and not self._leads_inside(file)):
            reason = "the file is reached by a link that leads out of the decision's folder"
            raise StrangeFileError(reason, "Put the file itself in its place.")
        if stat.S_ISLNK(mode):
            mode = Path(file).stat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise StrangeFileError("this is a pipe, a socket or a device, not a file", "Put a file in its place.")
        with open(file, "rb") as opened:  # noqa: PTH123 - building a Path takes as long as reading
            start = opened.read(_USUAL_BYTES)  # asked for more than is there, Python makes room for it all the same
            return start if len(start) < _USUAL_BYTES else start + opened.read(most + 1 - _USUAL_BYTES)

    def _is_inside(self, folder: str) -> bool:
        """Whether a folder of the decision really lies in it; asked once for each."""
        if folder not in self._folders:
            self._folders[folder] = self._leads_inside(f"{self.root}/{folder}")
        return self._folders[folder]

    def _leads_inside(self, path: str) -> bool:
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self.root))
