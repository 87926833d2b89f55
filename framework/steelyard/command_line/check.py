"""`steelyard check`: read everything, run every rule, report every finding."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from steelyard.command_line.findings import as_text, wants_colour
from steelyard.command_line.folder import Decision, decision_folder


def check(
    context: typer.Context,
    format_: Annotated[Literal["text", "json"], typer.Option("--format", help="How to show the findings.")] = "text",
    output: Annotated[Path | None, typer.Option(help="Write to this file instead of the screen.")] = None,
    fail_level: Annotated[
        Literal["error", "warning", "note"], typer.Option(help="Exit with 1 from this severity on.")
    ] = "error",
    decision: Decision = None,
) -> None:
    """Check the definitions: every fault of every file in one run.

    Example: steelyard check --fail-level warning
    """
    from steelyard.check import at_least  # noqa: PLC0415 - the rules load only when they are wanted
    from steelyard.check import check as check_folder  # noqa: PLC0415

    root = decision_folder(context, decision)
    findings = check_folder(root)
    if format_ == "json":
        from steelyard.outputs.json import as_bytes, findings_as_data  # noqa: PLC0415

        text = as_bytes(findings_as_data(findings)).decode()
    else:
        text = as_text(findings, root, colour=output is None and wants_colour(sys.stdout)) + "\n"
    if output is None:
        typer.echo(text, nl=False)
    else:
        from steelyard.writing import write_bytes  # noqa: PLC0415

        write_bytes(output, text.encode())
    raise typer.Exit(1 if at_least(findings, fail_level) else 0)
