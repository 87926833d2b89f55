"""Files drawn from a JSON Schema alone: whatever it allows, in those of its words that our schemas use."""

import math
from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import strategies as st

from steelyard.schema import Schema

Drawn = st.SearchStrategy[Any]
_LARGEST_EXACT = 2**53
"""Up to here every whole number is a float too."""


def files_of(schema: Schema) -> Drawn:
    """Trees that a schema allows; a few of them break what it says of keys together (`if`, `not`, `anyOf`)."""
    return _drawn(schema, schema)


def _drawn(part: Schema, whole: Schema) -> Drawn:
    """What a part of a schema allows; references lead into the whole."""
    if "$ref" in part:
        return _drawn(whole["definitions"][part["$ref"].rpartition("/")[2]], whole)
    if "allOf" in part:
        alternatives = [_decided(part, each) for each in part["allOf"] if "if" in each]
        return st.one_of([_drawn(each, whole) for each in alternatives or [part["allOf"][0]]])
    if "const" in part or "enum" in part:
        return st.sampled_from(part["enum"] if "enum" in part else [part["const"]])
    if not part:
        return st.floats(-9, 9) | st.text("ab", max_size=2)
    ways = part.get("oneOf") or (part.get("anyOf") if "type" not in part else None)
    return st.one_of([_drawn(way, whole) for way in ways]) if ways else _BY_TYPE[part["type"]](part, whole)


def _decided(part: Schema, condition: Schema) -> Schema:
    """A block for which a condition holds: what it then asks for stands in place of what the block says in general."""
    asked = {**condition["if"]["properties"], **condition["then"]["properties"]}
    properties = {**part["properties"], **asked}
    allowed = {key: inner for key, inner in properties.items() if inner.get("not") != {}}
    return {**{key: each for key, each in part.items() if key != "allOf"}, "properties": allowed}


def _text(part: Schema, _: Schema) -> Drawn:
    return st.from_regex(part["pattern"]) if "pattern" in part else st.text("ab 1-#", max_size=9)


def _whole_number(part: Schema, _: Schema) -> Drawn:
    """Whole numbers, written as such or with a point."""
    numbers = st.integers(part.get("minimum"), part.get("maximum"))
    return numbers | numbers.filter(lambda number: abs(number) < _LARGEST_EXACT).map(float)


def _number(part: Schema, _: Schema) -> Drawn:
    low = part.get("minimum", part.get("exclusiveMinimum"))
    high = part.get("maximum", part.get("exclusiveMaximum"))
    return st.floats(low, high) | st.integers(math.ceil(low), math.floor(high))


def _list(part: Schema, whole: Schema) -> Drawn:
    if isinstance(part["items"], list):
        return st.tuples(*(_drawn(each, whole) for each in part["items"])).map(list)
    least = part.get("minItems", 0)
    return st.lists(_drawn(part["items"], whole), min_size=least, max_size=least + 2)


def _block(part: Schema, whole: Schema) -> Drawn:
    """A block with the keys it needs and any of the others, or one whose keys are names of one form."""
    for pattern, inner in part.get("patternProperties", {}).items():
        return st.dictionaries(st.from_regex(pattern), _drawn(inner, whole), max_size=3)
    if isinstance(part.get("additionalProperties"), dict):
        inner = _drawn(part["additionalProperties"], whole)
        return st.dictionaries(st.sampled_from(["S001", "W009"]), inner, max_size=2)
    keys = {key: _drawn(inner, whole) for key, inner in part["properties"].items()}
    needed = {key: keys.pop(key) for key in part.get("required", [])}
    return st.fixed_dictionaries(needed, optional=keys)


_BY_TYPE: Mapping[str, Callable[[Schema, Schema], Drawn]] = {
    "string": _text,
    "integer": _whole_number,
    "number": _number,
    "boolean": lambda _, __: st.booleans(),
    "array": _list,
    "object": _block,
}
