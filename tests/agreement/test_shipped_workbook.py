"""The workbook as it leaves us: every stored result is what recalculation gives, and nothing in it can surprise."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
import yaml
from openpyxl.workbook.workbook import Workbook

from agreement.generated import write_decision
from agreement.recalculating import Reader, recalculate, spoilt
from projects import decision, loaded, quantity, weight_set
from steelyard.assess import load, report
from steelyard.documents.criterion import LevelsScale
from steelyard.outputs import shelf
from steelyard.outputs.xlsx import render
from steelyard.results.report import Report

SHEETS = (
    "Cover", "Summary", "Weights", "Scores", "Scorecard", "Stakeholders", "Sensitivity", "Workings", "Evidence",
    "Sources", "Checks", "Versions", "Baseline",
)  # fmt: skip
ALLOWED = {
    "SUM", "SUMPRODUCT", "INDEX", "MATCH", "LARGE", "COUNTIF", "RANK", "IFERROR", "ROUND", "MEDIAN", "MIN", "MAX", "IF",
    "AND", "OR", "ABS", "COUNT", "ISNUMBER",
}  # fmt: skip
NEAR = 1e-12
SOME = 30
ODD = (3, 14, 27)
LONGEST = 900


@pytest.fixture(scope="module")
def shipped() -> Report:
    """The report of this repository's own decision."""
    return report(*load(Path(__file__).resolve().parents[2]))


@pytest.fixture(scope="module")
def book(shipped: Report) -> bytes:
    """Its workbook."""
    return render(shipped)


