"""Findings on a terminal, and whether a terminal wants colour."""

import re
import sys
from os import environ

import typer

from steelyard.errors import UnsoundDefinitionsError

_COLOURS = {"error": "red", "warning": "yellow", "note": "blue"}
_SEVERITY = re.compile(r"\[(error|warning|note)\]$", re.MULTILINE)


def coloured(text: str) -> str:
    """Findings as text, with the word for the severity in colour."""
    return _SEVERITY.sub(lambda said: f"[{typer.style(said[1], fg=_COLOURS[said[1]])}]", text)


def show_unsound(error: UnsoundDefinitionsError) -> None:
    """Why a command refuses: the errors, then what to do."""
    from steelyard.check import checked_from  # noqa: PLC0415 - only on the way out
    from steelyard.finding_formats.text import render  # noqa: PLC0415

    errors = tuple(each for each in error.findings if each.severity == "error" and each.suppressed is None)
    text = render(checked_from(errors, error.root))
    typer.echo(coloured(text) if wants_colour(sys.stderr) else text, err=True, nl=False)
    typer.echo(f"steelyard: {error}", err=True)


def wants_colour(stream: object) -> bool:
    """Colour only on a terminal, and only where neither NO_COLOR nor CI is set."""
    terminal = getattr(stream, "isatty", lambda: False)()
    return bool(terminal) and not environ.get("NO_COLOR") and not environ.get("CI")
