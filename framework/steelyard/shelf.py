"""A shelf shows the members of one folder by their file names, and imports one only when it is asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Generic, TypeVar

Member = TypeVar("Member")


def module_name(name: str) -> str:
    """The name of the module that holds the member of a shelf by a name."""
    return name.replace("-", "_")


class Shelf(Mapping[str, Member], Generic[Member]):
    """The members of a package, by name: each module binds one constant under the module's own name.

    A name has hyphens where Python asks for underscores: `rank_order.py` holds what files call `rank-order`.
    """

    def __init__(self, package: str, path: Iterable[str], kind: type[Member]) -> None:
        self._package = package
        self._kind = kind
        self._names = tuple(sorted(module.name.replace("_", "-") for module in iter_modules(list(path))))

    def __getitem__(self, name: str) -> Member:
        if name not in self._names:
            raise KeyError(name)
        module = module_name(name)
        member = getattr(import_module(f"{self._package}.{module}"), module, None)
        if not isinstance(member, self._kind):
            raise TypeError(f"{self._package}.{module} must bind a {self._kind.__name__} named {module}")
        return member

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


_LONGEST_NAME = 100
"""Letters beyond which a name is no slip of the pen, and comparing it letter by letter takes its time."""
_MANY_NAMES = 200
"""Known names beyond which a misspelt one is not compared with all of them, but looked up."""
_NAMES_SHOWN = 20
"""As many known names as one reads."""


def nearest(name: str, known: Iterable[str], but: str | None = None) -> str | None:
    """The known name most like a misspelt one, or None where nothing comes near; `but` is never meant.

    Among very many names only those are found that differ from it by one letter more, less, changed or swapped.
    """
    return _nearest(name, frozenset(known), but) if len(name) <= _LONGEST_NAME else None


@lru_cache(maxsize=4096)
def _nearest(name: str, known: frozenset[str], but: str | None) -> str | None:
    candidates = known if len(known) <= _MANY_NAMES else _one_slip_away(name, known)
    found = get_close_matches(name, sorted(candidates - {but}), n=1, cutoff=0.6)
    return found[0] if found else None


def _one_slip_away(name: str, known: frozenset[str]) -> frozenset[str]:
    """The known names that become equal to a name once each of the two loses at most one letter."""
    index = _by_shortened_name(known)
    return frozenset(each for short in _shortened(name) for each in index.get(short, ()))


@lru_cache(maxsize=4)
def _by_shortened_name(known: frozenset[str]) -> Mapping[str, Sequence[str]]:
    index: dict[str, list[str]] = {}
    for name in (each for each in known if len(each) <= _LONGEST_NAME):
        for short in _shortened(name):
            index.setdefault(short, []).append(name)
    return index


def _shortened(name: str) -> set[str]:
    """A name, and what is left of it without any one of its letters."""
    return {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}


def did_you_mean(name: str, known: Iterable[str], but: str | None = None) -> str:
    """A remedy for an unknown name: the nearest known one, or else all of them; `but` is not offered."""
    names = frozenset(known)
    guess = nearest(name, names, but)
    return f"Did you mean '{guess}'?" if guess is not None else _listed(names, but)


@lru_cache(maxsize=256)
def _listed(known: frozenset[str], but: str | None) -> str:
    first = [name for name in _sorted(known)[: _NAMES_SHOWN + 2] if name != but]
    if not first:
        return "Nothing of that kind is defined yet."
    shown = ", ".join(f"'{each}'" for each in first[:_NAMES_SHOWN])
    return f"Known: {shown}{', ...' if len(first) > _NAMES_SHOWN else '.'}"


@lru_cache(maxsize=4)
def _sorted(known: frozenset[str]) -> Sequence[str]:
    return sorted(known)
