"""A record's refusal, turned into a plain sentence with a remedy."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from steelyard.documents.place import Mark, MarkedMapping, Steps, mark_of
from steelyard.reading.annotations import fields_at, records_at, takes_pairs
from steelyard.reading.fault import Fault
from steelyard.reading.remedies import instead_of_day, instead_of_id, instead_of_list, instead_of_number
from steelyard.reading.written_out import instead_of_block, instead_of_more_than_two, instead_of_pairs
from steelyard.shelf import did_you_mean, nearest

Context = Mapping[str, Any]

_KINDS = {
    "string_type": "text",
    "float_type": "a number",
    "float_parsing": "a number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "date_type": "a day written YYYY-MM-DD",
    "date_from_datetime_parsing": "a day written YYYY-MM-DD",
    "dict_type": "a block of keys with values",
    "model_type": "a block of keys with values",
    "model_attributes_type": "a block of keys with values",
    "tuple_type": "a list",
    "list_type": "a list",
}
_LISTS = {"tuple_type", "list_type"}
_BLOCKS = {"dict_type", "model_type", "model_attributes_type"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST_NUMBER = 10**18
_FILL = "Write a value after the colon, or delete the key."
_UNCOMMENT = "What stands behind # is a comment: put text that begins with # in quotes, or write a value."
_PATTERNS = {
    "#": ("a claim is named `source#claim`", "Write the source's id, a `#`, and the claim's name."),
    "{64}": ("a digest is 64 hexadecimal digits", "Have it computed: steelyard evidence pin."),
    "-02-29": ("a date is written 2026, 2026-03 or 2026-03-23", "Write it in one of these forms."),
    "^draws/": (
        "draws lie in the folder `draws`, in a CSV or Parquet file",
        "Move the file there, and write its path, as in draws/scores.csv.",
    ),
    "{1,40}": ("a level is written in digits", "Write its number, as in 0 or 1.5."),
}
_AN_ID = "an id has lower-case letters and digits, joined by single hyphens"


def steps_in_file(location: Steps, tree: object) -> tuple[str | int, ...]:
    """A record's own account of where it failed in a tree, less the words that stand in no file.

    Such a word is left in where the file has a key of that very name.
    """
    steps: list[str | int] = []
    for step in location:
        found = _inside(tree, step)
        if found is _NOTHING and isinstance(step, str) and (step == _OF_KEY or step.startswith("kind: ")):
            continue
        steps.append(step)
        tree = found
    return tuple(steps)


_NOTHING = object()
_OF_KEY = "[key]"
"""What a record adds to its account where the fault is a key's, and not that of what the key holds."""


def _inside(tree: object, step: str | int) -> object:
    if isinstance(tree, Mapping):
        return tree.get(step, _NOTHING)
    return tree[step] if isinstance(tree, list) and isinstance(step, int) and step < len(tree) else _NOTHING


def as_empty(steps: Steps, tree: object) -> Fault:
    """The fault of a key or an item that has no value."""
    mark = mark_of(tree, steps)
    return Fault("K003", mark, f"'{_name(steps)}' is empty", _filling(tree, mark))


def _filling(tree: object, mark: Mark) -> str:
    """How to fill a value that was left empty; or that a comment took its place."""
    return _UNCOMMENT if isinstance(tree, MarkedMapping) and mark in tree.commented else _FILL


def as_fault(error: ErrorDetails, tree: object, record: type[BaseModel], inside: Steps = ()) -> Fault:
    """One fault for one refusal; `inside` are the steps to the block of the file that the record was read from."""
    block = tree
    for step in inside:
        block = _inside(block, step)
    refusal = _Refusal(error, (*inside, *steps_in_file(error["loc"], block)), tree, record)
    kind = error["type"]
    if kind in _KINDS:
        return _wrong_kind(refusal)
    return _SAID_BY.get(kind, _not_allowed)(refusal)


@dataclass(frozen=True)
class _Refusal:
    """What a record said against a part of a file, and the steps to that part."""

    error: ErrorDetails
    steps: tuple[str | int, ...]
    tree: object
    record: type[BaseModel]

    def mark(self, *, key: bool = False) -> Mark:
        """Where the part stands; the name of a wrong key rather than what it holds."""
        return mark_of(self.tree, self.steps, key=key or self.error["loc"][-1:] == (_OF_KEY,))

    def holder(self) -> object:
        """The block or the list that the part stands in."""
        found = self.tree
        for step in self.steps[:-1]:
            found = _inside(found, step)
        return found

    def wants_pairs(self) -> bool:
        """Whether a pair is asked for at the part, or a list of pairs."""
        location = self.error["loc"]
        return takes_pairs(self.record, (*location, 0)) or (
            isinstance(location[-1], int) and takes_pairs(self.record, location)
        )


