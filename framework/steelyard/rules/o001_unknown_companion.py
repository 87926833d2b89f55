"""An option requires or excludes an option that does not exist.

`requires` says what an option cannot do without and `excludes` what it rules out. Both name options by id.

Wrong:

    # options/capsules.yaml
    excludes: [beens]

Right:

    # options/capsules.yaml
    excludes: [beans]
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.shelf import did_you_mean


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each name under `requires` and `excludes` for which there is no option file."""
    known = definitions.known["option"]
    for name, option in definitions.options.items():
        for key, others in (("requires", option.requires), ("excludes", option.excludes)):
            for index, other in enumerate(others):
                if other not in known:
                    yield Found(
                        definitions.place(path_of("option", name), key, index),
                        f"'{name}' {key} '{other}', which is no option",
                        did_you_mean(other, known, but=name),
                    )


o001_unknown_companion = Rule(code="O001", severity="error", title="Requires or excludes an unknown option", find=find)
