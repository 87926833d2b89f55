"""The scorecard in natural units: every option against every criterion, in the words of its scale."""

from steelyard.documents.criterion import LevelsScale
from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.across import COLUMN, columns, heads, title_lines
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.layout import Area
from steelyard.outputs.xlsx.pen import Pen, Result, lines_of
from steelyard.outputs.xlsx.sheets.scorecard_meanings import write_meanings

TITLE = "Scorecard: the options in natural units"
NOTE = "Bold on a tint: best on that criterion. Underlined: worst. What levels and criteria mean stands below."
LONG = 20
"""With more options than this, the heads are repeated on every printed page."""
BETWEEN, OFF, MISSING = " / ", "not on the scale", "no score"


def write(pen: Pen, book: Book) -> None:
    """Write the sheet."""
    area = book.places.scorecard
    book.open_sheet(pen, TITLE, NOTE, (area.top, at.LEAD), area.top - 1 if area.height > LONG else at.BLANK_ROW)
    columns(pen, book, 8, 16)
    heads(pen, book, ("Option", "Rank", "Total"), with_id=False)
    _ranks(pen, book)
    write_meanings(pen, book)
    _cells(pen, book)
    _marks(pen, book)


def _ranks(pen: Pen, book: Book) -> None:
    """Each option with its rank and total."""
    content, area, totals = book.content, book.places.scorecard, book.places.workings.totals
    for row, option in enumerate(content.options):
        pen.text(area.top + row, 0, option.title, "label")
    pairs = Area(area.sheet, area.top, 1, area.height, 2)
    patterns = [f"={totals.beside(at.RANK, 1)}", f"={totals.beside(at.TOTAL, 1)}"]
    valuation = content.valuation
    rows: list[list[Result]] = [
        [rank, float(total)] for rank, total in zip(valuation.ranks, valuation.totals, strict=True)
    ]
    pen.formulas((pairs, totals), patterns, rows, "total or rank")


def _cells(pen: Pen, book: Book) -> None:
    """The score in the words of its scale, or as a number in its unit."""
    content, area, scores = book.content, book.places.scorecard, book.places.used
    spans = level_spans(book)
    patterns, results = [], []
    for column, criterion in enumerate(content.criteria):
        score = scores.beside(column, 1)
        given = content.valuation.scores[:, column].tolist()
        if isinstance(criterion.scale, LevelsScale):
            patterns.append(_label_formula(score, *spans[column]))
            steps = sorted((each.value, each.label) for each in criterion.scale.levels)
            known = {number: label_of(number, steps) for number in set(given)}
            results.append([known[number] for number in given])
        else:
            patterns.append(f'=IF(ISNUMBER({score}),{score},"{MISSING}")')
            results.append(given)
    pen.formulas((area, scores), patterns, list(zip(*results, strict=True)), "text centre")
    widest = [COLUMN - 1] * len(content.criteria)
    for row, option in enumerate(content.options):
        cells = [lines_of(str(result[row]), width) for result, width in zip(results, widest, strict=True)]
        pen.height(area.top + row, max(2, title_lines(option.title), *cells))


def _label_formula(score: str, numbers: str, labels: str) -> str:
    """The label of a level, both labels between two levels, or a word on what is wrong."""
    below = f"MATCH({score},{numbers},1)"
    both = f'INDEX({labels},{below})&"{BETWEEN}"&INDEX({labels},{below}+1)'
    found = f'IFERROR(INDEX({labels},MATCH({score},{numbers},0)),IFERROR({both},"{OFF}"))'
    return f'=IF(ISNUMBER({score}),{found},"{MISSING}")'


def label_of(number: float, steps: list[tuple[float, str]]) -> str:
    """The words for a number on a scale of levels, as the formula finds them."""
    below = [label for value, label in steps if value <= number]
    exact = [label for value, label in steps if value == number]
    if exact:
        return exact[0]
    if not below or len(below) == len(steps):
        return OFF
    return f"{below[-1]}{BETWEEN}{steps[len(below)][1]}"


def level_spans(book: Book) -> dict[int, tuple[str, str]]:
    """Where each criterion's levels stand in the table of levels: their numbers, and their labels."""
    area, spans, row = book.places.levels.here, {}, 0
    for column, criterion in enumerate(book.content.criteria):
        if isinstance(criterion.scale, LevelsScale):
            last = row + len(criterion.scale.levels) - 1
            spans[column] = (area.span((row, 1), (last, 1)), area.span((row, 2), (last, 2)))
            row = last + 1
    return spans


def _marks(pen: Pen, book: Book) -> None:
    """Best and worst on each criterion, by weight and slant of the type as well as by tint."""
    area, work = book.places.scorecard, book.places.workings
    best, worst = (work.extremes.cell(row, 0, "row") for row in (0, 1))
    here = work.values.cell(0, 0, "none")
    for mark, other, look in ((best, worst, "best"), (worst, best, "worst")):
        rule = f"=AND(ISNUMBER({here}),{here}={mark},{mark}<>{other})"
        pen.sheet.conditional_format(
            area.top, area.left, area.top + area.height - 1, area.left + area.width - 1,
            {"type": "formula", "criteria": rule, "format": pen.looks.conditions[look]},
        )  # fmt: skip
    baseline = book.content.baseline
    if baseline is not None:
        pen.text(area.top + baseline, 0, f"{book.content.options[baseline].title} (baseline)", "label")
