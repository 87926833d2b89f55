"""Totals, ranks and the options in order, on `Workings`."""

from dataclasses import replace

from steelyard.model.ranking import rounded
from steelyard.outputs.xlsx import formulas
from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.content import Content
from steelyard.outputs.xlsx.layout import Area
from steelyard.outputs.xlsx.pen import Pen, Result
from steelyard.outputs.xlsx.remarks import remark_results
from steelyard.outputs.xlsx.sheets.workings_remarks import (
    HEADS,
    astray,
    remark_patterns,
    shown_astray,
)

BASELINE_MARK = " (baseline)"
_TOTALS = (
    "Total, unrounded", "Total, nine places", "Rank", "Others with this rank", "Order, ties apart",
    "Above the baseline", "Behind the first", "1 if within the close-call margin", *HEADS,
)  # fmt: skip
_SORTED = (
    "Label in charts",
    "Place",
    "Row of its option above",
    "Total if an option",
    "Total if the baseline",
    "1 if Summary shows another",
)


def name_options(pen: Pen, content: Content, top: int) -> None:
    """The options' titles and ids, in the first columns of a block."""
    for row, option in enumerate(content.options, start=top):
        pen.texts(row, 0, [option.title, option.id, ""])


def write_totals(pen: Pen, book: Book) -> None:
    """Totals, ranks and order, then what each group adds."""
    content, work = book.content, book.places.workings
    totals, sums = work.totals, work.group_sums
    pen.text(totals.top - 2, 0, "Totals and ranks", "heading")
    pen.texts(totals.top - 1, 0, ["Option", "Id"], "head")
    pen.texts(totals.top - 1, totals.left, _TOTALS, "head number")
    pen.texts(totals.top - 1, sums.left, [f"From {each.title}" for each in content.groups], "head number")
    pen.height(totals.top - 1, 4)
    for row, option in enumerate(content.options, start=totals.top):
        pen.texts(row, 0, [option.title, option.id])
    previous = replace(totals, top=totals.top - 1)
    areas = (totals, work.values, book.places.used, work.contributions, book.places.scorecard, previous)
    pen.formulas(areas, _total_patterns(book), _total_results(book), "number")
    added = work.contributions.here
    patterns = [
        formulas.only_if_number(
            totals.here.beside(at.TOTAL),
            f"SUM({added.beside(each.start, 1)}:{added.beside(each.stop - 1, 1)})",
        )
        for each in content.groups
    ]
    pen.formulas((sums, work.contributions), patterns, group_sums(content), "value")


def _total_patterns(book: Book) -> list[str]:
    """One formula a column of the table of totals."""
    content, work = book.content, book.places.workings
    totals, values, shares = work.totals.here, work.values.here, work.shares.here.row()
    across = f"{values.beside(0, 1)}:{values.beside(values.width - 1, 1)}"
    total, nine, rank = (totals.beside(column) for column in (at.TOTAL, at.ROUNDED, at.RANK))
    ranks = totals.column(at.RANK)
    so_far = f"{totals.cell(0, at.RANK)}:{rank}"
    ready, best, close = (work.facts.here.cell(at.FACTS.index(name)) for name in ("ready", "best", "close_call"))
    above = '=""'
    if content.baseline is not None:
        baseline = totals.cell(content.baseline, at.TOTAL)
        above = f'=IF(AND(ISNUMBER({total}),ISNUMBER({baseline})),{total}-{baseline},"")'
    behind = totals.beside(at.BEHIND)
    return [
        formulas.weighted_sum(across, shares, ready, len(content.criteria)),
        formulas.only_if_number(total, f"ROUND({total},{formulas.PLACES})"),
        formulas.rank(nine, totals.column(at.ROUNDED)),
        formulas.only_if_number(rank, f"COUNTIF({ranks},{rank})-1"),
        formulas.only_if_number(rank, f"{rank}+COUNTIF({so_far},{rank})-1"),
        above,
        formulas.only_if_number(total, f"ROUND({best}-{total},{formulas.PLACES})"),
        formulas.only_if_number(total, f"IF({behind}<={close},1,0)"),
        *remark_patterns(book),
        astray(book),
    ]


