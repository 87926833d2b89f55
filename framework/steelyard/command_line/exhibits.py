"""Exhibits on a terminal: caption, what the table shows, the table in the width there is, and how it was made."""

import json
import sys
from collections.abc import Sequence

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from steelyard.command_line.findings import wants_colour
from steelyard.command_line.matrix import console
from steelyard.figures import shown
from steelyard.results.exhibit import Exhibit


def print_exhibits(exhibits: Sequence[Exhibit]) -> None:
    """Print exhibits one below the other."""
    screen = console(colour=wants_colour(sys.stdout))
    for number, exhibit in enumerate(exhibits):
        if number:
            screen.print()
        _print(exhibit, screen)


def _print(exhibit: Exhibit, screen: Console) -> None:
    screen.print(Text(exhibit.caption, style="bold"))
    for sentence in exhibit.takeaways:
        screen.print(sentence)
    if exhibit.rows:
        screen.print(_table(exhibit))
    for sentence in exhibit.notes:
        screen.print(f"({sentence})")


def _table(exhibit: Exhibit) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False)
    for column in exhibit.columns:
        table.add_column(column.heading, justify="left" if column.unit == "text" else "right", overflow="fold")
    for row in exhibit.rows:
        table.add_row(*(shown(cell, column.unit) for cell, column in zip(row, exhibit.columns, strict=True)))
    return table


def show(exhibits: Sequence[Exhibit], how: str) -> None:
    """Write exhibits to standard output: as tables for reading, or in a format that another program reads.

    As JSON, a single exhibit is one object and several are a list of them.
    """
    if how == "table":
        print_exhibits(exhibits)
        return
    if how == "json" and len(exhibits) != 1:
        data = [exhibit.as_data() for exhibit in exhibits]
        typer.echo(json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False))
        return
    from steelyard.outputs import shelf  # noqa: PLC0415 - loaded only when wanted

    render = shelf[how].render_exhibit
    assert render is not None  # noqa: S101 - each of these formats shows a single exhibit
    typer.echo("\n".join(render(exhibit).decode("utf-8-sig") for exhibit in exhibits), nl=False)
