"""`steelyard evidence`: whether claims still stand where they say they stand."""

import sys
from datetime import date, datetime
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
def verify(
    context: typer.Context,
    documents: Documents,
    fail_level: Annotated[
        Literal["error", "warning"], typer.Option(help="Exit with 1 from this severity on.")
    ] = "error",
    decision: Decision = None,
) -> None:
    """Derive every locator, anchor and digest anew, and report what does not hold.

    What is not exact is an error. Where another text is so near that it may be meant, the finding is a warning that
    shows both texts; warnings alone exit with 0 unless --fail-level says otherwise.

    Example: steelyard evidence verify --documents ~/documents
    """
    from steelyard.check import checked_from, read  # noqa: PLC0415 - loaded only when wanted
    from steelyard.evidence import verify as verify_claims  # noqa: PLC0415
    from steelyard.figures import counted  # noqa: PLC0415
    from steelyard.finding_formats.text import render  # noqa: PLC0415

    root = decision_folder(context, decision)
    definitions = read(root).definitions
    findings = verify_claims(definitions, documents)
    if findings:
        found = checked_from(findings, root, fail_level=fail_level)
        text = render(found)
        typer.echo(coloured(text) if wants_colour(sys.stdout) else text, nl=False)
        raise typer.Exit(1 if found.failing() else 0)
    claims = counted(sum(len(source.claims) for source in definitions.sources.values()), "claim")
    held_against = counted(len(definitions.sources), "document")
    typer.echo(f"Held against {held_against}, {claims} with locator, anchor and digest: no fault.")


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
    from steelyard.errors import SteelyardError, UnknownNameError  # noqa: PLC0415
    from steelyard.evidence import pin as pin_source  # noqa: PLC0415
    from steelyard.figures import counted  # noqa: PLC0415
    from steelyard.shelf import did_you_mean  # noqa: PLC0415

    root = decision_folder(context, decision)
    known = sorted(read(root).definitions.known["source"])
    failed = False
    for name in sources or known:
        if name not in known:
            raise UnknownNameError(f"there is no source '{name}'. {did_you_mean(name, known)}")
        try:
            typer.echo(f"{name}: {counted(pin_source(root, name, documents), 'digest')} changed")
        except SteelyardError as error:
            failed = True
            typer.echo(f"steelyard: {name}: {error}", err=True)
    if failed:
        raise typer.Exit(2)


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
    from steelyard import assess  # noqa: PLC0415 - the arithmetic loads when it is wanted
    from steelyard.command_line.exhibits import show  # noqa: PLC0415
    from steelyard.support import shortfalls  # noqa: PLC0415

    definitions, _ = load_decision(context, decision, shortlist)
    found = assess.exhibits(definitions, ["coverage"])
    show([each for each in found if each.name == f"coverage-by-{by}"], format_)
    short = list(shortfalls(definitions, minimum / 100)) if minimum is not None else []
    for sentence in short:
        typer.echo(f"steelyard: {sentence}", err=True)
    raise typer.Exit(1 if short else 0)


@evidence.command()
def review(
    context: typer.Context,
    option: Annotated[str, typer.Argument(help="An option's id.")],
    criterion: Annotated[str, typer.Argument(help="A criterion's id, or `cost`.")],
    by: Annotated[str, typer.Option(help="The role that reviewed; never the one that judged the number.")],
    verdict: Annotated[
        Literal["supports", "partly", "does-not"], typer.Option(help="Whether the claims support the number.")
    ],
    status: Annotated[
        Literal["illustrative", "agreed"],
        typer.Option(help="agreed where that role stands by it; an illustrative review counts as none."),
    ] = "illustrative",
    on: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day of the review.", show_default="today")
    ] = None,
    decision: Decision = None,
) -> None:
    """Record that another role has reviewed a number, bound to the number and its claims as they stand.

    Any later edit of the number or of a claim it cites reopens the review. It counts where --status says agreed;
    otherwise it shows what a review looks like, and every output calls it illustrative.

    Example: steelyard evidence review export-controls military-access --by "second reader" --verdict partly
    --status agreed
    """
    from steelyard.assess import load  # noqa: PLC0415 - loaded only when wanted
    from steelyard.reviewing import NewReview, number_of  # noqa: PLC0415
    from steelyard.reviewing import review as write_review  # noqa: PLC0415
    from steelyard.today import today  # noqa: PLC0415

    definitions, _ = load(decision_folder(context, decision))
    # The day where the reviewer is, unless the clock by which the check goes has not come to it yet.
    day = on.date() if on is not None else min(date.today(), today())  # noqa: DTZ011
    write_review(definitions, number_of(definitions, option, criterion), NewReview(by, day, verdict, status))
    if status == "agreed":
        typer.echo(f"{option}, {criterion}: reviewed by {by} on {day}, verdict {verdict}.")
    else:
        typer.echo(f"{option}, {criterion}: an illustrative review by {by} on {day}, verdict {verdict}.")
        typer.echo("It counts as no review; where that role stands by it, write it anew with --status agreed.")


