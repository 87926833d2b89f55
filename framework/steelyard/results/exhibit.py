"""An exhibit: one table that answers a question, with everything an output needs to show it without knowing it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

Unit = Literal["text", "count", "share", "value", "number"]
"""How a column's numbers are read: a whole count, a share of 1 (shown in per cent), a value or total on the scale
from 0 to 1 (three decimals), or a number in whatever unit its heading names."""
Cell = str | int | float | None


@dataclass(frozen=True)
class Column:
    """One column: its name in data, its heading for people, and how its cells are read.

    The rest is for tables with little room, such as a terminal's: `brief` is a shorter heading, a `detail` is left
    out, and rows that share a cell of a column that `heads` stand together under that cell. What stands
    `in_sentences` is what the takeaways say already: only data, and files without sentences, have the column.
    """

    name: str
    heading: str
    unit: Unit = "text"
    brief: str = ""
    detail: bool = False
    heads: bool = False
    in_sentences: bool = False


@dataclass(frozen=True)
class Exhibit:
    """A table with its caption and the question it answers.

    `name` is stable, in kebab-case; `chapter` says under which heading (or on which sheet) it stands with its
    like. `takeaways` say in sentences what the table shows; `notes` say how it was worked out and what it does
    not show. Rows have one cell a column; None is a cell that has no answer.
    """

    name: str
    chapter: str
    caption: str
    question: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    takeaways: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        wrong = [row for row in self.rows if len(row) != len(self.columns)]
        if wrong:
            raise ValueError(f"{self.name}: a row has {len(wrong[0])} cells for {len(self.columns)} columns")

    def beside_sentences(self) -> "Exhibit":
        """The exhibit as it is shown below its takeaways: without the columns that they say already."""
        kept = [number for number, column in enumerate(self.columns) if not column.in_sentences]
        columns = tuple(self.columns[number] for number in kept)
        return replace(self, columns=columns, rows=tuple(tuple(row[number] for number in kept) for row in self.rows))

    def as_data(self) -> dict[str, object]:
        """The exhibit in the shape of the contract `steelyard/exhibit@1`; numbers are unrounded."""
        names = [column.name for column in self.columns]
        return {
            "schema": "steelyard/exhibit@1",
            "name": self.name,
            "chapter": self.chapter,
            "caption": self.caption,
            "question": self.question,
            "columns": [{"name": each.name, "heading": each.heading, "unit": each.unit} for each in self.columns],
            "rows": [dict(zip(names, row, strict=True)) for row in self.rows],
            "takeaways": list(self.takeaways),
            "notes": list(self.notes),
        }


def by_chapter(exhibits: Sequence[Exhibit]) -> Mapping[str, tuple[Exhibit, ...]]:
    """The exhibits of each chapter, chapters in the order in which they are first met."""
    chapters: dict[str, list[Exhibit]] = {}
    for exhibit in exhibits:
        chapters.setdefault(exhibit.chapter, []).append(exhibit)
    return {chapter: tuple(members) for chapter, members in chapters.items()}
