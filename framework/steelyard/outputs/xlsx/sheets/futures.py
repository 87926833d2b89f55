"""Scores in the scenario shown: the inputs as they are, or as the chosen scenario has them."""

from collections.abc import Mapping

from steelyard.outputs.xlsx import formulas
from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.across import columns, title_lines
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.layout import Area, FuturesPlaces
from steelyard.outputs.xlsx.pen import Pen, lines_of

TITLE = "Futures: the scores in the scenario shown"
NOTE = "Choose a scenario on Weights. What it adds to a score, it adds to the number on Scores. No inputs here."
_AS_THEY_ARE = "The scores as they are"


def write(pen: Pen, book: Book) -> None:
    """Write the sheet."""
    places = book.places.futures
    assert places is not None  # noqa: S101 - only a decision with scenarios has the sheet
    book.open_sheet(pen, TITLE, NOTE, (at.FIRST_ROW, at.LEAD), at.BLANK_ROW)
    columns(pen, book, 28, 10)
    _chosen(pen, places)
    _table(pen, book, places)
    _used(pen, book, places)
    _ends(pen, book, places)
    records = book.content.scenarios
    _numbers(pen, book, places.sets, "What each scenario puts in place of a score", [each.sets for each in records])
    _numbers(pen, book, places.shifts, "What each scenario adds to a score", [each.shifts for each in records])


def _chosen(pen: Pen, places: FuturesPlaces) -> None:
    """The number of the scenario that is chosen: 0 for none, -1 for one that is not there."""
    row, column = at.SCENARIO_SELECTOR
    selector = f"Weights!${at.letters(column)}${row + 1}"
    pen.text(places.chosen.top, 0, "Scenario shown, by number (0: as scored)", "label")
    names = places.table.here.column(1)
    pen.formula(places.chosen.top, places.chosen.left, f"=IFERROR(MATCH({selector},{names},0)-1,-1)", 0, "whole")


def _table(pen: Pen, book: Book, places: FuturesPlaces) -> None:
    """What the selector takes."""
    top, scenarios = places.table.top, book.content.scenarios
    pen.text(top - 2, 0, "Scenarios", "heading")
    pen.texts(top - 1, 0, ["Scenario", "Id", "Changes"], "head")
    pen.texts(top, 0, [_AS_THEY_ARE, at.AS_SCORED])
    pen.number(top, 2, 0, "whole")
    for row, each in enumerate(scenarios, start=top + 1):
        pen.texts(row, 0, [each.record.title, each.record.id])
        pen.number(row, 2, len(each.sets) + len(each.shifts), "whole")
        pen.height(row, lines_of(each.record.title, 44))


def _used(pen: Pen, book: Book, places: FuturesPlaces) -> None:
    """The scores that every total is worked out from."""
    content, area, scores = book.content, places.used, book.places.scores
    _head(pen, book, area.top, "Scores in use", ("Option", "Id", ""))
    for row, option in enumerate(content.options, start=area.top):
        pen.texts(row, 0, [option.title, option.id, ""])
        pen.height(row, title_lines(option.title))
    which = f"({places.chosen.here.cell()}-1)*{area.height}+[0]-{area.top}"
    patterns = [
        formulas.score_in_scenario(
            scores.beside(column, 1),
            places.chosen.here.cell(),
            f"INDEX({places.sets.here.column(column)},{which})",
            f"INDEX({places.shifts.here.column(column)},{which})",
            (places.ends.here.cell(0, column), places.ends.here.cell(1, column)),
        )
        for column in range(area.width)
    ]
    pen.formulas((area, scores), patterns, content.valuation.scores.tolist(), "number")


def _head(pen: Pen, book: Book, top: int, title: str, first: tuple[str, str, str]) -> None:
    """A block's title and the criteria above its columns."""
    pen.text(top - 2, 0, title, "heading")
    pen.texts(top - 1, 0, first, "head")
    titles = [each.title for each in book.content.criteria]
    pen.texts(top - 1, at.LEAD, titles, "head number")
    pen.height(top - 1, max(lines_of(title, 13) for title in titles))


def _ends(pen: Pen, book: Book, places: FuturesPlaces) -> None:
    """The ends of each scale, beyond which no scenario moves a score."""
    area = places.ends
    _head(pen, book, area.top, "Ends of each scale", ("", "", ""))
    pen.texts(area.top, 0, ["Lowest number", "", ""])
    pen.texts(area.top + 1, 0, ["Highest number", "", ""])
    for column, each in enumerate(book.content.criteria, start=area.left):
        for row, number in enumerate(sorted((each.worst, each.best)), start=area.top):
            pen.number(row, column, number)


def _numbers(pen: Pen, book: Book, area: Area, title: str, by_scenario: list[Mapping[tuple[int, int], float]]) -> None:
    """A scenario's numbers below another's, blank where it has none."""
    content = book.content
    _head(pen, book, area.top, title, ("Option", "Scenario", ""))
    for number, (scenario, cells) in enumerate(zip(content.scenarios, by_scenario, strict=True)):
        first = area.top + number * len(content.options)
        for row, option in enumerate(content.options):
            pen.texts(first + row, 0, [option.title, scenario.record.id, ""])
            pen.height(first + row, title_lines(option.title))
        for (row, column), each in cells.items():
            pen.number(first + row, area.left + column, each)
