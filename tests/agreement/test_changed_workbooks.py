"""Change inputs in generated workbooks, recalculate, and find what the model says: totals, ranks, order, groups."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from agreement.changing import Changing, Expected
from agreement.generated import BASELINE, write_decision
from agreement.recalculating import Reader, changed, need_libreoffice, recalculate, spoilt
from steelyard.assess import load, report
from steelyard.outputs.xlsx import render
from steelyard.results.report import Report

pytestmark = [pytest.mark.libreoffice, pytest.mark.xdist_group("agreement")]
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

    @property
    def totals(self) -> dict[str, dict[str, object]]:
        """The table of totals, by option."""
        return self.found.block("Workings", "Totals and ranks", 1)


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    """Every generated decision, its inputs changed and every formula recalculated from a wrong stored result."""
    need_libreoffice()
    books, waiting = {}, {}
    for seed in range(DECISIONS):
        made = _report(tmp_path_factory.mktemp("decision"), seed)
        book = render(made)
        changes, expected = Changing(made, book, seed).change()
        books[str(seed)] = changed(spoilt(book), changes)
        waiting[str(seed)] = (made, expected)
    found = recalculate(books, tmp_path_factory.mktemp("recalculated"))
    return [Case(int(name), *waiting[name], Reader(path)) for name, path in found.items()]


def _report(folder: Path, seed: int) -> Report:
    write_decision(folder, seed)
    return report(*load(folder))


def _options(cases: list[Case]) -> Iterator[tuple[Case, int, str, dict[str, object]]]:
    for case in cases:
        found = case.totals
        assert list(found) == list(case.expected.options), f"seed {case.seed}: other options"
        for row, option in enumerate(case.expected.options):
            yield case, row, option, found[option]


def test_every_total_is_the_models_to_twelve_places(cases: list[Case]) -> None:
    """Unrounded totals and leads over the baseline, from other scores, other weights, another set or one's own."""
    assert len(cases) == DECISIONS
    for case, row, option, cells in _options(cases):
        gap = abs(float(str(cells["Total, unrounded"])) - case.expected.totals[row])
        assert gap <= NEAR, f"seed {case.seed}, {option}: {gap}"
        ahead = case.expected.totals[row] - case.expected.totals[case.expected.options.index(BASELINE)]
        assert abs(float(str(cells["Above the baseline"])) - ahead) <= NEAR, f"seed {case.seed}, {option}"


def test_every_rank_is_the_models(cases: list[Case]) -> None:
    """Ties share a rank in the cells as in the program."""
    for case, row, option, cells in _options(cases):
        assert cells["Rank"] == case.expected.ranks[row], f"seed {case.seed}, {option}"


def test_some_of_these_decisions_have_ties_and_some_have_no_change(cases: list[Case]) -> None:
    """The generator reaches the corners that the other tests rely on."""
    assert sum(len(set(case.expected.ranks)) < len(case.expected.ranks) for case in cases) > 20
    assert sum(case.expected.scores_changed for case in cases) > 50
    assert sum(case.expected.weights_changed for case in cases) > 50
    assert sum(not case.expected.weights_changed and not case.expected.scores_changed for case in cases) > 5


def test_the_sorted_table_is_in_the_models_order(cases: list[Case]) -> None:
    """First to last on Summary, ties in the order of the other sheets."""
    for case in cases:
        options = case.report.definitions.options
        baseline = case.report.definitions.decision.baseline
        titles = [options[name].title + (" (baseline)" if name == baseline else "") for name in case.expected.order]
        assert list(case.found.block("Summary", "Ranking", 2)) == titles, f"seed {case.seed}"


def test_what_each_group_adds_is_the_models(cases: list[Case]) -> None:
    """Contributions by group, in the workings and in the sorted table that the chart reads."""
    for case in cases:
        titles = case.report.definitions.decision.groups
        tables = (case.totals.values(), case.found.block("Summary", "Ranking", 2).values())
        orders = (case.expected.options, case.expected.order)
        for table, order in zip(tables, orders, strict=True):
            for name, cells in zip(order, table, strict=True):
                for group, added in case.expected.by_group.items():
                    expected = added[case.expected.options.index(name)]
                    gap = abs(float(str(cells[f"From {titles[group].title}"])) - expected)
                    assert gap <= NEAR, f"seed {case.seed}, {name}, {group}: {gap}"


def test_the_banner_says_what_was_changed_and_nothing_else(cases: list[Case]) -> None:
    """A changed weight or one's own weights, a changed score; not the choice of another stored set."""
    for case in cases:
        for sheet in (
            "Cover",
            "Summary",
            "Weights",
            "Scores",
            "Scorecard",
            "Workings",
            "Evidence",
            "Checks",
            "Versions",
        ):
            banner = str(case.found.cell(sheet, 1, 0) or "")
            assert (WEIGHTS in banner) == case.expected.weights_changed, f"seed {case.seed}, {sheet}"
            assert (SCORES in banner) == case.expected.scores_changed, f"seed {case.seed}, {sheet}"


def test_no_cell_shows_an_error(cases: list[Case]) -> None:
    """Whatever was typed, no #VALUE! and its like anywhere."""
    for case in cases:
        for sheet in case.found.sheets:
            errors = [cell for row in case.found.rows(sheet) for cell in row if cell in ERRORS]
            assert not errors, f"seed {case.seed}, {sheet}: {errors}"
