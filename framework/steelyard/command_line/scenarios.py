"""`steelyard scenarios`: the ranking in each future, regret, rules of decision, and which signposts to watch."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from steelyard.command_line.folder import Decision, Shortlist, load_decision
from steelyard.command_line.lettering import lettered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steelyard.results.exhibit import Cell, Exhibit


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
    from steelyard import assess  # noqa: PLC0415 - the arithmetic loads when it is wanted
    from steelyard.command_line.exhibits import show, with_apart  # noqa: PLC0415

    definitions, _ = load_decision(context, decision, shortlist)
    found = with_apart(assess.exhibits(definitions, ["scenarios"], weights), definitions)
    if not found:
        typer.echo("The decision has no scenarios: write one a file in criteria/scenarios/.", err=True)
    show(list(_for_a_terminal(found)) if format_ == "table" else found, format_)


def _for_a_terminal(exhibits: "Sequence[Exhibit]") -> "Iterator[Exhibit]":
    """Letters for long titles, explained once; and a scenario's name only in the first of its rows."""
    said = ""
    for exhibit in exhibits:
        shown, legend = lettered(exhibit)
        notes = (legend, *shown.notes) if legend not in {"", said} else shown.notes
        said = legend or said
        yield replace(shown, notes=notes, rows=tuple(_said_once(shown)))


def _said_once(exhibit: "Exhibit") -> "Iterator[tuple[Cell, ...]]":
    """The rows, a scenario's name and what holds of it left out below the first row that it has."""
    before = ""
    for row in exhibit.rows:
        again = exhibit.columns[0].name == "scenario" and row[0] == before
        yield ("", "", *row[2:]) if again else row
        before = str(row[0])
