"""`steelyard build`: every artefact, written whole or not at all."""

from pathlib import Path
from typing import Annotated

import typer

from steelyard.command_line.folder import Decision, Shortlist, decision_folder, load_decision

_SAID = {"xlsx": "Workbook", "json": "JSON", "csv": "CSV", "markdown": "Markdown", "html": "Page"}


def build(
    context: typer.Context,
    to: Annotated[
        list[str] | None, typer.Option(help="What to make: xlsx, html, json, csv, markdown; repeatable. [default: all]")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="The folder to write into. [default: build]")] = None,
    weights: Annotated[str | None, typer.Option(help="The weight set that is shown first.")] = None,
    decision: Decision = None,
    shortlist: Shortlist = None,
) -> None:
    """Build the live workbook, the page and the other artefacts.

    Example: steelyard build --to xlsx --out results
    """
    from steelyard import assess  # noqa: PLC0415 - the arithmetic loads when it is wanted
    from steelyard.command_line.progress import steps_shown  # noqa: PLC0415
    from steelyard.outputs import shelf  # noqa: PLC0415
    from steelyard.writing import write_bytes  # noqa: PLC0415

    root = decision_folder(context, decision)
    chosen = {name: assess.known_output(name, shelf) for name in (to or list(shelf))}
    with steps_shown() as step:
        step("reading")
        definitions, findings = load_decision(context, decision, shortlist)
        report = assess.report(definitions, findings, weights, step)
        folder = out if out is not None else root / "build"
        rendered = []
        for name, output in chosen.items():
            step(f"making {name}")
            rendered += [(name, file, content) for file, content in assess.rendered(report, output)]
        written = [(name, write_bytes(folder / file, content)) for name, file, content in rendered]
    for name, file in written:
        typer.echo(f"{_SAID.get(name, name)}: {_from_here(file)}")


def _from_here(file: Path) -> Path:
    """A path as one would type it here."""
    here = Path.cwd()
    return file.relative_to(here) if file.is_relative_to(here) else file
