"""Letters for long headings: titles side by side would not fit a terminal; every other output has room for them."""

from dataclasses import replace
from string import ascii_uppercase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from steelyard.results.exhibit import Exhibit

_SHORT = 16
"""Headings of numbers up to this long stand above their column as they are."""


def lettered(exhibit: "Exhibit") -> "tuple[Exhibit, str]":
    """The exhibit with a letter above each column that has a long title, and what the letters stand for."""
    long = [
        column
        for column in exhibit.columns
        if column.unit != "text" and not (column.brief or column.detail) and len(column.heading) > _SHORT
    ]
    letters = {column.name: letter for column, letter in zip(long, ascii_uppercase, strict=False)}
    if not letters:
        return exhibit, ""
    columns = tuple(replace(each, heading=letters.get(each.name, each.heading)) for each in exhibit.columns)
    legend = "; ".join(f"{letters[each.name]}: {each.heading} ({each.name})" for each in long if each.name in letters)
    return replace(exhibit, columns=columns), f"{legend}."
