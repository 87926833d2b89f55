"""An option requires one that rules it out, or one that was discarded.

Neither could ever be chosen together with what it needs.

Wrong:

    # options/beans.yaml
    requires: [capsules]
    # options/capsules.yaml
    excludes: [beans]

Right:

    # options/beans.yaml
    requires: [filter]
    # options/capsules.yaml
    excludes: [beans]
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each requirement that the required option's own file makes impossible."""
    excluded = {name: frozenset(option.excludes) for name, option in definitions.options.items()}
    for name, option in definitions.options.items():
        for index, other in enumerate(option.requires):
            needed = definitions.options.get(other)
            if needed is None or other == name or option.role == "discarded":
                continue
            if needed.role == "discarded":
                said = f"'{name}' requires '{other}', which was discarded"
                remedy = "Take the requirement back, or discard this option too."
            elif name in excluded[other] and other not in excluded[name]:
                said = f"'{name}' requires '{other}', which excludes it"
                remedy = "Take one of the two statements back."
            else:
                continue
            yield Found(definitions.place(path_of("option", name), "requires", index), said, remedy)


o004_requires_what_cannot_be = Rule(code="O004", severity="error", title="Requires what cannot be had", find=find)
