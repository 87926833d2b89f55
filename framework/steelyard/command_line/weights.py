"""`steelyard weights`: the weight sets and their shares."""

import sys
from typing import Annotated

import typer

from steelyard.command_line.findings import wants_colour
from steelyard.command_line.folder import Decision, Shortlist, load_decision

weights = typer.Typer(help="Show the weight sets.", no_args_is_help=True)


@weights.command("list")
def list_(context: typer.Context, decision: Decision = None, shortlist: Shortlist = None) -> None:
    """List the weight sets: whose they are, and whether anyone has agreed to them.

    Example: steelyard weights list
    """
    definitions, _ = load_decision(context, decision, shortlist)
    for name, weight_set in definitions.weight_sets.items():
        default = " (default)" if name == definitions.decision.default_weights else ""
        typer.echo(f"{name}{default}: {weight_set.title}; {weight_set.status}; {weight_set.whose}")


@weights.command()
def show(
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
