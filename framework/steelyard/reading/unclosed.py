"""Quotes and brackets that are opened and never closed, and commas left out between brackets."""

import re

from steelyard.documents.place import Mark
from steelyard.reading.indentation import indent

_CLOSING = {"[": "]", "{": "}"}
_NAMES = {"[": "bracket", "{": "brace"}
_KEY = re.compile(r"^\s*(?:- +)*[A-Za-z][\w-]*:(?:\s|$)")
_OPENS = re.compile(r"^\s*(?:- +)*(?:[A-Za-z][\w-]*: +)?(?:(\")[^\"]*|(')[^']*)$")


def never_closed(lines: list[str], began: Mark, noticed: Mark) -> str | None:
    """What to do about a quote or a bracket that opens at a place, where the parser missed its end."""
    sign = "".join(lines[began.line - 1 : began.line])[began.column - 1 : began.column]
    if sign in ('"', "'"):
        return close_quote(sign, began)
    if sign not in _CLOSING:
        return None
    if _is_closed(lines, began, sign):
        comma = f"Put a comma between the entries in line {noticed.line}"
        return f"{comma}; text with a quote or bracket in it goes into quotes."
    where = f"line {began.line}, column {began.column}"
    return f"Close the {_NAMES[sign]} that opens in {where}: put `{_CLOSING[sign]}` behind its last entry."


def close_quote(sign: str, at: Mark) -> str:
    """What to do about a quote that opens at a place."""
    return f"Close the quote that opens in line {at.line}, column {at.column}: put {sign} at the end of its text."


def _is_closed(lines: list[str], began: Mark, sign: str) -> bool:
    """Whether as many brackets close as open, from a place to the end of the block that it stands in."""
    text = lines[began.line - 1][began.column - 1 :]
    for line in lines[began.line :]:
        if (
            line.strip()
            and indent(line) <= indent(lines[began.line - 1])
            and not line.lstrip().startswith(_CLOSING[sign])
        ):
            break
        text += line
    return text.count(sign) <= text.count(_CLOSING[sign])


def swallowing(lines: list[str], number: int) -> tuple[str, Mark] | None:
    """A quote left open further up that ends at the next quote, on a line (counted from 1); and where it opens."""
    if not _KEY.match(lines[number - 1]):
        return None
    for sign in ('"', "'"):
        above = (each for each in range(number - 1, 0, -1) if sign in lines[each - 1])
        opens = next(above, None) if sign in lines[number - 1] else None
        found = _OPENS.match(lines[opens - 1]) if opens is not None else None
        if opens is not None and found is not None and sign in found.groups():
            return sign, Mark(opens, lines[opens - 1].index(sign) + 1)
    return None
