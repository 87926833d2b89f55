"""`steelyard weights list`: the weight sets, and whose they are."""

import typer

from steelyard.command_line.folder import Decision, Shortlist, load_decision


def list_weights(context: typer.Context, decision: Decision = None, shortlist: Shortlist = None) -> None:
    """List the weight sets: whose they are, and whether anyone has agreed to them.

    Example: steelyard weights list
    """
    definitions, _ = load_decision(context, decision, shortlist)
    for name, weight_set in definitions.weight_sets.items():
        default = " (default)" if name == definitions.decision.default_weights else ""
        from_data = ", from the options' numbers" if weight_set.from_data else ""
        typer.echo(f"{name}{default}: {weight_set.title}; {weight_set.status}{from_data}; {weight_set.whose}")
