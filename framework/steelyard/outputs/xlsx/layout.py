"""Where every number lives: the one place that knows each sheet's rows and columns.

Rows and columns are counted from 0, as XlsxWriter does; the names of cells that formulas use are made here.
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from xlsxwriter.utility import xl_col_to_name

from steelyard.documents.criterion import LevelsScale
from steelyard.outputs.xlsx.content import Content

Fix = Literal["both", "row", "column", "none"]

TITLE_ROW, BANNER_ROW, SHOWN_ROW, NOTE_ROW, BLANK_ROW, FIRST_ROW = range(6)
"""Every sheet opens with its title, the banner, the weights shown and a sentence on how to read it."""
LEAD = 3
"""Criteria stand in the same columns on every sheet, after three leading columns."""
PER_SET = 3
"""Each weight set takes three columns on `Weights`: an input, the stored number, what follows from them."""
SELECTOR = (FIRST_ROW, 1)
SCENARIO_SELECTOR = (FIRST_ROW + 1, 1)
"""Where a scenario is chosen on `Weights`, in a decision that has any."""
AS_SCORED = "As scored"
"""What stands there while none is; no id is written like this."""

# Columns of the table of weight sets.
SET_TITLE, SET_NAME, SET_STATUS, SET_WHOSE, SET_CHANGED, SET_STATE, SET_WHY = 0, 1, 2, 3, 6, 7, 12
SET_WIDTH = 21

# Columns of the ranking on `Summary`; the groups' contributions follow.
RANKED, TIE, OPTION, WORTH, OVER, SHORT, LEADER, AHEAD, GROUPS = range(9)
# Columns of the table of totals, counted from its first number.
TOTAL, ROUNDED, RANK, TIED, ORDER, ABOVE, BEHIND, WITHIN, UNUSABLE, OFF, REMARK, COUNTED, REMARKS, ASTRAY = range(14)
TOTAL_COLUMNS = 14
# Columns of the sorted list below it.
LABEL, PLACE, SORTED_ROW, OPTION_BAR, BASELINE_BAR, SHOWN_ASTRAY = range(6)
SORTED_COLUMNS = 6

HEADLINE = ("first", "margin", "verdict", "baseline", "remarks")
"""The facts that open `Cover` and `Summary`, in order."""

FACTS = (
    "chosen", "state", "ready", "weights_changed", "set_changed", "scores_changed", "as_built", "settled",
    "weights_banner", "scores_banner", "banner", "shown", "close_call", "ranked", "best", "second", "margin",
    "first_count", "within", "leaders", "leaders_built", "first_title", "first", "verdict", "baseline",
    "remarks", "look",
)  # fmt: skip
"""The single cells that the rest of the workbook asks for by name, in order."""


@cache
def letters(column: int) -> str:
    """The letters of a column: A, B, ... AA."""
    return str(xl_col_to_name(column))


@dataclass(frozen=True)
class Area:
    """A rectangle of cells on a sheet, which knows how formulas name its parts."""

    sheet: str
    top: int
    left: int
    height: int = 1
    width: int = 1

    @property
    def here(self) -> "Area":
        """The same cells as formulas on the same sheet name them, without the sheet's name."""
        return replace(self, sheet="")

    def cell(self, row: int = 0, column: int = 0, fix: Fix = "both") -> str:
        """The name of one cell, such as Scores!$D$10."""
        return self._prefix + self._name(row, column, fix)

    def row(self, row: int = 0, fix: Fix = "both") -> str:
        """The name of one row's cells."""
        return self.span((row, 0), (row, self.width - 1), fix)

    def column(self, column: int = 0, fix: Fix = "both") -> str:
        """The name of one column's cells."""
        return self.span((0, column), (self.height - 1, column), fix)

    def whole(self, fix: Fix = "both") -> str:
        """The name of the whole rectangle."""
        return self.span((0, 0), (self.height - 1, self.width - 1), fix)

    def span(self, first: tuple[int, int], last: tuple[int, int], fix: Fix = "both") -> str:
        """The name of the cells from one corner to another."""
        return f"{self._prefix}{self._name(*first, fix)}:{self._name(*last, fix)}"

    def only(self, column: int) -> "Area":
        """One column of the rectangle."""
        return replace(self, left=self.left + column, width=1)

    def beside(self, column: int = 0, mark: int = 0) -> str:
        """The name of a cell in a row that a pattern leaves open, such as $D[0]."""
        return f"{self._prefix}${letters(self.left + column)}[{mark}]"

    @property
    def _prefix(self) -> str:
        return f"{self.sheet}!" if self.sheet else ""

    def _name(self, row: int, column: int, fix: Fix) -> str:
        across = "$" if fix in {"both", "column"} else ""
        down = "$" if fix in {"both", "row"} else ""
        return f"{across}{letters(self.left + column)}{down}{self.top + row + 1}"


