"""The file of a weight set that was made in a workbook."""

from collections.abc import Mapping
from dataclasses import dataclass

from steelyard.documents.definitions import Definitions
from steelyard.editing import Entry, entries
from steelyard.returning.keys import Key
from steelyard.returning.merging import shortest
from steelyard.weightings import shelf as weightings


@dataclass(frozen=True)
class NewSet:
    """What a new weight set is called, whose judgements it holds, and why; blank where nobody said."""

    id: str
    title: str = ""
    whose: str = ""
    why: str = ""


def text_of(new: NewSet, book: str, numbers: Mapping[Key, float], definitions: Definitions, of: str) -> str:
    """The text of its file: the reader's own points on full scales, or those of a stored set `of` with its ranges.

    Nobody has agreed to it, whatever the stored set says.
    """
    record = definitions.weight_sets.get(of)
    method = record.method if record is not None and weightings[record.method].takes_points else "direct"
    origin = "the column Own weights" if record is None else f"changes to '{of}'"
    made: dict[str, Entry] = {
        "id": new.id,
        "title": new.title or new.id.replace("-", " ").capitalize(),
        "whose": new.whose or "whoever filled in the workbook",
        "status": "illustrative",
        "why": new.why or f"From {origin} in {book}; the reasons are still to be written down.",
        "method": method,
        **_judged(numbers, definitions),
    }
    if record is not None:
        ranges: dict[str, Entry] = {name: list(ends) for name, ends in record.ranges.items()}
        made |= {"ranges": ranges} if ranges else {}
        made["precision"] = record.precision
    return entries(made)


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