@pytest.fixture(scope="module")
def odd_books(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """Workbooks of a few generated decisions whose titles begin with =, + and @."""
    return [render(_generated(tmp_path_factory.mktemp("odd"), seed)) for seed in ODD]


def _generated(folder: Path, seed: int) -> Report:
    write_decision(folder, seed)
    return report(*load(folder))


def _by_every_method() -> Report:
    """A small decision with a weight set by each method and variant that asks for more than points, or for nothing."""
    compared = {"x": {"y": 3, "z": 2}, "y": {"z": 3}}
    over_others = {"x": {"y": 2, "z": 9}, "y": {"z": 3}}
    order = {"groups": {"one": 2, "two": 1}, "within": {"one": {"x": 1}, "two": {"y": 2, "z": 1}}}
    bounds = {"x": [0.3, 0.6], "y": [0.1, 0.45], "z": [0.05, 0.4]}
    sets = {
        "centroid": weight_set("rank-order", judgements={"x": 1, "y": 2, "z": 2}),
        "rank-sum": weight_set("rank-order", variant="rank-sum", **order),
        "reciprocal": weight_set("rank-order", variant="reciprocal", **order),
        "orderings": weight_set("orderings", judgements={"z": ["y"], "x": []}),
        "intervals": weight_set("intervals", judgements=bounds),
        "pairwise": weight_set("pairwise", judgements=compared, ranges={"x": [0, 0.5]}),
        "geometric-mean": weight_set("pairwise", variant="geometric-mean", judgements=compared),
        "best-worst": weight_set("best-worst", judgements=over_others),
        "nonlinear": weight_set("best-worst", variant="nonlinear", judgements=over_others),
        "entropy": weight_set("entropy"),
        "min-max": weight_set("entropy", variant="min-max"),
        "critic": weight_set("critic"),
        "standard-deviation": weight_set("standard-deviation"),
    }
    criteria = {"x": quantity(0, 1, group="one"), "y": quantity(0, 1, group="two"), "z": quantity(10, 0, group="two")}
    options = {"stay": [0.5, 0.5, 5.5], "go": [1.0, 0.0, 3], "hop": [0.1, 0.9, (1, 2, 7)]}
    return report(loaded(decision(criteria, options, sets)))


def _formulas(book: bytes) -> Iterator[tuple[str, str, str]]:
    opened = openpyxl.load_workbook(BytesIO(book))
    for sheet in opened:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield sheet.title, cell.coordinate, str(cell.value)


def _disagreements(book: bytes, recalculated: Path) -> Iterator[str]:
    """Formula cells whose stored result is not what recalculation gives."""
    formulas, stored, found = Reader(book, formulas=True), Reader(book), Reader(recalculated)
    for sheet in formulas.sheets:
        for row, cells in enumerate(formulas.rows(sheet)):
            for column, formula in enumerate(cells):
                if isinstance(formula, str) and formula.startswith("=") and stored.cell(sheet, row, column) != formula:
                    ours, theirs = stored.cell(sheet, row, column), found.cell(sheet, row, column)
                    if not _same(ours, theirs):
                        yield f"{sheet} {formulas.name(row, column)} {formula}: {ours!r}, recalculated {theirs!r}"


def _same(ours: object, theirs: object) -> bool:
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        return abs(ours - theirs) <= NEAR * max(1.0, abs(ours))
    return (ours or "") == (theirs or "")


@pytest.mark.libreoffice
def test_every_stored_result_is_the_recalculated_one(book: bytes, tmp_path: Path) -> None:
    """Our own workbook, one with weights by every method, and some generated ones, recalculated from wrong results."""
    books = {"shipped": book, "every-method": render(_by_every_method())}
    books |= {f"generated-{seed}": render(_generated(tmp_path / str(seed), seed)) for seed in range(1000, 1000 + SOME)}
    found = recalculate({name: spoilt(each) for name, each in books.items()}, tmp_path / "recalculated")
    for name, each in books.items():
        assert list(_disagreements(each, found[name])) == [], name


def test_the_shelf_offers_the_workbook_under_its_name(shipped: Report, book: bytes) -> None:
    """`build --to xlsx` finds it by name."""
    assert shelf["xlsx"].suffix == ".xlsx"
    assert shelf["xlsx"].render(shipped) == book


def test_the_sheets_stand_in_order_and_the_stored_inputs_are_hidden(shipped: Report, book: bytes) -> None:
    """The sheets that every workbook has, Futures where there are scenarios, the chapters, and one that is hidden."""
    opened = openpyxl.load_workbook(BytesIO(book))
    chapters = tuple(dict.fromkeys(each.chapter for each in shipped.exhibits))
    futures = ("Futures",) if shipped.definitions.scenarios else ()
    last = SHEETS.index("Checks")
    assert tuple(opened.sheetnames) == (*SHEETS[:4], *futures, *SHEETS[4:last], *chapters, *SHEETS[last:])
    assert [sheet.title for sheet in opened if sheet.sheet_state != "visible"] == ["Baseline"]
    assert opened["Baseline"].sheet_state == "hidden"


def test_the_same_report_gives_the_same_bytes(shipped: Report, book: bytes) -> None:
    """The date inside is the decision's own."""
    assert render(shipped) == book


def test_every_formula_stores_a_result_and_none_is_an_error(book: bytes) -> None:
    """Previews, phones and pandas show what is stored."""
    with ZipFile(BytesIO(book)) as files:
        for name in files.namelist():
            if name.startswith("xl/worksheets/sheet"):
                sheet = files.read(name).decode()
                assert sheet.count("<f>") == len(re.findall(r"</f><v>[^<]*</v></c>", sheet)), name
                assert 't="e"' not in sheet, name


def test_formulas_use_only_functions_that_every_program_has(book: bytes, odd_books: list[bytes]) -> None:
    """No dynamic arrays, no OFFSET, no INDIRECT, nothing with a prefix; and short enough to read."""
    for each in (book, *odd_books):
        for sheet, cell, formula in _formulas(each):
            outside_quotes = re.sub(r'"[^"]*"', "", formula)
            used = set(re.findall(r"([A-Za-z_.][A-Za-z0-9_.]*)\(", outside_quotes))
            assert used <= ALLOWED, f"{sheet} {cell}: {used - ALLOWED}"
            assert len(formula) < LONGEST, f"{sheet} {cell}"


def test_nothing_points_outside_the_workbook(book: bytes, odd_books: list[bytes]) -> None:
    """No links, no macros, no connections."""
    for each in (book, *odd_books):
        with ZipFile(BytesIO(each)) as files:
            names = files.namelist()
            assert not [name for name in names if re.search(r"external|vba|connection|query", name, re.IGNORECASE)]
            for name in names:
                text = files.read(name).decode()
                assert 'TargetMode="External"' not in text, name
                assert "<hyperlink" not in text, name


def test_text_never_becomes_a_formula(odd_books: list[bytes], tmp_path: Path) -> None:
    """Titles that begin with =, + or @ stand in cells as the text that they are."""
    seen = 0
    for number, each in enumerate(odd_books):
        definitions, _ = load(_written(tmp_path / str(number), ODD[number]))
        titles = {each.title for each in definitions.options.values()}
        titles |= {each.title for each in definitions.criteria.values()}
        odd = {title for title in titles if title[:1] in "=+@-{"}
        cells = [cell for sheet in openpyxl.load_workbook(BytesIO(each)) for row in sheet.iter_rows() for cell in row]
        texts = {cell.value for cell in cells if cell.data_type == "s"}
        assert titles <= {str(text) for text in texts} | {f"{text}".removesuffix(" (baseline)") for text in texts}
        assert not [cell for cell in cells if cell.data_type == "f" and str(cell.value) in titles]
        seen += len(odd)
    assert seen > 3


def _written(folder: Path, seed: int) -> Path:
    write_decision(folder, seed)
    return folder


def test_inputs_are_unlocked_validated_and_marked_and_nothing_else_is(shipped: Report, book: bytes) -> None:
    """Scores, points and the selector; by fill as well as by their heads."""
    opened = openpyxl.load_workbook(BytesIO(book))
    unlocked = {
        (sheet.title, cell.coordinate)
        for sheet in opened
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    }
    covered = _covered(opened)
    assert {each for each in unlocked if each[0] != "Cover"} == covered
    scores = len(shipped.ranking.valuation.options) * len(shipped.ranking.valuation.criteria)
    assert sum(sheet == "Scores" for sheet, _ in covered) == scores
    for sheet, name in covered:
        assert opened[sheet][name].fill.fgColor.rgb == "FFFFF4CC", (sheet, name)


def _covered(opened: Workbook) -> set[tuple[str, str]]:
    """Cells with a validation."""
    found = set()
    for sheet in opened:
        for rule in sheet.data_validations.dataValidation:
            for block in rule.sqref.ranges:
                for row in sheet.iter_rows(block.min_row, block.max_row, block.min_col, block.max_col):
                    found |= {(sheet.title, cell.coordinate) for cell in row}
    return found


def test_own_weights_start_blank_and_the_selector_is_text(shipped: Report, book: bytes) -> None:
    """Nothing is taken for the reader's own until it is typed."""
    reader = Reader(book)
    row = reader.row_of("Weights", "Weight set to show (input)")
    assert reader.cell("Weights", row, 1) == shipped.shown
    heads = reader.rows("Weights")[reader.row_of("Weights", "Points for each criterion") + 1]
    column = next(number for number, head in enumerate(heads) if str(head).endswith("\n(own)"))
    first = reader.row_of("Weights", "Sum") - len(shipped.ranking.valuation.criteria)
    assert [reader.cell("Weights", first + n, column) for n in range(len(shipped.ranking.valuation.criteria))] == [
        None
    ] * len(shipped.ranking.valuation.criteria)


def test_evidence_has_a_row_for_every_claim_for_and_against(shipped: Report, book: bytes) -> None:
    """Nothing that speaks against a score is left out."""
    reader = Reader(book)
    top = reader.row_of("Evidence", "Option")
    column = reader.rows("Evidence")[top].index("For or against")
    sides = [row[column] for row in reader.rows("Evidence")[top + 1 :] if row[0]]
    told = {*shipped.ranking.valuation.options, *(each.option for each in shipped.unranked)}
    judged = [judgement for option, _, judgement in shipped.definitions.judgements() if option.id in told]
    assert sides.count("for") == sum(len(each.evidence) for each in judged)
    assert sides.count("against") == sum(len(each.against) for each in judged)
    reasons = [row[column - 1] for row in reader.rows("Evidence")[top + 1 :] if row[column - 1]]
    ranked = [each for each in judged if each.rationale in set(reasons)]
    assert len(reasons) == len(ranked), "a reason stands once"
    assert sides.count("none cited") == sum(not each.evidence and not each.against for each in judged)


def test_every_criterion_and_level_is_explained_in_the_workbook(shipped: Report, book: bytes) -> None:
    """Nobody need open a definition to learn what a level or a criterion means."""
    cells = {cell for row in Reader(book).rows("Scorecard") for cell in row}
    for criterion in shipped.definitions.criteria.values():
        assert {criterion.question, criterion.definition} <= cells
        if isinstance(criterion.scale, LevelsScale):
            assert {level.anchor for level in criterion.scale.levels} <= cells


def test_long_words_are_shortened_and_no_validation_is_lost(tmp_path: Path) -> None:
    """Excel allows 255 signs in a prompt, and counts rare signs twice; what is longer ends in an ellipsis.

    XlsxWriter warns and leaves out what is too long; a warning fails the test.
    """
    write_decision(tmp_path, ODD[0])
    for path in (tmp_path / "criteria").glob("*.yaml"):
        criterion = yaml.safe_load(path.read_text(encoding="utf-8"))
        criterion |= {"title": f"{criterion['title']} {'so called ' * 30}", "question": "Is it really so? " * 40}
        if criterion["scale"]["kind"] == "quantity":
            criterion["scale"]["unit"] = "pints of the very best 🍺 " * 30
        for level in criterion["scale"].get("levels", ()):
            level["label"] += " 🍺" * 100
        path.write_text(yaml.safe_dump(criterion, allow_unicode=True), encoding="utf-8")
    book = render(report(*load(tmp_path)))
    rules = openpyxl.load_workbook(BytesIO(book))["Scores"].data_validations.dataValidation
    assert len(rules) == len(list((tmp_path / "criteria").glob("*.yaml")))
    for rule in rules:
        assert len(str(rule.prompt).encode("utf-16-le")) <= 2 * 255
        assert len(str(rule.promptTitle).encode("utf-16-le")) <= 2 * 32
    assert any(str(rule.prompt).endswith("…") for rule in rules)


def test_charts_follow_the_sorted_table_and_say_what_they_show(book: bytes) -> None:
    """Two native charts with their own words for those who cannot see them; a third is that of `Sensitivity`."""
    with ZipFile(BytesIO(book)) as files:
        names = sorted(name for name in files.namelist() if name.startswith("xl/charts/chart"))
        charts = [files.read(name).decode() for name in names[:2]]
        drawing = files.read("xl/drawings/drawing1.xml").decode()
    assert len(names) == 3
    assert all("Workings!" in chart for chart in charts)
    assert "Summary!" in charts[1]
    for part in ("SerName", "CatName", "LegendKey"):
        assert charts[0].count(f'<c:show{part} val="0"/>') == 2
    assert len(re.findall(r'descr="[^"]{80,}"', drawing)) == 2


def test_ranks_in_the_shipped_summary_rise(book: bytes) -> None:
    """The sorted table is sorted as it stands, before anything recalculates."""
    ranks = [int(str(row["Rank"])) for row in Reader(book).block("Summary", "Ranking", 2).values()]
    assert all(first <= second for first, second in pairwise(ranks))