@dataclass(frozen=True)
class WeightsPlaces:
    """Where things stand on `Weights`. `points`, `groups` and `ranges` give three columns to each set."""

    sets: Area
    points: Area
    chosen: Area
    groups: Area
    chosen_groups: Area
    ranges: Area


@dataclass(frozen=True)
class WorkingsPlaces:
    """Where things stand on `Workings`."""

    facts: Area
    shares: Area
    x: Area
    v: Area
    slopes: Area
    limits: Area
    values: Area
    extremes: Area
    contributions: Area
    totals: Area
    group_sums: Area
    sorted: Area
    ahead: Area
    led: Area

    def fact(self, name: str) -> str:
        """The name of the cell that holds one of the single facts."""
        return self.facts.cell(FACTS.index(name))


@dataclass(frozen=True)
class FuturesPlaces:
    """Where things stand on `Futures`, which only a decision with scenarios has.

    `table` lists what the selector takes, the scores as they are first. `used` are the scores of the scenario shown.
    `sets` and `shifts` hold, scenario below scenario, the numbers that each sets or adds.
    """

    chosen: Area
    table: Area
    used: Area
    ends: Area
    sets: Area
    shifts: Area


@dataclass(frozen=True)
class BaselinePlaces:
    """Where the stored inputs stand on the hidden sheet, and the totals worked out from them."""

    scores: Area
    points: Area
    groups: Area
    totals: Area


@dataclass(frozen=True)
class Layout:
    """Where every number of one workbook lives."""

    weights: WeightsPlaces
    scores: Area
    ranges: Area
    scorecard: Area
    levels: Area
    workings: WorkingsPlaces
    cover: Area
    headline: Area
    ranking: Area
    baseline: BaselinePlaces
    futures: FuturesPlaces | None = None

    @property
    def used(self) -> Area:
        """The scores that values are worked out from: the inputs, or those of the scenario shown."""
        return self.scores if self.futures is None else self.futures.used


def layout_of(content: Content) -> Layout:
    """The layout of a decision of this many options, criteria, groups and weight sets."""
    options, criteria = len(content.options), len(content.criteria)
    scores = Area("Scores", FIRST_ROW + 4, LEAD, options, criteria)
    levels = sum(len(each.scale.levels) for each in content.criteria if isinstance(each.scale, LevelsScale))
    return Layout(
        weights=_weights(content),
        scores=scores,
        ranges=Area("Scores", scores.top + options + 3, LEAD, options, criteria),
        scorecard=Area("Scorecard", FIRST_ROW + 4, LEAD, options, criteria),
        levels=Area("Scorecard", scores.top + options + 4, 0, levels, 4),
        workings=_workings(content),
        cover=Area("Cover", FIRST_ROW + 7, 1, len(HEADLINE)),
        headline=Area("Summary", FIRST_ROW, OPTION, len(HEADLINE)),
        ranking=Area("Summary", FIRST_ROW + 9, 0, options, 8 + len(content.groups)),
        baseline=_baseline(content),
        futures=_futures(content) if content.scenarios else None,
    )


