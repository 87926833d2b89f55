"""`steelyard gates`: who passes what, and the decision that was taken."""

from typing import Annotated, Literal

import typer

from steelyard.command_line.folder import Decision, Shortlist, load_decision
from steelyard.documents.definitions import DECISION_FILE


def gates(
    context: typer.Context,
    how: Annotated[
        Literal["table", "json", "csv", "markdown"], typer.Option("--format", help="How to show them.")
    ] = "table",
    decision: Decision = None,
    shortlist: Shortlist = None,
) -> None:
    """Show which options pass the gates and why, and the decision that was taken, beside the ranking of today.

    Example: steelyard gates --format markdown
    """
    from steelyard import assess  # noqa: PLC0415 - the arithmetic loads when it is wanted
    from steelyard.command_line.exhibits import show  # noqa: PLC0415

    definitions, _ = load_decision(context, decision, shortlist)
    exhibits = assess.exhibits(definitions, ["gates", "decision"])
    if not exhibits:
        where = "what an option must pass goes under `gates:`, what was chosen under `decision:`"
        typer.echo(f"No gate and no decision is written down in {DECISION_FILE}; {where}.", err=True)
    show(exhibits, how)