def _unknown_key(refusal: _Refusal) -> Fault:
    key = str(refusal.steps[-1])
    known = set(fields_at(refusal.record, refusal.error["loc"][:-1]))
    return Fault("K001", refusal.mark(key=True), f"the key '{key}' is not known here", did_you_mean(key, known))


def _missing(refusal: _Refusal) -> Fault:
    *holder, last = refusal.steps
    mark = mark_of(refusal.tree, holder)
    if isinstance(last, int):
        return Fault("K004", mark, f"'{_name(holder)}' has no entry {last + 1}", _TWO_ENTRIES)
    inside = f" in '{_name(holder)}'" if holder else ""
    return Fault("K002", mark, f"the key '{last}' is missing{inside}", f"Add `{last}:`.")


def _contradiction(refusal: _Refusal) -> Fault:
    context = refusal.error["ctx"]
    mark = mark_of(refusal.tree, (*refusal.steps, context["key"]), key=True)
    return Fault("K004", mark, context["said"], context["remedy"])


_TWO_ENTRIES = "Write two entries, as in `[first, second]`."
_ADD_KIND_OF_SCALE = "Add `kind: levels`, `kind: quantity` or `kind: cost`."


def _without_kind(refusal: _Refusal) -> Fault:
    name = _name(refusal.steps)
    if not isinstance(refusal.error["input"], Mapping):
        message = f"'{name}' must be {_KINDS['dict_type']}; it is {_shown(refusal.error['input'])}"
        return Fault("K003", refusal.mark(), message, "Start it with `kind: ...`.")
    remedy = "Add `kind: shift` or `kind: set`." if name.endswith("change") else _ADD_KIND_OF_SCALE
    return Fault("K002", refusal.mark(), f"the key 'kind' is missing in '{name}'", remedy)


def _unknown_kind(refusal: _Refusal) -> Fault:
    context = refusal.error["ctx"]
    known = [tag.strip("'").removeprefix("kind: ") for tag in str(context["expected_tags"]).split(", ")]
    given = str(context["tag"]).removeprefix("kind: ")
    mark = mark_of(refusal.tree, (*refusal.steps, "kind"))
    return Fault("K006", mark, f"there is no kind '{given}'", did_you_mean(given, known))


def _wrong_kind(refusal: _Refusal) -> Fault:
    kind, given, name = refusal.error["type"], refusal.error["input"], _name(refusal.steps)
    if kind == "date_type" and _DAY.fullmatch(str(given)):
        message = f"'{name}' is {given}, a day that does not exist"
        return Fault("K004", refusal.mark(), message, "Write a day of the calendar as YYYY-MM-DD.")
    if kind in _LISTS and given is not None and refusal.wants_pairs():
        return _no_pairs(refusal)
    message = f"'{name}' must be {_KINDS[kind]}; it is {_shown(given)}"
    remedy = _filling(refusal.tree, refusal.mark()) if given is None else _convert(refusal, kind)
    return Fault("K003", refusal.mark(), message, remedy)


def _no_pairs(refusal: _Refusal) -> Fault:
    """Something else where a list of pairs belongs: bare names in a row, or text."""
    *holder, last = refusal.steps
    given = refusal.error["input"]
    if not isinstance(last, int):
        message = f"'{_name(refusal.steps)}' must be a list of pairs; it is {_shown(given)}"
        return Fault("K003", refusal.mark(), message, instead_of_pairs(str(last), given))
    message = f"'{_name(holder)}' must be a list of pairs; its entry {last + 1} is {_shown(given)}"
    return Fault("K003", refusal.mark(), message, instead_of_pairs(str(holder[-1]), refusal.holder()))


def _not_allowed(refusal: _Refusal) -> Fault:
    """Message and remedy for a value of the right kind that is not allowed."""
    error, name = refusal.error, _name(refusal.steps)
    given = _shown(error["input"])
    if _is_id(error) and isinstance(error["input"], str):
        return Fault("K004", refusal.mark(), f"'{name}' is {given}, but {_AN_ID}", instead_of_id(error["input"]))
    say = _REFUSALS.get(error["type"])
    if say is None:
        return Fault("K004", refusal.mark(), f"'{name}' is {given}: {error['msg']}", "Change the value.")
    return Fault("K004", refusal.mark(), *say(name, given, error.get("ctx", {})))


