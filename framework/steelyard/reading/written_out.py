"""Remedies that write out what was meant: a block around a bare value, a pair in brackets of its own."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from pydantic import BaseModel

from steelyard.reading.annotations import takes

_LONGEST_SHOWN = 40
_SEPARATORS = re.compile(r"[\s,;<>]+")
_A_PAIR = 2
_A_BLOCK = "Write a block of keys with values."


def instead_of_block(given: object, records: Iterable[type[BaseModel]]) -> str:
    """What to write where a block of keys is asked for, with the keys it needs and the value that is there."""
    if isinstance(given, list) and given and all(isinstance(each, Mapping) for each in given):
        return "Delete the hyphens: a block of keys has none."
    wanted = list(records)
    if len(wanted) != 1 or not isinstance(given, str | int | float):
        return _A_BLOCK
    needed = {field.alias or name: field for name, field in wanted[0].model_fields.items() if field.is_required()}
    home = next((key for key, field in needed.items() if takes(field.annotation, given)), None)
    if home is None:
        return _A_BLOCK
    others = "".join(f", `{key}: ...`" for key in needed if key != home)
    return f"Write keys with values below it: `{home}: {_short(given)}`{others}."


def instead_of_pairs(key: str, given: object) -> str:
    """What to write where a list of pairs is asked for; `given` is what stands there instead."""
    names = [each for each in _SEPARATORS.split(given) if each] if isinstance(given, str) else given
    bare = [_short(each) for each in names if isinstance(each, str | int | float)] if isinstance(names, list) else []
    pair = ", ".join((*bare, "first", "second") if not bare else (*bare[:_A_PAIR], "...")[:_A_PAIR])
    what = "the pair" if len(bare) == _A_PAIR else "each pair"
    return f"Write {what} in brackets of its own: `{key}: [[{pair}]]`."


def instead_of_more_than_two(given: Sequence[object]) -> str:
    """What to write where a pair is asked for and more stands there."""
    if not all(isinstance(each, str) for each in given):
        return "Leave two of them."
    pairs = ", ".join(f"[{_short(one)}, {_short(other)}]" for one, other in list(pairwise(given))[:_A_PAIR])
    return f"Write a pair for each two: `{pairs}`."


def _short(given: object) -> str:
    """A value as it is written, or dots where it is long or no single line."""
    said = str(given)
    return said if len(said) <= _LONGEST_SHOWN and not {"`", "\n"} & set(said) else "..."
