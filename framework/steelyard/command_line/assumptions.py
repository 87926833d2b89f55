"""`steelyard assumptions`: what is taken for granted, riskiest first."""

from typing import Annotated, Literal

import typer

from steelyard.command_line.folder import Decision, Shortlist, load_decision
from steelyard.documents.definitions import ASSUMPTIONS_FILE


def assumptions(
    context: typer.Context,
    how: Annotated[
        Literal["table", "json", "csv", "markdown"], typer.Option("--format", help="How to show them.")
    ] = "table",
    decision: Decision = None,
    shortlist: Shortlist = None,
) -> None:
    """Show the log of assumptions, riskiest first: how well founded, how much would change, and when reviewed.

    Example: steelyard assumptions --format markdown
    """
    from steelyard import assess  # noqa: PLC0415 - the arithmetic loads when it is wanted
    from steelyard.command_line.exhibits import show  # noqa: PLC0415

    definitions, _ = load_decision(context, decision, shortlist)
    if not definitions.assumptions:
        typer.echo(f"No assumptions are written down: {ASSUMPTIONS_FILE} is not there, or it is empty.", err=True)
    show(assess.exhibits(definitions, ["assumptions"]), how)
