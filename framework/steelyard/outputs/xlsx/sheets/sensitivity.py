"""The share of one criterion or group swept from nothing to all: every total redrawn, and who is first where."""

from steelyard.outputs.xlsx import formulas
from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx import sweep_layout as of
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.layout import Area
from steelyard.outputs.xlsx.pen import Pen, Result, lines_of, rough_lines
from steelyard.outputs.xlsx.sheets.sensitivity_chart import insert_chart, series_shown
from steelyard.outputs.xlsx.sheets.workings_ranks import BASELINE_MARK
from steelyard.outputs.xlsx.sweep import READY, Sweep, part_names
from steelyard.outputs.xlsx.sweep_layout import SensitivityPlaces, sensitivity_of
from steelyard.outputs.xlsx.sweep_words import said

TITLE = "Sensitivity: what if one criterion, or one group, mattered more or less?"
NOTE = (
    "Choose by id what is swept: its share goes from 0% to 100% and all others keep their ratios. "
    "It starts from the weights, scores and scenario shown. Worked out at the end of Workings."
)
SELECT_LABEL = "Criterion or group to sweep (input)"
LABELS = ("Share now", "First place holds from", "First place holds to")
DRAWS_LEVEL, NOBODY = " draws level there", "no other option draws level on the way"
FIRST_LABEL, NOW_LABEL, NOW = "First place: its number in this table", "Step nearest to the share now", "now"
HEADS = ("Option", "Id", "Rank now", "Total now")
_NARROWEST, _WIDEST, _WIDTHS, _STEP_WIDTH = 42, 66, (28, 8, 9), 6
_PIXELS, _PADDING = 7, 5
"""How many pixels wide a digit of a column's width is, and what is added."""
_ANSWER_WIDTH = 190


def write(pen: Pen, book: Book) -> None:
    """Write the sheet."""
    places, sweep = sensitivity_of(book.content, book.places), Sweep(book.content)
    book.open_sheet(pen, TITLE, NOTE, (at.FIRST_ROW, 1), at.BLANK_ROW)
    table = places.table
    pen.sheet.fit_to_pages(1, 1)
    pen.sheet.print_area(0, 0, table.top + table.height - 1, table.width - 1)
    widths = (_title_width(book), *_WIDTHS, *[_STEP_WIDTH] * (of.STEPS + 1))
    for column, width in enumerate(widths):
        pen.sheet.set_column(column, column, width)
    _selector(pen, book, places)
    _answer(pen, book, places, sweep)
    insert_chart(pen, places, sweep, sum(_PIXELS * width + _PADDING for width in widths))
    _heads(pen, book, places, sweep)
    _options(pen, book, places, sweep)
    _totals(pen, places, sweep)
    _marks(pen, places)


def _title_width(book: Book) -> int:
    """Room for the longest title with its number, within bounds."""
    return min(max(_NARROWEST, *(len(each.title) + 4 for each in book.content.options)), _WIDEST)


def _selector(pen: Pen, book: Book, places: SensitivityPlaces) -> None:
    """The cell that says what is swept, with a list to choose from."""
    row, column = places.selector.top, places.selector.left
    pen.text(row, 0, SELECT_LABEL, "label")
    pen.text(row, column, part_names(book.content)[Sweep(book.content).part], "input text")
    pen.sheet.data_validation(
        row, column, row, column,
        {
            "validate": "list",
            "source": f"={places.parts.column(0)}",
            "input_title": "What to sweep",
            "input_message": "Takes a criterion's id, or a group's after 'group: '. Choose from the list; the lines, "
            "the table and the sentence follow.",
            "error_title": "Nothing of that name",
            "error_message": "Choose one of the criteria or groups in the list.",
        },
    )  # fmt: skip


