"""The JSON Schema of each kind of file, for editors that complete, explain and check while one types.

Draft-07, because the YAML language server ignores newer drafts. Everything is generated from the records that
read the files, and from the shelves whose names the files may use.

What a schema refuses, `check` refuses too: as an unknown, missing or wrong key (K001 to K006). The other way round
there is one difference. A schema looks at one statement of one file at a time, so it lets pass what shows only when
two are held against each other, most of it across files: all that rules find, and an id that is not its file's name
(K005).

Files that are no plain YAML (Y001 to Y007) have no keys yet that a schema could look at.
"""

import json
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from steelyard import distributions, rules, value_functions, weightings
from steelyard.documents.decision import Expectation, Taken
from steelyard.documents.kinds import RECORDS
from steelyard.documents.option import Cost, Judgement, Option, Score
from steelyard.documents.panel import FOLLOW
from steelyard.documents.record import Record
from steelyard.documents.scenario import ScoreChange
from steelyard.documents.weight_set import WeightSet, judged_as
from steelyard.errors import UnknownNameError
from steelyard.shelf import did_you_mean, module_name

Schema = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"

_AGREED = {"properties": {"status": {"const": "agreed"}}, "required": ["status"]}
_DISCARDED = {"properties": {"role": {"const": "discarded"}}, "required": ["role"]}
_OF_A_PANEL: Schema = {
    "if": {"required": ["panel"]},
    "then": {"not": {"anyOf": [{"required": [key]} for key in FOLLOW]}},
    "else": {"required": ["value"]},
}
CONTRADICTIONS: Mapping[type[Record], Schema] = {
    Expectation: {
        "anyOf": [{"required": ["first"]}, {"properties": {"above": {"minItems": 1}}, "required": ["above"]}],
    },
    Score: _OF_A_PANEL,
    Cost: _OF_A_PANEL,
    Option: {
        "if": _DISCARDED,
        "then": {"required": ["discarded_because"]},
        "else": {"not": {"required": ["discarded_because"]}},
    },
    ScoreChange: {"not": {"properties": {"except": {"minItems": 1}}, "required": ["options", "except"]}},
    Taken: {"if": _AGREED, "then": {"required": ["by", "on"]}},
    WeightSet: {
        "dependencies": {"groups": ["within"], "within": ["groups"]},
        "not": {"required": ["groups", "judgements"]},
        "if": _AGREED,
        "then": {"required": ["on", "at", "recorded_by"]},
    },
}
"""What a record refuses although each key by itself is sound, in the words of JSON Schema."""

_NOT_A_NUMBER = {"type": "number", "minimum": 1, "maximum": 0}
"""What only `.nan` is: validators compare it with a bound and find it neither below nor above."""


def schema_of(kind: str) -> Schema:
    """What a file of a kind may say, as a JSON Schema of draft-07.

    Raises UnknownNameError where there is no such kind of file.
    """
    if kind not in RECORDS:
        raise UnknownNameError(f"there is no kind of file '{kind}'. {did_you_mean(kind, RECORDS)}")
    made = _generated(RECORDS[kind])
    if kind == "decision":
        made["properties"]["rules"] |= _rule_settings()
    if kind == "criterion":
        made["definitions"]["ValueFunctionChoice"] = _shapes(
            made["definitions"]["ValueFunctionChoice"], value_functions
        )
    if kind == "option":
        made["definitions"]["DistributionChoice"] = _shapes(made["definitions"]["DistributionChoice"], distributions)
    if kind == "weights":
        made = _judged_by_method(made)
    return {"$schema": DRAFT, "title": f"Steelyard: {kind}", **made}


