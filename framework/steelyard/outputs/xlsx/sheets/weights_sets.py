"""The table of weight sets on `Weights`: whose they are, why, and whether they can be used as they stand."""

from steelyard.documents.weight_set import WeightSet
from steelyard.outputs.xlsx import formulas
from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.content import FROM_DATA, OWN_TITLE, SetContent
from steelyard.outputs.xlsx.facts import READY
from steelyard.outputs.xlsx.pen import Pen, lines_of

SETS_TABLE = "Weight sets"
COLUMN = 10
"""The width of most columns on `Weights`."""
INCOMPLETE = "Needs a number in every yellow cell of this set before anything can be ranked."
NEGATIVE = "Points are never below zero."
ALL_ZERO = "All points are 0, so nothing would count."
NO_WIDTH = "A criterion with points was judged on a range of no width."
EMPTY_GROUP = "A group has points, but none of its criteria has any."
OWN_WHY = (
    "Yours to fill in: points for every criterion, each for the swing over its full scale. "
    "They count as a modification, and never touch the stored sets; to keep them: steelyard weights import --as ID."
)
_STATUS_WIDTH, _WHOSE_WIDTH, _STATE_WIDTH, _WHY_WIDTH = 12, 3, 5, 9


def write_sets(pen: Pen, book: Book) -> None:
    """The table of weight sets: whose they are, why, and whether they can be used as they stand."""
    content, sets = book.content, book.places.weights.sets
    pen.text(sets.top - 2, 0, SETS_TABLE, "heading")
    pen.sheet.set_h_pagebreaks([sets.top - 2])
    pen.texts(sets.top - 1, 0, ["Weight set", "Id", "Status"], "head")
    pen.merged(sets.top - 1, at.SET_WHOSE, _WHOSE_WIDTH, "Whose judgements", "head")
    pen.text(sets.top - 1, at.SET_CHANGED, "Cells changed", "head number")
    pen.merged(sets.top - 1, at.SET_STATE, _STATE_WIDTH, "Can it be used?", "head")
    pen.merged(sets.top - 1, at.SET_WHY, _WHY_WIDTH, "Why", "head")
    pen.height(sets.top - 1, 2)
    for number, weight_set in enumerate(content.sets):
        _set_row(pen, book, number, weight_set)
    _own_row(pen, book)
    shown = {"type": "formula", "criteria": f"=$B{sets.top + 1}=$B${at.SELECTOR[0] + 1}"}
    bold = pen.looks.conditions["best"]
    pen.sheet.conditional_format(sets.top, 0, sets.top + sets.height - 1, at.SET_STATUS, {**shown, "format": bold})


def _set_row(pen: Pen, book: Book, number: int, weight_set: SetContent) -> None:
    record, row = weight_set.record, book.places.weights.sets.top + number
    why = _why(record)
    pen.texts(row, 0, [record.title, record.id, weight_set.status], "text")
    pen.merged(row, at.SET_WHOSE, _WHOSE_WIDTH, record.whose)
    pen.formula(row, at.SET_CHANGED, _changed(book, number, weight_set), 0, "whole")
    pen.merged(row, at.SET_STATE, _STATE_WIDTH, READY)
    pen.formula(row, at.SET_STATE, _state(book, number, grouped=weight_set.group_points is not None), READY, "text")
    pen.merged(row, at.SET_WHY, _WHY_WIDTH, why)
    whose = lines_of(record.whose, COLUMN * _WHOSE_WIDTH)
    status = lines_of(weight_set.status, _STATUS_WIDTH)
    pen.height(row, max(2, whose, status, lines_of(why, COLUMN * _WHY_WIDTH), lines_of(record.title, 34)))


def _own_row(pen: Pen, book: Book) -> None:
    sets = book.places.weights.sets
    number = len(book.content.sets)
    row = sets.top + number
    pen.texts(row, 0, [OWN_TITLE, book.content.own, "typed in here"], "text")
    pen.merged(row, at.SET_WHOSE, _WHOSE_WIDTH, "Whoever fills them in")
    pen.text(row, at.SET_CHANGED, "", "absent")
    pen.merged(row, at.SET_STATE, _STATE_WIDTH, INCOMPLETE)
    pen.formula(row, at.SET_STATE, _state(book, number, grouped=False), INCOMPLETE, "text")
    pen.merged(row, at.SET_WHY, _WHY_WIDTH, OWN_WHY)
    pen.height(row, 2)


def _why(record: WeightSet) -> str:
    judged = "points for groups and within them" if record.groups is not None else "points for each criterion"
    judged = FROM_DATA if record.from_data else judged
    agreed = f" Agreed {record.on:%Y-%m-%d}, {record.at}." if record.on and record.at else ""
    return f"{record.why} Method: {record.method}, {judged}.{agreed}"


def _changed(book: Book, number: int, weight_set: SetContent) -> str:
    """The formula that counts a set's changed inputs."""
    weights, stored = book.places.weights, book.places.baseline
    column = at.PER_SET * number
    formula = formulas.changed_cells(weights.points.here.column(column), stored.points.column(number))
    if weight_set.group_points is None:
        return formula
    groups = formulas.changed_cells(weights.groups.here.column(column), stored.groups.column(number))
    return f"{formula}+{groups[1:]}"


def _state(book: Book, number: int, *, grouped: bool) -> str:
    """The formula that says `ready`, or what is missing before a set can be used."""
    weights, column = book.places.weights, at.PER_SET * number
    points, groups = weights.points.here.column(column), weights.groups.here.column(column)
    widths = weights.ranges.here.column(column + 1)
    inputs, count = (f"{points},{groups}", weights.points.height + weights.groups.height) if grouped else (
        points, weights.points.height)  # fmt: skip
    last = f'"{READY}"'
    if grouped:
        full = weights.ranges.here.column(column + 2)
        last = f'IF(SUMPRODUCT({full},{widths})<0.999999999*SUM({groups}),"{EMPTY_GROUP}",{last})'
    last = f'IF(SUMPRODUCT(({points}>0)*({widths}=0))>0,"{NO_WIDTH}",{last})'
    counted = groups if grouped else points
    return (
        f'=IF(COUNT({inputs})<{count},"{INCOMPLETE}",IF(MIN({inputs})<0,"{NEGATIVE}",'
        f'IF(SUM({counted})=0,"{ALL_ZERO}",{last})))'
    )