def _answer(pen: Pen, book: Book, places: SensitivityPlaces, sweep: Sweep) -> None:
    """The sentence, then the share now and the exact interval in which first place holds."""
    row, text = places.selector.top + 1, said(sweep)
    pen.merged(row, 0, places.table.width, "", "verdict")
    pen.formula(row, 0, f"={places.fact('said')}", text, "verdict")
    pen.height(row, max(2, lines_of(text, _ANSWER_WIDTH)) + 1)
    ready = f'{places.fact("state")}="{READY}"'
    (least, most), titles = sweep.holds, _titles(book)
    shown = f'=IF({ready},{places.fact("share")},"")'
    for number, (label, formula, result) in enumerate((
        (LABELS[0], shown, sweep.share),
        (LABELS[1], _end(places, "least", 0), 0.0 if least == "" else least),
        (LABELS[2], _end(places, "most", 1), 1.0 if most == "" else most),
    ), start=row + 1):  # fmt: skip
        pen.text(number, 0, label, "label")
        pen.formula(number, 1, formula, result if sweep.ready else "", "share")
    for number, (name, option) in enumerate(zip(("below", "above"), sweep.after, strict=True), start=row + 2):
        who = f'IF({places.fact(name)}>0,INDEX({titles},{places.fact(name)})&"{DRAWS_LEVEL}","{NOBODY}")'
        result = f"{book.content.options[option - 1].title}{DRAWS_LEVEL}" if option else NOBODY
        pen.formula(number, 2, f'=IF({ready},{who},"")', result if sweep.ready else "", "plain")


def _end(places: SensitivityPlaces, name: str, otherwise: int) -> str:
    """An end of the interval; 0 or 1 where nothing draws level before."""
    found = places.fact(name)
    return f'=IF({places.fact("state")}="{READY}",IF(ISNUMBER({found}),{found},{otherwise}),"")'


def _titles(book: Book) -> str:
    totals = book.places.workings.totals
    return Area(totals.sheet, totals.top, 0, totals.height).column()


def _heads(pen: Pen, book: Book, places: SensitivityPlaces, sweep: Sweep) -> None:
    """What stands where, then the steps, who is first at each, and which is nearest to now."""
    table, head = places.table, places.table.top - 3
    count, charted = len(book.content.options), series_shown(places)
    which = f" The first {table.height} of {count} stand here." if count > table.height else ""
    pen.text(head - 2, 0, "Totals at every share", "heading")
    pen.text(
        head - 1, 0,
        f"Numbered: first those that come first at some share, then the others by their rank now.{which} "
        f"The chart shows numbers 1 to {charted}. First place is worked out from all options; = says "
        "that others share it.",
        "note",
    )  # fmt: skip
    pen.texts(head, 0, HEADS, "head")
    pen.height(head, 2)
    for row, label in ((head + 1, FIRST_LABEL), (head + 2, NOW_LABEL)):
        pen.texts(row, 0, [label, "", "", ""], "label")
    for step in range(of.STEPS + 1):
        pen.number(head, of.SWEPT_STEPS + step, step / of.STEPS, "head share")
        pen.formula(head + 1, of.SWEPT_STEPS + step, *_first_at(places, sweep, step), "result")
        near = (
            f'=IF({places.fact("state")}="{READY}",IF(ROUND({places.fact("share")}*{of.STEPS},0)={step},"{NOW}",""),"")'
        )
        is_now = sweep.ready and int(sweep.share * of.STEPS + 0.5) == step
        pen.formula(head + 2, of.SWEPT_STEPS + step, near, NOW if is_now else "", "text centre")


def _first_at(places: SensitivityPlaces, sweep: Sweep, step: int) -> tuple[str, Result]:
    """The number, in the table, of the option that is first at a step, and a mark where others share it."""
    keys = places.lines.column(of.SHOWN_AS)
    leader, shared = (places.steps.cell(row, step) for row in (of.STEP_LEADER, of.STEP_SHARED))
    number = f'RANK(INDEX({keys},{leader}),{keys},1)&IF({shared}>1,"=","")'
    result = ""
    if sweep.ready:
        _, row, several = sweep.steps[step]
        result = f"{sweep.table.index(row - 1) + 1}{'=' if several > 1 else ''}"
    return f'=IF({places.fact("state")}="{READY}",{number},"")', result


