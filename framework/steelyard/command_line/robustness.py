"""`steelyard robustness`: the verdict, and every figure that it is made from."""

import json
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from steelyard.command_line.folder import Decision, Shortlist, load_decision

if TYPE_CHECKING:
    from steelyard.documents.definitions import Definitions
    from steelyard.results.exhibit import Exhibit
    from steelyard.results.robustness import Robustness

_INTERRUPTED = 130


def robustness(
    context: typer.Context,
    samples: Annotated[int | None, typer.Option(min=16, help="Samples a question. [default: 20000]")] = None,
    seed: Annotated[int | None, typer.Option(min=0, help="Where chance starts. [default: the decision's]")] = None,
    weights: Annotated[str | None, typer.Option(help="The weight set; otherwise the decision's default.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="How many work side by side.")] = 1,
    by: Annotated[Literal["processes", "threads"], typer.Option(help="What the workers are.")] = "processes",
    scheduler: Annotated[
        str | None, typer.Option(help="The address of a Dask scheduler that has the work done.")
    ] = None,
    format_: Annotated[
        Literal["table", "json", "markdown"], typer.Option("--format", help="How to show what was found.")
    ] = "table",
    decision: Decision = None,
    shortlist: Shortlist = None,
) -> None:
    """Show how far the ranking can be trusted: under how many weightings it holds, and what would change it.

    The same seed gives the same figures, whoever does the work. Ctrl-C shows what is done so far, and the command ends
    with code 130, so that no script takes partial figures for whole ones.

    Example: steelyard robustness --weights security-first --samples 1000000 --workers 2
    """
    from steelyard import assess  # noqa: PLC0415 - the arithmetic loads when it is wanted
    from steelyard.command_line.progress import samples_shown  # noqa: PLC0415
    from steelyard.command_line.workers import workers_of  # noqa: PLC0415
    from steelyard.probing import effort  # noqa: PLC0415

    definitions, _ = load_decision(context, decision, shortlist)
    with workers_of(workers, by, scheduler) as executor, samples_shown() as progress:
        asked = effort.Effort(samples or effort.USUAL_SAMPLES, seed, executor, progress)
        found, exhibits = assess.robustness_exhibits(definitions, weights, asked)
    _show(found, exhibits, definitions, format_)
    if found.partial:
        typer.echo("steelyard: stopped early; these are partial figures, on fewer samples than asked for", err=True)
        raise typer.Exit(_INTERRUPTED)


def _show(found: "Robustness", exhibits: "tuple[Exhibit, ...]", definitions: "Definitions", format_: str) -> None:
    if format_ == "json":
        from steelyard.command_line.robustness_json import as_data  # noqa: PLC0415
        from steelyard.provenance import stamp_of  # noqa: PLC0415

        data = as_data(found, definitions, stamp_of(definitions))
        typer.echo(json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False))
        return
    from steelyard.command_line.exhibits import show  # noqa: PLC0415

    show(exhibits, format_)
