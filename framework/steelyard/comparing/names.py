"""What options, criteria, groups and weight sets are called in sentences: their titles, as everywhere else."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from steelyard.documents.definitions import Definitions
from steelyard.documents.paragraphs import folded


class _Titled(Protocol):
    @property
    def title(self) -> str: ...


@dataclass(frozen=True)
class Names:
    """Names by id, as the later version has them; what only the earlier one has is called by its title there."""

    options: Mapping[str, str]
    criteria: Mapping[str, str]
    groups: Mapping[str, str]
    weight_sets: Mapping[str, str]

    def option(self, name: str) -> str:
        """An option's name; its id where neither version has it."""
        return self.options.get(name, name)

    def criterion(self, name: str) -> str:
        """A criterion's name."""
        return self.criteria.get(name, name)

    def group(self, name: str) -> str:
        """A group's name."""
        return self.groups.get(name, name)

    def weights(self, name: str) -> str:
        """A weight set's name."""
        return self.weight_sets.get(name, name)


def names_in(before: Definitions, after: Definitions) -> Names:
    """The names of everything that either version has."""
    return Names(
        _named(before.options, after.options),
        _named(before.criteria, after.criteria),
        _named(before.decision.groups, after.decision.groups),
        _named(before.weight_sets, after.weight_sets),
    )


def distinct(titles: Mapping[str, str]) -> dict[str, str]:
    """Titles by id, each with its id in brackets where another has the same title."""
    plain = {name: folded(title) for name, title in titles.items()}
    often = Counter(title.casefold() for title in plain.values())
    return {name: title if often[title.casefold()] == 1 else f"{title} ({name})" for name, title in plain.items()}


def _named(before: Mapping[str, _Titled], after: Mapping[str, _Titled]) -> dict[str, str]:
    entries: Iterable[tuple[str, _Titled]] = {**before, **after}.items()
    return distinct({name: each.title for name, each in entries})
