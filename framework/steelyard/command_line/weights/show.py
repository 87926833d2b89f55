"""`steelyard weights show`: one weight set and its shares."""

import sys
from typing import Annotated, Literal

import typer

from steelyard.command_line.findings import wants_colour
from steelyard.command_line.folder import Decision, Shortlist, load_decision


def show_weights(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="The weight set; otherwise the decision's default.")] = None,
    format_: Annotated[
        Literal["table", "json", "csv", "markdown"], typer.Option("--format", help="How to show the weight set.")
    ] = "table",
    decision: Decision = None,
    shortlist: Shortlist = None,
) -> None:
    """Show a weight set: whose it is, the shares that follow, and what its judgements leave open.

    Example: steelyard weights show balanced
    """
    from steelyard.weighing import importance  # noqa: PLC0415 - loaded when wanted

    definitions, _ = load_decision(context, decision, shortlist)
    found = importance(definitions, name)
    if format_ == "table":
        from steelyard.command_line.shares import print_shares  # noqa: PLC0415

        print_shares(found, colour=wants_colour(sys.stdout))
        return
    from steelyard.command_line.weights import formats  # noqa: PLC0415

    render = {"json": formats.as_json, "csv": formats.as_csv, "markdown": formats.as_markdown}[format_]
    typer.echo(render(found), nl=False)
