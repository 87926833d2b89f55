"""The sweep as built: what the cells of `Sensitivity`, and those at the end of `Workings`, hold as we leave them.

The swept criterion or group takes the share t and everything else keeps its ratios, so each total is a straight line
in t; `steelyard.model.stability` has the sources, and finds the same interval in which first place holds.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from steelyard.figures import decimals
from steelyard.model.ranking import rounded
from steelyard.outputs.xlsx import sweep_layout as of
from steelyard.outputs.xlsx.content import Content
from steelyard.outputs.xlsx.pen import Result
from steelyard.results.valuation import Numbers

READY = "ready"
NOISE = "0.000000000001"
NO_TOTAL = -1e99
"""Stands in the lines of an option without a total, so that it never comes first."""
GROUP_MARK = "group: "
"""Opens the name of a group in the selector; no id is written like this."""
HOLDS_ALL = " holds all the weight: the others have no ratios to keep while it gives some away."
_CLOSE = 1e-8


def part_names(content: Content) -> list[str]:
    """What the selector takes: the criteria's ids, then the groups'."""
    return [*(each.id for each in content.criteria), *(f"{GROUP_MARK}{each.name}" for each in content.groups)]


def part_titles(content: Content) -> list[str]:
    """What these are called."""
    return [*(each.title for each in content.criteria), *(each.title for each in content.groups)]


@dataclass(frozen=True)
class Sweep:
    """What the formulas of the sweep give as built, for the criterion that the sheet opens with."""

    content: Content

    @cached_property
    def part(self) -> int:
        """The column of the criterion with the largest share short of all the weight."""
        shares = self.content.valuation.shares.tolist()
        return max(range(len(shares)), key=lambda column: (shares[column] < 1, shares[column]))

    @property
    def title(self) -> str:
        """What it is called."""
        return self.content.criteria[self.part].title

    @cached_property
    def share(self) -> float:
        """Its share."""
        return float(self.content.valuation.shares[self.part])

    @cached_property
    def rest(self) -> float:
        """The share of all others."""
        return float(np.delete(self.content.valuation.shares, self.part).sum())

    @property
    def ready(self) -> bool:
        """Whether there is anything to sweep."""
        return self.rest > 0

    @cached_property
    def weights(self) -> Numbers:
        """In the part, out of it, and each criterion's weight inside and outside, a row each."""
        inside = np.zeros(len(self.content.criteria))
        inside[self.part] = 1
        own, others = np.zeros(len(inside)), np.zeros(len(inside))
        if self.ready:
            own, others = inside, (1 - inside) * self.content.valuation.shares / self.rest
        return np.array([inside, 1 - inside, own, others])

    @cached_property
    def ends(self) -> tuple[Numbers, Numbers]:
        """Every option's total where the part has no share, and where it has all."""
        if not self.ready:
            nothing = np.full(len(self.content.options), NO_TOTAL)
            return nothing, nothing
        values = self.content.valuation.values
        return values @ self.weights[of.WEIGHT_OUTSIDE], values @ self.weights[of.WEIGHT_INSIDE]

    @cached_property
    def first(self) -> int:
        """The row of the option that is first now."""
        return self.content.valuation.order[0] if self.ready else 0

    @cached_property
    def leads(self) -> tuple[list[float], list[float]]:
        """How far the first is above each option at either end; noise counts as nothing."""
        none, every = (end[self.first] - end for end in self.ends)
        return _without_noise(none), _without_noise(every)

    @cached_property
    def level(self) -> list[tuple[Result, Result]]:
        """The share at which each option draws level with the first as the share falls, and as it rises."""
        return [self._level(row, *leads) for row, leads in enumerate(zip(*self.leads, strict=True))]

    def _level(self, row: int, none: float, every: float) -> tuple[Result, Result]:
        if none == every:
            return "", ""
        share: Result = ""
        falling = every > none
        if self.content.valuation.ranks[row] == 1:
            share = self.share
        elif (none <= 0 <= every) if falling else (none >= 0 >= every):
            at_share = none / (none - every)
            share = (min if falling else max)(at_share, self.share)
        return (share, "") if falling else ("", share)

    @cached_property
    def holds(self) -> tuple[Result, Result]:
        """From which share to which first place holds; blank where nothing draws level."""
        below = [each for each, _ in self.level if each != ""]
        above = [each for _, each in self.level if each != ""]
        return max(below, default=""), min(above, default="")

    @cached_property
    def gains(self) -> tuple[list[Result], list[Result]]:
        """How fast those gain on the first who draw level at either end of the interval; blank for all others."""
        none, every = self.leads
        below, above = self.holds
        return (
            [_gain(every[row] - none[row], each, below) for row, (each, _) in enumerate(self.level)],
            [_gain(none[row] - every[row], each, above) for row, (_, each) in enumerate(self.level)],
        )

    @cached_property
    def after(self) -> tuple[int, int]:
        """The rows, counted from 1, of who takes over there, gaining fastest of those who draw level; 0 for nobody."""
        below, above = (
            1 + gains.index(max(each for each in gains if each != "")) if any(each != "" for each in gains) else 0
            for gains in self.gains
        )
        return below, above

    @cached_property
    def steps(self) -> list[tuple[float, int, int]]:
        """At each step: the best total, the row (from 1) of the first that has it, and how many have."""
        found, (none, every) = [], self.ends
        for step in range(of.STEPS + 1):
            totals = none + step / of.STEPS * (every - none)
            near = np.flatnonzero(totals >= totals.max() - _CLOSE).tolist()
            exact = {row: rounded(float(totals[row])) for row in near}
            best = max(exact.values())
            leaders = [row for row, total in exact.items() if total == best]
            found.append((best, leaders[0] + 1, len(leaders)))
        return found

    @cached_property
    def shown_as(self) -> list[int]:
        """The order of the table: those that come first somewhere, then the others, each by their order now."""
        somewhere = {*(leader for _, leader, _ in self.steps), *self.after}
        order, count = self.content.valuation.order, len(self.content.options)
        place = {row: number for number, row in enumerate(order, start=1)}
        return [place[row] + (0 if row + 1 in somewhere else count) for row in range(count)]

    @cached_property
    def table(self) -> list[int]:
        """The rows of the options that the table shows, in its order."""
        if not self.ready:
            return []
        ordered = sorted(range(len(self.content.options)), key=lambda row: self.shown_as[row])
        return ordered[: of.MOST_SWEPT]

    def percent(self, share: Result) -> str:
        """A share as the sentence has it, such as 12.5%."""
        return f"{decimals(100 * float(share), 1).removesuffix('.0')}%"


def _gain(gain: float, level: Result, end: Result) -> Result:
    """How fast an option gains, where it draws level at an end."""
    return rounded(gain) if level != "" and rounded(float(level)) == rounded(float(end)) else ""


def _without_noise(leads: Numbers) -> list[float]:
    return [0.0 if abs(lead) <= float(NOISE) else lead for lead in leads.tolist()]
