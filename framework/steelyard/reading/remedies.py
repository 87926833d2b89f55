"""What to write instead of a value of the wrong kind: the slips of people who know Word and Excel, and not YAML."""

import re
import unicodedata
from datetime import date

_NUMBER = r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
_DASHES = "-\u2010-\u2015"
_THOUSANDS = re.compile(r"[-+]?[0-9]{1,3}(?:[,_' \u00a0][0-9]{3})+(?:\.[0-9]+)?")
_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+")
_PERCENT = re.compile(rf"({_NUMBER})\s*%")
_RANGE = re.compile(rf"{_NUMBER}\s*(?:[{_DASHES}]|to)\s*{_NUMBER}")
_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_BULLET = re.compile("[\u2010-\u2015*\u2022\u00b7]")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/. -]+([0-9]{1,2}|[A-Za-z]{3,9})[/., -]+([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/. ]([0-9]{1,2})[/. ]([0-9]{1,2})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_A_LIST = "Write a list: one entry a line, each after a hyphen and a space."
_A_DAY = "Write it as year, month and day, as in 2026-03-31."
_LONGEST_SHOWN = 40


def instead_of_number(text: str, *, whole: bool = False) -> str:
    """What to write where a number is asked for; some numbers have to be whole."""
    said = text.strip()
    percent = _PERCENT.fullmatch(said)
    if _THOUSANDS.fullmatch(said):
        return f"Write it without separators: `{re.sub('[^0-9.+-]', '', said)}`."
    if percent is not None:
        return f"Write the number alone: `{percent.group(1)}`."
    return "Write a whole number, in digits." if whole else _instead_of_measure(said)


def _instead_of_measure(said: str) -> str:
    if _COMMA.fullmatch(said):
        return f"Write a point instead of the comma: `{said.replace(',', '.')}`."
    if _RANGE.fullmatch(said):
        return "Write one number here; `low` and `high` hold the range around it."
    figures = len(_DIGITS.findall(said))
    if figures == 1:
        return "Write the number alone, without unit, sign or word."
    return "Write it in digits." if figures else "Write a number, such as 2 or 0.5."


def instead_of_list(given: object) -> str:
    """What to write where a list is asked for."""
    if not isinstance(given, str):
        return _A_LIST
    if given.startswith("-"):
        return "Put a space after the hyphen before each entry."
    if _BULLET.match(given):
        return f"Write a hyphen and a space before each entry, not {given[0]}."
    if len(given) > _LONGEST_SHOWN or any(each in given for each in ",;\n"):
        return _A_LIST
    return f"Write a hyphen and a space before it, on a line of its own: `- {given}`."


def instead_of_day(given: object) -> str:
    """What to write where a day is asked for; only where day and month cannot be mistaken is it worked out."""
    day = _day_in(str(given).strip())
    return _A_DAY if day is None else f"Write it as year, month and day: `{day.isoformat()}`."


def instead_of_id(text: str) -> str:
    """What to write where an id is asked for."""
    kebab = as_id(text)
    return f"Write `{kebab}`." if kebab else "Write it in kebab-case, as in `basic-research`."


def as_id(text: str) -> str:
    """A name in kebab-case, or nothing where the text has no letter or digit for one."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


def _day_in(said: str) -> date | None:
    first, year_first = _DAY_FIRST.fullmatch(said), _YEAR_FIRST.fullmatch(said)
    if year_first is not None:
        year, month, day = map(int, year_first.groups())
    elif first is not None:
        day, year = int(first.group(1)), int(first.group(3))
        month = _month(first.group(2))
        if first.group(2).isdigit() and month != day and max(day, month) <= len(_MONTHS):
            return None  # 3/4/2026 is one day in London and another in Washington
        day, month = (month, day) if month > len(_MONTHS) else (day, month)
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(said: str) -> int:
    """The number of a month, 0 for a word that is none."""
    if said.isdigit():
        return int(said)
    return _MONTHS.index(said[:3].lower()) + 1 if said[:3].lower() in _MONTHS else 0
