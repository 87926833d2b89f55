"""The answer: a live ranking in order, how close it is, and two charts that follow it."""

from dataclasses import replace

from xlsxwriter.chart import Chart

from steelyard.model.ranking import rounded
from steelyard.outputs.xlsx import formulas
from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.closeness import (
    AT_THE_VALUES,
    EACH_BY_ITSELF,
    LEADS,
    NOT_DRAWN,
    NOT_KNOWN,
    leader_count,
)
from steelyard.outputs.xlsx.content import Content
from steelyard.outputs.xlsx.layout import Area
from steelyard.outputs.xlsx.look import BASELINE_COLOUR, FONT, GROUP_COLOURS, INK, LINE, OPTION_COLOUR
from steelyard.outputs.xlsx.pen import Pen, Result, lines_of
from steelyard.outputs.xlsx.sheets.workings_ranks import group_sums

TITLE = "Summary: the ranking under the weights shown"
NOTE = "Totals run from 0 (worst on every criterion) to 1 (best on every criterion). Sorted by formula."
HEADS = (
    "Rank", "Tie", "Option", "Total", "Above the baseline", "Behind the first", "Could well be first",
    "Ahead of the first in (share of score draws, as built)",
)  # fmt: skip
LABELS = ("First place", "Margin", "How close", "Baseline", "Not usable")
MOST_BARS = 25
MOST_ROWS_ABOVE_CHARTS = 40
_WIDTHS = (7, 5, 46, 9, 11, 11, 11, 19)
_CHART = {"width": 640, "per bar": 34, "frame": 150}


def write(pen: Pen, book: Book) -> None:
    """Write the sheet."""
    area = book.places.ranking
    book.open_sheet(pen, TITLE, NOTE, (at.FIRST_ROW - 1, 0), at.BLANK_ROW)
    for column, width in enumerate(_WIDTHS):
        pen.sheet.set_column(column, column, width)
    pen.sheet.set_column(at.GROUPS, at.GROUPS + len(book.content.groups) - 1, 13)
    _headline(pen, book)
    _ranking(pen, book)
    below = _unranked(pen, book, area.top + area.height + 1)
    _charts(pen, book, below)


def _headline(pen: Pen, book: Book) -> None:
    """First place, margin, closeness, baseline, scores that cannot be used: live lines."""
    for row, (label, name) in enumerate(zip(LABELS, at.HEADLINE, strict=True), start=at.FIRST_ROW):
        pen.text(row, 0, label, "plain label")
        book.refer(pen, row, at.OPTION, name, "plain total" if name == "margin" else "plain label")
    if book.content.ranged:
        pen.text(book.places.ranking.top - 3, 0, EACH_BY_ITSELF, "note")


def _ranking(pen: Pen, book: Book) -> None:
    """The sorted table."""
    content, area = book.content, book.places.ranking
    groups = [f"From {each.title}" for each in content.groups]
    pen.text(area.top - 2, 0, "Ranking", "heading")
    pen.texts(area.top - 1, 0, HEADS[: at.WORTH], "head")
    pen.texts(area.top - 1, at.WORTH, [*HEADS[at.WORTH :], *groups], "head number")
    pen.height(area.top - 1, max(lines_of(HEADS[at.AHEAD], 16), *(lines_of(each, 12) for each in groups)))
    patterns, results = _patterns(book), _results(content)
    looks = (
        "strong whole",
        "text centre",
        "label",
        "strong total",
        "signed",
        "total",
        "text centre",
        "share",
    )
    for column, look in enumerate((*looks, *("total" for _ in groups))):
        one = Area(area.sheet, area.top, column, area.height)
        rows = [[line[column]] for line in results]
        pen.formulas((one, book.places.workings.sorted), [patterns[column]], rows, look)
    if content.baseline is not None:
        position = book.places.workings.sorted.cell(0, at.SORTED_ROW, "column")
        rule = {"type": "formula", "criteria": f"={position}={content.baseline + 1}"}
        look = pen.looks.conditions["baseline"]
        last = area.top + area.height - 1
        pen.sheet.conditional_format(area.top, 0, last, area.width - 1, {**rule, "format": look})


