"""The arithmetic, step by step: shares, value curves, values, contributions, totals and ranks."""

from steelyard.outputs.xlsx import formulas
from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.layout import Area
from steelyard.outputs.xlsx.pen import Pen, lines_of
from steelyard.outputs.xlsx.sheets.workings_leaders import write_leaders
from steelyard.outputs.xlsx.sheets.workings_ranks import name_options, write_sorted, write_totals
from steelyard.outputs.xlsx.sheets.workings_sweep import write_sweep

TITLE = "Workings: every step from a score to a rank"
NOTE = "Read from top to bottom. Nothing here is an input; each column of criteria is the same on every sheet."
FARTHEST = 1e300
_COLUMN = 14


def write(pen: Pen, book: Book) -> None:
    """Write the sheet."""
    book.open_sheet(pen, TITLE, NOTE, (at.FIRST_ROW, at.LEAD), at.BLANK_ROW)
    work = book.places.workings
    pen.sheet.set_column(0, 0, 52)
    pen.sheet.set_column(1, 1, 26)
    pen.sheet.set_column(2, 2 + max(work.shares.width, work.totals.width + work.group_sums.width), _COLUMN)
    _facts(pen, book)
    _block(pen, book, work.shares, "Shares of the chosen weight set")
    _shares(pen, book)
    _block(pen, book, work.x, "Value curves: breakpoints, the value at each, and the slope of each stretch")
    _curves(pen, book)
    _block(pen, book, work.values, "Values: 0 at the worst end of the scale, 1 at the best")
    _values(pen, book)
    _block(pen, book, work.contributions, "Contributions: value times share")
    _contributions(pen, book)
    write_totals(pen, book)
    write_sorted(pen, book)
    write_leaders(pen, book)
    write_sweep(pen, book)


def _facts(pen: Pen, book: Book) -> None:
    """The single cells, each with its label."""
    area = book.places.workings.facts
    pen.text(area.top - 1, 0, "Key cells", "heading")
    for row, fact in enumerate(book.facts.values(), start=area.top):
        pen.text(row, 0, fact.label, "label")
        if fact.formula:
            pen.formula(row, area.left, fact.formula, fact.result, "plain left")
        elif isinstance(fact.result, str):
            pen.text(row, area.left, fact.result, "plain left")
        else:
            pen.number(row, area.left, fact.result, "plain left")


def _block(pen: Pen, book: Book, area: Area, title: str) -> None:
    """A block's title and the criteria above its columns."""
    pen.text(area.top - 2, 0, title, "heading")
    pen.texts(area.top - 1, 0, ["", "", ""], "head")
    titles = [criterion.title for criterion in book.content.criteria]
    pen.texts(area.top - 1, at.LEAD, titles, "head number")
    pen.height(area.top - 1, max(lines_of(title, _COLUMN - 1) for title in titles))


def _shares(pen: Pen, book: Book) -> None:
    """The chosen shares, laid across."""
    area, chosen = book.places.workings.shares, book.places.weights.chosen
    pen.texts(area.top, 0, ["Share", "", ""], "label")
    for column, share in enumerate(book.content.valuation.shares):
        pen.formula(area.top, area.left + column, f"={chosen.cell(column)}", float(share), "share")


def _curves(pen: Pen, book: Book) -> None:
    """Each criterion's breakpoints down its column."""
    work = book.places.workings
    for area, label in (
        (work.x, "Number on the scale"),
        (work.v, "Value there"),
        (work.slopes, "Slope from there"),
    ):
        for row in range(area.height):
            pen.texts(area.top + row, 0, [f"{label}, breakpoint {row + 1}", "", ""], "label")
    pen.texts(work.limits.top, 0, ["Lowest number that a score may take", "", ""], "label")
    pen.texts(work.limits.top + 1, 0, ["Highest number that a score may take", "", ""], "label")
    pen.texts(work.limits.top + 2, 0, ["Number of the criterion", "", ""], "label")
    x, v = work.x.here, work.v.here
    for column, curve in enumerate(book.content.curves):
        left = x.left + column
        for row, (number, value) in enumerate(zip(curve.x, curve.v, strict=True)):
            pen.number(work.x.top + row, left, number)
            pen.number(work.v.top + row, left, value)
        for row, slope in enumerate(curve.slopes):
            rise = f"({v.cell(row + 1, column, 'none')}-{v.cell(row, column, 'none')})"
            run = f"({x.cell(row + 1, column, 'none')}-{x.cell(row, column, 'none')})"
            pen.formula(work.slopes.top + row, left, f"={rise}/{run}", slope)
        open_ended = curve.outside == "extrapolate"
        pen.number(work.limits.top, left, -FARTHEST if open_ended else curve.x[0])
        pen.number(work.limits.top + 1, left, FARTHEST if open_ended else curve.x[-1])
        pen.number(work.limits.top + 2, left, column + 1)


def _values(pen: Pen, book: Book) -> None:
    """Every score's value on its criterion's curve, and the best and worst of each column."""
    content, work, scores = book.content, book.places.workings, book.places.used
    table = formulas.CurveTable(work.x.here, work.v.here, work.slopes.here)
    patterns = [
        formulas.value_between_breakpoints(scores.beside(column, 1), curve, table, column)
        for column, curve in enumerate(content.curves)
    ]
    values = content.valuation.values
    name_options(pen, content, work.values.top)
    pen.formulas((work.values, scores), patterns, values.tolist(), "value")
    for row, (label, name, found) in enumerate(
        (("Highest value", "MAX", values.max(axis=0)), ("Lowest value", "MIN", values.min(axis=0)))
    ):
        pen.texts(work.extremes.top + row, 0, [label, "", ""], "label")
        for column, value in enumerate(found):
            span = work.values.here.column(column, "row")
            pen.formula(
                work.extremes.top + row,
                work.extremes.left + column,
                f"={name}({span})",
                float(value),
                "value",
            )


def _contributions(pen: Pen, book: Book) -> None:
    """What each criterion adds to each option's total."""
    content, work = book.content, book.places.workings
    total = work.totals.here.beside(at.TOTAL, 2)
    patterns = [
        formulas.only_if_number(
            total, f"{work.values.here.beside(column, 1)}*{work.shares.here.cell(0, column, 'row')}"
        )
        for column in range(len(content.criteria))
    ]
    name_options(pen, content, work.contributions.top)
    rows = content.valuation.contributions.tolist()
    pen.formulas((work.contributions, work.values, work.totals), patterns, rows, "value")
