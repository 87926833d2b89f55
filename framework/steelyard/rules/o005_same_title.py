"""Two options have the same title.

Readers see titles, not file names, so they could not tell the two apart in a ranking.

Wrong:

    # options/beans.yaml
    title: Machine
    # options/capsules.yaml
    title: Machine

Right:

    # options/beans.yaml
    title: Machine that grinds beans
    # options/capsules.yaml
    title: Capsule machine
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """One finding for each group of options with one title, at the second of them."""
    alike: dict[str, list[str]] = {}
    for name, option in definitions.options.items():
        if not definitions.was_dropped(path_of("option", name), "title"):
            alike.setdefault(" ".join(option.title.casefold().split()), []).append(name)
    for names in alike.values():
        if len(names) > 1:
            listed = ", ".join(f"'{name}'" for name in names)
            yield Found(
                definitions.place(path_of("option", names[1]), "title"),
                f"the options {listed} have the same title, so readers cannot tell them apart",
                "Say in each title what sets the option apart.",
            )


o005_same_title = Rule(code="O005", severity="warning", title="Same title twice", find=find)