def _patterns(book: Book) -> list[str]:
    """One formula a column: whatever stands in the row of the option that holds this place."""
    work, content = book.places.workings, book.content
    position = work.sorted.beside(at.SORTED_ROW, 1)
    totals = work.totals
    rank, tied, total, above, behind, within = (
        f"INDEX({totals.column(column)},{position})"
        for column in (at.RANK, at.TIED, at.TOTAL, at.ABOVE, at.BEHIND, at.WITHIN)
    )
    titles = Area(totals.sheet, totals.top, 0, totals.height).column()
    mark = "" if content.baseline is None else f'&IF({position}={content.baseline + 1}," (baseline)","")'
    built, settled, chosen = (work.fact(name) for name in ("as_built", "settled", "chosen"))
    ahead = f"INDEX({work.ahead.whole()},{position},{chosen})"
    again = NOT_DRAWN if content.ranged else ""
    drawn = f'IF({built}=1,IF({ahead}="","",{ahead}),"{again}")'
    stored = f'IF({built}=1,IF(ISNUMBER({ahead}),"{LEADS}",""),"")'
    leads = f'IF({within}=1,"{LEADS}",IF({settled}=1,{stored},"{NOT_KNOWN}"))'
    parts = [
        rank,
        f'IF({tied}>0,"=","")',
        f"INDEX({titles},{position}){mark}",
        total,
        above,
        behind,
        leads,
        drawn,
    ]
    parts += [f"INDEX({work.group_sums.column(number)},{position})" for number in range(len(content.groups))]
    return [formulas.only_if_number(position, part) for part in parts]


def _results(content: Content) -> list[list[Result]]:
    """The sorted table as built."""
    valuation, sums = content.valuation, group_sums(content)
    best, close = float(valuation.totals.max()), content.report.definitions.decision.close_call
    ahead = {leader.option: leader.ahead_in for leader in valuation.leaders}
    rows: list[list[Result]] = []
    for row in valuation.order:
        option, total = content.options[row], float(valuation.totals[row])
        behind, drawn = rounded(best - total), ahead.get(option.id)
        above = "" if content.baseline is None else total - float(valuation.totals[content.baseline])
        leads = LEADS if behind <= close or drawn is not None else ""
        title = option.title + (" (baseline)" if row == content.baseline else "")
        tie = "=" if valuation.tied_with(row) else ""
        share: Result = "" if drawn is None else drawn
        if option.id == valuation.leaders[0].option and content.ranged:
            share = AT_THE_VALUES
        rows.append([valuation.ranks[row], tie, title, total, above, behind, leads, share, *sums[row]])
    return rows


def _unranked(pen: Pen, book: Book, row: int) -> int:
    """Options that are shown and not ranked, each with its reason; the next free row is given back."""
    unranked = book.content.report.unranked
    if not unranked:
        return row
    pen.text(row, 0, "Not ranked", "heading")
    for number, each in enumerate(unranked, start=row + 1):
        pen.text(number, at.OPTION, each.title, "plain wrap")
        pen.text(number, at.WORTH, each.because, "plain")
    return row + len(unranked) + 2


def _charts(pen: Pen, book: Book, row: int) -> None:
    """Totals in order, and beside them what each group adds."""
    area = book.places.ranking
    beside = area.height > MOST_ROWS_ABOVE_CHARTS
    where = (at.FIRST_ROW, area.width + 1) if beside else (row, 0)
    bars = min(area.height, MOST_BARS)
    height = _CHART["frame"] + _CHART["per bar"] * bars
    for number, (chart, text) in enumerate((_totals_chart(pen, book, bars), _groups_chart(pen, book, bars))):
        chart.set_size({"width": _CHART["width"], "height": height})
        offset = number * (_CHART["width"] + 10)
        options = {"description": text, "object_position": 2, "x_offset": 4 + offset, "y_offset": 4}
        pen.sheet.insert_chart(*where, chart, options)


