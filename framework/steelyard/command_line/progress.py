"""Progress on standard error, on a terminal only, and gone when the work is done."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console

from steelyard.command_line.findings import wants_colour


def _quietly(step: str) -> None:
    """Progress that nobody watches."""


@contextmanager
def steps_shown() -> Iterator[Callable[[str], None]]:
    """Show what is being done, in words; a pipe, CI and NO_COLOR turn it off."""
    if not wants_colour(sys.stderr):
        yield _quietly
        return
    with Console(stderr=True, markup=False).status("starting") as status:
        yield lambda step: status.update(f"{step} ...")


@contextmanager
def samples_shown() -> Iterator[Callable[[int, int], None]]:
    """Show how many samples of a question are done, out of how many; silent where `steps_shown` is."""
    if not wants_colour(sys.stderr):
        yield _uncounted
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn  # noqa: PLC0415

    columns = ("sampling", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("sampling", total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


def _uncounted(done: int, of: int) -> None:
    """Samples that nobody counts."""
