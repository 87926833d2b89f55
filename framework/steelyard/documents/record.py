"""The ground of every record: closed keys, frozen, and no silent conversion of what people wrote."""

import re
from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError


class Record(BaseModel):
    """Part of a definition file: unknown keys are refused, text is never read as a number."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def contradiction(key: str, said: str, remedy: str) -> PydanticCustomError:
    """What a record raises where its keys contradict one another; `key` is where the reader should look."""
    return PydanticCustomError("contradiction", "{said}", {"key": key, "said": said, "remedy": remedy})


def _as_date(value: object) -> object:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        return value


def _year_as_text(value: object) -> object:
    """`issued: 2026` is a whole number to YAML, and a partial date to its writer."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A name in kebab-case: lower-case letters, digits and single hyphens."""

_WRITTEN = r"[^\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
"""One character that is no white space, spelt out because dialects of patterns differ on what is white."""

Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    WithJsonSchema({"type": "string", "pattern": _WRITTEN}),
]
"""Text that says something: blank text is refused."""

LARGEST = 1e200
"""Up to here no value, share or total leaves the range of numbers that a machine can hold."""

Number = Annotated[float, Field(ge=-LARGEST, le=LARGEST)]
"""A number on a scale, or a count of points: finite, and of a size that can be computed with."""

Day = Annotated[
    date,
    BeforeValidator(_as_date),
    WithJsonSchema({"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
]
"""A calendar day, written as YYYY-MM-DD."""

PartialDate = Annotated[
    str,
    BeforeValidator(_year_as_text),
    StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 1000, "maximum": 9999},
                {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
            ]
        }
    ),
]
"""A year, a month or a day: 2026, 2026-03 or 2026-03-23."""

ClaimReference = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*#[a-z0-9]+(-[a-z0-9]+)*$")]
"""A claim of a source, written as `source#claim`."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 digest: 64 hexadecimal digits in lower case."""
