"""`steelyard init`: lay out a decision to start from."""

import shutil
from pathlib import Path
from typing import Annotated

import typer

from steelyard.catalogue_files import example_folder
from steelyard.documents.definitions import DECISION_FILE, FOLDERS
from steelyard.errors import OutputError


def init(
    directory: Annotated[Path, typer.Argument(help="Where to lay it out.")] = Path("steelyard-example"),
    example: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--example", help="Lay out the catalogue that comes with Steelyard.")
    ] = False,
) -> None:
    """Lay out a decision's folder to start from.

    Example: steelyard init --example my-decision
    """
    if not example:
        typer.echo("steelyard: say --example to lay out the catalogue that comes with Steelyard", err=True)
        raise typer.Exit(2)
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise OutputError(f"{directory} is not empty; name a new folder")
    _lay_out(example_folder(), directory)
    typer.echo(f"Laid out in {directory}. Next: cd {directory}, then steelyard check, then steelyard rank.")


def _lay_out(origin: Path, directory: Path) -> None:
    """Copy a decision's files under a temporary name, then move them into place in one step."""
    growing = directory.with_name(f".{directory.name}.growing")
    try:
        shutil.rmtree(growing, ignore_errors=True)
        for top in sorted({folder.split("/")[0] for folder in FOLDERS.values()}):
            shutil.copytree(origin / top, growing / top)
        shutil.copyfile(origin / DECISION_FILE, growing / DECISION_FILE)
        if directory.exists():
            directory.rmdir()
        growing.rename(directory)
    except OSError as error:
        shutil.rmtree(growing, ignore_errors=True)
        raise OutputError(f"cannot lay out {directory}: {error.strerror or error}") from error
