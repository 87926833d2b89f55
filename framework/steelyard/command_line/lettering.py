"""Letters for long headings: titles side by side would not fit a terminal; every other output has room for them."""

from dataclasses import replace
from itertools import chain, product
from string import ascii_uppercase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steelyard.results.exhibit import Exhibit

_SHORT = 16
"""Headings of numbers up to this long stand above their column as they are."""
_MANY = 8
"""So many columns of numbers, or more, have letters all of them, however short their titles."""


def _letters() -> "Iterator[str]":
    """A to Z, then AA to ZZ."""
    return chain(ascii_uppercase, map("".join, product(ascii_uppercase, repeat=2)))


def lettered(exhibit: "Exhibit") -> "tuple[Exhibit, str]":
    """The exhibit with letters above columns that have long titles, or are many, and what the letters stand for."""
    titled = [each for each in exhibit.columns if each.unit != "text" and not (each.brief or each.detail)]
    long = titled if len(titled) >= _MANY else [each for each in titled if len(each.heading) > _SHORT]
    letters = {column.name: letter for column, letter in zip(long, _letters(), strict=False)}
    if not letters:
        return exhibit, ""
    columns = tuple(replace(each, heading=letters.get(each.name, each.heading)) for each in exhibit.columns)
    legend = "; ".join(f"{letters[each.name]}: {each.heading} ({each.name})" for each in long if each.name in letters)
    return replace(exhibit, columns=columns), f"{legend}."
