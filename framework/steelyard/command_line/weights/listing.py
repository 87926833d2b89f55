"""`steelyard weights list`: the weight sets, and whose they are."""

from collections.abc import Iterator
from shutil import get_terminal_size
from textwrap import wrap

import typer

from steelyard.command_line.folder import Decision, Shortlist, load_decision
from steelyard.documents.weight_set import WeightSet

_INDENT = "  "


def list_weights(context: typer.Context, decision: Decision = None, shortlist: Shortlist = None) -> None:
    """List the weight sets: by which method, whose they are, and whether anyone has agreed to them.

    Example: steelyard weights list
    """
    definitions, _ = load_decision(context, decision, shortlist)
    width = get_terminal_size((80, 24)).columns
    for name, weight_set in definitions.weight_sets.items():
        default = " (default)" if name == definitions.decision.default_weights else ""
        for line in _lines(f"{name}{default}: {weight_set.title}", weight_set, width):
            typer.echo(line)


def _lines(head: str, weight_set: WeightSet, width: int) -> Iterator[str]:
    """The set's name and title, and below, set in, how it came about."""
    method = weight_set.method if weight_set.variant is None else f"{weight_set.method} ({weight_set.variant})"
    from_data = ", from the options' numbers" if weight_set.from_data else ""
    about = f"{method}; {weight_set.status}{from_data}; {weight_set.whose}"
    yield from wrap(head, width, subsequent_indent=_INDENT)
    yield from wrap(about, width, initial_indent=_INDENT, subsequent_indent=_INDENT)
