"""The file of a weight set that was made in a workbook."""

from collections.abc import Mapping
from dataclasses import dataclass

from steelyard.documents.definitions import Definitions
from steelyard.documents.weight_set import WeightSet
from steelyard.editing import Entry
from steelyard.figures import listed
from steelyard.returning.baseline import Baseline
from steelyard.returning.keys import Key
from steelyard.returning.merging import shortest
from steelyard.weightings import shelf as weightings

_JUDGED_AS = ("method", "judgements", "groups", "within", "ranges")


@dataclass(frozen=True)
class NewSet:
    """What a new weight set is called, whose judgements it holds, and why; blank where nobody said."""

    id: str
    title: str = ""
    whose: str = ""
    why: str = ""


@dataclass(frozen=True)
class Column:
    """The column of a workbook that becomes a set: the book's name, whose column, and what it was built from."""

    book: str
    of: str
    baseline: Baseline


def said_of(new: NewSet, numbers: Mapping[Key, float], column: Column, definitions: Definitions) -> dict[str, Entry]:
    """What its file says: the reader's own points on full scales, or those of a stored set with its ranges.

    The ranges are those of the day the workbook was built, for on them its points were judged, and the stored set may
    be gone by now. Nobody has agreed to the new one, whatever the stored set says.
    """
    of, baseline = column.of, column.baseline
    record = None if of == baseline.own else definitions.weight_sets.get(of)
    method = record.method if record is not None and weightings[record.method].takes_points else "direct"
    origin = "the column Own weights" if of == baseline.own else f"changes to '{of}'"
    made: dict[str, Entry] = {
        "id": new.id,
        "title": new.title or new.id.replace("-", " ").capitalize(),
        "whose": new.whose or "whoever filled in the workbook",
        "status": "illustrative",
        "why": new.why or f"From {origin} in {column.book}; the reasons are still to be written down.",
        "method": method,
        **_judged(numbers, definitions),
    }
    ranges: dict[str, Entry] = {
        name: list(ends)
        for (each, name), ends in baseline.ranges.items()
        if each == of and name in definitions.criteria
    }
    made |= {"ranges": ranges} if ranges else {}
    made |= {"precision": record.precision} if record is not None else {}
    return made


def refusal(new: NewSet, made: Mapping[str, Entry], path: str, lying: WeightSet | None) -> str:
    """Why a new set cannot take the place of the file that is there already; nothing where that says all this."""
    if lying is None:
        return f"{path} is there already; choose another id"
    says = lying.model_dump(mode="json")
    if any((made.get(name) or None) != (says[name] or None) for name in _JUDGED_AS):
        return f"{path} is there already, judged otherwise; choose another id"
    given = {"title": new.title, "whose": new.whose, "why": new.why}
    apart = [name for name, words in given.items() if words and words.split() != says[name].split()]
    if not apart:
        return ""
    options, differ = listed([f"--{name}" for name in apart]), "differs" if len(apart) == 1 else "differ"
    return f"{path} is there already with these points, and only {options} {differ} from it: edit it, or leave that out"


def _judged(numbers: Mapping[Key, float], definitions: Definitions) -> dict[str, Entry]:
    """The lists of points: of criteria, or of groups and within them."""
    flat: dict[str, Entry] = {}
    groups: dict[str, Entry] = {}
    within: dict[str, dict[str, Entry]] = {}
    for key, number in numbers.items():
        if key.kind == "groups":
            groups[key.name] = shortest(number)
        elif key.kind == "within" and key.name in definitions.criteria:
            within.setdefault(definitions.criteria[key.name].group, {})[key.name] = shortest(number)
        else:
            flat[key.name] = shortest(number)
    return {"groups": groups, "within": dict(within)} if groups else {"judgements": flat}
