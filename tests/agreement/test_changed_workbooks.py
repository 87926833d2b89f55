"""Change inputs in generated workbooks, recalculate, and find what the model says: totals, ranks, order, groups."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import nan
from pathlib import Path

import pytest

from agreement.changing import Changing, Expected
from agreement.generated import BASELINE, write_decision
from agreement.recalculating import Reader, changed, need_libreoffice, recalculate, spoilt
from steelyard.assess import load, report
from steelyard.outputs.xlsx import render
from steelyard.results.report import Report

DECISIONS = 220
NEAR = 1e-12
ERRORS = {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"}
WEIGHTS, SCORES = "MODIFIED: NOT THE AGREED WEIGHTS", "MODIFIED: SCORES DIFFER FROM THE DEFINITIONS"


@dataclass(frozen=True)
class Case:
    """One generated decision: what the model says after the changes, and what the workbook says."""

    seed: int
    report: Report
    expected: Expected
    found: Reader

    @cached_property
    def totals(self) -> dict[str, dict[str, object]]:
        """The table of totals, by option."""
        return self.found.block("Workings", "Totals and ranks", 1)

    @cached_property
    def ranking(self) -> dict[str, dict[str, object]]:
        """The sorted table, by the options' titles."""
        return self.found.block("Summary", "Ranking", 2)


@pytest.mark.libreoffice
def test_recalculated_workbooks_say_what_the_model_says(tmp_path: Path) -> None:
    """Totals, ranks, order, groups and banners, for inputs changed at random; one test, since recalculating takes long.

    Each workbook holds a wrong stored result in every formula cell, so nothing passes without recalculation.
    """
    cases = _cases(tmp_path)
    assert len(cases) == DECISIONS
    _assert_the_corners_are_reached(cases)
    complaints = [f"seed {case.seed}: {each}" for case in cases for check in CHECKS for each in check(case)]
    assert complaints == []


def _cases(folder: Path) -> list[Case]:
    """Every generated decision, its inputs changed and every formula recalculated."""
    need_libreoffice()
    books, waiting = {}, {}
    for seed in range(DECISIONS):
        made = _report(folder / f"decision-{seed}", seed)
        book = render(made)
        changes, expected = Changing(made, book, seed).change()
        books[str(seed)] = changed(spoilt(book), changes)
        waiting[str(seed)] = (made, expected)
    found = recalculate(books, folder / "recalculated")
    return [Case(int(name), *waiting[name], Reader(path)) for name, path in found.items()]


def _report(folder: Path, seed: int) -> Report:
    write_decision(folder, seed)
    return report(*load(folder))


def _assert_the_corners_are_reached(cases: list[Case]) -> None:
    """The generator reaches ties, changes of both kinds, and no change at all."""
    assert sum(len(set(case.expected.ranks)) < len(case.expected.ranks) for case in cases) > 20
    assert sum(case.expected.scores_changed for case in cases) > 50
    assert sum(case.expected.weights_changed for case in cases) > 50
    assert sum(not case.expected.weights_changed and not case.expected.scores_changed for case in cases) > 5


def _number(cell: object) -> float:
    return float(cell) if isinstance(cell, int | float) else nan


def _far(cell: object, expected: float) -> bool:
    return not abs(_number(cell) - expected) <= NEAR


def _totals(case: Case) -> Iterator[str]:
    """Unrounded totals, and what they are above the baseline."""
    baseline = case.expected.totals[case.expected.options.index(BASELINE)]
    for name, total in zip(case.expected.options, case.expected.totals, strict=True):
        cells = case.totals[name]
        if _far(cells["Total, unrounded"], total) or _far(cells["Above the baseline"], total - baseline):
            yield f"{name} has {cells}, expected {total}"


def _ranks(case: Case) -> Iterator[str]:
    """Ranks, ties sharing one."""
    for name, rank in zip(case.expected.options, case.expected.ranks, strict=True):
        if case.totals[name]["Rank"] != rank:
            yield f"{name} ranks {case.totals[name]['Rank']}, expected {rank}"


def _order(case: Case) -> Iterator[str]:
    """The sorted table, first to last, ties in the order of the other sheets."""
    options = case.report.definitions.options
    titles = [options[name].title + (" (baseline)" if name == BASELINE else "") for name in case.expected.order]
    found = list(case.ranking)
    if found != titles:
        yield f"sorted as {found}, expected {titles}"


def _groups(case: Case) -> Iterator[str]:
    """What each group adds, in the workings and in the sorted table that the chart reads."""
    titles = case.report.definitions.decision.groups
    places = {name: row for row, name in enumerate(case.expected.options)}
    for table, order in ((case.totals, case.expected.options), (case.ranking, case.expected.order)):
        for name, cells in zip(order, table.values(), strict=True):
            for group, added in case.expected.by_group.items():
                cell = cells[f"From {titles[group].title}"]
                if _far(cell, float(added[places[name]])):
                    yield f"{group} adds {cell} to {name}, expected {added[places[name]]}"


def _banners(case: Case) -> Iterator[str]:
    """A banner for a changed weight, one's own weights or a changed score; none for another stored set."""
    for sheet in case.found.sheets[:-1]:
        banner = str(case.found.cell(sheet, 1, 0) or "")
        said = (WEIGHTS in banner, SCORES in banner)
        if said != (case.expected.weights_changed, case.expected.scores_changed):
            yield f"{sheet} says {banner!r}"


def _leaders(case: Case) -> Iterator[str]:
    """Who could well be first: as drawn while the draws hold; never a number that sounds surer once they do not."""
    said = {title: str(row["Could well be first"] or "") for title, row in case.ranking.items()}
    yes = sum(cell == "yes" for cell in said.values())
    verdict = str(case.found.cell("Summary", case.found.row_of("Summary", "How close"), 2))
    titles = {name: case.report.definitions.options[name].title for name in case.expected.options}
    if case.expected.leaders is not None:
        marked = {title.removesuffix(" (baseline)") for title, cell in said.items() if cell == "yes"}
        if marked != {titles[name] for name in case.expected.leaders} or "not known" in said.values():
            yield f"leaders {said}, expected {case.expected.leaders}"
        if "not drawn again" in verdict or (yes > 1) != verdict.startswith(f"Too close to call: {yes} options"):
            yield f"says {verdict!r} of {yes} leaders"
    elif _ranged(case.report) and len(said) > 1:
        if set(said.values()) - {"yes", "not known"}:
            yield f"leaders are not drawn again, and yet {said}"
        if f"t least {yes} could well be first by the margin alone" not in verdict or "not drawn again" not in verdict:
            yield f"says {verdict!r} of at least {yes} leaders"


def _ranged(report: Report) -> bool:
    """Whether any score has a range to draw from."""
    ranked = report.ranking.valuation.options
    judged = ((option.id, judgement) for option, _, judgement in report.definitions.judgements())
    return any(name in ranked and each.lowest < each.highest for name, each in judged)


def _errors(case: Case) -> Iterator[str]:
    """No #VALUE! and its like anywhere."""
    for sheet in case.found.sheets:
        errors = [cell for row in case.found.rows(sheet) for cell in row if cell in ERRORS]
        if errors:
            yield f"{sheet} shows {errors}"


CHECKS = (_totals, _ranks, _order, _groups, _banners, _leaders, _errors)
