"""Findings as text: one line each, the line of the file with a caret, and the remedy."""

import sys
from collections.abc import Iterator
from os import environ
from pathlib import Path

import typer

from steelyard.errors import UnsoundDefinitionsError
from steelyard.results.finding import SEVERITIES, Finding

_WIDEST = 100
_COLOURS = {"error": "red", "warning": "yellow", "note": "blue"}


def as_text(findings: tuple[Finding, ...], root: Path, *, colour: bool) -> str:
    """Every finding with its excerpt, then a line that counts them."""
    lines: list[str] = []
    texts: dict[str, list[str]] = {}
    for finding in findings:
        path = finding.place.path
        if path not in texts:
            texts[path] = _lines_of(root / path)
        lines += _one(finding, texts[path], colour=colour)
    return "\n".join([*lines, counted(findings)])


def _one(finding: Finding, text: list[str], *, colour: bool) -> Iterator[str]:
    severity = typer.style(finding.severity, fg=_COLOURS[finding.severity]) if colour else finding.severity
    yield f"{finding.place} {finding.code} {finding.message} [{severity}]"
    number = finding.place.line
    if 0 < number <= len(text) and text[number - 1].strip():
        line, column = _windowed(text[number - 1], finding.place.column)
        gutter = f"{number:>6} | "
        yield f"{gutter}{line}"
        yield f"{' ' * 6} | {' ' * (column - 1)}^"
    yield f"       = {finding.remedy}"


def _windowed(line: str, column: int) -> tuple[str, int]:
    """The part of a long line around a column, and the column within it."""
    line = line.replace("\t", "\u2409").replace("\0", "\u2400")
    start = max(0, column - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = line[start : start + _WIDEST]
    before, after = ("..." if start else ""), ("..." if start + _WIDEST < len(line) else "")
    return f"{before}{shown}{after}", column - start + len(before)


def _lines_of(path: Path) -> list[str]:
    try:
        return path.read_bytes().decode("utf-8-sig", errors="replace").splitlines()
    except OSError:
        return []


def counted(findings: tuple[Finding, ...]) -> str:
    """How many errors, warnings and notes there are, in words."""
    live = [each for each in findings if each.suppressed is None]
    if not live:
        return "No findings: the definitions are sound."
    counts = {severity: sum(each.severity == severity for each in live) for severity in SEVERITIES}
    parts = [f"{number} {word}{'' if number == 1 else 's'}" for word, number in counts.items() if number]
    return f"{', '.join(parts)} in {_files(live)}."


def _files(findings: list[Finding]) -> str:
    number = len({each.place.path for each in findings})
    return "1 file" if number == 1 else f"{number} files"


def show_unsound(error: UnsoundDefinitionsError) -> None:
    """Why a command refuses: the errors, then what to do."""
    errors = tuple(each for each in error.findings if each.severity == "error")
    typer.echo(as_text(errors, error.root, colour=wants_colour(sys.stderr)), err=True)
    typer.echo(f"steelyard: {error}", err=True)


def wants_colour(stream: object) -> bool:
    """Colour only on a terminal, and only where neither NO_COLOR nor CI is set."""
    terminal = getattr(stream, "isatty", lambda: False)()
    return bool(terminal) and not environ.get("NO_COLOR") and not environ.get("CI")