def _options(pen: Pen, book: Book, places: SensitivityPlaces, sweep: Sweep) -> None:
    """Which option stands in which row, with its rank and total now."""
    table, lines, content, totals = places.table, places.lines, book.content, book.places.workings.totals
    keys, row = lines.column(of.SHOWN_AS), f"${at.letters(of.SWEPT_ROW)}[0]"
    number = f"[0]-{table.top}"
    label = f'{number}&". "&INDEX({_titles(book)},{row})'
    if content.baseline is not None:
        label += f'&IF({row}={content.baseline + 1},"{BASELINE_MARK}","")'
    ids = Area(totals.sheet, totals.top, 1, totals.height).column()
    finding = f'=IF({number}<=COUNT({keys}),MATCH(LARGE({keys},COUNT({keys})-({number})+1),{keys},0),"")'
    columns = (
        (of.SWEPT_LABEL, formulas.only_if_number(row, label), "label"),
        (of.SWEPT_ID, formulas.only_if_number(row, f"INDEX({ids},{row})"), "text"),
        (of.SWEPT_RANK, formulas.only_if_number(row, f"INDEX({totals.column(at.RANK)},{row})"), "strong whole"),
        (of.SWEPT_NOW, formulas.only_if_number(row, f"INDEX({totals.column(at.TOTAL)},{row})"), "strong total"),
        (of.SWEPT_ROW, finding, "whole"),
    )
    results = _option_results(book, places, sweep)
    for (column, pattern, look), found in zip(columns, results, strict=True):
        pen.formulas((Area(table.sheet, table.top, column, table.height),), [pattern], [[each] for each in found], look)
    pen.text(table.top - 3, of.SWEPT_ROW, "Row of the option on Workings", "head number")
    width = _title_width(book) + 6
    longest = max(rough_lines(f"25. {each.title}", width) for each in content.options)
    for each in range(table.height):
        pen.height(table.top + each, longest)


def _option_results(book: Book, places: SensitivityPlaces, sweep: Sweep) -> list[list[Result]]:
    """The same as built, column by column."""
    content, valuation = book.content, book.content.valuation
    if not sweep.ready:
        return [[""] * places.table.height for _ in range(5)]
    mark = {content.baseline: BASELINE_MARK}
    return [
        [f"{place}. {content.options[row].title}{mark.get(row, '')}" for place, row in enumerate(sweep.table, 1)],
        [content.options[row].id for row in sweep.table],
        [valuation.ranks[row] for row in sweep.table],
        [float(valuation.totals[row]) for row in sweep.table],
        [row + 1 for row in sweep.table],
    ]


def _totals(pen: Pen, places: SensitivityPlaces, sweep: Sweep) -> None:
    """Every shown option's total at every step: a straight line between its two ends."""
    table, lines = places.table, places.lines
    row = f"${at.letters(of.SWEPT_ROW)}[0]"
    none, every = (f"INDEX({lines.column(column)},{row})" for column in (of.AT_NONE, of.AT_ALL))
    cells = Area(table.sheet, table.top, of.SWEPT_STEPS, table.height, of.STEPS + 1)
    patterns = [
        formulas.only_if_number(row, f"{none}+{at.letters(cells.left + step)}${table.top - 2}*({every}-{none})")
        for step in range(cells.width)
    ]
    start, end = sweep.ends
    rows: list[list[Result]] = [
        [float(start[row] + step / of.STEPS * (end[row] - start[row])) for step in range(cells.width)]
        for row in sweep.table
    ]
    pen.formulas((cells,), patterns, rows or [[""] * cells.width for _ in range(cells.height)], "swept total")


def _marks(pen: Pen, places: SensitivityPlaces) -> None:
    """The best total of each step, bold on a tint, and the step nearest to now."""
    table, best = places.table, places.steps.cell(of.STEP_BEST, 0, "row")
    first = Area("", table.top, of.SWEPT_STEPS).cell(0, 0, "none")
    rule = f"=AND(ISNUMBER({first}),ROUND({first},{formulas.PLACES})={best})"
    pen.sheet.conditional_format(
        table.top, of.SWEPT_STEPS, table.top + table.height - 1, table.width - 1,
        {"type": "formula", "criteria": rule, "format": pen.looks.conditions["best"]},
    )  # fmt: skip
