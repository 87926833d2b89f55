"""`steelyard weights show`: one weight set and its shares."""

import sys
from typing import Annotated

import typer

from steelyard.command_line.findings import wants_colour
from steelyard.command_line.folder import Decision, Shortlist, load_decision


def show_weights(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="The weight set; otherwise the decision's default.")] = None,
    decision: Decision = None,
    shortlist: Shortlist = None,
) -> None:
    """Show a weight set: judgements, and the shares of the full scale that follow.

    Example: steelyard weights show balanced
    """
    from steelyard import assess  # noqa: PLC0415 - frames load only when they are wanted
    from steelyard.command_line.shares import print_shares  # noqa: PLC0415

    definitions, _ = load_decision(context, decision, shortlist)
    print_shares(assess.rank(definitions, name), definitions, colour=wants_colour(sys.stdout))
