"""Which decision a command is about."""

from pathlib import Path

import typer

from steelyard.reading import find_decision


def decision_folder(context: typer.Context) -> Path:
    """The folder named with --decision, or else the nearest one from here upwards that holds a decision."""
    named = context.find_root().obj
    return find_decision(named if isinstance(named, Path) else Path.cwd())