def _too_long(refusal: _Refusal) -> Fault:
    given = refusal.error["input"]
    message, _ = _wrong_length(_name(refusal.steps), "", refusal.error["ctx"])
    return Fault("K004", refusal.mark(), message, instead_of_more_than_two(given))


def _is_id(error: ErrorDetails) -> bool:
    pattern = str(error.get("ctx", {}).get("pattern", ""))
    return error["type"] == "string_pattern_mismatch" and pattern.startswith("^[a-z0-9]+") and "#" not in pattern


_SAID_BY: dict[str, Callable[[_Refusal], Fault]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "contradiction": _contradiction,
    "union_tag_not_found": _without_kind,
    "union_tag_invalid": _unknown_kind,
    "too_long": _too_long,
}
Said = tuple[str, str]


def _not_among(name: str, given: str, context: Context) -> Said:
    allowed = str(context["expected"])
    if " or " not in allowed:
        return f"'{name}' is {given}, but must be {allowed}", f"Write {allowed}."
    guess = nearest(given.removeprefix("the text '").removesuffix("'"), re.findall(r"'([^']*)'", allowed))
    remedy = f"Did you mean '{guess}'?" if guess else f"Use one of {allowed}."
    return f"'{name}' is {given}, which is not one of {allowed}", remedy


def _blank(name: str, _given: str, _context: Context) -> Said:
    return f"'{name}' is blank", "Write something that a reader can use."


def _not_finite(name: str, given: str, _context: Context) -> Said:
    return f"'{name}' is {given}, which is not a finite number", "Write a number with digits."


def _wrong_form(name: str, given: str, context: Context) -> Said:
    what, remedy = next(said for key, said in _PATTERNS.items() if key in str(context["pattern"]))
    return f"'{name}' is {given}, but {what}", remedy


def _out_of_bounds(name: str, given: str, context: Context) -> Said:
    words = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}
    key = next(key for key in words if key in context)
    return f"'{name}' is {given}, but must be {words[key]} {context[key]:.15g}", "Change the number."


def _wrong_length(name: str, _given: str, context: Context) -> Said:
    needed = context.get("min_length", context.get("max_length"))
    count = context["actual_length"]
    least = f"{'at least ' if 'min_length' in context else ''}{needed} {'is' if needed == 1 else 'are'} needed"
    remedy = "Add another entry." if count else "Write an entry, or delete the key if it may be left out."
    return f"'{name}' has {count} {'entry' if count == 1 else 'entries'} where {least}", remedy


_REFUSALS: dict[str, Callable[[str, str, Context], Said]] = {
    "literal_error": _not_among,
    "string_too_short": _blank,
    "finite_number": _not_finite,
    "string_pattern_mismatch": _wrong_form,
    "greater_than_equal": _out_of_bounds,
    "greater_than": _out_of_bounds,
    "less_than_equal": _out_of_bounds,
    "less_than": _out_of_bounds,
    "too_short": _wrong_length,
}


def _convert(refusal: _Refusal, kind: str) -> str:
    given = refusal.error["input"]
    if kind in _BLOCKS:
        return instead_of_block(given, records_at(refusal.record, refusal.error["loc"]))
    if kind == "string_type" and isinstance(given, int | float | bool):
        return "Put it in quotes to make it text."
    if isinstance(given, str) and kind in ("float_type", "int_type"):
        whole = kind == "int_type"
        return "Take the quotes off, or write digits." if _is_number(given) else instead_of_number(given, whole=whole)
    if kind in _INSTEAD:
        pair = kind in _LISTS and takes_pairs(refusal.record, refusal.error["loc"])
        return _TWO_ENTRIES if pair else _INSTEAD[kind](given)
    if isinstance(given, str) and kind == "bool_type":
        return "Write true or false, without quotes."
    return f"Write {_KINDS[kind]}."


_INSTEAD: Mapping[str, Callable[[object], str]] = {
    "tuple_type": instead_of_list,
    "list_type": instead_of_list,
    "date_type": instead_of_day,
    "date_from_datetime_parsing": instead_of_day,
}


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return "_" not in text


def _shown(value: object) -> str:
    """What was written, in words."""
    if isinstance(value, str):
        short = value if len(value) <= 40 else f"{value[:37]}..."  # noqa: PLR2004 - what a line holds
        return f"the text '{short}'"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and abs(value) >= _LONGEST_NUMBER:
        return f"a whole number of {len(str(abs(value)))} digits"
    if isinstance(value, int | float):
        return f"the number {value}"
    return "empty" if value is None else ("a block of keys" if isinstance(value, Mapping) else "a list")


def _name(steps: Steps) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in steps) or "the file"
