"""`steelyard rank`: the ranked matrix."""

import sys
from typing import Annotated, Literal

import typer

from steelyard.command_line.findings import wants_colour
from steelyard.command_line.folder import Decision, Shortlist, load_decision


def rank(
    context: typer.Context,
    weights: Annotated[str | None, typer.Option(help="The weight set; otherwise the decision's default.")] = None,
    scenario: Annotated[
        str | None, typer.Option(help="A scenario whose scores to rank on; otherwise the scores as they are.")
    ] = None,
    method: Annotated[str, typer.Option(help="How values are aggregated.")] = "additive",
    format_: Annotated[
        Literal["table", "json", "csv", "markdown"], typer.Option("--format", help="How to show the ranking.")
    ] = "table",
    decision: Decision = None,
    shortlist: Shortlist = None,
) -> None:
    """Rank the options under a weight set.

    Example: steelyard rank --weights security-first
    """
    from steelyard import assess  # noqa: PLC0415 - the arithmetic loads when it is wanted

    definitions, _ = load_decision(context, decision, shortlist)
    ranking = assess.rank(definitions, weights, method, scenario)
    if format_ == "table":
        from steelyard.command_line.matrix import console, print_matrix  # noqa: PLC0415

        print_matrix(ranking, definitions, console(colour=wants_colour(sys.stdout)))
        return
    from steelyard.outputs import shelf  # noqa: PLC0415

    render = shelf[format_].render_ranking
    assert render is not None  # noqa: S101 - each of these formats shows a single ranking
    typer.echo(render(ranking, definitions).decode(), nl=False)
