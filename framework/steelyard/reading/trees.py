"""The trees of a decision's files, each built when something in its file is first pointed at."""

from collections.abc import Iterator, Mapping

from steelyard.reading.fault import Fault
from steelyard.reading.yaml_text import parse


class Trees(Mapping[str, object]):
    """Each file's tree with its places, by path; None for a file that cannot be read.

    The texts are kept until then rather than read again, so that places belong to what was read.
    """

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._parsed: dict[str, tuple[object, list[Fault]]] = {}

    def add(self, path: str, text: str) -> None:
        """One more file."""
        self._texts[path] = text

    def parsed(self, path: str) -> tuple[object, list[Fault]]:
        """The tree of one file, and what was wrong with the text."""
        if path not in self._parsed:
            self._parsed[path] = parse(self._texts[path])
        return self._parsed[path]

    def __getitem__(self, path: str) -> object:
        return self.parsed(path)[0]

    def __contains__(self, path: object) -> bool:
        return path in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)
