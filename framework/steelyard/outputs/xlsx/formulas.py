"""The model in the cells' words: value between breakpoints, share of points, weighted sum, rank.

Only functions that every spreadsheet program has. Each formula is the same down its column, so a reader who
has understood one row has understood the sheet. Rows that change from cell to cell are left open, as `[0]`.
"""

from dataclasses import dataclass

from steelyard.outputs.xlsx.layout import Area
from steelyard.results.curve import Curve

PLACES = 9
"""Totals are compared after rounding to this many places, here as in the rest of the program."""
NEAR = "0.000000001"
"""Numbers that differ by less agree."""


@dataclass(frozen=True)
class CurveTable:
    """Where the breakpoints of every criterion's curve stand: numbers, values, and slopes between them."""

    x: Area
    v: Area
    slopes: Area


def value_between_breakpoints(score: str, curve: Curve, table: CurveTable, column: int) -> str:
    """The value of a score: the lowest breakpoint's value, and what each stretch adds on the way to the score.

    A stretch from a to b adds slope * MEDIAN(0, score - a, b - a): nothing below it, all of it above it.
    Where a curve goes on beyond its ends, the first and the last stretch are left open.
    """
    last = len(curve.x) - 2
    goes_on = curve.outside == "extrapolate"
    terms = [table.v.cell(0, column, "row")]
    for stretch in range(last + 1):
        ends = (table.x.cell(stretch, column, "row"), table.x.cell(stretch + 1, column, "row"))
        reach = _reach(score, ends, (goes_on and stretch == 0, goes_on and stretch == last))
        terms.append(f"{table.slopes.cell(stretch, column, 'row')}*{reach}")
    return only_if_number(score, "+".join(terms))


def _reach(score: str, ends: tuple[str, str], left_open: tuple[bool, bool]) -> str:
    """How far along a stretch a score lies; an open end sets no bound."""
    start, end = ends
    if left_open == (True, True):
        return f"({score}-{start})"
    if left_open == (True, False):
        return f"MIN({score}-{start},{end}-{start})"
    if left_open == (False, True):
        return f"MAX(0,{score}-{start})"
    return f"MEDIAN(0,{score}-{start},{end}-{start})"


def score_in_scenario(score: str, chosen: str, put: str, added: str, ends: tuple[str, str]) -> str:
    """A score as the chosen scenario has it: the number it puts in its place, or what it adds, kept on the scale.

    `put` and `added` name the scenario's numbers, blank where it has none; a score that is no number stays blank.
    """
    lowest, highest = ends
    moved = f"IF(ISNUMBER({added}),MAX({lowest},MIN({highest},{score}+{added})),{score})"
    return only_if_number(score, f"IF({chosen}<1,{score},IF(ISNUMBER({put}),{put},{moved}))")


def weight_on_full_scale(points: str, width: str, group: str | None, siblings: str) -> str:
    """A criterion's points for its full scale: points judged on a range, over the value that range spans.

    Where groups were judged, a group's points are first dealt out to its criteria in proportion to their own.
    """
    if group is None:
        return f"=IF({points}*{width}=0,0,{points}/{width})"
    return f"=IF({points}*{group}*{width}=0,0,{group}*{points}/SUM({siblings})/{width})"


def share_of_points(own: str, everyone: str, state: str) -> str:
    """A criterion's share: its points for the full scale over everyone's; blank while a set is not ready."""
    return f'=IF({state}="ready",{own}/SUM({everyone}),"")'


def weighted_sum(values: str, shares: str, ready: str, criteria: int) -> str:
    """An option's total: values times shares, summed; blank while a score or the weights are missing."""
    return f'=IF(AND({ready}=1,COUNT({values})={criteria}),SUMPRODUCT({values},{shares}),"")'


def rank(rounded: str, everyone: str) -> str:
    """An option's rank by its total rounded to nine places; equal totals share a rank."""
    return f'=IF(ISNUMBER({rounded}),RANK({rounded},{everyone},0),"")'


def changed_cells(now: str, stored: str) -> str:
    """How many inputs are no longer the stored number; a blank, a word or an error counts as changed."""
    return f"=IFERROR(SUMPRODUCT(1-ISNUMBER({now})*({now}={stored})),1)"


def only_if_number(guard: str, then: str) -> str:
    """Something worked out from a cell, or blank where that cell holds no number."""
    return f'=IF(ISNUMBER({guard}),{then},"")'
