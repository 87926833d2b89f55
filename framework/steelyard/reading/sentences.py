"""A record's refusal, turned into a plain sentence with a remedy."""

from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from steelyard.documents.place import Steps, mark_of
from steelyard.reading.fault import Fault
from steelyard.shelf import did_you_mean

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
    if kind == "missing":
        return Fault("K002", mark, f"the key '{steps[-1]}' is missing{_inside(steps)}", f"Add `{steps[-1]}:`.")
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return _unknown_kind(error, mark, tree, steps)
    if kind in _KINDS:
        given = _shown(error["input"])
        return Fault("K003", mark, f"'{name}' must be {_KINDS[kind]}; it is {given}", _convert(error, kind))
    message, remedy = _not_allowed(error, name)
    return Fault("K004", mark, message, remedy)


def _unknown_kind(error: ErrorDetails, mark: Any, tree: object, steps: Steps) -> Fault:
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
        return Fault("K002", mark, f"the key 'kind' is missing in '{_name(steps)}'", "Add `kind: levels`, `quantity` or `cost`.")
    given = str(context.get("tag", "")).removeprefix("kind: ")
    return Fault("K006", mark_of(tree, (*steps, "kind")), f"there is no kind '{given}'", did_you_mean(given, known))


def _not_allowed(error: ErrorDetails, name: str) -> tuple[str, str]:
    context = error.get("ctx", {})
    given = _shown(error["input"])
    match error["type"]:
        case "literal_error":
            allowed = str(context["expected"])
            return f"'{name}' is {given}, which is not one of {allowed}", f"Use one of {allowed}."
        case "string_too_short":
            return f"'{name}' is blank", "Write something that a reader can use."
        case "finite_number":
            return f"'{name}' is {given}, which is not a finite number", "Write a number with digits."
        case "string_pattern_mismatch":
            what, remedy = next(said for key, said in _PATTERNS.items() if key in str(context["pattern"]))
            return f"'{name}' is {given}, but {what}", remedy
        case "greater_than_equal" | "greater_than" | "less_than_equal" | "less_than":
            bound = next(context[key] for key in ("ge", "gt", "le", "lt") if key in context)
            word = error["type"].replace("_", " ").replace(" equal", " or equal")
            return f"'{name}' is {given}, but must be {word}{' to' if 'equal' in word else ''} {bound}".replace(
                "greater than or equal to", "at least").replace("less than or equal to", "at most"
            ), "Change the number."
        case "too_short" | "missing_argument" | "too_long":
            needed = context.get("min_length", context.get("max_length"))
            return f"'{name}' has {context.get('actual_length')} entries where {needed} are needed", "Mend the list."
        case "value_error":
            return str(context["error"]), "Mend one or the other."
        case _:
            return f"'{name}' is {given}: {error['msg']}", "Change the value."


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
