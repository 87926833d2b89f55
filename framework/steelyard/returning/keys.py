"""What a number in a workbook is: a point of a weight set, or an option's number on a criterion."""

from typing import Literal, NamedTuple

Kind = Literal["judgements", "groups", "within", "own", "score"]


class Key(NamedTuple):
    """One number that a reader can change: `of` is a weight set or an option, `name` a criterion or a group."""

    kind: Kind
    of: str
    name: str

    @property
    def said(self) -> str:
        """What it is called in a sentence."""
        if self.kind == "score":
            return f"the number of '{self.of}' on '{self.name}'"
        what = f"the group '{self.name}'" if self.kind == "groups" else f"'{self.name}'"
        return f"the points of {what} in '{self.of}'"
