"""A record's refusal, turned into a plain sentence with a remedy."""

from collections.abc import Callable, Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from steelyard.documents.place import Mark, Steps, mark_of
from steelyard.reading.fault import Fault
from steelyard.shelf import did_you_mean

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
_PATTERNS = {
    "#": ("a claim is named `source#claim`", "Write the source's id, a `#`, and the claim's name."),
    "{64}": ("a digest is 64 hexadecimal digits", "Have it computed: steelyard evidence pin."),
    r"\d{4}": ("a date is written 2026, 2026-03 or 2026-03-23", "Write it in one of these forms."),
    "a-z0-9": (
        "an id has lower-case letters and digits, joined by single hyphens",
        "Write it in kebab-case, as in `basic-research`.",
    ),
}


def steps_in_file(location: Steps) -> tuple[str | int, ...]:
    """A record's own account of where it failed, less the words that stand in no file."""
    skipped = ("[key]",)
    return tuple(
        step
        for step in location
        if step not in skipped and not (isinstance(step, str) and step.startswith("kind: "))
    )


def as_fault(error: ErrorDetails, tree: object, record: type[BaseModel]) -> Fault:
    """One fault for one refusal."""
    steps = steps_in_file(error["loc"])
    kind = error["type"]
    of_key = kind == "extra_forbidden" or "[key]" in error["loc"]
    mark = mark_of(tree, steps[:-1] if kind == "missing" else steps, key=of_key)
    name = _name(steps)
    if kind == "extra_forbidden":
        known = sorted(set(_fields(record, error["loc"][:-1])))
        return Fault("K001", mark, f"the key '{steps[-1]}' is not known here", did_you_mean(str(steps[-1]), known))
    if kind == "missing" and isinstance(steps[-1], int):
        return Fault("K004", mark, f"'{_name(steps[:-1])}' has no entry {steps[-1] + 1}", "Mend the list.")
    if kind == "missing":
        return Fault("K002", mark, f"the key '{steps[-1]}' is missing{_inside(steps)}", f"Add `{steps[-1]}:`.")
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return _unknown_kind(error, mark, tree, steps)
    if kind in _KINDS:
        given = _shown(error["input"])
        return Fault("K003", mark, f"'{name}' must be {_KINDS[kind]}; it is {given}", _convert(error, kind))
    message, remedy = _not_allowed(error, name)
    return Fault("K004", mark, message, remedy)


def _unknown_kind(error: ErrorDetails, mark: Mark, tree: object, steps: Steps) -> Fault:
    context = error.get("ctx", {})
    known = [str(tag).strip("'").removeprefix("kind: ") for tag in str(context.get("expected_tags", "")).split(", ")]
    if error["type"] == "union_tag_not_found":
        if not isinstance(error["input"], Mapping):
            return Fault(
                "K003",
                mark,
                f"'{_name(steps)}' must be {_KINDS['dict_type']}; it is {_shown(error['input'])}",
                "Start it with `kind: ...`.",
            )
        message = f"the key 'kind' is missing in '{_name(steps)}'"
        return Fault("K002", mark, message, "Add `kind: levels`, `kind: quantity` or `kind: cost`.")
    given = str(context.get("tag", "")).removeprefix("kind: ")
    return Fault("K006", mark_of(tree, (*steps, "kind")), f"there is no kind '{given}'", did_you_mean(given, known))


Said = tuple[str, str]


def _not_allowed(error: ErrorDetails, name: str) -> Said:
    """Message and remedy for a value of the right kind that is not allowed."""
    given = _shown(error["input"])
    say = _REFUSALS.get(error["type"])
    if say is None:
        return f"'{name}' is {given}: {error['msg']}", "Change the value."
    return say(name, given, error.get("ctx", {}))


def _not_among(name: str, given: str, context: Context) -> Said:
    return f"'{name}' is {given}, which is not one of {context['expected']}", f"Use one of {context['expected']}."


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
    return f"'{name}' is {given}, but must be {words[key]} {context[key]}", "Change the number."


def _wrong_length(name: str, _given: str, context: Context) -> Said:
    needed = f"at least {context['min_length']}" if "min_length" in context else str(context["max_length"])
    return f"'{name}' has {context['actual_length']} entries where {needed} are needed", "Mend the list."


def _contradiction(_name: str, _given: str, context: Context) -> Said:
    return str(context["error"]), "Mend one or the other."


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
    "too_long": _wrong_length,
    "value_error": _contradiction,
}


def _convert(error: ErrorDetails, kind: str) -> str:
    given = error["input"]
    if kind == "string_type" and isinstance(given, int | float | bool):
        return "Put it in quotes to make it text."
    if isinstance(given, str) and kind in ("float_type", "int_type"):
        return "Take the quotes off, or write digits." if _is_number(given) else "Write it in digits."
    if isinstance(given, str) and kind == "bool_type":
        return "Write true or false, without quotes."
    if given is None:
        return "Write a value after the colon, or delete the key."
    return f"Write {_KINDS[kind]}."


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _shown(value: object) -> str:
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "a block of keys"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, str):
        short = value if len(value) <= 40 else f"{value[:37]}..."  # noqa: PLR2004 - what a line holds
        return f"the text '{short}'"
    return f"the number {value}" if isinstance(value, float | int) else str(value)


def _name(steps: Steps) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in steps) or "the file"


def _inside(steps: Steps) -> str:
    return f" in '{_name(steps[:-1])}'" if len(steps) > 1 else ""


def _fields(annotation: object, location: Steps) -> Iterator[str]:
    """The keys that a record has at a location inside it."""
    for option in _alternatives(annotation):
        if isinstance(option, type) and issubclass(option, BaseModel):
            if not location:
                yield from (field.alias or name for name, field in option.model_fields.items())
            else:
                head, rest = location[0], location[1:]
                if isinstance(head, str) and head.startswith("kind: "):
                    if f"kind: {_kind_of(option)}" == head:
                        yield from _fields(option, rest)
                    continue
                for name, field in option.model_fields.items():
                    if head in (name, field.alias):
                        yield from _fields(field.annotation, rest)
        elif get_origin(option) in (dict, tuple, list) and location:
            inner = [each for each in get_args(option) if each is not Ellipsis]
            yield from _fields(inner[-1], location[1:])


def _kind_of(record: type[BaseModel]) -> str | None:
    field = record.model_fields.get("kind")
    return str(get_args(field.annotation)[0]) if field is not None else None


def _alternatives(annotation: object) -> Iterator[object]:
    if get_origin(annotation) is Annotated:
        yield from _alternatives(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, UnionType):
        for each in get_args(annotation):
            yield from _alternatives(each)
    else:
        yield annotation
