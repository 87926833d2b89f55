"""`steelyard rules`: every rule with its severity."""

import typer


def rules() -> None:
    """List the rules that definitions are checked against.

    Example: steelyard rules
    """
    from steelyard.reading.fault import TITLES  # noqa: PLC0415 - loaded only when they are wanted
    from steelyard.rules import shelf  # noqa: PLC0415

    for code, title in TITLES.items():
        severity = "warning" if code == "F001" else "error"
        typer.echo(f"{code}  {severity:<8} {title} (always on)")
    for name in shelf:
        rule = shelf[name]
        typer.echo(f"{rule.code}  {rule.severity:<8} {rule.title}")
