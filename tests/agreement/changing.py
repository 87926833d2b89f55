"""Random changes to a workbook's inputs, and what the model makes of the same changes without any workbook."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

import numpy as np

from agreement.recalculating import Changes, Reader
from steelyard.bench import weighed_in
from steelyard.contracts import Misfit
from steelyard.documents.weight_set import WeightSet
from steelyard.model.additive import contributions, totals, values_of
from steelyard.model.ranking import ranks
from steelyard.model.shares import judged_widths, shares_from
from steelyard.results.report import Report
from steelyard.results.valuation import Numbers

OWN = "own"
OWN_HEAD = "Own weights"
POINTS, GROUPS = "Points for each criterion", "Points for each group (only sets judged in groups have them)"


@dataclass(frozen=True)
class Expected:
    """What the model says after the changes."""

    options: tuple[str, ...]
    totals: Numbers
    ranks: tuple[int, ...]
    by_group: Mapping[str, Numbers]
    weights_changed: bool
    scores_changed: bool
    every: Mapping[str, Numbers]
    """Totals under each stored weight set, and under one's own where they were filled in."""
    leaders: frozenset[str] | None
    """Who could well be first, where a stored set is shown and no number behind its draws was changed."""

    @property
    def order(self) -> list[str]:
        """Options from first to last, ties in their own order."""
        rows = sorted(range(len(self.options)), key=lambda row: (self.ranks[row], row))
        return [self.options[row] for row in rows]


