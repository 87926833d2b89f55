"""Which decision a command is about, and which of its options."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from steelyard.reading import find_decision

if TYPE_CHECKING:
    from steelyard.documents.definitions import Definitions
    from steelyard.results.finding import Finding

Decision = Annotated[
    Path | None,
    typer.Option("--decision", help="The decision's folder; otherwise found from here upwards.", show_default=False),
]
"""An option of every command; it may also stand before the command's name."""

Shortlist = Annotated[
    str | None,
    typer.Option("--shortlist", help="A named subset of the options; otherwise `default`.", show_default=False),
]
"""An option of every command that looks at options; it may also stand before the command's name."""


@dataclass(frozen=True)
class Before:
    """What was said before the command's name."""

    decision: Path | None
    shortlist: str | None


def _before(context: typer.Context) -> Before:
    said = context.find_root().obj
    return said if isinstance(said, Before) else Before(None, None)


def decision_folder(context: typer.Context, named: Path | None) -> Path:
    """The folder named with --decision, or else the nearest one from here upwards that holds a decision."""
    return find_decision(named or _before(context).decision or Path.cwd())


def shortlist_named(context: typer.Context, named: str | None) -> str | None:
    """The shortlist named with --shortlist, if any."""
    return named or _before(context).shortlist


def load_decision(
    context: typer.Context, decision: Path | None, shortlist: str | None
) -> "tuple[Definitions, tuple[Finding, ...]]":
    """The sound definitions that a command is about, looking at the shortlist it names, and the lesser findings."""
    from steelyard import assess  # noqa: PLC0415 - the arithmetic loads when it is wanted

    return assess.load(decision_folder(context, decision), shortlist_named(context, shortlist))
