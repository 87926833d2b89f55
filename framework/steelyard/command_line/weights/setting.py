"""`steelyard weights set`: points of one weight set, changed in place."""

from typing import TYPE_CHECKING, Annotated

import typer

from steelyard.command_line.folder import Decision, Shortlist, decision_folder, shortlist_named
from steelyard.command_line.weights.importing import show_new_warnings, show_unsound_afterwards

if TYPE_CHECKING:
    from steelyard.rewriting import Rewriting

_PLACES_SHOWN = 3


def set_weights(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="ID", help="The weight set.")],
    settings: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME=POINTS...",
            help="A criterion and its points; in a set judged in groups also a group and its points. GROUP/CRITERION "
            "says the same of a criterion, and is needed where a group has its name.",
        ),
    ],
    decision: Decision = None,
    shortlist: Shortlist = None,
) -> None:
    """Set points of a weight set in its file; comments and all other lines stay as they are.

    Nothing is written where the definitions would then have errors.

    Example: steelyard weights set balanced security=90 security/lasting-effect=85
    """
    from steelyard.check import findings_of, looking_at, read  # noqa: PLC0415 - loaded only when wanted
    from steelyard.pointing import pointed  # noqa: PLC0415
    from steelyard.rewriting import UnsoundAfterwardsError  # noqa: PLC0415

    reading = looking_at(shortlist_named(context, shortlist), read(decision_folder(context, decision)))
    try:
        changes, plan = pointed(reading.definitions, name, settings)
    except UnsoundAfterwardsError as error:
        show_unsound_afterwards(error)
        raise typer.Exit(1) from error
    if plan is None:
        typer.echo("Nothing to set: these are the points already.")
        return
    plan.write()
    for change in changes:
        typer.echo(f"{change}")
    show_new_warnings(findings_of(reading), plan)
    _show_first_places(plan, name)


def _show_first_places(plan: "Rewriting", name: str) -> None:
    from steelyard import assess  # noqa: PLC0415 - the arithmetic loads when it is wanted
    from steelyard.figures import decimals  # noqa: PLC0415

    valuation = assess.rank(plan.definitions, name).valuation
    typer.echo(f"First under {plan.definitions.weight_sets[name].title} now:")
    for row in valuation.order[:_PLACES_SHOWN]:
        title = plan.definitions.options[valuation.options[row]].title
        tie = "=" if valuation.tied_with(row) else " "
        typer.echo(f"{valuation.ranks[row]:>4}{tie} {decimals(valuation.totals[row])}  {title}")
