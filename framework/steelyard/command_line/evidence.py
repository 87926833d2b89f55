"""`steelyard evidence`: whether claims still stand where they say they stand."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from steelyard.command_line.findings import coloured, wants_colour
from steelyard.command_line.folder import Decision, Shortlist, decision_folder, load_decision

evidence = typer.Typer(help="Hold the claims against the documents they were drawn from.", no_args_is_help=True)

Documents = Annotated[
    Path, typer.Option(envvar="STEELYARD_DOCUMENTS", help="The folder of documents.", show_default=False)
]


@evidence.command()
def verify(context: typer.Context, documents: Documents, decision: Decision = None) -> None:
    """Derive every locator, anchor and digest anew, and report what does not hold.

    Example: steelyard evidence verify --documents ~/documents
    """
    from steelyard.check import checked_from, read  # noqa: PLC0415 - loaded only when wanted
    from steelyard.evidence import verify as verify_claims  # noqa: PLC0415
    from steelyard.finding_formats.text import render  # noqa: PLC0415

    root = decision_folder(context, decision)
    definitions = read(root).definitions
    findings = verify_claims(definitions, documents)
    if findings:
        text = render(checked_from(findings, root))
        typer.echo(coloured(text) if wants_colour(sys.stdout) else text, nl=False)
        raise typer.Exit(1)
    claims = sum(len(source.claims) for source in definitions.sources.values())
    typer.echo(f"{claims} claims from {len(definitions.sources)} documents hold: locators, anchors and digests.")


@evidence.command()
def pin(
    context: typer.Context,
    documents: Documents,
    sources: Annotated[list[str] | None, typer.Argument(help="Source ids. [default: all]")] = None,
    decision: Decision = None,
) -> None:
    """Compute the digests in the source files from the documents; nobody types one.

    Example: steelyard evidence pin four-ounces-paper --documents ~/documents
    """
    from steelyard.check import read  # noqa: PLC0415 - loaded only when wanted
    from steelyard.evidence import pin as pin_source  # noqa: PLC0415

    root = decision_folder(context, decision)
    known = sorted(read(root).definitions.known["source"])
    for name in sources or known:
        changed = pin_source(root, name, documents)
        typer.echo(f"{name}: {changed} digests changed")


@evidence.command()
def coverage(
    context: typer.Context,
    by: Annotated[Literal["option", "criterion", "number"], typer.Option(help="One row for each of these.")] = "option",
    format_: Annotated[
        Literal["table", "json", "csv", "markdown"], typer.Option("--format", help="How to show it.")
    ] = "table",
    minimum: Annotated[
        float | None,
        typer.Option(help="Exit with 1 where fewer of an option's numbers, in per cent, are firm.", min=0, max=100),
    ] = None,
    decision: Decision = None,
    shortlist: Shortlist = None,
) -> None:
    """Show what the numbers rest on: claims on both sides, independent documents and their grades, judgement alone.

    A number is firm where it rests on more than judgement alone or a single weak document.

    Example: steelyard evidence coverage --by criterion --minimum 30
    """
    from steelyard import assess  # noqa: PLC0415 - frames load only when they are wanted
    from steelyard.command_line.exhibits import show  # noqa: PLC0415
    from steelyard.support import shortfalls  # noqa: PLC0415

    definitions, _ = load_decision(context, decision, shortlist)
    found = assess.exhibits(definitions, ["coverage"])
    show([each for each in found if each.name == f"coverage-by-{by}"], format_)
    short = list(shortfalls(definitions, minimum / 100)) if minimum is not None else []
    for sentence in short:
        typer.echo(f"steelyard: {sentence}", err=True)
    raise typer.Exit(1 if short else 0)
