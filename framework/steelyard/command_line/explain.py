"""`steelyard explain`: why an option stands where it stands, or what a rule is about."""

import re
import sys
from typing import Annotated

import typer

from steelyard.command_line.findings import wants_colour
from steelyard.command_line.folder import Decision, Shortlist, load_decision

_CODE = re.compile(r"[A-Za-z]\d{3}")


def explain(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="OPTION|CODE", help="An option's id, or a rule's code.")],
    against: Annotated[str | None, typer.Option(help="Another option to compare with.")] = None,
    weights: Annotated[str | None, typer.Option(help="The weight set; otherwise the decision's default.")] = None,
    decision: Decision = None,
    shortlist: Shortlist = None,
) -> None:
    """Explain an option's place (contributions, evidence for and against), or a rule.

    Example: steelyard explain basic-research --against export-controls
    """
    if _CODE.fullmatch(name):
        from steelyard.command_line.manual import print_page  # noqa: PLC0415 - the rules load when wanted

        print_page(name.upper())
        return
    from steelyard import assess  # noqa: PLC0415 - the arithmetic loads when it is wanted
    from steelyard.command_line.account import print_account  # noqa: PLC0415

    definitions, _ = load_decision(context, decision, shortlist)
    ranking = assess.rank(definitions, weights)
    print_account(name, against, ranking, definitions, colour=wants_colour(sys.stdout))
