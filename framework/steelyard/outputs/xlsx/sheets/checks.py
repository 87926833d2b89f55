"""Checks: live ones by formula, each OK or LOOK, and what `steelyard check` found in the definitions."""

from dataclasses import dataclass

from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.facts import READY
from steelyard.outputs.xlsx.formulas import NEAR
from steelyard.outputs.xlsx.layout import FIRST_ROW, Area
from steelyard.outputs.xlsx.pen import Pen, lines_of
from steelyard.outputs.xlsx.sheets.stakeholders import SHOWN

TITLE = "Checks: does the workbook still hold together?"
NOTE = "OK or LOOK, worked out live. A modification is no fault; it is shown so that nobody mistakes it for the record."
OK, LOOK = "OK", "LOOK"
RESULT, FIRST_CHECK = 1, FIRST_ROW + 3
_WIDTHS = (52, 10, 70, 60)


@dataclass(frozen=True)
class Check:
    """One live check: what it asks, the condition under which it is OK, and what to do when it is not."""

    asks: str
    condition: str
    otherwise: str


def write(pen: Pen, book: Book) -> None:
    """Write the sheet."""
    book.open_sheet(pen, TITLE, NOTE, (FIRST_ROW - 1, 0), at.BLANK_ROW)
    for column, width in enumerate(_WIDTHS):
        pen.sheet.set_column(column, column, width)
    checks = _inputs(book) + _results(book)
    _count(pen, len(checks))
    pen.texts(FIRST_CHECK - 1, 0, ["Check", "Result", "What to do when it says LOOK"], "head")
    for row, check in enumerate(checks, start=FIRST_CHECK):
        pen.text(row, 0, check.asks, "label")
        pen.formula(row, RESULT, f'=IF(IFERROR({check.condition},0=1),"{OK}","{LOOK}")', OK, "result")
        pen.text(row, 2, check.otherwise)
        pen.height(row, max(lines_of(check.asks, 50), lines_of(check.otherwise, 68)))
    look = {"type": "cell", "criteria": "==", "value": f'"{LOOK}"', "format": pen.looks.conditions["look"]}
    pen.sheet.conditional_format(FIRST_CHECK, RESULT, FIRST_CHECK + len(checks) - 1, RESULT, look)
    _findings(pen, book, FIRST_CHECK + len(checks) + 1)


def _count(pen: Pen, checks: int) -> None:
    """How many checks say LOOK."""
    span = f"$B${FIRST_CHECK + 1}:$B${FIRST_CHECK + checks}"
    pen.text(FIRST_ROW, 0, "Checks that say LOOK", "plain label")
    pen.formula(FIRST_ROW, RESULT, f'=COUNTIF({span},"{LOOK}")', 0, "plain whole")


def _inputs(book: Book) -> tuple[Check, ...]:
    """Checks of what was typed in."""
    places, content = book.places, book.content
    fact, scores = places.workings.fact, places.scores
    cells = len(content.options) * len(content.criteria)
    return (
        Check("The weight set to show is in the list", f"{fact('chosen')}>0",
              "Choose one of the ids listed on Weights."),
        Check("The chosen weights can be used", f'{fact("state")}="{READY}"',
              "Weights says beside the selector what is missing."),
        *_scenario_chosen(book),
        Check("Every score is a number", f"COUNT({scores.whole()})={cells}",
              "Fill the blank or mistyped cell on Scores; an option without a score is not ranked."),
        Check("Every score lies on its scale", f"SUM({places.workings.totals.column(at.OFF)})=0",
              "Select the cell on Scores to see its scale. Beyond the scale a value stays at the nearest end."),
        Check("Weights are those of the definitions", f'{fact("weights_banner")}=""',
              "The column Stored on Weights holds the numbers to go back to."),
        Check("Scores are those of the definitions", f"{fact('scores_changed')}=0",
              "Scores counts the changed cells of each row; changed cells are marked."),
    )  # fmt: skip


def _scenario_chosen(book: Book) -> tuple[Check, ...]:
    """The check of the scenario selector, where there is one."""
    if book.places.futures is None:
        return ()
    asks, otherwise = "The scenario to show is in the list", "Choose one of the ids listed on Futures."
    return (Check(asks, f"{book.places.futures.chosen.cell()}>=0", otherwise),)


def _headlines(book: Book) -> str:
    """Whether the first lines of `Cover` and `Summary` are those of `Workings`."""
    places = book.places
    pairs = [
        f"{area.cell(row)}={places.workings.fact(name)}"
        for area in (places.cover, places.headline)
        for row, name in enumerate(at.HEADLINE)
    ]
    return f"AND({','.join(pairs)})"


