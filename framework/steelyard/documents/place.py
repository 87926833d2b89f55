"""Where something stands: file, line and column, kept beside plain data at next to no cost."""

from collections.abc import Sequence
from typing import NamedTuple

Steps = Sequence[str | int]


class Place(NamedTuple):
    """A spot in a file: its path inside the decision folder, and line and column counted from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Mark(NamedTuple):
    """A line and a column, counted from 1."""

    line: int
    column: int


START = Mark(1, 1)


class MarkedMapping(dict[str, object]):
    """A mapping read from a file that remembers where it, its keys and its values stand.

    `holds_empty` says, of a file's outermost mapping, whether a value somewhere in it was left empty, and
    `commented` where a comment stands in a value's place.
    """

    __slots__ = ("commented", "holds_empty", "key_marks", "mark", "value_marks")

    def __init__(self, mark: Mark = START) -> None:
        super().__init__()
        self.mark = mark
        self.holds_empty = False
        self.commented: tuple[Mark, ...] = ()
        self.key_marks: dict[str, Mark] = {}
        self.value_marks: dict[str, Mark] = {}


class MarkedSequence(list[object]):
    """A list read from a file that remembers where it and its items stand."""

    __slots__ = ("item_marks", "mark")

    def __init__(self, mark: Mark = START) -> None:
        super().__init__()
        self.mark = mark
        self.item_marks: list[Mark] = []


_MARKED = (MarkedMapping, MarkedSequence)


def mark_of(tree: object, steps: Steps, *, key: bool = False) -> Mark:
    """Where the part of `tree` reached by `steps` stands; a part that is not there points at its parent.

    `key=True` gives the place of the last step's key instead of its value.
    """
    here = tree.mark if isinstance(tree, _MARKED) else START
    for depth, step in enumerate(steps):
        last = depth == len(steps) - 1
        if isinstance(tree, MarkedMapping) and isinstance(step, str) and step in tree:
            value_at, key_at = tree.value_marks[step], tree.key_marks[step]
            # A nested block is best pointed at by its key: its first line may be far from the fault.
            nested = isinstance(tree[step], _MARKED)
            here = key_at if (nested or (key and last)) else value_at
            tree = tree[step]
        elif isinstance(tree, MarkedSequence) and isinstance(step, int) and step < len(tree):
            here = tree.item_marks[step]
            tree = tree[step]
        else:
            break
    return here
