"""The manual page of a rule, or of a fault that is always looked for, in the width that a terminal has."""

import re
import sys
import textwrap
from collections.abc import Iterable, Iterator
from inspect import getdoc
from shutil import get_terminal_size

import typer

from steelyard.contracts import FaultKind, Rule
from steelyard.errors import UnknownNameError
from steelyard.faults import shelf as faults
from steelyard.rules import shelf as rules
from steelyard.shelf import Shelf, module_name, nearest

_SHELVES: dict[str, Shelf[FaultKind] | Shelf[Rule]] = {"faults": faults, "rules": rules}
_ALWAYS_ON = "This is always on: no setting switches it off, and no comment allows it."
_SHORT_CODE = re.compile(r"([A-Za-z])(\d{1,2})")
_EXAMPLE = " " * 4
"""What an example on a page is indented by."""


def has_page(code: str) -> bool:
    """Whether a code is one that a finding can have."""
    return code in _codes()


def print_page(code: str) -> None:
    """Print what a code stands for, what is looked for and why, and what to do about it."""
    wing, name = _codes()[code]
    member = _SHELVES[wing][name]
    page = getdoc(sys.modules[f"steelyard.{wing}.{module_name(name)}"]) or ""
    width = get_terminal_size().columns
    parts = [f"{code}  {member.title} ({member.severity})", page, *_closing(member, width)]
    typer.echo(fitted("\n\n".join(parts), width))


def unknown_name(name: str, options: Iterable[str] | None) -> UnknownNameError:
    """The error that an option's id or a code is none, with what was meant; without `options` it is no code."""
    guess = _meant(name, options or ())
    if guess is not None:
        remedy = f"Did you mean '{guess}'?"
    else:
        remedy = "See `steelyard rules`." if options is None else "See the folder `options`, and `steelyard rules`."
    what = "rule" if options is None else "option and no rule"
    return UnknownNameError(f"there is no {what} '{name}'. {remedy}")


def fitted(page: str, width: int) -> str:
    """A page in the width there is: prose runs over the lines anew, examples stay as they are."""
    return "\n\n".join(
        part
        if part.startswith(_EXAMPLE)
        else textwrap.fill(part, width, break_long_words=False, break_on_hyphens=False)
        for part in page.split("\n\n")
    )


def _codes() -> dict[str, tuple[str, str]]:
    """Where each code has its page, read off the names of the files."""
    return {name.partition("-")[0].upper(): (wing, name) for wing, shelf in _SHELVES.items() for name in shelf}


def _meant(name: str, options: Iterable[str]) -> str | None:
    """The option's id or the code that a name comes nearest to; `s3` is short for S003."""
    codes = {code.lower(): code for code in _codes()}
    short = _SHORT_CODE.fullmatch(name)
    spelt_out = f"{short[1]}{short[2]:0>3}".lower() if short else name.lower()
    known = {**codes, **{each: each for each in options}}
    guess = nearest(spelt_out, known)
    return None if guess is None else known[guess]


def _closing(member: FaultKind | Rule, width: int) -> Iterator[str]:
    """What stands at the end of a page: whether it can be switched off, or what a project may set."""
    if isinstance(member, FaultKind):
        yield _ALWAYS_ON
    elif member.settings is not None:
        yield f"Settings, in steelyard.yaml under `rules: {{{member.code}: {{...}}}}`, with their defaults:"
        fields = member.settings.model_fields.items()
        lines = [f"{name}: {field.default:.15g}    {field.description}" for name, field in fields]
        deeper = _EXAMPLE * 2
        yield "\n".join(textwrap.fill(line, width, initial_indent=_EXAMPLE, subsequent_indent=deeper) for line in lines)
