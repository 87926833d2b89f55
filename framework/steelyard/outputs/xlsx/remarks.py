"""What stands on `Cover` and `Summary` about scores that cannot be used as they are, and where to look."""

from collections.abc import Mapping

import numpy as np

from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.content import Content
from steelyard.outputs.xlsx.fact import Fact
from steelyard.outputs.xlsx.layout import FIRST_ROW, Layout
from steelyard.outputs.xlsx.pen import Result

NOT_RANKED = ("Not ranked: ", "no usable number for ")
OFF_SCALE = ("Off the scale, counted as its nearest end: ", "")
"""What is said before an option's title, and before the criterion's."""
MOST_NAMED = 5
ALL_USABLE = "None: every score is a number on its scale."
LOOK_BANNER = "LOOK: see Checks"


def remarks(content: Content, places: Layout) -> Mapping[str, Fact]:
    """The remarks in one line, and the line that sends every reader to `Checks`."""
    built = remark_results(content)[-1]
    found, said = int(built[-2]), built[-1]
    totals = places.workings.totals.here
    last = totals.height - 1
    count, words = totals.cell(last, at.COUNTED), totals.cell(last, at.REMARKS)
    more = f'IF({count}>{MOST_NAMED},". And "&{count}-{MOST_NAMED}&" more","")'
    rest = f". And {found - MOST_NAMED} more" if found > MOST_NAMED else ""
    look = f"Checks!$B${FIRST_ROW + 1}"
    return {
        "remarks": Fact(
            "Scores that cannot be used",
            f'=IF({count}=0,"{ALL_USABLE}",{words}&{more}&".")',
            f"{said}{rest}." if found else ALL_USABLE,
        ),
        "look": Fact("Line on every sheet", f'=IF({look}>0,"{LOOK_BANNER}","")', ""),
    }


def remark_results(content: Content) -> list[list[Result]]:
    """Each option's unusable scores and remarks as built, where every score is a number."""
    limits = [
        (-np.inf, np.inf) if curve.outside == "extrapolate" else (curve.x[0], curve.x[-1]) for curve in content.curves
    ]
    low, high = (np.array(ends) for ends in zip(*limits, strict=True))
    scores = content.valuation.scores
    outside = (scores < low) | (scores > high)
    rows: list[list[Result]] = []
    count, words = 0, ""
    for option, off in zip(content.options, outside, strict=True):
        number, remark = int(off.sum()), ""
        if number:
            which = content.criteria[int(off.argmax())].title if number == 1 else f"{number} criteria"
            remark = f"{OFF_SCALE[0]}{option.title} ({OFF_SCALE[1]}{which})"
            count += 1
            words += "" if count > MOST_NAMED else (". " if words else "") + remark
        rows.append([0, number, remark, count, words])
    return rows
