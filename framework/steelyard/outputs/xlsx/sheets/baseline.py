"""Hidden: the stored inputs, so that changes can be seen here and brought back to the definitions."""

from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.pen import Pen

SCHEMA = "steelyard/workbook@1"


def write(pen: Pen, book: Book) -> None:
    """Write the sheet, and hide it where anyone can unhide it."""
    content, places = book.content, book.places.baseline
    stamp = content.report.stamp
    facts = (
        ("schema", SCHEMA), ("definitions", stamp.definitions), ("version", stamp.version),
        ("commit", stamp.commit or ""), ("shown", content.report.shown), ("own", content.own),
        ("decision", content.report.definitions.decision.title),
    )  # fmt: skip
    for row, pair in enumerate(facts):
        pen.texts(row, 0, pair, "plain")
    sets = [each.record.id for each in content.sets]
    options = [option.id for option in content.options]
    criteria = [criterion.id for criterion in content.criteria]
    _head(pen, places.scores.top - 1, "scores", criteria)
    _names(pen, places.scores.top, "option", options)
    pen.numbers(places.scores, content.valuation.scores.tolist(), "plain")
    _head(pen, places.points.top - 1, "weights", sets)
    _names(pen, places.points.top, "criterion", criteria)
    _names(pen, places.groups.top, "group", [group.name for group in content.groups])
    _points(pen, book)
    _head(pen, places.totals.top - 1, "totals", sets)
    _names(pen, places.totals.top, "option", options)
    totals = zip(*(each.valuation.totals.tolist() for each in content.sets), strict=True)
    pen.numbers(places.totals, list(totals), "plain")
    _scales(pen, book)
    pen.sheet.hide()


def _head(pen: Pen, row: int, title: str, names: list[str]) -> None:
    pen.texts(row, 0, [title, "id", "", *names], "plain")


def _names(pen: Pen, top: int, kind: str, names: list[str]) -> None:
    for row, name in enumerate(names, start=top):
        pen.texts(row, 0, [kind, name], "plain")


def _scales(pen: Pen, book: Book) -> None:
    """What the numbers were judged on: ends and group of each criterion, and the ranges of points that have one."""
    content, places = book.content, book.places.baseline
    _head(pen, places.scales.top - 1, "scales", ["low", "high"])
    for row, criterion in enumerate(content.criteria, start=places.scales.top):
        pen.texts(row, 0, ["scale", criterion.id, criterion.group], "plain")
        for column, end in enumerate(sorted((criterion.worst, criterion.best)), start=places.scales.left):
            pen.number(row, column, end, "plain")
    ranged = [
        (each.record.id, criterion.id, each.record.ranges[criterion.id])
        for each in content.sets
        for criterion in content.criteria
        if criterion.id in each.record.ranges
    ]
    for row, (name, criterion_id, ends) in enumerate(ranged, start=places.ranges.top):
        pen.texts(row, 0, ["range", criterion_id, name], "plain")
        for column, end in enumerate(ends, start=places.ranges.left):
            pen.number(row, column, end, "plain")


def _points(pen: Pen, book: Book) -> None:
    """Each set's points in its own column: criteria, then groups where it was judged in groups."""
    places = book.places.baseline
    for number, each in enumerate(book.content.sets):
        pen.numbers(places.points.only(number), [[point] for point in each.points], "plain")
        if each.group_points is not None:
            pen.numbers(places.groups.only(number), [[point] for point in each.group_points], "plain")
