"""Exhibits on a terminal: caption, what the table shows, the table in the width there is, and how it was made."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from textwrap import wrap

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from steelyard.command_line.findings import wants_colour
from steelyard.command_line.matrix import console
from steelyard.documents.definitions import Definitions
from steelyard.figures import shown
from steelyard.headline import apart
from steelyard.results.exhibit import Column, Exhibit


def print_exhibits(exhibits: Sequence[Exhibit]) -> None:
    """Print exhibits one below the other."""
    screen = console(colour=wants_colour(sys.stdout))
    for number, exhibit in enumerate(exhibits):
        if number:
            screen.print()
        _print(exhibit, screen)


def _print(exhibit: Exhibit, screen: Console) -> None:
    exhibit = exhibit.beside_sentences()
    screen.print(Text(exhibit.caption, style="bold"))
    for sentence in exhibit.takeaways:
        screen.print(sentence)
    if exhibit.rows:
        for table in _tables(exhibit, screen.width):
            screen.print(table)
    for sentence in exhibit.notes:
        screen.print(f"({sentence})")


def _tables(exhibit: Exhibit, room: int) -> Iterator[Table | Text]:
    """The rows in one table; where a column heads them, in one table under each of its cells, all as wide."""
    heads = [number for number, column in enumerate(exhibit.columns) if column.heads]
    chosen = [number for number, column in enumerate(exhibit.columns) if not (column.detail or column.heads)]
    columns = [exhibit.columns[number] for number in chosen]
    groups: dict[tuple[str, ...], list[list[str]]] = {}
    for row in exhibit.rows:
        texts = [shown(cell, column.unit) for cell, column in zip(row, exhibit.columns, strict=True)]
        groups.setdefault(tuple(texts[each] for each in heads), []).append([texts[each] for each in chosen])
    widths = _widths(columns, [row for group in groups.values() for row in group])
    for group, members in groups.items():
        if group:
            yield Text("\n" + ", ".join(group), style="bold")
        for number, part in enumerate(_parts(columns, members, widths, room)):
            if number:
                yield Text("")
            cells = [[row[each] for each in part] for row in members]
            yield _table([columns[each] for each in part], cells, [widths[each] for each in part], room)


def _parts(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], widths: Sequence[int], room: int
) -> Iterator[list[int]]:
    """The columns of each table: all of them where they fit, or else as many at a time as fit beside the first."""
    if sum(_least(columns, rows, widths)) + len(widths) - 1 <= room:
        yield list(range(len(widths)))
        return
    part, taken = [0], min(widths[0], room // 2)
    for number, width in enumerate(widths[1:], 1):
        if len(part) > 1 and taken + 1 + width > room:
            yield part
            part, taken = [0], min(widths[0], room // 2)
        part.append(number)
        taken += 1 + width
    yield part


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column is where no cell, and no word of a heading, is broken over lines."""
    headings = [max(map(len, (column.brief or column.heading).split())) for column in columns]
    return [max(width, *(len(row[number]) for row in rows)) for number, width in enumerate(headings)]


def _table(columns: Sequence[Column], rows: Sequence[Sequence[str]], widths: Sequence[int], room: int) -> Table:
    """One table: columns stand closer, and text runs over lines, where there is little room."""
    tight = sum(widths) + 2 * (len(widths) - 1) > room
    if sum(widths) + len(widths) - 1 > room:
        widths = _narrowed(columns, rows, widths, room - len(widths) + 1)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 0 if tight else 1, 0, 0), show_edge=False)
    for column, width in zip(columns, widths, strict=True):
        side: JustifyMethod = "left" if column.unit == "text" else "right"
        table.add_column(column.brief or column.heading, justify=side, overflow="fold", width=width)
    for row in rows:
        table.add_row(*("\n".join(wrap(cell, width)) for cell, width in zip(row, widths, strict=True)))
    return table


def _narrowed(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], widths: Sequence[int], room: int
) -> Sequence[int]:
    """Widths that fit: no word is broken but after a hyphen, as long as that is possible, and none of a number.

    What room is left over goes to the columns in proportion to what they lack.
    """
    least = _least(columns, rows, widths)
    spare, lacking = room - sum(least), sum(widths) - sum(least)
    if spare < 0:
        return [max(1, width * room // sum(least)) for width in least]
    return [low + (width - low) * spare // lacking for low, width in zip(least, widths, strict=True)]


def _least(columns: Sequence[Column], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> list[int]:
    """How narrow each column can be: text breaks between words and after hyphens, numbers do not."""
    return [
        max(len(piece) for cell in (*(column.brief or column.heading).split(), *(row[number] for row in rows))
            for piece in wrap(cell, 1, break_long_words=False)) if column.unit == "text" else width
        for number, (column, width) in enumerate(zip(columns, widths, strict=True))
    ]  # fmt: skip


def with_apart(exhibits: Sequence[Exhibit], definitions: Definitions) -> Sequence[Exhibit]:
    """The exhibits, the first of which also says which options fail a gate and what was decided."""
    if not exhibits:
        return exhibits
    first, *rest = exhibits
    return replace(first, takeaways=(*first.takeaways, *apart(definitions))), *rest


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
