"""Leaders as built, on `Workings`: the draws of the scores, which cells cannot repeat."""

from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.closeness import AT_THE_VALUES, leader_count
from steelyard.outputs.xlsx.pen import Pen
from steelyard.outputs.xlsx.sheets.workings_ranks import name_options


def write_leaders(pen: Pen, book: Book) -> None:
    """Leaders under each stored set, with draws of the scores: worked out in the program, not in cells."""
    content, work = book.content, book.places.workings
    area = work.ahead
    places = {option.id: row for row, option in enumerate(content.options)}
    title = "As built: the share of score draws in which each leader is ahead of the first, by weight set"
    pen.text(area.top - 2, 0, title, "heading")
    pen.texts(area.top - 1, 0, ["Option", "Id", ""], "head")
    pen.texts(area.top - 1, area.left, [each.record.title for each in content.sets], "head number")
    pen.height(area.top - 1, 3)
    name_options(pen, content, area.top)
    pen.texts(work.led.top, 0, ["Options that could well be first, as built", "", ""], "label")
    for number, each in enumerate(content.sets):
        for place, leader in enumerate(each.valuation.leaders):
            row, column = area.top + places[leader.option], area.left + number
            if leader.ahead_in is not None:
                pen.number(row, column, leader.ahead_in, "stored share")
            elif place == 0 and content.ranged:
                pen.text(row, column, AT_THE_VALUES, "stored share")
        pen.number(work.led.top, work.led.left + number, leader_count(content, number), "stored")