def _weights(content: Content) -> WeightsPlaces:
    """Selector, three tables in which each set keeps its columns, then the table of sets."""
    criteria, groups, sets = len(content.criteria), len(content.groups), len(content.sets) + 1
    selectors = 2 if content.scenarios else 1
    points = Area("Weights", FIRST_ROW + selectors + 4, LEAD, criteria, PER_SET * sets)
    by_group = Area("Weights", points.top + criteria + 5, LEAD, groups, PER_SET * sets)
    ranges = Area("Weights", by_group.top + groups + 4, LEAD, criteria, PER_SET * sets)
    table = Area("Weights", ranges.top + criteria + 3, 0, sets, SET_WIDTH)
    return WeightsPlaces(
        sets=table,
        points=points,
        chosen=Area("Weights", points.top, LEAD - 1, criteria),
        groups=by_group,
        chosen_groups=Area("Weights", by_group.top, LEAD - 1, groups),
        ranges=ranges,
    )


def _workings(content: Content) -> WorkingsPlaces:
    """Facts, shares, curves, values, contributions and totals, one below the other."""
    options, criteria = len(content.options), len(content.criteria)
    groups, sets = len(content.groups), len(content.sets)
    most = max(len(curve.x) for curve in content.curves)

    def block(top: int, height: int) -> Area:
        return Area("Workings", top, LEAD, height, criteria)

    shares = block(FIRST_ROW + len(FACTS) + 4, 1)
    x = block(shares.top + 4, most)
    v = block(x.top + most, most)
    slopes = block(v.top + most, most - 1)
    limits = block(slopes.top + most - 1, 3)
    values = block(limits.top + limits.height + 3, options)
    extremes = block(values.top + options, 2)
    contributions = block(extremes.top + 5, options)
    totals = Area("Workings", contributions.top + options + 3, LEAD - 1, options, TOTAL_COLUMNS)
    sums = Area("Workings", totals.top, totals.left + TOTAL_COLUMNS, options, groups)
    in_order = Area("Workings", totals.top + options + 3, 0, options, SORTED_COLUMNS)
    ahead = Area("Workings", in_order.top + options + 3, LEAD, options, sets)
    return WorkingsPlaces(
        facts=Area("Workings", FIRST_ROW + 1, 1, len(FACTS)),
        shares=shares,
        x=x,
        v=v,
        slopes=slopes,
        limits=limits,
        values=values,
        extremes=extremes,
        contributions=contributions,
        totals=totals,
        group_sums=sums,
        sorted=in_order,
        ahead=ahead,
        led=Area("Workings", ahead.top + options, LEAD, 1, sets),
    )


def _futures(content: Content) -> FuturesPlaces:
    """The table of scenarios, the scores in use, the scales' ends, and what each scenario sets and adds."""
    options, criteria, scenarios = len(content.options), len(content.criteria), len(content.scenarios)
    table = Area("Futures", FIRST_ROW + 4, 0, scenarios + 1, LEAD)
    used = Area("Futures", table.top + scenarios + 4, LEAD, options, criteria)
    ends = Area("Futures", used.top + options + 3, LEAD, 2, criteria)
    sets = Area("Futures", ends.top + 5, LEAD, options * scenarios, criteria)
    shifts = Area("Futures", sets.top + sets.height + 3, LEAD, options * scenarios, criteria)
    return FuturesPlaces(Area("Futures", FIRST_ROW, 1), table, used, ends, sets, shifts)


def _baseline(content: Content) -> BaselinePlaces:
    """Scores, then points by criterion and by group, then totals, each set in its own column."""
    options, criteria = len(content.options), len(content.criteria)
    sets = len(content.sets)
    scores = Area("Baseline", 8, LEAD, options, criteria)
    points = Area("Baseline", scores.top + options + 3, LEAD, criteria, sets)
    groups = Area("Baseline", points.top + criteria, LEAD, len(content.groups), sets)
    totals = Area("Baseline", groups.top + len(content.groups) + 3, LEAD, options, sets)
    return BaselinePlaces(scores, points, groups, totals)


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
NUMBER, AT_NONE, AT_ALL, LEAD_NONE, LEAD_ALL, LEVEL_BELOW, LEVEL_ABOVE, SHOWN_AS = range(8)
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
    lines = Area("Workings", steps.top + steps.height + 3, LEAD - 1, options, 8)
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
