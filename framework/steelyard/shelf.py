"""A shelf shows the members of one folder by their file names, and imports one only when it is asked for."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Generic, TypeVar

Member = TypeVar("Member")


class Shelf(Mapping[str, Member], Generic[Member]):
    """The members of a package, by name: each module binds one constant under the module's own name."""

    def __init__(self, package: str, path: Iterable[str], kind: type[Member]) -> None:
        self._package = package
        self._kind = kind
        self._names = tuple(sorted(module.name for module in iter_modules(list(path))))

    def __getitem__(self, name: str) -> Member:
        if name not in self._names:
            raise KeyError(name)
        member = getattr(import_module(f"{self._package}.{name}"), name, None)
        if not isinstance(member, self._kind):
            raise TypeError(f"{self._package}.{name} must bind a {self._kind.__name__} named {name}")
        return member

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


_LONGEST_NAME = 100
"""Letters beyond which a name is no slip of the pen, and comparing it letter by letter takes its time."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like a misspelt one, or None where nothing comes near."""
    return _nearest(name, tuple(sorted(known))) if len(name) <= _LONGEST_NAME else None


@lru_cache(maxsize=4096)
def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    found = get_close_matches(name, known, n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A remedy for an unknown name: the nearest known one, or else all of them."""
    names = sorted(known)
    guess = nearest(name, names)
    if guess is not None:
        return f"Did you mean '{guess}'?"
    if not names:
        return "Nothing of that kind is defined yet."
    shown = ", ".join(f"'{each}'" for each in names[:20])
    return f"Known: {shown}{', ...' if len(names) > 20 else '.'}"  # noqa: PLR2004 - as many as one reads
