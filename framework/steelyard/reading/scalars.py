"""Plain scalars by the rules of YAML 1.2: `no`, `on`, `010` and `12:30` surprise nobody.

Source: YAML 1.2.2, section 10.3.2 (core schema, tag resolution).
"""

import re
from functools import lru_cache

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]+\Z")
_OCTAL = re.compile(r"0o[0-7]+\Z")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_INFINITY = re.compile(r"([-+]?)(\.inf|\.Inf|\.INF)\Z")
_NOT_A_NUMBER = frozenset({".nan", ".NaN", ".NAN"})
_FIRST_OF_SPECIAL = frozenset("0123456789+-.~nNtTfF")
_LONGEST_INT = 300
"""Digits beyond which a whole number is read as a float: it is on no scale, and to say so is enough."""


def resolve(text: str) -> object:
    """What an unquoted scalar means: nothing, true or false, a number, or else its own text."""
    if not text:
        return None
    if text[0] not in _FIRST_OF_SPECIAL:
        return text
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    return _number(text)


@lru_cache(maxsize=1024)
def _number(text: str) -> object:
    if _INT.match(text):
        return int(text) if len(text) <= _LONGEST_INT else float(text)
    if _FLOAT.match(text):
        return float(text)
    if _OCTAL.match(text) or _HEXADECIMAL.match(text):
        return int(text, 0) if len(text) <= _LONGEST_INT else float("inf")
    infinite = _INFINITY.match(text)
    if infinite:
        return float(f"{infinite.group(1)}inf")
    return float("nan") if text in _NOT_A_NUMBER else text
