"""`steelyard weights import`: what readers changed in a workbook, brought back."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from steelyard.command_line.findings import coloured, wants_colour
from steelyard.command_line.folder import Decision, Shortlist, decision_folder, shortlist_named

if TYPE_CHECKING:
    from steelyard.documents.definitions import Definitions
    from steelyard.importing import Import
    from steelyard.results.comparison import Comparison, Reranking
    from steelyard.results.finding import Finding
    from steelyard.rewriting import Rewriting, UnsoundAfterwardsError

_NOISE = 1e-12


def import_weights(
    context: typer.Context,
    book: Annotated[Path, typer.Argument(metavar="BOOK.xlsx", help="A workbook that `steelyard build` wrote.")],
    as_: Annotated[
        str | None,
        typer.Option("--as", metavar="ID", help="Make a new weight set of the column Own weights or a changed set."),
    ] = None,
    title: Annotated[str, typer.Option(help="With --as: what readers see.", show_default="from the id")] = "",
    whose: Annotated[str, typer.Option(help="With --as: whose judgements they are.", show_default=False)] = "",
    why: Annotated[str, typer.Option(help="With --as: the reason for these weights.", show_default=False)] = "",
    scores: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--scores", help="Bring changed scores back too.")
    ] = False,
    dry_run: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--dry-run", help="Show what would change, and the ranking it would give; write nothing.")
    ] = False,
    decision: Decision = None,
    shortlist: Shortlist = None,
) -> None:
    """Bring back what readers changed in a workbook: each changed number is edited in its file, and nothing else.

    What stood in the workbook as it was built, what the definitions say now, and what the workbook says now are
    merged. Where the last two contradict one another nothing is written, and both are named. A failure leaves every
    file as it was; after a kill in the moment of writing, run the same import again: it writes what is missing.

    Example: steelyard weights import build/steelyard.xlsx --dry-run
    """
    from steelyard.check import findings_of, looking_at, read  # noqa: PLC0415 - loaded only when wanted
    from steelyard.importing import RefusedImportError, planned  # noqa: PLC0415
    from steelyard.returning.new_set import NewSet  # noqa: PLC0415
    from steelyard.rewriting import UnsoundAfterwardsError  # noqa: PLC0415

    root, chosen = decision_folder(context, decision), shortlist_named(context, shortlist)
    reading = looking_at(chosen, read(root))
    new = None if as_ is None else NewSet(as_, title, whose, why)
    try:
        found = planned(reading.definitions, book, scores=scores, as_new=new)
    except RefusedImportError as error:
        for reason in error.reasons:
            typer.echo(f"{reason}.", err=True)
        typer.echo(f"steelyard: {error}", err=True)
        raise typer.Exit(1) from error
    except UnsoundAfterwardsError as error:
        show_unsound_afterwards(error)
        raise typer.Exit(1) from error
    before = findings_of(reading)
    if found.plan is not None and not dry_run:
        found.plan.write()
    _tell(found, before, dry_run=dry_run)
    if found.plan is not None:
        _rank(reading.definitions, found, before)


def show_unsound_afterwards(error: "UnsoundAfterwardsError") -> None:
    """The errors that changes would cause, each with its line as it would be."""
    from steelyard.finding_formats.text import render  # noqa: PLC0415 - only on the way out

    text = render(error.checked)
    typer.echo(coloured(text) if wants_colour(sys.stderr) else text, err=True, nl=False)
    typer.echo(f"steelyard: {error}", err=True)


def _tell(found: "Import", before: "Sequence[Finding]", *, dry_run: bool) -> None:
    """Remarks and warnings first, beside the results and not among them; then what changes, in sentences and lines."""
    for note in found.notes:
        typer.echo(note, err=True)
    if found.plan is not None:
        show_new_warnings(before, found.plan)
    for change in found.changes:
        typer.echo(f"{change}")
    for path in found.added:
        typer.echo(f"{path}: a new weight set")
    if found.does_nothing:
        typer.echo("Nothing to bring back: the definitions stay as they are.")
    elif dry_run and found.plan is not None:
        typer.echo("Nothing is written (--dry-run).")
        typer.echo("".join(_diff(found.plan)), nl=False)


def _diff(plan: "Rewriting") -> Iterator[str]:
    """The lines that would change, as git shows them."""
    for path, after in sorted(plan.after.items()):
        before = (plan.before[path] or b"").decode().splitlines(keepends=True)
        origin = f"a/{path}" if before else "/dev/null"
        yield "\n"
        yield from unified_diff(before, after.decode().splitlines(keepends=True), origin, f"b/{path}")


def show_new_warnings(before: "Sequence[Finding]", plan: "Rewriting") -> None:
    """What `check` says of the changes that it did not say before, a line each, beside the results."""
    from steelyard.check import at_least  # noqa: PLC0415 - loaded only when wanted

    known = {(each.code, each.place.path, each.message) for each in before}
    for each in at_least(plan.findings, "warning"):
        if (each.code, each.place.path, each.message) not in known:
            typer.echo(f"{each.place} {each.code} {each.message} [{each.severity}]", err=True)


def _rank(definitions: "Definitions", found: "Import", before: "tuple[Finding, ...]") -> None:
    """What the changes do to each ranking; of a new weight set the ranking that it gives."""
    from steelyard import assess  # noqa: PLC0415 - the arithmetic loads when it is wanted
    from steelyard.check import at_least  # noqa: PLC0415
    from steelyard.command_line.matrix import console, print_matrix  # noqa: PLC0415
    from steelyard.compare import comparison_of  # noqa: PLC0415
    from steelyard.results.comparison import Version  # noqa: PLC0415

    assert found.plan is not None  # noqa: S101 - nothing is ranked where nothing changes
    after = found.plan.definitions
    typer.echo()
    for path in found.added:
        print_matrix(assess.rank(after, Path(path).stem), after, console(colour=wants_colour(sys.stdout)))
    if found.changes and not at_least(before, "error"):
        versions = Version("the definitions", None), Version("this import", None)
        _compare(comparison_of(definitions, after, versions))


def _compare(comparison: "Comparison") -> None:
    """The rankings that changed, each with its totals; the others are counted."""
    from steelyard.command_line.diff_text import render  # noqa: PLC0415 - loaded only when wanted

    changed = tuple(each for each in comparison.rerankings if _is_other(each))
    if not changed:
        typer.echo("Every ranking stays as it was, and so does every total.")
        return
    typer.echo(render(replace(comparison, rerankings=changed)), nl=False)
    still = len(comparison.rerankings) - len(changed)
    if still:
        others = "The other weight set ranks" if still == 1 else f"The other {still} weight sets rank"
        typer.echo(f"\n{others} as before, with the same totals.")


def _is_other(reranking: "Reranking") -> bool:
    """Whether a share of the weight, a total or a rank is another under a weight set."""
    return bool(reranking.shares or reranking.moved) or any(
        abs((each.total_after or 0.0) - (each.total_before or 0.0)) > _NOISE for each in reranking.standings
    )
