"""`steelyard check`: read everything, run every rule, report every finding."""

import sys
from os import environ
from pathlib import Path
from typing import Annotated, Literal

import typer

from steelyard.command_line.findings import coloured, wants_colour
from steelyard.command_line.folder import Decision, Shortlist, decision_folder, shortlist_named
from steelyard.command_line.pairing import Pair, paired

Formats = Annotated[
    list[str] | None,
    typer.Option("--format", help="text, json, github, sarif, junit or gitlab; repeatable.", show_default="text"),
]
Outputs = Annotated[
    list[Path] | None,
    typer.Option("--output", help="A file for the format before it; one format may go without, to the screen."),
]


def check(
    context: typer.Context,
    formats: Formats = None,
    outputs: Outputs = None,
    fail_level: Annotated[
        Literal["error", "warning", "note"], typer.Option(help="Exit with 1 from this severity on.")
    ] = "error",
    fix: Annotated[  # noqa: FBT002 - a flag
        bool,
        typer.Option(
            "--fix", help="First mend what cannot change meaning: line ends, order of keys, long lines, case of ids."
        ),
    ] = False,
    decision: Decision = None,
    shortlist: Shortlist = None,
) -> None:
    """Check the definitions: every fault of every file in one run.

    Under GitHub Actions, annotations and a job summary with the ranked matrix come beside the text.

    Example: steelyard check --format sarif --output steelyard.sarif --format text
    """
    pairs = paired(formats or ["text"], outputs or [])
    from steelyard.check import checked  # noqa: PLC0415 - the rules load only when they are wanted
    from steelyard.finding_formats import shelf  # noqa: PLC0415
    from steelyard.writing import write_bytes  # noqa: PLC0415

    root, chosen = decision_folder(context, decision), shortlist_named(context, shortlist)
    if fix:
        _mend(root)
    found = checked(root, fail_level, chosen)
    if environ.get("GITHUB_ACTIONS") == "true" and _leaves_room(pairs):
        typer.echo(shelf["github"].render(found), nl=False)
    for name, file in pairs:
        text = shelf[name].render(found)
        if file is not None:
            write_bytes(file, text.encode())
        else:
            typer.echo(coloured(text) if name == "text" and wants_colour(sys.stdout) else text, nl=False)
    if environ.get("GITHUB_STEP_SUMMARY"):
        from steelyard.command_line.job_summary import write_summary  # noqa: PLC0415

        write_summary(Path(environ["GITHUB_STEP_SUMMARY"]), root, found, chosen)
    raise typer.Exit(1 if found.failing() else 0)


def _leaves_room(pairs: list[Pair]) -> bool:
    """Whether annotations may stand on standard output: not twice, and not in the way of another program's format."""
    shown = [name for name, file in pairs if file is None]
    return "github" not in dict(pairs) and shown in ([], ["text"])


def _mend(root: Path) -> None:
    """Mend what can be, and say what was done and what was left, beside the results and not among them."""
    from steelyard.check import way_from_here  # noqa: PLC0415 - loaded only when it is wanted
    from steelyard.fixing import fix  # noqa: PLC0415

    way, mended, left = way_from_here(root), 0, 0
    for each in fix(root):
        if each.done:
            typer.echo(f"fixed {way}{each}", err=True)
        for sentence in each.left:
            typer.echo(f"left {way}{each.path}: {sentence}", err=True)
        mended, left = mended + bool(each.done), left + len(each.left)
    idle = "Nothing was fixed." if left else "Nothing to fix."
    typer.echo(f"{mended} {'file' if mended == 1 else 'files'} fixed." if mended else idle, err=True)
