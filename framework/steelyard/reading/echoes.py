"""Which of a record's errors only repeat another: one slip, one finding."""

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from steelyard.reading.annotations import fields_at
from steelyard.shelf import nearest

Location = tuple[str | int, ...]
_OF_ITEMS = {"tuple_type", "list_type", "missing"}


def without_echoes(errors: list[ErrorDetails], record: type[BaseModel]) -> list[ErrorDetails]:
    """The errors that say something of their own."""
    misspelt = _misspelt(errors, record)
    numbered = {(each["type"], each["loc"]) for each in errors if each["type"] in _OF_ITEMS}
    return [each for each in errors if not _echoes(each, errors, misspelt) and not _follows(each, numbered)]


def _misspelt(errors: list[ErrorDetails], record: type[BaseModel]) -> frozenset[Location]:
    """Where keys would stand that are there under a misspelt name."""
    return frozenset(
        (*error["loc"][:-1], meant)
        for error in errors
        if error["type"] == "extra_forbidden"
        and (meant := nearest(str(error["loc"][-1]), fields_at(record, error["loc"][:-1]))) is not None
    )


def _echoes(error: ErrorDetails, errors: list[ErrorDetails], misspelt: frozenset[Location]) -> bool:
    """Whether a list is called too short because entries of it are faulty, or a key missing that is misspelt."""
    location = error["loc"]
    if error["type"] == "too_short":
        return any(other["loc"][: len(location)] == location != other["loc"] for other in errors)
    return error["type"] == "missing" and location in misspelt


def _follows(error: ErrorDetails, numbered: set[tuple[str, Location]]) -> bool:
    """Whether an entry of a list lacks what the entry before it lacks: a list of bare names where pairs belong."""
    *holder, last = error["loc"] or ("",)
    return isinstance(last, int) and last > 0 and (error["type"], (*holder, last - 1)) in numbered
