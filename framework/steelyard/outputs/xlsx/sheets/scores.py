"""Scores as inputs: what each option achieves on each criterion, and the range around each number."""

from steelyard.documents.criterion import Criterion, LevelsScale
from steelyard.outputs.xlsx import formulas
from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.across import COLUMN, columns, heads, title_lines
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.content import Content
from steelyard.outputs.xlsx.pen import LONGEST_PROMPT, LONGEST_PROMPT_TITLE, Pen, lines_of, shortened
from steelyard.scales import number_text, range_text, scale_text

TITLE = "Scores: what each option achieves on each criterion"
NOTE = "Yellow cells are inputs: change a number and every total and rank follows. Select a cell to see its scale."

RANGES_TABLE = "Ranges: outside these bounds the team would be astonished (as in the definitions)"


def write(pen: Pen, book: Book) -> None:
    """Write the sheet."""
    area = book.places.scores
    book.open_sheet(pen, TITLE, NOTE, (area.top, at.LEAD), area.top - 1)
    columns(pen, book, 28, 10)
    heads(pen, book, ("Option", "Id", "Cells changed"))
    _inputs(pen, book)
    _ranges(pen, book)


def _inputs(pen: Pen, book: Book) -> None:
    """The scores, the count of changed cells in each row, and what each column accepts."""
    content, area, stored = book.content, book.places.scores, book.places.baseline.scores
    for row, option in enumerate(content.options):
        pen.texts(area.top + row, 0, [option.title, option.id])
        pen.height(area.top + row, title_lines(option.title))
    now, then = area.here, stored
    across = (
        f"{now.beside(0)}:{now.beside(now.width - 1)}", f"{then.beside(0, 1)}:{then.beside(then.width - 1, 1)}"
    )  # fmt: skip
    changed = at.Area(area.sheet, area.top, at.LEAD - 1, area.height)
    pen.formulas((changed, stored), [formulas.changed_cells(*across)], [[0]] * area.height, "whole")
    pen.numbers(area, content.valuation.scores.tolist(), "input")
    differs = f"={now.cell(fix='none')}<>{then.cell(fix='none')}"
    pen.sheet.conditional_format(
        area.top, area.left, area.top + area.height - 1, area.left + area.width - 1,
        {"type": "formula", "criteria": differs, "format": pen.looks.conditions["changed"]},
    )  # fmt: skip
    for column in range(area.width):
        _validation(pen, book, column)


def _validation(pen: Pen, book: Book, column: int) -> None:
    """What one criterion's column accepts, and what it says when a cell is selected."""
    area, criterion, curve = book.places.scores, book.content.criteria[column], book.content.curves[column]
    rule: dict[str, object] = {
        "input_title": shortened(criterion.title, LONGEST_PROMPT_TITLE),
        "input_message": shortened(_prompt(book.content, criterion), LONGEST_PROMPT),
        "error_title": "Not on the scale",
        "error_message": shortened(
            f"Type a number: {scale_text(criterion, book.content.unit(criterion))}.", LONGEST_PROMPT
        ),
    }
    if curve.outside == "extrapolate":
        rule |= {"validate": "decimal", "criteria": "between", "minimum": -1e300, "maximum": 1e300}
    else:
        rule |= {"validate": "decimal", "criteria": "between", "minimum": curve.x[0], "maximum": curve.x[-1]}
    bottom = area.top + area.height - 1
    pen.sheet.data_validation(area.top, area.left + column, bottom, area.left + column, rule)


def _prompt(content: Content, criterion: Criterion) -> str:
    if isinstance(criterion.scale, LevelsScale):
        return "\n".join(f"{number_text(each.value)}: {each.label}" for each in criterion.scale.levels)
    return f"{scale_text(criterion, content.unit(criterion))}. {criterion.question}"


def _ranges(pen: Pen, book: Book) -> None:
    """The bounds of each score, beneath: outside them the team would be astonished."""
    content, area = book.content, book.places.ranges
    pen.text(
        area.top - 2,
        0,
        RANGES_TABLE,
        "heading",
    )
    pen.texts(area.top - 1, 0, ["Option", "Id", ""], "head")
    pen.texts(area.top - 1, at.LEAD, [each.title for each in content.criteria], "head centre")
    pen.height(area.top - 1, max(lines_of(each.title, COLUMN - 1) for each in content.criteria))
    for row, option in enumerate(content.options, start=area.top):
        pen.texts(row, 0, [option.title, option.id, ""])
        pen.height(row, title_lines(option.title))
        for column, criterion in enumerate(content.criteria, start=area.left):
            judged = option.judgement_on(criterion)
            pen.text(row, column, "" if judged is None else range_text(judged.lowest, judged.highest), "text centre")
