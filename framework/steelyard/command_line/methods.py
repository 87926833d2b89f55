"""`steelyard methods`: the same decision under the other methods of aggregation, and what turns their rankings over."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from steelyard.command_line.folder import Decision, Shortlist, load_decision
from steelyard.command_line.lettering import lettered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steelyard.results.exhibit import Exhibit


def methods(
    context: typer.Context,
    weights: Annotated[str | None, typer.Option(help="The weight set; otherwise the decision's default.")] = None,
    format_: Annotated[
        Literal["table", "json", "csv", "markdown"], typer.Option("--format", help="How to show the exhibits.")
    ] = "table",
    decision: Decision = None,
    shortlist: Shortlist = None,
) -> None:
    """Audit the ranking: the same scores and weights under other methods, and what would turn their order over.

    Example: steelyard methods --weights security-first
    """
    from steelyard import assess  # noqa: PLC0415 - the arithmetic loads when it is wanted
    from steelyard.command_line.exhibits import show, with_apart  # noqa: PLC0415

    definitions, _ = load_decision(context, decision, shortlist)
    found = with_apart(assess.exhibits(definitions, ["audit"], weights), definitions)
    if not found:
        typer.echo("There is nothing to audit: an order takes two options, and no more than 2,000.", err=True)
    show(list(_for_a_terminal(found)) if format_ == "table" else found, format_)


def _for_a_terminal(exhibits: "Sequence[Exhibit]") -> "Iterator[Exhibit]":
    """Letters for long titles, explained below the table."""
    for exhibit in exhibits:
        shown, legend = lettered(exhibit)
        yield replace(shown, notes=(legend, *shown.notes) if legend else shown.notes)