def _total_results(book: Book) -> list[list[Result]]:
    """The table of totals as built."""
    content, valuation = book.content, book.content.valuation
    place = {row: number for number, row in enumerate(valuation.order, start=1)}
    shared = {rank: valuation.ranks.count(rank) - 1 for rank in set(valuation.ranks)}
    best, close = float(valuation.totals.max()), content.report.definitions.decision.close_call
    rows: list[list[Result]] = []
    remarks = remark_results(content)
    for row, total in enumerate(valuation.totals.tolist()):
        rank, behind = valuation.ranks[row], rounded(best - total)
        above = "" if content.baseline is None else total - float(valuation.totals[content.baseline])
        rows.append(
            [
                total,
                rounded(total),
                rank,
                shared[rank],
                place[row],
                above,
                behind,
                1 if behind <= close else 0,
                *remarks[row],
                0,
            ]
        )
    return rows


def group_sums(content: Content) -> list[list[float]]:
    """What each group adds to each option's total."""
    added = content.valuation.contributions
    columns = [added[:, each.start : each.stop].sum(axis=1).tolist() for each in content.groups]
    return [list(row) for row in zip(*columns, strict=True)]


def write_sorted(pen: Pen, book: Book) -> None:
    """For each place, the row of the option that holds it; sorted tables and charts read this."""
    area, content = book.places.workings.sorted, book.content
    pen.text(area.top - 2, 0, "In order", "heading")
    pen.texts(area.top - 1, 0, _SORTED, "head")
    pen.height(area.top - 1, 3)
    for place in range(area.height):
        pen.number(area.top + place, at.PLACE, place + 1, "whole")
    patterns, results = _sorted_patterns(book), _sorted_results(content)
    for column, look in (
        (at.LABEL, "text"),
        (at.SORTED_ROW, "whole"),
        (at.OPTION_BAR, "value"),
        (at.BASELINE_BAR, "value"),
        (at.SHOWN_ASTRAY, "whole"),
    ):
        cells = Area(area.sheet, area.top, column, area.height)
        pen.formulas((cells, book.places.ranking), [patterns[column]], [[line[column]] for line in results], look)


def _sorted_patterns(book: Book) -> dict[int, str]:
    """One formula a column of the sorted list."""
    work, content = book.places.workings, book.content
    area, totals = work.sorted.here, work.totals.here
    row = area.beside(at.SORTED_ROW)
    titles = Area("", totals.top, 0, totals.height).column()
    total, rank = (f"INDEX({totals.column(column)},{row})" for column in (at.TOTAL, at.RANK))
    baseline = 0 if content.baseline is None else content.baseline + 1
    name = f'INDEX({titles},{row})&IF({row}={baseline},"{BASELINE_MARK}","")'
    return {
        at.LABEL: formulas.only_if_number(row, f'{rank}&". "&{name}'),
        at.SORTED_ROW: f'=IFERROR(MATCH({area.beside(at.PLACE)},{totals.column(at.ORDER)},0),"")',
        at.OPTION_BAR: formulas.only_if_number(row, f"IF({row}={baseline},0,{total})"),
        at.BASELINE_BAR: formulas.only_if_number(row, f"IF({row}={baseline},{total},0)"),
        at.SHOWN_ASTRAY: shown_astray(book, row, name),
    }


def _sorted_results(content: Content) -> list[dict[int, Result]]:
    """The sorted list as built."""
    valuation, rows = content.valuation, []
    for number in valuation.order:
        is_baseline, worth = number == content.baseline, float(valuation.totals[number])
        mark = BASELINE_MARK if is_baseline else ""
        found: dict[int, Result] = {
            at.LABEL: f"{valuation.ranks[number]}. {content.options[number].title}{mark}",
            at.SORTED_ROW: number + 1,
            at.OPTION_BAR: 0.0 if is_baseline else worth,
            at.BASELINE_BAR: worth if is_baseline else 0.0,
            at.SHOWN_ASTRAY: 0,
        }
        rows.append(found)
    return rows
