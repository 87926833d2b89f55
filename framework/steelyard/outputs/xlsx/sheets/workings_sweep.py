"""The sweep, at the end of `Workings`: weights inside and outside the swept part, and each total as a straight line."""

from steelyard.outputs.xlsx import formulas
from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx import sweep_layout as of
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.facts import NO_SCORES
from steelyard.outputs.xlsx.layout import Area
from steelyard.outputs.xlsx.pen import Pen, Result, lines_of
from steelyard.outputs.xlsx.sweep import HOLDS_ALL, NO_TOTAL, NOISE, READY, Sweep, part_names, part_titles
from steelyard.outputs.xlsx.sweep_layout import SensitivityPlaces, sensitivity_of
from steelyard.outputs.xlsx.sweep_words import said, said_formula

TITLE = "Sweep: one criterion or group takes any share, all others keep their ratios (shown on Sensitivity)"
NO_PART = "No criterion or group has this name: choose one from the list."
_FACTS = (
    "Number of what is swept", "What it is called", "Its share", "Share of all others", "Can it be swept?",
    "Row of the first option", "Its total where the share is 0", "Its total where the share is 1",
    "First place holds from", "First place holds to", "Row of who takes over there, below", "And above",
    "In words",
)  # fmt: skip
_WEIGHTS = ("1 if swept", "1 if not", "Weight inside", "Weight outside")
_STEPS = ("Best total", "Row of the first option that has it", "Options that have it")
_LINES = (
    "Number", "Total at a share of 0", "Total at a share of 1", "Lead of the first at 0", "Lead of the first at 1",
    "Draws level as the share falls", "Draws level as it rises", "Gains there as the share falls",
    "Gains there as it rises", "Order on Sensitivity",
)  # fmt: skip


def write_sweep(pen: Pen, book: Book) -> None:
    """Write the blocks that `Sensitivity` reads."""
    places, sweep = sensitivity_of(book.content, book.places), Sweep(book.content)
    _facts(pen, book, places, sweep)
    _parts(pen, book, places)
    _weights(pen, book, places, sweep)
    _steps(pen, places, sweep)
    _lines(pen, book, places, sweep)


def _facts(pen: Pen, book: Book, places: SensitivityPlaces, sweep: Sweep) -> None:
    """The single cells, each with its label."""
    area, results = places.facts, _fact_results(sweep)
    pen.text(area.top - 1, 0, TITLE, "heading")
    for row, (name, formula) in enumerate(_fact_formulas(book, places).items()):
        pen.text(area.top + row, 0, _FACTS[row], "label")
        pen.formula(area.top + row, area.left, f"={formula}", results[name], "plain left")


def _fact_formulas(book: Book, places: SensitivityPlaces) -> dict[str, str]:
    """One formula a fact."""
    work = book.places.workings
    cell = {name: places.facts.here.cell(row) for row, name in enumerate(of.SWEEP)}
    fact = {name: work.facts.here.cell(at.FACTS.index(name)) for name in ("ready", "state", "ranked")}
    weights, lines, shares = places.weights.here, places.lines.here, work.shares.here.row()
    below, above = lines.column(of.LEVEL_BELOW), lines.column(of.LEVEL_ABOVE)
    enough = f'IF({cell["rest"]}>0,"{READY}",{cell["part_title"]}&"{HOLDS_ALL}")'
    found = {
        "part": f"IFERROR(MATCH({places.selector.cell()},{places.parts.here.column(0)},0),0)",
        "part_title": f'IF({cell["part"]}>0,INDEX({places.parts.here.column(1)},{cell["part"]}),"")',
        "share": f"SUMPRODUCT({weights.row(of.IN_PART)},{shares})",
        "rest": f"SUMPRODUCT({weights.row(of.OUT_OF_PART)},{shares})",
        "state": f'IF({fact["ready"]}<>1,{fact["state"]},IF({fact["ranked"]}=0,"{NO_SCORES}",'
        f'IF({cell["part"]}=0,"{NO_PART}",{enough})))',
        "first": f'IF({cell["state"]}="{READY}",{work.sorted.here.cell(0, at.SORTED_ROW)},1)',
        "first_none": f"INDEX({lines.column(of.AT_NONE)},{cell['first']})",
        "first_all": f"INDEX({lines.column(of.AT_ALL)},{cell['first']})",
        "least": f'IF(COUNT({below})>0,MAX({below}),"")',
        "most": f'IF(COUNT({above})>0,MIN({above}),"")',
        "below": _fastest(lines.column(of.GAIN_BELOW)),
        "above": _fastest(lines.column(of.GAIN_ABOVE)),
        "said": said_formula(book, cell),
    }
    return {name: found[name] for name in of.SWEEP}


