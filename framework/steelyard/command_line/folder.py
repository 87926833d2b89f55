"""Which decision a command is about."""

from pathlib import Path
from typing import Annotated

import typer

from steelyard.reading import find_decision

Decision = Annotated[
    Path | None,
    typer.Option("--decision", help="The decision's folder; otherwise found from here upwards.", show_default=False),
]
"""An option of every command; it may also stand before the command's name."""


def decision_folder(context: typer.Context, named: Path | None) -> Path:
    """The folder named with --decision, or else the nearest one from here upwards that holds a decision."""
    before = context.find_root().obj
    start = named or (before if isinstance(before, Path) else Path.cwd())
    return find_decision(start)
