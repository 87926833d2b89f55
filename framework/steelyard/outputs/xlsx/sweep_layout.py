"""Where the sweep of one share stands: its page, and its workings below everything else."""

from dataclasses import dataclass

from steelyard.outputs.xlsx.content import Content
from steelyard.outputs.xlsx.layout import FIRST_ROW, LEAD, Area, Layout

STEPS = 20
"""Into how many equal steps the sweep on `Sensitivity` divides the shares from 0 to 1."""
MOST_SWEPT = 25
"""How many options the table on `Sensitivity` shows, so that the sheet stays one page and cheap."""
FEW_SWEPT = 12
"""With no more options than this, the page has room for a taller chart."""
SWEEP = (
    "part", "part_title", "share", "rest", "state", "first", "first_none", "first_all", "least", "most", "below",
    "above", "said",
)  # fmt: skip
"""The single cells of the sweep, in order, at the end of `Workings`."""
# Rows of the criteria's weights in the sweep.
IN_PART, OUT_OF_PART, WEIGHT_INSIDE, WEIGHT_OUTSIDE = range(4)
# Rows of what is found at each step.
STEP_BEST, STEP_LEADER, STEP_SHARED = range(3)
# Columns of the options' lines.
NUMBER, AT_NONE, AT_ALL, LEAD_NONE, LEAD_ALL, LEVEL_BELOW, LEVEL_ABOVE, GAIN_BELOW, GAIN_ABOVE, SHOWN_AS = range(10)
# Columns of the table on `Sensitivity`; the steps follow. What they read stands to the right of the printed page.
SWEPT_LABEL, SWEPT_ID, SWEPT_RANK, SWEPT_NOW, SWEPT_STEPS = range(5)
SWEPT_ROW = SWEPT_STEPS + STEPS + 2


@dataclass(frozen=True)
class SensitivityPlaces:
    """Where things stand on `Sensitivity`, and at the end of `Workings` what it reads.

    `parts` lists what the selector takes, criteria first and then groups. `lines` has a row an option.
    """

    selector: Area
    table: Area
    facts: Area
    parts: Area
    weights: Area
    steps: Area
    lines: Area

    def fact(self, name: str) -> str:
        """The name of the cell that holds one of the sweep's single facts."""
        return self.facts.cell(SWEEP.index(name))


def sensitivity_of(content: Content, layout: Layout) -> SensitivityPlaces:
    """The sweep: its page on `Sensitivity`, its workings below everything else on `Workings`."""
    options, criteria, groups = len(content.options), len(content.criteria), len(content.groups)
    facts = Area("Workings", layout.workings.led.top + 5, 1, len(SWEEP))
    parts = Area("Workings", facts.top + facts.height + 3, 0, criteria + groups, 2)
    weights = Area("Workings", parts.top + parts.height + 3, LEAD, 4, criteria)
    steps = Area("Workings", weights.top + weights.height + 3, LEAD, 3, STEPS + 1)
    lines = Area("Workings", steps.top + steps.height + 3, LEAD - 1, options, SHOWN_AS + 1)
    return SensitivityPlaces(
        selector=Area("Sensitivity", FIRST_ROW, 1),
        table=Area(
            "Sensitivity",
            FIRST_ROW + (34 if options <= FEW_SWEPT else 29),
            0,
            min(options, MOST_SWEPT),
            SWEPT_STEPS + STEPS + 1,
        ),
        facts=facts,
        parts=parts,
        weights=weights,
        steps=steps,
        lines=lines,
    )
