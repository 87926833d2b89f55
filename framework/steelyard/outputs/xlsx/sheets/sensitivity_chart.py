"""The chart on `Sensitivity`: totals as lines over the share, told apart by marker and dash as well as by colour."""

import numpy as np
from xlsxwriter.chart import Chart

from steelyard.outputs.xlsx import sweep_layout as of
from steelyard.outputs.xlsx.layout import Area
from steelyard.outputs.xlsx.look import ALERT, FONT, GROUP_COLOURS, INK, LINE
from steelyard.outputs.xlsx.pen import Pen
from steelyard.outputs.xlsx.sweep import READY, Sweep
from steelyard.outputs.xlsx.sweep_layout import SensitivityPlaces
from steelyard.outputs.xlsx.sweep_words import said

MOST_LINES = 6
"""More lines than these cross into a tangle; the table below has the others."""
AXIS = "Share of the criterion or group that is swept"
MARKERS = ("circle", "square", "diamond", "triangle", "x", "plus")
DASHES = ("solid", "dash", "round_dot", "long_dash", "dash_dot", "long_dash_dot_dot")
NOW = "Share now"
_ROW = 20
"""How many pixels high a row is."""


def series_shown(places: SensitivityPlaces) -> int:
    """How many options the chart shows."""
    return min(MOST_LINES, places.table.height)


def insert_chart(pen: Pen, places: SensitivityPlaces, sweep: Sweep, width: int) -> None:
    """Draw a line for each of the table's first options, and an upright one at the share now."""
    chart, table = pen.workbook.add_chart({"type": "scatter", "subtype": "straight_with_markers"}), places.table
    for number in range(series_shown(places)):
        chart.add_series({
            "name": f"={table.cell(number, of.SWEPT_LABEL)}",
            "categories": f"={_steps(table, -3)}",
            "values": f"={_steps(table, number)}",
            "line": {"color": GROUP_COLOURS[number], "width": 1.75, "dash_type": DASHES[number]},
            "marker": {
                "type": MARKERS[number], "size": 6,
                "fill": {"color": GROUP_COLOURS[number]}, "border": {"color": GROUP_COLOURS[number]},
            },
        })  # fmt: skip
    upright = _upright(pen, places, sweep)
    chart.add_series({
        "name": NOW, "categories": f"={upright.column(0)}", "values": f"={upright.column(1)}",
        "line": {"color": ALERT, "width": 1.25}, "marker": {"type": "none"},
    })  # fmt: skip
    _dress(chart)
    description = f"Line chart: which option is first as the share of what is swept grows? As built: {said(sweep)}"
    options = {"description": description, "object_position": 2, "x_offset": 4, "y_offset": 4}
    top = places.selector.top + 6
    chart.set_size({"width": width - 8, "height": _ROW * (table.top - 5 - top) - 8})
    pen.sheet.insert_chart(top, 0, chart, options)


def _steps(table: Area, row: int) -> str:
    """The cells of a row of the table, one a step."""
    return table.span((row, of.SWEPT_STEPS), (row, of.SWEPT_STEPS + of.STEPS))


def _upright(pen: Pen, places: SensitivityPlaces, sweep: Sweep) -> Area:
    """The two ends of the upright line, to the right of the printed page: at the lowest and the highest total shown."""
    area = Area(places.table.sheet, places.selector.top + 1, of.SWEPT_ROW, 2, 2)
    shown = places.table.here.span((0, of.SWEPT_STEPS), (series_shown(places) - 1, of.SWEPT_STEPS + of.STEPS))
    ready = f'{places.fact("state")}="{READY}"'
    ends = np.array(sweep.ends)[:, sweep.table[: series_shown(places)]] if sweep.ready else np.zeros((1, 1))
    pen.texts(area.top - 1, area.left, ["Share now", "Total"], "head")
    for row, (name, total) in enumerate((("MIN", ends.min()), ("MAX", ends.max())), start=area.top):
        for column, (formula, result) in enumerate(
            ((places.fact("share"), sweep.share), (f"{name}({shown})", float(total))), start=area.left
        ):
            pen.formula(row, column, f'=IF({ready},{formula},"")', result if sweep.ready else "", "value")
    return area


def _dress(chart: Chart) -> None:
    """The sober dress of the other charts, with the share across and totals up."""
    small = {"name": FONT["font_name"], "size": 9, "color": INK, "bold": False}
    chart.set_title({"none": True})
    chart.set_legend({"position": "right", "font": small})
    grid = {"visible": True, "line": {"color": LINE}}
    chart.set_x_axis({
        "name": AXIS, "name_font": small, "num_font": small, "num_format": "0%",
        "min": 0, "max": 1, "major_unit": 0.1, "major_gridlines": grid, "line": {"color": LINE},
        "label_position": "low",
    })  # fmt: skip
    chart.set_y_axis({
        "name": "Total", "name_font": small, "num_font": small, "num_format": "0.0",
        "major_gridlines": grid, "line": {"color": LINE},
    })  # fmt: skip
    chart.set_chartarea({"border": {"color": LINE}})