def as_text(schema: Schema) -> str:
    """A schema as the text of a file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


class _Draft07(GenerateJsonSchema):
    """A record's schema, said with the words that draft-07 has, and without titles that repeat the key."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        """A key may be left out, but never left empty: reading says so of every empty key."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        """The default, where leaving the key out means something that can be written."""
        made = super().default_schema(schema)
        if made.get("default", ...) is None:
            del made["default"]
        return made

    def tuple_schema(self, schema: core_schema.TupleSchema) -> Schema:
        """A list of one kind of entry, or of a fixed row of them."""
        made = super().tuple_schema(schema)
        if "prefixItems" in made:
            made["items"] = made.pop("prefixItems")
        return made

    def model_schema(self, schema: core_schema.ModelSchema) -> Schema:
        """A record, with what it refuses of keys that are sound one by one."""
        contradictions = (CONTRADICTIONS[each] for each in schema["cls"].__mro__ if each in CONTRADICTIONS)
        made = super().model_schema(schema) | next(contradictions, {})
        if issubclass(schema["cls"], Judgement):
            made["required"] = [key for key in made["required"] if key != "value"]
        return made

    def float_schema(self, schema: core_schema.FloatSchema) -> Schema:
        """A number within bounds, which keep out `.inf`; `.nan` would slip through them."""
        return super().float_schema(schema) | {"not": _NOT_A_NUMBER}

    def dict_schema(self, schema: core_schema.DictSchema) -> Schema:
        """A block whose keys are names of one form."""
        made = super().dict_schema(schema)
        if "patternProperties" in made:
            made["additionalProperties"] = False
        return made

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - pydantic asks with one
        """Titles only repeat the key."""
        return False


def _generated(record: type[Record]) -> Schema:
    made = record.model_json_schema(schema_generator=_Draft07, ref_template="#/definitions/{model}")
    made["definitions"] = made.pop("$defs", {})
    for each in (made, *made["definitions"].values()):
        each.pop("title", None)
    plain = _beside_references(made)
    assert isinstance(plain, dict)  # noqa: S101 - a record is a block
    return plain


def _beside_references(part: object) -> object:
    """The same with `$ref` in an `allOf` wherever it has company, which draft-07 would not look at."""
    if isinstance(part, list):
        return [_beside_references(each) for each in part]
    if not isinstance(part, dict):
        return part
    mended = {key: _beside_references(value) for key, value in part.items()}
    if "$ref" in mended and len(mended) > 1:
        return {"allOf": [{"$ref": mended.pop("$ref")}], **mended}
    return mended


def _shapes(choice: Schema, wing: ModuleType) -> Schema:
    """One alternative for each shape on a wing's shelf, with its own settings."""
    return {
        "description": choice["description"],
        "type": "object",
        "oneOf": [_shape(name, wing) for name in wing.shelf],
    }


def _shape(name: str, wing: ModuleType) -> Schema:
    made = _generated(wing.shelf[name].settings)
    says = _introduction(wing.__name__, name)
    return {
        "type": "object",
        "description": says,
        "properties": {"shape": {"const": name, "description": says}, **made["properties"]},
        "required": ["shape", *made.get("required", [])],
        "additionalProperties": False,
    }


def _rule_settings() -> Schema:
    """The rules that take settings, each with its own."""
    settings: Schema = {}
    for rule in sorted(rules.shelf.values(), key=lambda rule: rule.code):
        if rule.settings is not None:
            made = _generated(rule.settings)
            del made["definitions"]
            settings[rule.code] = {**made, "description": f"Settings of the rule {rule.code}: {rule.title}."}
    return {"properties": settings, "additionalProperties": False}


def _methods() -> Schema:
    """The names of the weighting methods, each with the sentence that explains it."""
    says = " ".join(f"`{name}`: {_introduction(weightings.__name__, name)}" for name in weightings.shelf)
    return {"type": "string", "enum": list(weightings.shelf), "description": f"How they were judged. {says}"}


def _judged_by_method(made: Schema) -> Schema:
    """A weight set's schema, its judgements of the kind that each method asks for."""
    made["properties"]["method"] = _methods()
    made["allOf"] = [
        {"if": {"properties": {"method": {"const": name}}, "required": ["method"]}, "then": {"properties": judged}}
        for name, judged in ((name, _judged_in(name)) for name in weightings.shelf)
    ]
    return made


def _judged_in(method: str) -> Schema:
    """What the lists of judgements and the variant may be under one method."""
    weighting = weightings.shelf[method]
    made = _generated(judged_as(weighting.judgements))["properties"]
    variant: Schema = {"enum": list(weighting.variants)} if weighting.variants else {"not": {}}
    variant["description"] = "Which way of computing; the first is the usual one. Methods with one way have none."
    return {"variant": variant, **{name: made[name] for name in ("judgements", "groups", "within")}}


def _introduction(shelf: str, name: str) -> str:
    """The sentence with which a member of a shelf introduces itself."""
    return (import_module(f"{shelf}.{module_name(name)}").__doc__ or "").strip().partition("\n")[0]
