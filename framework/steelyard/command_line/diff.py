"""`steelyard diff`: what changed between two revisions, and what that did to the ranking."""

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from steelyard.command_line.findings import coloured, wants_colour
from steelyard.command_line.folder import Decision, Shortlist, decision_folder, shortlist_named

if TYPE_CHECKING:
    from steelyard.compare import UnsoundVersionsError


def diff(
    context: typer.Context,
    before: Annotated[str, typer.Argument(metavar="REF", help="A git revision: a commit, a tag, a branch, HEAD~1.")],
    after: Annotated[
        str | None, typer.Argument(metavar="[REF2]", help="Another; otherwise the files as they lie here.")
    ] = None,
    format_: Annotated[
        Literal["text", "markdown", "json"], typer.Option("--format", help="How to show the comparison.")
    ] = "text",
    decision: Decision = None,
    shortlist: Shortlist = None,
) -> None:
    """Compare two revisions: what the definitions say differently, and what that did to each ranking.

    Each change of order is attributed to the edits. Comments and layout do not count.

    Example: steelyard diff HEAD~1
    """
    from steelyard.command_line import diff_json, diff_markdown, diff_text  # noqa: PLC0415 - loaded when wanted
    from steelyard.compare import UnsoundVersionsError, compare  # noqa: PLC0415

    try:
        comparison = compare(decision_folder(context, decision), before, after, shortlist_named(context, shortlist))
    except UnsoundVersionsError as error:
        _show(error)
        raise typer.Exit(1) from error
    render = {"text": diff_text.render, "markdown": diff_markdown.render, "json": diff_json.render}[format_]
    typer.echo(render(comparison), nl=False)


def _show(error: "UnsoundVersionsError") -> None:
    """The errors of each version that has any, as that version's files stand."""
    from dataclasses import replace  # noqa: PLC0415 - only on the way out

    from steelyard.finding_formats.text import render  # noqa: PLC0415

    for version, checked in error.versions:
        typer.echo(f"In {version.shown}:", err=True)
        text = render(replace(checked, findings=checked.failing("error")))
        typer.echo(coloured(text) if wants_colour(sys.stderr) else text, err=True, nl=False)
    typer.echo(f"steelyard: {error}", err=True)
