"""`steelyard explain`: why an option stands where it stands, or what a rule is about."""

import re
import sys
from typing import Annotated

import typer

from steelyard.command_line.findings import wants_colour
from steelyard.command_line.folder import Decision, Shortlist, load_decision
from steelyard.documents.definitions import path_of
from steelyard.errors import NoDecisionError, SteelyardError, UnsoundDefinitionsError

_LIKE_A_CODE = re.compile(r"[A-Za-z]\d{1,4}")


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
    from steelyard.command_line import manual  # noqa: PLC0415 - the rules load when wanted

    if manual.has_page(name.upper()):
        manual.print_page(name.upper())
        return
    from steelyard import assess  # noqa: PLC0415 - the arithmetic loads when it is wanted
    from steelyard.command_line.account import print_account  # noqa: PLC0415

    try:
        definitions, _ = load_decision(context, decision, shortlist)
    except (NoDecisionError, UnsoundDefinitionsError) as error:
        if _LIKE_A_CODE.fullmatch(name) and not _is_option(name, error):
            raise manual.unknown_name(name, None) from error
        raise
    if name not in definitions.options:
        raise manual.unknown_name(name, definitions.options)
    ranking = assess.rank(definitions, weights)
    print_account(name, against, ranking, definitions, colour=wants_colour(sys.stdout))


def _is_option(name: str, error: SteelyardError) -> bool:
    """Whether there is an option of a name, though the definitions that it belongs to have errors."""
    return isinstance(error, UnsoundDefinitionsError) and (error.root / path_of("option", name)).exists()