class Changing:
    """One report's workbook, and the changes made to it."""

    def __init__(self, report: Report, book: bytes, seed: int) -> None:
        self.report = report
        self.chance = Random(seed)  # noqa: S311 - test data, not secrets
        self.sheet = Reader(book)
        self.valuation = report.ranking.valuation
        self.scores = self.valuation.scores.copy()
        self.sets = dict(report.definitions.weight_sets)
        self.shown = report.shown
        self.cells: dict[tuple[str, str], float | str | None] = {}
        self.weights_changed = False
        self.retyped: set[str] = set()

    def change(self) -> tuple[Changes, Expected]:
        """Change some scores, some weights and the chosen set; say what should come of it."""
        if self.chance.random() < 0.6:
            self._change_scores()
        if self.chance.random() < 0.6:
            self._change_points(self.chance.choice(sorted(self.sets)))
        self._choose()
        return self.cells, self._expected()

    def _change_scores(self) -> None:
        """Type other numbers, on the scale or, where that is allowed, beyond it."""
        ids = self.sheet.row_of("Scores", "Id")
        columns = {name: column for column, name in enumerate(self.sheet.rows("Scores")[ids]) if column > 2}
        options, criteria = self.valuation.options, self.valuation.criteria
        for _ in range(self.chance.randint(1, 5)):
            row, column = self.chance.randrange(len(options)), self.chance.randrange(len(criteria))
            curve = self.report.curves[criteria[column]]
            low, high = curve.x[0], curve.x[-1]
            beyond = (high - low) if curve.outside == "extrapolate" else 0.0
            number = self.chance.choice([low, high, self.chance.uniform(low - beyond, high + beyond)])
            self.scores[row, column] = number
            at = self.sheet.row_of("Scores", options[row], 1)
            self.cells["Scores", self.sheet.name(at, columns[criteria[column]])] = number

    def _change_points(self, name: str) -> None:
        """Type other points into a stored set, for criteria and, where it has them, for groups."""
        record = self.sets[name]
        if record.groups:
            which = self.chance.choice(["groups", "criteria", "both"])
            if which != "criteria":
                record = record.model_copy(update={"groups": self._retyped(name, GROUPS, record.groups, 1)})
            if which != "groups":
                within = {
                    group: self._retyped(name, POINTS, points, 0) for group, points in (record.within or {}).items()
                }
                record = record.model_copy(update={"within": within})
        else:
            before = record.judgements or self._shown_points(name)
            update = {"judgements": self._retyped(name, POINTS, before, 0), "method": "direct"}
            record = record.model_copy(update=update)
        self.sets[name] = record
        if any(sheet == "Weights" for sheet, _ in self.cells):
            self.retyped.add(name)
        self.weights_changed = any(sheet == "Weights" for sheet, _ in self.cells)

    def _shown_points(self, name: str) -> dict[str, float]:
        """The points that the workbook shows for a set that stores none."""
        column = self._column(name)
        rows = self.sheet.rows("Weights")
        return {each: float(str(rows[self._criterion_row(each)][column])) for each in self.valuation.criteria}

    def _retyped(self, name: str, table: str, points: Mapping[str, float], key: int) -> dict[str, float]:
        """New points for one or two of the names, never leaving all of them at 0."""
        new = dict(points)
        for each in self.chance.sample(sorted(points), min(len(points), self.chance.randint(1, 2))):
            number = self.chance.choice([0.0, round(self.chance.uniform(0.1, 100), 2)])
            if number or sum(new.values()) > new[each]:
                new[each] = number
        for each, number in new.items():
            if number != points[each]:
                row = self._criterion_row(each) if not key else self._group_row(table, each)
                self.cells["Weights", self.sheet.name(row, self._column(name))] = number
        return new

    def _choose(self) -> None:
        """Choose a set by its id, or one's own weights, freshly filled in."""
        own = str(next(row[1] for row in self.sheet.rows("Weights") if row[0] == OWN_HEAD))
        shown = self.chance.choice([self.shown, *sorted(self.sets), own])
        if shown != self.shown:
            selector = self.sheet.row_of("Weights", "Weight set to show (input)")
            self.cells["Weights", self.sheet.name(selector, 1)] = shown
        if shown == own:
            points = {each: self.chance.choice([0.0, 1.0, 2.5, 40.0]) for each in self.valuation.criteria}
            points[self.chance.choice(self.valuation.criteria)] = 7.0
            for each, number in points.items():
                self.cells["Weights", self.sheet.name(self._criterion_row(each), self._column(own))] = number
            some = next(iter(self.sets.values()))
            plain = {"method": "direct", "judgements": points, "groups": None, "within": None, "ranges": {}}
            self.sets[own] = some.model_copy(update=plain)
            self.weights_changed = True
        self.shown = shown

    def _column(self, name: str) -> int:
        """The column of a set's inputs."""
        heads = self.sheet.rows("Weights")[self.sheet.row_of("Weights", POINTS) + 1]
        return next(column for column, head in enumerate(heads) if str(head).endswith(f"\n({name})"))

    def _criterion_row(self, name: str) -> int:
        title = self.report.definitions.criteria[name].title
        return self.sheet.row_of("Weights", title, 0, self.sheet.row_of("Weights", POINTS))

    def _group_row(self, table: str, name: str) -> int:
        return self.sheet.row_of("Weights", name, 1, self.sheet.row_of("Weights", table))

    def _expected(self) -> Expected:
        """Totals, ranks and groups by the model, from the changed numbers alone."""
        names = self.valuation.criteria
        values = values_of([self.report.curves[name] for name in names], self.scores)
        shares = np.array(shares_of(self.report, self.sets[self.shown]))
        added = contributions(values, shares)
        criteria = self.report.definitions.criteria
        by_group = {
            group: added[:, [number for number, name in enumerate(names) if criteria[name].group == group]].sum(axis=1)
            for group in dict.fromkeys(criteria[name].group for name in names)
        }
        total = totals(values, shares)
        differs = bool((self.scores != self.valuation.scores).any())
        leaders = None if differs or self.shown in self.retyped else self._drawn()
        found = ranks(total.tolist())
        every = {name: totals(values, np.array(shares_of(self.report, each))) for name, each in self.sets.items()}
        return Expected(self.valuation.options, total, found, by_group, self.weights_changed, differs, every, leaders)

    def _drawn(self) -> frozenset[str] | None:
        """The leaders under the stored set that is shown, as the program draws them; None for one's own weights."""
        stored = self.report.rankings.get(self.shown)
        return None if stored is None else frozenset(each.option for each in stored.leaders)


def shares_of(report: Report, weight_set: WeightSet) -> tuple[float, ...]:
    """The shares that follow from a weight set's judgements."""
    weighed = weighed_in(weight_set, report.definitions)
    assert not isinstance(weighed, Misfit), weighed
    widths = judged_widths(report.curves, weight_set.ranges)
    return shares_from(weighed.points, widths, report.ranking.valuation.criteria)
