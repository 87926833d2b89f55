"""What most likely went wrong where YAML cannot be read: the slips that people make, told from the lines themselves."""

import re
from dataclasses import dataclass

from steelyard.documents.place import Mark
from steelyard.reading.indentation import indent, indented_apart
from steelyard.reading.unclosed import close_quote, never_closed, swallowing

_COLON = re.compile(r"^\s*(?:- )?[A-Za-z][\w-]*:(?=[^\s/])")
_APOSTROPHE = re.compile(r"[:-] +'[^']*'\w")
_CONFLICT = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?: |$)")
_NO_BREAK = re.compile("^ *[\u00a0\u2007\u202f]")
_EQUALS = re.compile(r"^\s*([A-Za-z]\w*) *= ")
_BEGINS = re.compile(r"^\s*(?:- )?(?:[A-Za-z][\w-]*: +)(?:(\"[^\"]*\"|\[[^\]]*\]|\{[^}]*\})\s*[^\s#,]|([?%@`]))")
_COLON_INSIDE = re.compile(r"^\s*(?:- )?([A-Za-z][\w-]*): +[^\"'\[{|>#\s].*?: ")
_PLAIN = re.compile(r"^\s*[^\s#\-\"'\[\]{}|>][^:]*$")
_ITEM = re.compile(r"^ *- +([A-Za-z][\w-]*):(?:\s|$)")
_SIGNS = {
    '"': "a quote",
    "[": "a bracket",
    "{": "a brace",
    "?": "a question mark",
    "%": "a per cent sign",
    "@": "an at sign",
    "`": "a backtick",
    "*": "a star",
    "&": "an ampersand",
    "!": "an exclamation mark",
    "|": "a bar",
    ">": "a greater-than sign",
}
_NO_CHARACTER = "Write the character itself in place of its code, or put the text in single quotes."
_BACKSLASH = "Inside double quotes a backslash begins a code: write it twice, or put the text in single quotes."
_USUAL = "Look at this line and the one above; text with a colon, quote or bracket in it goes into quotes."


@dataclass(frozen=True)
class Refused:
    """What the parser said, where it noticed, and where the part began that it was reading then."""

    said: str
    noticed: Mark
    began: Mark


@dataclass(frozen=True)
class Hint:
    """The likeliest remedy; where the slip is told from the lines, its place and what it is in plain words."""

    remedy: str
    at: Mark | None = None
    plainly: str = ""


def hint(lines: list[str], refused: Refused, number: int) -> Hint:
    """The likeliest remedy for a fault that is placed on a line, counted from 1; it may sit on the line before."""
    near = [each for each in (number, number - 1) if 0 < each <= len(lines)]
    told = [_odd_sign(lines[each - 1], each) for each in near] + [_by_what_was_said(lines, refused)]
    told += [_slip(lines, each) for each in near]
    told += [_hanging(lines[each - 1], each) for each in near[:1]]
    return next((each for each in told if each is not None), Hint(_USUAL))


def _by_what_was_said(lines: list[str], refused: Refused) -> Hint | None:
    """What the parser's own words tell: of signs at the start of text, of backslashes, of what is never closed."""
    said, began = refused.said, refused.began
    if any(part in said for part in ("an alias", "an anchor", "a tag", "a block scalar")):
        sign = "".join(lines[began.line - 1 : began.line])[began.column - 1 : began.column]
        return Hint(_in_quotes(sign, began.line)) if sign in _SIGNS else None
    if "parsing a quoted scalar" in said:
        return Hint(_NO_CHARACTER if "Unicode" in said else _BACKSLASH)
    if any(part in said for part in ("scanning a quoted scalar", "expected ',' or")):
        remedy = never_closed(lines, began, refused.noticed)
        return Hint(remedy) if remedy is not None else None
    return None


def _slip(lines: list[str], number: int) -> Hint | None:
    line = lines[number - 1]
    said = _COLON.match(line)
    if said is not None:
        return Hint(f"Put a space after the colon in line {number}: `{said.group().strip()} ...`.")
    if _APOSTROPHE.search(line):
        return Hint(f"Inside single quotes write an apostrophe twice (line {number}), or use double quotes.")
    return _open_quote(lines, number) or _key_as_item(lines, number) or _apart(lines, number) or _quotes(line, number)


def _open_quote(lines: list[str], number: int) -> Hint | None:
    """A quote above that was never closed, and took everything up to the next quote for its text."""
    found = swallowing(lines, number)
    if found is None:
        return None
    return Hint(close_quote(*found), found[1], "a quote that is opened and never closed")


def _key_as_item(lines: list[str], number: int) -> Hint | None:
    """A hyphen before one key of a block whose other keys have none."""
    item, own = _ITEM.match(lines[number - 1]), indent(lines[number - 1])
    above = [each for each in lines[: number - 1] if each.strip() and not each.lstrip().startswith("#")]
    beside = next((each for each in reversed(above) if indent(each) <= own), "")
    in_block = indent(beside) == own and not beside.lstrip().startswith("-")
    if item is None or not in_block or (beside is above[-1] and beside.rstrip().endswith(":")):
        return None
    remedy = f"Delete the hyphen before `{item.group(1)}:` in line {number}: the keys beside it have none."
    return Hint(remedy, Mark(number, own + 1), "a hyphen where none can stand")


def _apart(lines: list[str], number: int) -> Hint | None:
    """A line that is indented unlike its neighbours: this one, or the one above it."""
    found = indented_apart(lines, number)
    if found is None:
        return None
    apart, remedy = found
    if apart == number:
        return Hint(remedy)
    return Hint(remedy, Mark(apart, indent(lines[apart - 1]) + 1), "a line that is indented unlike its neighbours")


def _odd_sign(line: str, number: int) -> Hint | None:
    """What no definition file has: marks of git, spaces from a word processor, an equals sign for a colon."""
    if _CONFLICT.match(line):
        return Hint(f"Line {number} is a mark that git left where two edits met: keep one side, and delete the marks.")
    if _NO_BREAK.match(line):
        return Hint(f"Line {number} begins with a no-break space, which YAML does not take as a space: type it anew.")
    equals = _EQUALS.match(line)
    if equals is not None:
        return Hint(f"Write a colon instead of the equals sign in line {number}: `{equals.group(1)}: ...`.")
    return None


def _quotes(line: str, number: int) -> Hint | None:
    """Text that YAML takes for something else."""
    begins = _BEGINS.match(line)
    if begins is not None:
        return Hint(_in_quotes((begins.group(1) or begins.group(2))[0], number))
    colon = _COLON_INSIDE.match(line)
    if colon is not None:
        after = f"The text after `{colon.group(1)}:` in line {number}"
        return Hint(f"{after} has a colon in it: put the whole of it in quotes.")
    return None


def _in_quotes(sign: str, number: int) -> str:
    other = "single" if sign == '"' else "double"
    return f"The text in line {number} begins with {_SIGNS[sign]}: put the whole of it in {other} quotes."


def _hanging(line: str, number: int) -> Hint | None:
    """A line that has no colon: text that lost its place, or a key that lost its colon."""
    if _PLAIN.match(line):
        return Hint(
            f"If line {number} goes on with the text above, let it begin with more spaces than that; "
            "if it begins a key, put a colon and a space after the key."
        )
    return None