def _fastest(gains: str) -> str:
    """The row of the option that gains fastest where it draws level; 0 where none does."""
    return f"IF(COUNT({gains})>0,MATCH(MAX({gains}),{gains},0),0)"


def _fact_results(sweep: Sweep) -> dict[str, Result]:
    """The facts as built."""
    title, (least, most), (below, above) = sweep.title, sweep.holds, sweep.after
    found: tuple[Result, ...] = (
        sweep.part + 1, title, sweep.share, sweep.rest, READY if sweep.ready else f"{title}{HOLDS_ALL}",
        sweep.first + 1, *(float(end[sweep.first]) for end in sweep.ends), least, most, below, above,
        said(sweep),
    )  # fmt: skip
    return dict(zip(of.SWEEP, found, strict=True))


def _parts(pen: Pen, book: Book, places: SensitivityPlaces) -> None:
    """What the selector takes."""
    area, content = places.parts, book.content
    pen.texts(area.top - 1, 0, ["What can be swept", "Title"], "head")
    for row, pair in enumerate(zip(part_names(content), part_titles(content), strict=True), start=area.top):
        pen.texts(row, 0, pair)
        pen.height(row, lines_of(pair[1], 25))


def _weights(pen: Pen, book: Book, places: SensitivityPlaces, sweep: Sweep) -> None:
    """Which criteria are swept, and every criterion's weight among its own kind.

    Swept criteria that all have no share count alike, having no ratios.
    """
    area, here, part = places.weights, places.weights.here, places.facts.here.cell(of.SWEEP.index("part"))
    titles = [each.title for each in book.content.criteria]
    pen.texts(area.top - 1, 0, ["", "", ""], "head")
    pen.texts(area.top - 1, at.LEAD, titles, "head number")
    pen.height(area.top - 1, max(lines_of(title, 13) for title in titles))
    share, rest, state = (places.facts.here.cell(of.SWEEP.index(name)) for name in ("share", "rest", "state"))
    for row, label in enumerate(_WEIGHTS):
        pen.texts(area.top + row, 0, [label, "", ""], "label")
    for column in range(area.width):
        group = area.width + book.content.group_of(column) + 1
        inside, outside = (here.cell(row, column, "none") for row in (of.IN_PART, of.OUT_OF_PART))
        own = book.places.workings.shares.here.cell(0, column, "none")
        alike = f"{inside}/SUM({here.row(of.IN_PART)})"
        for row, formula in enumerate((
            f"IF(OR({part}={column + 1},{part}={group}),1,0)",
            f"1-{inside}",
            f'IF({state}="{READY}",IF({share}>0,{inside}*{own}/{share},{alike}),0)',
            f'IF({state}="{READY}",{outside}*{own}/{rest},0)',
        )):  # fmt: skip
            pen.formula(area.top + row, area.left + column, f"={formula}", float(sweep.weights[row, column]), "value")


def _steps(pen: Pen, places: SensitivityPlaces, sweep: Sweep) -> None:
    """At each step the best total of all options, and who has it."""
    area, lines = places.steps, places.lines.here
    state = places.facts.here.cell(of.SWEEP.index("state"))
    pen.texts(area.top - 1, 0, ["Share", "", ""], "head")
    for row, label in enumerate(_STEPS):
        pen.texts(area.top + row, 0, [label, "", ""], "label")
    none, every, number = (lines.column(column) for column in (of.AT_NONE, of.AT_ALL, of.NUMBER))
    for step, found in enumerate(sweep.steps):
        column = area.left + step
        pen.number(area.top - 1, column, step / of.STEPS, "share")
        totals = f"ROUND({none}+{at.letters(column)}${area.top}*({every}-{none}),{formulas.PLACES})"
        best = area.here.cell(of.STEP_BEST, step, "row")
        last = lines.height + 1
        for row, (formula, result) in enumerate(zip((
            f"SUMPRODUCT(MAX({totals}))",
            f"{last}-SUMPRODUCT(MAX(({totals}={best})*({last}-{number})))",
            f"SUMPRODUCT(1*({totals}={best}))",
        ), found, strict=True)):  # fmt: skip
            guarded = f'=IF({state}="{READY}",{formula},"")'
            pen.formula(
                area.top + row, column, guarded, result if sweep.ready else "", "value" if row == 0 else "whole"
            )