def _totals_chart(pen: Pen, book: Book, bars: int) -> tuple[Chart, str]:
    """Bars of totals, the baseline in a lighter bar and named as such."""
    work, content = book.places.workings, book.content
    chart = pen.workbook.add_chart({"type": "bar", "subtype": "stacked"})
    for name, column, colour in (
        ("Options", at.OPTION_BAR, OPTION_COLOUR),
        ("Baseline", at.BASELINE_BAR, BASELINE_COLOUR),
    ):
        chart.add_series({
            "name": name,
            "categories": _span(work.sorted, at.LABEL, bars),
            "values": _span(work.sorted, column, bars),
            "fill": {"color": colour},
            "gap": 45,
            "data_labels": {"value": True, "num_format": "0.000;;", "font": {**_font(9), "color": "#FFFFFF"},
                            "position": "inside_end"},
        })  # fmt: skip
    _only_values(chart)
    _dress(chart, "Total of each option, in order")
    return chart, f"Bar chart: which option has the highest total? {_takeaway(content)}"


def _only_values(chart: Chart) -> None:
    """Say of every part of a data label whether it is on: some programs show what is not named as off."""
    parts = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")

    def write() -> None:
        for part in parts:
            chart._xml_empty_tag(f"c:show{part}", [("val", int(part == "Val"))])  # noqa: SLF001 - no public way

    chart._write_show_val = write  # noqa: SLF001 - XlsxWriter names only the parts that are on


def _groups_chart(pen: Pen, book: Book, bars: int) -> tuple[Chart, str]:
    """Stacked bars: what each group of criteria adds to each total."""
    work, area, content = book.places.workings, book.places.ranking, book.content
    titles = replace(book.places.weights.groups, left=0)
    chart = pen.workbook.add_chart({"type": "bar", "subtype": "stacked"})
    for number in range(len(content.groups)):
        chart.add_series({
            "name": f"={titles.cell(number)}",
            "categories": _span(work.sorted, at.LABEL, bars),
            "values": _span(area, at.GROUPS + number, bars),
            "fill": {"color": GROUP_COLOURS[number % len(GROUP_COLOURS)]},
            "border": {"color": "#FFFFFF"},
            "gap": 45,
        })  # fmt: skip
    _dress(chart, "Where each total comes from, by group of criteria")
    names = ", ".join(group.title for group in content.groups)
    return (
        chart,
        f"Stacked bar chart: what does each group of criteria add? Groups: {names}. {_takeaway(content)}",
    )


def _span(area: Area, column: int, rows: int) -> str:
    return f"={area.span((0, column), (rows - 1, column))}"


def _dress(chart: Chart, title: str) -> None:
    """The same sober dress for both charts."""
    chart.set_title({"name": title, "name_font": {**_font(12), "bold": True}, "overlay": False})
    chart.set_legend({"position": "bottom", "font": _font(9)})
    chart.set_y_axis({"reverse": True, "num_font": _font(9), "line": {"color": LINE}, "major_tick_mark": "none"})
    chart.set_x_axis({
        "min": 0, "num_format": "0.0", "num_font": _font(9),
        "major_gridlines": {"visible": True, "line": {"color": LINE}},
        "line": {"none": True}, "label_position": "high",
    })  # fmt: skip
    chart.set_chartarea({"border": {"color": LINE}})


def _font(size: int) -> dict[str, object]:
    return {"name": FONT["font_name"], "size": size, "color": INK, "bold": False}


def _takeaway(content: Content) -> str:
    """What the chart shows as built, in a sentence for those who cannot see it."""
    valuation = content.valuation
    first = content.options[valuation.order[0]].title
    shown = content.sets[content.shown].record.title
    close = ", too close to call" if leader_count(content, content.shown) > 1 else ""
    return (
        f"As built, under {shown}: {first} is first with a total of {valuation.totals.max():.3f}{close}. "
        "The chart follows the table on this sheet."
    )
