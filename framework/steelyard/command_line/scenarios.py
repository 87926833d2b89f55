"""`steelyard scenarios`: the ranking in each future, regret, rules of decision, and which signposts to watch."""

from dataclasses import replace
from string import ascii_uppercase
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from steelyard.command_line.folder import Decision, Shortlist, load_decision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steelyard.results.exhibit import Cell, Exhibit

_SHORT = 16
"""Headings of numbers up to this long stand above their column as they are."""


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
    from steelyard.command_line.exhibits import show  # noqa: PLC0415

    definitions, _ = load_decision(context, decision, shortlist)
    found = assess.exhibits(definitions, ["scenarios"], weights)
    if not found:
        typer.echo("The decision has no scenarios: write one a file in criteria/scenarios/.", err=True)
    show(list(_for_a_terminal(found)) if format_ == "table" else found, format_)


def _for_a_terminal(exhibits: "Sequence[Exhibit]") -> "Iterator[Exhibit]":
    """Letters for long titles, explained once; and a scenario's name only in the first of its rows."""
    said = ""
    for exhibit in exhibits:
        lettered, legend = _lettered(exhibit)
        notes = (legend, *lettered.notes) if legend not in {"", said} else lettered.notes
        said = legend or said
        yield replace(lettered, notes=notes, rows=tuple(_said_once(lettered)))


def _said_once(exhibit: "Exhibit") -> "Iterator[tuple[Cell, ...]]":
    """The rows, a scenario's name and what holds of it left out below the first row that it has."""
    before = ""
    for row in exhibit.rows:
        again = exhibit.columns[0].name == "scenario" and row[0] == before
        yield ("", "", *row[2:]) if again else row
        before = str(row[0])


def _lettered(exhibit: "Exhibit") -> "tuple[Exhibit, str]":
    """The exhibit with a letter above each column that has a long title, and what the letters stand for.

    Titles side by side would not fit a terminal; every other output has room for them.
    """
    long = [column for column in exhibit.columns if column.unit != "text" and len(column.heading) > _SHORT]
    letters = {column.name: letter for column, letter in zip(long, ascii_uppercase, strict=False)}
    if not letters:
        return exhibit, ""
    columns = tuple(replace(each, heading=letters.get(each.name, each.heading)) for each in exhibit.columns)
    legend = "; ".join(f"{letters[each.name]}: {each.heading} ({each.name})" for each in long if each.name in letters)
    return replace(exhibit, columns=columns), f"{legend}."
