"""A live Excel workbook: change a weight, a score or the weight set, and totals, ranks and charts follow.

Sheets: Cover, Summary, Weights, Scores, Futures (where there are scenarios), Scorecard, Stakeholders, Sensitivity,
Workings, Evidence, Sources, one for each chapter of exhibits, Checks, Versions. Every formula stores the result it has
as built; text never becomes a formula; the same report gives the same bytes.
"""

from datetime import UTC, datetime, time
from io import BytesIO

from xlsxwriter import Workbook

from steelyard.contracts import Output
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.content import Content, drawn_from
from steelyard.outputs.xlsx.facts import facts_of
from steelyard.outputs.xlsx.layout import layout_of
from steelyard.outputs.xlsx.look import FONT, Looks
from steelyard.outputs.xlsx.pen import Pen
from steelyard.outputs.xlsx.sheets import sheets_of
from steelyard.results.report import Report

LONGEST_PROPERTY = 255
LANGUAGE = "en"
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def render(report: Report) -> bytes:
    """The workbook as the bytes of one file."""
    content = drawn_from(report)
    places = layout_of(content)
    book = Book(content, places, facts_of(content, places))
    target = BytesIO()
    workbook = Workbook(target, {**_OPTIONS, "default_format_properties": dict(FONT)})
    looks = Looks(workbook)
    pens = [(Pen(workbook, workbook.add_worksheet(name), looks), write) for name, write in sheets_of(report)]
    for pen, write in pens:
        write(pen, book)
    _describe(workbook, content)
    workbook.close()
    return target.getvalue()


def _describe(workbook: Workbook, content: Content) -> None:
    """Document properties; the date is the decision's own, so that equal reports give equal bytes."""
    decision = content.report.definitions.decision
    workbook.set_properties(
        {
            "title": decision.title[:LONGEST_PROPERTY],
            "subject": decision.question[:LONGEST_PROPERTY],
            "author": decision.owner[:LONGEST_PROPERTY],
            "comments": f"Steelyard {content.report.stamp.version}, definitions {content.report.stamp.definitions}",
            "created": datetime.combine(decision.as_of, time(), UTC).replace(tzinfo=None),
        }
    )
    workbook.set_custom_property("Language", LANGUAGE, "text")


xlsx = Output(suffix=".xlsx", render=render)
