"""A suppression: a comment in a definition file that says which finding stands there on purpose, and why."""

from dataclasses import dataclass

from steelyard.documents.place import Place


@dataclass(frozen=True)
class Suppression:
    """One comment. It covers the lines from `first` to `last`: the block that it stands beside or above.

    `codes` may be empty and `reason` blank where the comment is not written as it should be.
    """

    place: Place
    codes: tuple[str, ...]
    reason: str
    first: int
    last: int