@evidence.command()
def add(
    context: typer.Context,
    source: Annotated[str, typer.Argument(help="The source's id; one without a file gets one.")],
    file: Annotated[str, typer.Argument(help="The document: a path, or a name in the folder of documents.")],
    paragraph: Annotated[int, typer.Option(help="The non-empty line, counted from 1, headings included.")],
    anchor: Annotated[str, typer.Option(help="At most eight words found in that paragraph.")],
    statement: Annotated[str, typer.Option(help="What the source says, in your own words.")],
    claim: Annotated[str, typer.Option(help="The claim's name.", show_default="from the anchor")] = "",
    credibility: Annotated[
        int, typer.Option(min=1, max=6, help="Admiralty scale: 1 confirmed to 6 cannot be judged.")
    ] = 6,
    section: Annotated[str, typer.Option(help="How the heading above it begins.", show_default=False)] = "",
    type_: Annotated[
        str, typer.Option("--type", help="Of a new source: report, article, ...", show_default=False)
    ] = "",
    title: Annotated[str, typer.Option(help="Of a new source.", show_default=False)] = "",
    author: Annotated[str, typer.Option(help="Of a new source.", show_default=False)] = "",
    publisher: Annotated[str, typer.Option(help="Of a new source.", show_default=False)] = "",
    issued: Annotated[str, typer.Option(help="Of a new source: when.", show_default=False)] = "",
    url: Annotated[str, typer.Option(help="Of a new source: where.", show_default=False)] = "",
    accessed: Annotated[str, typer.Option(help="Of a new source: the day it was opened.", show_default=False)] = "",
    reliability: Annotated[str, typer.Option(help="Of a new source: A to F.", show_default=False)] = "",
    reliability_because: Annotated[str, typer.Option(help="The reason for that grade.", show_default=False)] = "",
    documents: Annotated[
        Path | None, typer.Option(envvar="STEELYARD_DOCUMENTS", help="The folder of documents.", show_default=False)
    ] = None,
    decision: Decision = None,
) -> None:
    """Record a claim: its anchor and place are held against the document, and its digests computed.

    Example: steelyard evidence add four-ounces-paper report.txt --paragraph 30 --anchor "update the rules"
    --statement "The rules should be renewed each year." --credibility 2 --documents ~/documents
    """
    from steelyard.adding import NewClaim  # noqa: PLC0415 - loaded only when wanted
    from steelyard.adding import add as add_claim  # noqa: PLC0415
    from steelyard.check import read  # noqa: PLC0415

    document = Path(file) if documents is None or Path(file).exists() else documents / file
    known = {
        "type": type_, "title": title, "author": author, "publisher": publisher, "issued": issued, "URL": url,
        "accessed": accessed, "reliability": reliability, "reliability_because": reliability_because,
    }  # fmt: skip
    said = NewClaim(paragraph, anchor, statement, credibility, section, claim)
    reference = add_claim(read(decision_folder(context, decision)).definitions, source, document, said, known)
    typer.echo(f"{reference} is recorded, drawn from paragraph {paragraph} of {document.name}.")
    typer.echo(f"Cite it for or against a score: {reference}")
