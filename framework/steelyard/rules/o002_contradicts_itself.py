"""An option requires or excludes itself, or both requires and excludes another.

Such an option could never be chosen, or says nothing.

Wrong:

    # options/capsules.yaml
    requires: [beans]
    excludes: [beans, capsules]

Right:

    # options/capsules.yaml
    requires: []
    excludes: [beans]
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.option import Option


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each option that names itself, and each that it names on both lists."""
    for option in definitions.options.values():
        yield from _itself(definitions, option)
        yield from _both(definitions, option)


def _itself(definitions: Definitions, option: Option) -> Iterator[Found]:
    for key, others in (("requires", option.requires), ("excludes", option.excludes)):
        if option.id in others:
            yield Found(
                definitions.place(path_of("option", option.id), key, others.index(option.id)),
                f"'{option.id}' {key} itself",
                "Take it off its own list.",
            )


def _both(definitions: Definitions, option: Option) -> Iterator[Found]:
    for index, other in enumerate(option.excludes):
        if other in option.requires and other != option.id:
            yield Found(
                definitions.place(path_of("option", option.id), "excludes", index),
                f"'{option.id}' both requires and excludes '{other}', so it could never be chosen",
                "Take it off one of the two lists.",
            )


o002_contradicts_itself = Rule(code="O002", severity="error", title="Option contradicts itself", find=find)
