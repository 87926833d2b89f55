"""The ground of every record: closed keys, frozen, and no silent conversion of what people wrote."""

import re
from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError


class Record(BaseModel):
    """Part of a definition file: unknown keys are refused, text is never read as a number."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


LARGEST = 1e200
"""Up to here no value, share or total leaves the range of numbers that a machine can hold."""

_YEAR = "[1-9][0-9]{3}"
_MONTH = "(0[1-9]|1[0-2])"
_DAY_OF_ANY_YEAR = (
    "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
)
_LEAP_YEAR = "([1-9][0-9](0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)"
_CALENDAR = f"{_YEAR}-{_DAY_OF_ANY_YEAR}|{_LEAP_YEAR}-02-29"
"""Every day of the years 1000 to 9999 that the calendar has, spelt out so that a schema can say it too."""
_DAY = re.compile(_CALENDAR)


def contradiction(key: str, said: str, remedy: str) -> PydanticCustomError:
    """What a record raises where its keys contradict one another; `key` is where the reader should look."""
    return PydanticCustomError("contradiction", "{said}", {"key": key, "said": said, "remedy": remedy})


def _as_date(value: object) -> object:
    return date.fromisoformat(value) if isinstance(value, str) and _DAY.fullmatch(value) else value


def _as_whole(value: object) -> object:
    """`2031.0` is a whole number to JSON and to its writer."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def no_flag(value: object) -> object:
    """Refuses `true` where a whole number is asked for: to Python, and only there, it is the number 1."""
    if isinstance(value, bool):
        raise PydanticKnownError("int_type")
    return value


def _year_as_text(value: object) -> object:
    """`issued: 2026` is a whole number to YAML, and a partial date to its writer."""
    whole = _as_whole(value)
    return str(whole) if isinstance(whole, int) and not isinstance(whole, bool) else value


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

Number = Annotated[float, Field(ge=-LARGEST, le=LARGEST)]
"""A number on a scale, or a count of points: finite, and of a size that can be computed with."""

Times = Annotated[float, Field(gt=0, le=1_000_000)]
"""How many times one thing counts another: a number above 0, of a size that somebody can mean."""

Comparisons = dict[Id, dict[Id, Times]]
"""In pairs: of what, with what, and how many times as much the first counts."""

Share = Annotated[float, Field(ge=0, le=1)]
"""A number between 0 and 1."""

AS_WHOLE = BeforeValidator(_as_whole)
"""Takes a whole number however it is written. It stands last: what stands behind it, schemas cannot say."""

Day = Annotated[
    date,
    BeforeValidator(_as_date),
    WithJsonSchema({"type": "string", "format": "date", "pattern": f"^({_CALENDAR})$"}),
]
"""A calendar day, written as YYYY-MM-DD."""

_PARTIAL = f"^({_YEAR}|{_YEAR}-{_MONTH}|{_CALENDAR})$"

PartialDate = Annotated[
    str,
    BeforeValidator(_year_as_text),
    StringConstraints(pattern=_PARTIAL),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 1000, "maximum": 9999},
                {"type": "string", "pattern": _PARTIAL},
            ]
        }
    ),
]
"""A year, a month or a day: 2026, 2026-03 or 2026-03-23."""

ClaimReference = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*#[a-z0-9]+(-[a-z0-9]+)*$")]
"""A claim of a source, written as `source#claim`."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 digest: 64 hexadecimal digits in lower case."""
