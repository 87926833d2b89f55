"""Two levels of a scale have the same label or the same anchor.

An anchor is the sign by which two readers tell a level. Two levels with one sign cannot be told apart, so the
choice between them is arbitrary.

Wrong:

    # criteria/taste.yaml
    scale:
      kind: levels
      levels:
        - {value: 0, label: Left in the cup, anchor: Most cups are poured away.}
        - {value: 1, label: Left in the cup, anchor: Most cups are finished.}
        - {value: 2, label: Asked for, anchor: Visitors ask for a second cup.}

Right:

    # criteria/taste.yaml
    scale:
      kind: levels
      levels:
        - {value: 0, label: Left in the cup, anchor: Most cups are poured away.}
        - {value: 1, label: Drunk, anchor: Most cups are finished.}
        - {value: 2, label: Asked for, anchor: Visitors ask for a second cup.}
"""

from collections.abc import Iterator
from typing import Literal

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.criterion import LevelsScale
from steelyard.documents.definitions import Definitions, path_of


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each level whose label or anchor an earlier level has."""
    for name, criterion in definitions.criteria.items():
        if isinstance(criterion.scale, LevelsScale):
            yield from _repeated(definitions, name, criterion.scale, "label")
            yield from _repeated(definitions, name, criterion.scale, "anchor")


def _repeated(
    definitions: Definitions, name: str, scale: LevelsScale, key: Literal["label", "anchor"]
) -> Iterator[Found]:
    first: dict[str, int] = {}
    for index, level in enumerate(scale.levels):
        earlier = first.setdefault(getattr(level, key).casefold(), index)
        if earlier != index:
            yield Found(
                definitions.place(path_of("criterion", name), "scale", "levels", index, key),
                f"levels {earlier + 1} and {index + 1} of '{name}' have the same {key}, "
                "so readers cannot tell them apart",
                f"Give each level {'a label' if key == 'label' else 'an anchor'} of its own.",
            )


c007_levels_look_alike = Rule(code="C007", severity="warning", title="Levels look alike", find=find)