def _front(book: Book) -> str:
    """Whether the key cells hold the highest total, its option, and its distance to the next."""
    work, fact = book.places.workings, book.places.workings.fact
    totals = work.totals
    total, titles = totals.column(at.TOTAL), Area(totals.sheet, totals.top, 0, totals.height).column()
    place = f"MATCH(1,{totals.column(at.ORDER)},0)"
    gap = f"ABS({fact('margin')}-MAX({total})+LARGE({total},2))<{NEAR}"
    return (
        f"IF(COUNT({total})=0,{fact('ranked')}=0,AND({fact('ranked')}=COUNT({total}),{fact('best')}=MAX({total}),"
        f"INDEX({total},{place})>MAX({total})-{NEAR},{fact('first_title')}=INDEX({titles},{place}),"
        f"IF(COUNT({total})>1,{gap},1=1)))"
    )


def _side_by_side(book: Book) -> str:
    """Whether the column of the weight set shown has the totals and the ranks of `Workings`."""
    work, sides, fact = book.places.workings.totals, book.places.stakeholders, book.places.workings.fact
    column = f'MATCH("{SHOWN}",{sides.usable.row()},0)'
    gaps = [
        f"SUMPRODUCT(ABS(INDEX({area.whole()},0,{column})-{work.column(of)}))<{NEAR}"
        for area, of in ((sides.totals, at.TOTAL), (sides.ranks, at.RANK))
    ]
    ranked = f"OR({fact('ready')}=0,{fact('ranked')}<{work.height})"
    return f"IF({ranked},1=1,AND({','.join(gaps)}))"


def _results(book: Book) -> tuple[Check, ...]:
    """Checks of what was worked out."""
    work, content, fact = book.places.workings, book.content, book.places.workings.fact
    totals, count = work.totals, len(content.options)
    total, order = totals.column(at.TOTAL), totals.column(at.ORDER)
    ranked = fact("ranked")
    stored = f"INDEX({book.places.baseline.totals.whole()},0,{fact('chosen')})"
    agree = f"IF({fact('as_built')}=1,SUMPRODUCT(ABS({total}-{stored}))<{NEAR},1=1)"
    return (
        Check("Shares of the chosen weights sum to 1", f"ABS(SUM({work.shares.row()})-1)<{NEAR}",
              "A formula on Weights or Workings was overwritten, or the weights cannot be used."),
        Check("Every option has a rank", f"COUNT({totals.column(at.RANK)})={count}",
              "An option without a score, or weights that cannot be used, leave ranks blank."),
        Check("The order runs from 1 to the last without a gap",
              f"IF({ranked}=0,COUNT({order})=0,"
              f"AND(MIN({order})=1,MAX({order})={ranked},SUM({order})={ranked}*({ranked}+1)/2))",
              "A formula on Workings was overwritten."),
        Check("Totals and ranks agree with contributions added up and ranks counted another way",
              f"AND(SUM({totals.column(at.ASTRAY)})=0,COUNT({totals.column(at.ASTRAY)})={count})",
              "A formula on Workings or Scorecard was overwritten; the totals' last column says in which row."),
        Check("The key cells on Workings name the option with the highest total", _front(book),
              "A formula among the key cells on Workings was overwritten."),
        Check("Cover and Summary open with the answer worked out on Workings", _headlines(book),
              "A formula at the top of Cover or Summary was overwritten."),
        Check("The ranking on Summary shows what Workings says",
              f"AND(SUM({work.sorted.column(at.SHOWN_ASTRAY)})=0,COUNT({work.sorted.column(at.SHOWN_ASTRAY)})={count})",
              "A formula in the table on Summary was overwritten; the last column of In order on Workings says which."),
        Check("Stakeholders shows the weights in use as Workings does", _side_by_side(book),
              "A formula on Stakeholders or Workings was overwritten."),
        Check("Totals agree with those worked out outside the workbook (while nothing is changed)", agree,
              "A formula was overwritten: build the workbook anew."),
    )  # fmt: skip


def _findings(pen: Pen, book: Book, row: int) -> None:
    """What the rules found in the definitions when the workbook was built."""
    findings = book.content.report.findings
    pen.text(row, 0, "Findings in the definitions, as built", "heading")
    if not findings:
        pen.text(row + 1, 0, "None: every rule of `steelyard check` is content.", "plain")
        return
    pen.texts(row + 1, 0, ["Where", "Code", "What was found", "What would mend it, or why it is allowed"], "head")
    for number, each in enumerate(findings, start=row + 2):
        allowed = each.suppressed is not None
        says = f"Allowed, with this reason: {each.suppressed}" if allowed else each.remedy
        pen.texts(
            number, 0, [str(each.place), f"{each.code} {'allowed' if allowed else each.severity}", each.message, says]
        )
        pen.height(number, max(2, lines_of(str(each.place), 50), lines_of(each.message, 68), lines_of(says, 58)))
