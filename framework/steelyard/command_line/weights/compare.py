"""`steelyard weights compare`: where weight sets agree, what divides them, and which option nobody ranks low."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from steelyard.command_line.folder import Decision, Shortlist, load_decision
from steelyard.command_line.lettering import lettered
from steelyard.errors import UnknownNameError
from steelyard.shelf import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steelyard.documents.definitions import Definitions
    from steelyard.results.exhibit import Exhibit

_MOST_ROWS = 15
"""A longer table is cut on a terminal, and says so."""


def compare_weights(
    context: typer.Context,
    sets: Annotated[
        list[str] | None, typer.Argument(help="The weight sets to compare; otherwise all.", show_default=False)
    ] = None,
    format_: Annotated[
        Literal["table", "json", "csv", "markdown"], typer.Option("--format", help="How to show the exhibits.")
    ] = "table",
    decision: Decision = None,
    shortlist: Shortlist = None,
) -> None:
    """Show where weight sets agree, what divides them, and which option is least objectionable.

    Example: steelyard weights compare security-first ecosystem-first
    """
    from steelyard import assess  # noqa: PLC0415 - the arithmetic loads when it is wanted
    from steelyard.command_line.exhibits import show, with_apart  # noqa: PLC0415

    definitions, _ = load_decision(context, decision, shortlist)
    narrowed = _narrowed(definitions, sets or [])
    shown = narrowed.decision.default_weights
    first = shown if shown in narrowed.weight_sets else next(iter(narrowed.weight_sets))
    found = with_apart(assess.exhibits(narrowed, ["stakeholders", "disagreement"], first), definitions)
    if not found:
        typer.echo("There is nothing to compare: it takes two options and two weight sets of judgements.", err=True)
    show(list(_for_a_terminal(found)) if format_ == "table" else found, format_)


def _narrowed(definitions: "Definitions", sets: "Sequence[str]") -> "Definitions":
    """The definitions with the weight sets that are named, in that order; all of them where none is."""
    for name in sets:
        if name not in definitions.weight_sets:
            raise UnknownNameError(f"there is no weight set '{name}'. {did_you_mean(name, definitions.weight_sets)}")
    named = {name: definitions.weight_sets[name] for name in sets}
    return replace(definitions, weight_sets=named) if named else definitions


def _for_a_terminal(exhibits: "Sequence[Exhibit]") -> "Iterator[Exhibit]":
    """Letters for long titles, explained once; of many swaps only the widest criterion by criterion."""
    said = ""
    for exhibit in exhibits:
        shown, legend = lettered(_cut(exhibit))
        yield replace(shown, notes=shown.notes if legend in {"", said} else (legend, *shown.notes))
        said = legend or said


def _cut(exhibit: "Exhibit") -> "Exhibit":
    """The exhibit with no more rows than one reads on a terminal, and with a word on what is left out."""
    heads = [number for number, column in enumerate(exhibit.columns) if column.heads]
    if heads:
        kept = tuple(row for row in exhibit.rows if row[heads[0]] == exhibit.rows[0][heads[0]])
    else:
        kept = exhibit.rows[:_MOST_ROWS] if exhibit.name == "views-options" else exhibit.rows
    if len(kept) == len(exhibit.rows):
        return exhibit
    left = f"Left out here: {len(exhibit.rows) - len(kept)} more rows; name two weight sets, or take another --format."
    return replace(exhibit, rows=kept, notes=(*exhibit.notes, left))
