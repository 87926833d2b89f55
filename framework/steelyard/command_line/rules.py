"""`steelyard rules`: every rule with its severity; `steelyard suppressions`: every finding that is allowed."""

import typer

from steelyard.command_line.folder import Decision, Shortlist, decision_folder, shortlist_named


def rules() -> None:
    """List the rules that definitions are checked against.

    Example: steelyard rules
    """
    from steelyard.faults import shelf as faults  # noqa: PLC0415 - loaded only when they are wanted
    from steelyard.rules import shelf  # noqa: PLC0415

    for fault in faults.values():
        typer.echo(f"{fault.code}  {fault.severity:<8} {fault.title} (always on)")
    for name in shelf:
        rule = shelf[name]
        always = " (needed to rank)" if rule.needed_to_rank else ""
        typer.echo(f"{rule.code}  {rule.severity:<8} {rule.title}{always}")


def suppressions(context: typer.Context, decision: Decision = None, shortlist: Shortlist = None) -> None:
    """List every finding that a comment allows, with the reason.

    Example: steelyard suppressions
    """
    from steelyard.check import check  # noqa: PLC0415 - loaded only when it is wanted

    allowed = [
        each
        for each in check(decision_folder(context, decision), shortlist_named(context, shortlist))
        if each.suppressed is not None
    ]
    for each in allowed:
        typer.echo(f"{each.place} {each.code} {each.message}\n       = allowed: {each.suppressed}")
    typer.echo(f"{len(allowed)} suppressed." if allowed else "Nothing is suppressed.")
