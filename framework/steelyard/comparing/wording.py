"""How single differences are worded: a number that rose or fell, a text that was rewritten, a list that grew."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from pydantic import BaseModel

from steelyard.documents.criterion import Criterion, LevelsScale
from steelyard.documents.paragraphs import folded
from steelyard.figures import listed

_LONGEST_SHOWN = 40
"""Texts longer than this are said to be rewritten; shorter ones are shown."""
_LABELS = {"implies": "number implied by"}
"""What a key is called in a sentence, where that is not its name."""


def number(value: float) -> str:
    """A number as people write it."""
    return f"{value:.15g}"


def ordinal(rank: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    ending = "th" if rank % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank}{ending}"


def moved(before: float, after: float) -> str:
    """Whether a number rose or fell, from what to what."""
    verb = "rose" if after > before else "fell"
    return f"{verb} from {number(before)} to {number(after)}"


def labelled(value: float, criterion: Criterion | None) -> str:
    """A number with the label of its level, where the criterion has levels."""
    if criterion is not None and isinstance(criterion.scale, LevelsScale):
        for level in criterion.scale.levels:
            if level.value == value:
                return f"{number(value)} ({folded(level.label)})"
    return number(value)


def same(before: object, after: object) -> bool:
    """Whether two values say the same: white space in texts and the order of references do not matter."""
    return _canonical(before) == _canonical(after)


def _canonical(value: object) -> object:
    if isinstance(value, BaseModel):
        return {name: _canonical(getattr(value, name)) for name in type(value).model_fields} | {
            name: _canonical(each) for name, each in (value.model_extra or {}).items()
        }
    if isinstance(value, Mapping):
        return {key: _canonical(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [_canonical(each) for each in value]
    return folded(value) if isinstance(value, str) else value


def differences(before: BaseModel, after: BaseModel, beside: Collection[str] = ()) -> Iterator[str]:
    """In words, every key of a record that says something else, but for those named in `beside`."""
    for key in type(before).model_fields:
        if key not in beside:
            label = _LABELS.get(key, key.replace("_", " "))
            yield from _difference(label, getattr(before, key), getattr(after, key))


def _difference(label: str, before: object, after: object) -> Iterator[str]:
    if same(before, after):
        return
    if isinstance(before, dict) and isinstance(after, dict):
        yield from _of_mapping(label, before, after)
    elif (
        isinstance(before, tuple) and isinstance(after, tuple) and all(isinstance(each, str) for each in before + after)
    ):
        yield from of_list(label, before, after)
    elif before is None or before == "":
        yield f"{label} added"
    elif after is None or after == "":
        yield f"{label} taken out"
    elif _short(before) and _short(after):
        yield f"{label} from {_shown(before)} to {_shown(after)}"
    elif isinstance(before, str):
        yield f"{label} rewritten"
    else:
        yield f"{label} changed"


def of_list(label: str, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    """In words, what a list of names gained and lost."""
    gained = [each for each in after if each not in before]
    lost = [each for each in before if each not in after]
    if gained:
        yield f"{label} added: {listed(gained)}"
    if lost:
        yield f"{label} taken out: {listed(lost)}"
    if not gained and not lost:
        yield f"{label} in another order"


def _of_mapping(label: str, before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[str]:
    for key in dict.fromkeys([*before, *after]):
        if key not in before:
            yield f"{label} {key} added"
        elif key not in after:
            yield f"{label} {key} taken out"
        else:
            yield from _difference(f"{label} {key}", before[key], after[key])


def _short(value: object) -> bool:
    if isinstance(value, str):
        return len(folded(value)) <= _LONGEST_SHOWN
    return isinstance(value, int | float | date)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return number(value)
    return f"'{folded(value)}'" if isinstance(value, str) and " " in value else str(value)
