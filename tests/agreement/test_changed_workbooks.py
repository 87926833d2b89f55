"""Change inputs in generated workbooks, recalculate, and find what the model says: totals, ranks, order, groups."""

import itertools
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
from steelyard.model.ranking import ranks
from steelyard.outputs.xlsx import render
from steelyard.results.report import Report

DECISIONS = 120
NEAR = 1e-12
ERRORS = {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"}
LEAST_OF_ACCEPTABLE = "Least objectionable of those that are"
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


def _sides(case: Case) -> Iterator[str]:
    """Totals and ranks under every weight set, side by side; none for one's own until they are filled in."""
    for table, of in (("Totals under each weight set", list), ("Ranks under each weight set", ranks)):
        heads, rows = _side_by_side(case.found, table)
        for column, head in enumerate(heads):
            name = head.rpartition("\n(")[2].removesuffix(")")
            found = [rows[option][column] for option in case.expected.options]
            expected = of(case.expected.every[name]) if name in case.expected.every else [""] * len(found)
            if any(_differs(cell, number) for cell, number in zip(found, expected, strict=True)):
                yield f"{table}: {name} has {found}, expected {expected}"


def _side_by_side(book: Reader, table: str) -> tuple[list[str], dict[str, tuple[object, ...]]]:
    """The heads of a table on `Stakeholders` that name a weight set, and its rows by option."""
    rows = book.rows("Stakeholders")
    top = book.row_of("Stakeholders", table) + 1
    heads = [str(head) for head in rows[top][2:] if "\n(" in str(head or "")]
    first = next(row for row in range(top + 1, len(rows)) if rows[row][1])
    table_rows = itertools.takewhile(lambda row: row[1], rows[first:])
    return heads, {str(row[1]): row[2:] for row in table_rows}


def _differs(cell: object, expected: float | str) -> bool:
    return bool(cell) if expected == "" else _far(cell, float(expected))


def _objections(case: Case) -> Iterator[str]:
    """By hand, without `Views`: the best worst rank, then the lowest sum of ranks, over stored sets alone."""
    stored = [ranks(case.expected.every[name]) for name in case.report.definitions.weight_sets]
    by_option = dict(zip(case.expected.options, zip(*stored, strict=True), strict=True))
    standing = {name: (max(each), sum(each)) for name, each in by_option.items()}
    above = {
        name: sum(r < b for r, b in zip(each, by_option[BASELINE], strict=True)) for name, each in by_option.items()
    }
    accepted = [name for name, count in above.items() if count == len(stored)]
    heads, rows = _side_by_side(case.found, "Ranks under each weight set")
    for name, row in rows.items():
        verdict = "the baseline" if name == BASELINE else "yes" if name in accepted else "no"
        if row[len(heads) : len(heads) + 4] != (max(by_option[name]), min(by_option[name]), above[name], verdict):
            yield f"{name} is said to be {row[len(heads) :]}, with ranks {by_option[name]}"
    for label, among in (("Least objectionable: the best worst rank", standing), (LEAST_OF_ACCEPTABLE, accepted)):
        least = [name for name in among if standing[name] == min(standing[each] for each in among)]
        more = f" and {len(least) - 1} more" if len(least) > 1 else ""
        expected = case.report.definitions.options[least[0]].title + more if least else "none"
        found = case.found.cell("Stakeholders", case.found.row_of("Stakeholders", label), 1)
        if found != expected:
            yield f"{label}: {found!r}, expected {expected!r}"


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


CHECKS = (_totals, _ranks, _order, _groups, _banners, _sides, _objections, _leaders, _errors)
