"""What most likely went wrong where YAML cannot be read: the slips that people make, told from the lines themselves."""

import re

_COLON = re.compile(r"^\s*(?:- )?[A-Za-z][\w-]*:(?=[^\s/])")
_APOSTROPHE = re.compile(r"[:-] +'[^']*'\w")
_CONFLICT = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?: |$)")
_NO_BREAK = re.compile("^ *[\u00a0\u2007\u202f]")
_EQUALS = re.compile(r"^\s*([A-Za-z]\w*) *= ")
_BEGINS = re.compile(r"^\s*(?:- )?(?:[A-Za-z][\w-]*: +)(?:(\"[^\"]*\"|\[[^\]]*\]|\{[^}]*\})\s*[^\s#,]|([?%@`]))")
_COLON_INSIDE = re.compile(r"^\s*(?:- )?([A-Za-z][\w-]*): +[^\"'\[{|>#\s].*?: ")
_PLAIN = re.compile(r"^\s*[^\s#\-\"'\[\]{}|>][^:]*$")
_SIGNS = {
    '"': "a quote",
    "[": "a bracket",
    "{": "a brace",
    "?": "a question mark",
    "%": "a per cent sign",
    "@": "an at sign",
    "`": "a backtick",
}
_USUAL = "Look at this line and the one above; text with a colon, quote or bracket in it goes into quotes."


def hint(lines: list[str], number: int) -> str:
    """The likeliest remedy for a fault noticed on a line, counted from 1; it may sit on the line before."""
    near = [each for each in (number, number - 1) if 0 < each <= len(lines)]
    told = [_odd_sign(lines[each - 1], each) for each in near] + [_slip(lines, each) for each in near]
    told += [_hanging(lines[each - 1], each) for each in near[:1]]
    return next((remedy for remedy in told if remedy is not None), _USUAL)


def _slip(lines: list[str], number: int) -> str | None:
    line = lines[number - 1]
    said = _COLON.match(line)
    if said is not None:
        return f"Put a space after the colon in line {number}: `{said.group().strip()} ...`."
    if _APOSTROPHE.search(line):
        return f"Inside single quotes write an apostrophe twice (line {number}), or use double quotes."
    neighbours = _indents_above(lines, number)
    own = _indent(line)
    if line.strip() and neighbours and own not in neighbours:
        nearest = min(neighbours, key=lambda each: abs(each - own))
        return f"Line {number} begins with {_spaces(own)}, its neighbours with {_spaces(nearest)}: make them equal."
    return _wants_quotes(line, number)


def _odd_sign(line: str, number: int) -> str | None:
    """What no definition file has: marks of git, spaces from a word processor, an equals sign for a colon."""
    if _CONFLICT.match(line):
        return f"Line {number} is a mark that git left where two edits met: keep one side, and delete the marks."
    if _NO_BREAK.match(line):
        return f"Line {number} begins with a no-break space, which YAML does not take as a space: type it anew."
    equals = _EQUALS.match(line)
    if equals is not None:
        return f"Write a colon instead of the equals sign in line {number}: `{equals.group(1)}: ...`."
    return None


def _wants_quotes(line: str, number: int) -> str | None:
    """Text that YAML takes for something else."""
    begins = _BEGINS.match(line)
    if begins is not None:
        sign = (begins.group(1) or begins.group(2))[0]
        other = "single" if sign == '"' else "double"
        return f"The text in line {number} begins with {_SIGNS[sign]}: put the whole of it in {other} quotes."
    colon = _COLON_INSIDE.match(line)
    if colon is not None:
        return f"The text after `{colon.group(1)}:` in line {number} has a colon in it: put the whole of it in quotes."
    return None


def _hanging(line: str, number: int) -> str | None:
    """A line that has no colon: text that lost its place, or a key that lost its colon."""
    if _PLAIN.match(line):
        return (
            f"If line {number} goes on with the text above, let it begin with more spaces than that; "
            "if it begins a key, put a colon and a space after the key."
        )
    return None


def _indents_above(lines: list[str], number: int) -> list[int]:
    """How far in the lines of the open blocks above begin, the nearest first."""
    found: list[int] = []
    for line in reversed(lines[: number - 1]):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not found or _indent(line) < found[-1]:
            found.append(_indent(line))
        if found[-1] == 0:
            break
    opens = bool(found) and _last_content(lines, number).rstrip().endswith((":", ">-", "|", ">", "|-"))
    return [] if opens and _indent(lines[number - 1]) > found[0] else found


def _last_content(lines: list[str], number: int) -> str:
    return next((line for line in reversed(lines[: number - 1]) if line.strip()), "")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _spaces(count: int) -> str:
    return {0: "no space", 1: "1 space"}.get(count, f"{count} spaces")
