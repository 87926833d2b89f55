"""How single differences are worded: a number that rose or fell, a text that was rewritten, a list that grew."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from pydantic import BaseModel

from steelyard.documents.criterion import Criterion, LevelsScale
from steelyard.documents.paragraphs import folded
from steelyard.figures import listed

_LONGEST_SHOWN = 40
"""Texts longer than this are said to be rewritten; shorter ones are shown."""
_LABELS = {
    "accessed": "day of access",
    "against": "counter-evidence",
    "as_of": "day up to which evidence was read",
    "at": "place",
    "because": "reason",
    "better": "better way",
    "by": "role that decided",
    "changes": "list of changed scores",
    "discarded_because": "reason for discarding it",
    "document": "copy that was read",
    "draws": "file of draws",
    "expectations": "list of golden rankings",
    "hurwicz": "Hurwicz optimism",
    "implies": "number implied by",
    "instead_of_leader": "reason for passing the leader over",
    "issued": "date of issue",
    "on": "day",
    "recorded_by": "role that recorded it",
    "reliability_because": "reason for its reliability",
    "review_by": "day of the next review",
    "rules": "setting of rule",
    "scenario_sets": "scenario set",
    "scored_by": "role that scored it",
    "severity": "severity of",
    "sha256": "digest",
    "signposts": "signpost",
    "terms": "kind of prices",
    "was_first": "option that was first then",
    "whose": "holder of the judgements",
    "why": "reason",
}
"""What a key is called in a sentence, as one thing, where that is not its name."""
_VERBS = {
    "bears_on": "bears on",
    "drawn_from": "is drawn from",
    "draws_on": "draws on",
    "excludes": "excludes",
    "recommended_by": "is recommended by",
    "requires": "requires",
}
"""Keys of lists that say what something does."""
_PLAIN = re.compile(r"[\w.+/-]+")
"""Text that needs no quotation marks in a sentence."""


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


def differences(
    before: BaseModel, after: BaseModel, beside: Collection[str] = (), article: str = "the"
) -> Iterator[str]:
    """In clauses, every key of a record that says something else, but for those named in `beside`."""
    for key in type(before).model_fields:
        one, other = getattr(before, key), getattr(after, key)
        if key in beside:
            continue
        if key in _VERBS:
            yield from of_doing(_VERBS[key], one, other)
        else:
            yield from _difference(f"{article} {_LABELS.get(key, key.replace('_', ' '))}", one, other)


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
        yield f"{label} is added"
    elif after is None or after == "":
        yield f"{label} is taken out"
    elif _short(before) and _short(after):
        yield f"{label} goes from {_shown(before)} to {_shown(after)}"
    elif isinstance(before, str):
        yield f"{label} is rewritten"
    else:
        yield f"{label} is changed"


def of_list(label: str, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    """In clauses, what a list of names gained and lost."""
    gained, lost = gained_and_lost(before, after)
    if gained:
        yield f"{label} gains {listed(gained)}"
    if lost:
        yield f"{label} loses {listed(lost)}"
    if not gained and not lost and before != after:
        yield f"{label} stands in another order"


def of_doing(verb: str, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    """In clauses, what something does now to names that it did not, and no longer does: requires, bears on."""
    gained, lost = gained_and_lost(before, after)
    if gained:
        yield f"it {_since('now also' if len(gained) < len(after) else 'now', verb)} {listed(gained)}"
    if lost:
        yield f"it {_since('no longer', verb)} {listed(lost)}"
    if not gained and not lost and before != after:
        yield f"what it {verb} stands in another order"


def _since(adverb: str, verb: str) -> str:
    """A verb with its adverb in its place: now requires, is now drawn from."""
    return f"is {adverb} {verb.removeprefix('is ')}" if verb.startswith("is ") else f"{adverb} {verb}"


def gained_and_lost(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The names that only the later list has, and those that only the earlier one has."""
    return [each for each in after if each not in before], [each for each in before if each not in after]


def _of_mapping(label: str, before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[str]:
    for key in dict.fromkeys([*before, *after]):
        if key not in before:
            yield f"{label} {key} is added"
        elif key not in after:
            yield f"{label} {key} is taken out"
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
    return f"'{folded(value)}'" if isinstance(value, str) and not _PLAIN.fullmatch(value) else str(value)