def _lines(pen: Pen, book: Book, places: SensitivityPlaces, sweep: Sweep) -> None:
    """Each option's total at either end of its line, and where the line meets that of the first."""
    area, work = places.lines, book.places.workings
    pen.texts(area.top - 1, 0, ["Option", "Id"], "head")
    pen.texts(area.top - 1, area.left, _LINES, "head number")
    pen.height(area.top - 1, 4)
    for row, option in enumerate(book.content.options):
        pen.texts(area.top + row, 0, [option.title, option.id])
        pen.number(area.top + row, area.left, row + 1, "whole")
    patterns, rows = _line_patterns(book, places), _line_results(sweep)
    written = Area(area.sheet, area.top, area.left + 1, area.height, area.width - 1)
    pen.formulas((written, work.values, work.totals), patterns, rows, "value")


def _line_patterns(book: Book, places: SensitivityPlaces) -> list[str]:
    """One formula a column of the lines; the crossings are those of `steelyard.model.stability`."""
    work, lines, weights = book.places.workings, places.lines.here, places.weights.here
    cell = {name: places.facts.here.cell(row) for row, name in enumerate(of.SWEEP)}
    values = f"{work.values.here.beside(0, 1)}:{work.values.here.beside(work.values.width - 1, 1)}"
    total, rank, order = (work.totals.here.beside(column, 2) for column in (at.TOTAL, at.RANK, at.ORDER))
    number, none, every, lead_none, lead_all = (
        lines.beside(column) for column in (of.NUMBER, of.AT_NONE, of.AT_ALL, of.LEAD_NONE, of.LEAD_ALL)
    )
    ready = f'{cell["state"]}="{READY}"'
    sums = [
        f"=IF(AND({ready},ISNUMBER({total})),SUMPRODUCT({values},{weights.row(row)}),{NO_TOTAL:.0E})"
        for row in (of.WEIGHT_OUTSIDE, of.WEIGHT_INSIDE)
    ]
    leads = [
        f"=IF(ABS({cell[first]}-{own})<={NOISE},0,{cell[first]}-{own})"
        for first, own in (("first_none", none), ("first_all", every))
    ]
    level = [
        f"=IF({lead_all}{gains}{lead_none},IF({rank}=1,{cell['share']},IF(AND({lead_none}{start}0,{lead_all}{end}0),"
        f'{nearer}({lead_none}/({lead_none}-{lead_all}),{cell["share"]}),"")),"")'
        for gains, start, end, nearer in ((">", "<=", ">=", "MIN"), ("<", ">=", "<=", "MAX"))
    ]
    digits = formulas.PLACES
    gains = [
        f"=IF(AND(ISNUMBER({own}),ISNUMBER({end})),IF(ROUND({own},{digits})=ROUND({end},{digits}),"
        f'ROUND({faster}-{slower},{digits}),""),"")'
        for own, end, faster, slower in (
            (lines.beside(of.LEVEL_BELOW), cell["least"], lead_all, lead_none),
            (lines.beside(of.LEVEL_ABOVE), cell["most"], lead_none, lead_all),
        )
    ]
    leaders = places.steps.here.row(of.STEP_LEADER)
    somewhere = f"COUNTIF({leaders},{number})+({number}={cell['below']})+({number}={cell['above']})>0"
    shown_as = f'=IF(AND({ready},ISNUMBER({order})),{order}+IF({somewhere},0,{lines.height}),"")'
    return [*sums, *leads, *level, *gains, shown_as]


def _line_results(sweep: Sweep) -> list[list[Result]]:
    """The lines as built."""
    shown: list[Result] = [*sweep.shown_as] if sweep.ready else [""] * len(sweep.level)
    (none, every), (lead_none, lead_all) = sweep.ends, sweep.leads
    columns = (
        none.tolist(), every.tolist(), lead_none, lead_all,
        [below for below, _ in sweep.level], [above for _, above in sweep.level], *sweep.gains, shown,
    )  # fmt: skip
    return [list(row) for row in zip(*columns, strict=True)]
