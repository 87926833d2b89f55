"""`steelyard scenarios`: the ranking in each future, regret, rules of decision, and which signposts to watch."""

from typing import Annotated, Literal

import typer

from steelyard.command_line.folder import Decision, Shortlist, load_decision


def scenarios(
    context: typer.Context,
    weights: Annotated[str | None, typer.Option(help="The weight set; otherwise the decision's default.")] = None,
    format_: Annotated[
        Literal["table", "json", "csv", "markdown"], typer.Option("--format", help="How to show the exhibits.")
    ] = "table",
    decision: Decision = None,
    shortlist: Shortlist = None,
) -> None:
    """Show how the options rank in each scenario, what each rule chooses, and which signposts to watch.

    Example: steelyard scenarios --weights security-first
    """
    from steelyard import assess  # noqa: PLC0415 - frames load only when they are wanted
    from steelyard.command_line.exhibits import show  # noqa: PLC0415

    definitions, _ = load_decision(context, decision, shortlist)
    found = assess.exhibits(definitions, ["scenarios"], weights)
    if not found:
        typer.echo("The decision has no scenarios: write one a file in criteria/scenarios/.", err=True)
    show(found, format_)
