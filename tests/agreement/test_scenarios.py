"""A scenario chosen in the workbook: totals, ranks and words are those of the program with the same scenario."""

from random import Random
from typing import Any

import pytest

from agreement.generated import decision_files
from agreement.recalculating import Changes, Reader, changed, recalculate, spoilt
from projects import Files, loaded
from scenario_projects import scenario, with_scenarios
from steelyard import assess
from steelyard.documents.definitions import Definitions
from steelyard.outputs.xlsx import render
from steelyard.results.valuation import Valuation

pytestmark = pytest.mark.libreoffice
SEEDS = (3, 11, 12)
LABEL = "Scenario to show (input)"


def _made_up(seed: int) -> Definitions:
    """A made-up decision with two scenarios that set and shift made-up numbers, some beyond the scale's ends."""
    chance, files = Random(seed), decision_files(seed)  # noqa: S311 - test data, not secrets
    criteria = [content for path, content in files.items() if path.count("/") == 1 and path.startswith("criteria/")]
    options = [path[8:-5] for path in files if path.startswith("options/")]
    for name in ("one", "other"):
        changes = [_change(chance, each, options) for each in criteria if chance.random() < 0.7]
        files[f"criteria/scenarios/{name}.yaml"] = scenario(name, *changes or [_change(chance, criteria[0], options)])
    return loaded(files)


def _change(chance: Random, criterion: Any, options: list[str]) -> dict[str, Any]:  # noqa: ANN401 - a file's contents
    scale = criterion["scale"]
    ends = [each["value"] for each in scale["levels"]] if "levels" in scale else [scale["worst"], scale["best"]]
    low, high = min(ends), max(ends)
    some = sorted(chance.sample(options, chance.randint(1, len(options))))
    kind: dict[str, Any] = {"kind": "set", "value": chance.uniform(low, high)}
    if chance.random() < 0.6:
        kind = {"kind": "shift", "by": chance.uniform(-1, 1) * (high - low)}
    return {"criterion": criterion["id"], "options": some, "change": kind}


def _chosen(book: bytes, name: str | None, **more: str | float | None) -> Changes:
    """What is typed to show a scenario, and whatever else by the name of its place."""
    plain = Reader(book)
    places = {
        "weights": ("Weights", plain.name(plain.row_of("Weights", "Weight set to show (input)"), 1)),
        "b_on_y": ("Scores", plain.name(plain.row_of("Scores", "b", 1), 4)) if "b_on_y" in more else ("", ""),
    }
    typed: dict[tuple[str, str], str | float | None] = {places[key]: value for key, value in more.items()}
    return {("Weights", plain.name(plain.row_of("Weights", LABEL), 1)): name, **typed}


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reader]:
    """Every case, with a wrong result stored in each formula, recalculated."""
    cases: dict[str, bytes] = {}
    made = {f"seed-{seed}": _made_up(seed) for seed in SEEDS}
    for name, definitions in {"small": loaded(with_scenarios()), **made}.items():
        book = render(assess.report(definitions))
        for each in definitions.scenarios:
            cases[f"{name}-{each}"] = changed(spoilt(book), _chosen(book, each))
        if name == "small":
            cases["as-scored"] = spoilt(book)
            more = {
                "other-weights": _chosen(book, "boom", weights="all-y"),
                "edited": _chosen(book, "boom", b_on_y=2.0),
                "edited-to-a-blank": _chosen(book, "boom", b_on_y=None),
                "misspelt": _chosen(book, "bom"),
                "blank": _chosen(book, None),
            }
            cases |= {case: changed(spoilt(book), changes) for case, changes in more.items()}
    return {name: Reader(path) for name, path in recalculate(cases, tmp_path_factory.mktemp("scenarios")).items()}


def _agrees(book: Reader, valuation: Valuation) -> None:
    """Whether totals and ranks on `Workings` are those of the program."""
    cells = book.block("Workings", "Totals and ranks", 1)
    assert list(cells) == list(valuation.options)
    assert [cells[each]["Total, unrounded"] for each in cells] == pytest.approx(valuation.totals.tolist(), abs=1e-9)
    assert [cells[each]["Rank"] for each in cells] == list(valuation.ranks)


def _agrees_side_by_side(book: Reader, definitions: Definitions, name: str) -> None:
    """Whether the ranks of every weight set on `Stakeholders` are those of the program in a scenario."""
    rows = book.rows("Stakeholders")
    top = book.row_of("Stakeholders", "Ranks under each weight set") + 3
    for column, each in enumerate(definitions.weight_sets, start=2):
        found = assess.rank(definitions, each, scenario=name).valuation
        assert [row[column] for row in rows[top : top + len(found.options)]] == list(found.ranks)


def _shown(book: Reader) -> str:
    return str(book.cell("Summary", 2, 0))


def _looks(book: Reader) -> set[object]:
    return {row[0] for row in book.rows("Checks") if row[1] == "LOOK"}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", ["one", "other"])
def test_made_up_scenarios_give_the_programs_totals(books: dict[str, Reader], seed: int, name: str) -> None:
    """On every kind of scale and curve; no check is upset by a scenario."""
    book = books[f"seed-{seed}-{name}"]
    _agrees(book, assess.rank(_made_up(seed), scenario=name).valuation)
    _agrees_side_by_side(book, _made_up(seed), name)
    assert _looks(book) == set()


@pytest.mark.parametrize("name", ["flood", "boom"])
def test_a_scenario_is_shown_on_every_sheet_and_claims_no_draws(books: dict[str, Reader], name: str) -> None:
    """The line under the title says which; shares of draws, which were made on the scores as they are, stand back."""
    book = books[f"small-{name}"]
    _agrees(book, assess.rank(loaded(with_scenarios()), scenario=name).valuation)
    for sheet in ("Cover", "Summary", "Weights", "Scores", "Scorecard", "Workings", "Futures"):
        said = str(book.cell(sheet, 2, 0))
        assert said.endswith(f"SCENARIO SHOWN, NOT THE SCORES AS THEY ARE: What {name} is called ({name})"), sheet
    assert "not drawn again" in str(book.cell("Summary", book.row_of("Summary", "How close"), 2))


def test_as_scored_is_what_the_workbook_opens_with(books: dict[str, Reader]) -> None:
    """Until a scenario is chosen, everything is as it was, draws included."""
    book = books["as-scored"]
    _agrees(book, assess.rank(loaded(with_scenarios())).valuation)
    assert "SCENARIO" not in _shown(book)
    assert "not drawn again" not in str(book.cell("Summary", book.row_of("Summary", "How close"), 2))


def test_a_scenario_under_other_weights(books: dict[str, Reader]) -> None:
    """The two selectors work together."""
    _agrees(books["other-weights"], assess.rank(loaded(with_scenarios()), "all-y", scenario="boom").valuation)


def test_a_shift_follows_the_edited_score(books: dict[str, Reader]) -> None:
    """By hand: b's 6 on y typed over with 2, and 3 more in the boom: (8 + 5) / 20 = 0.65."""
    cells = books["edited"].block("Workings", "Totals and ranks", 1)
    assert cells["b"]["Total, unrounded"] == pytest.approx(0.65, abs=1e-9)
    assert _edited(with_scenarios()).valuation.totals[1] == pytest.approx(0.65, abs=1e-9)
    assert "SCORES DIFFER" in str(books["edited"].cell("Summary", 1, 0))


def _edited(files: Files) -> Any:  # noqa: ANN401 - a ranking
    files["options/b.yaml"]["scores"]["y"]["value"] = 2
    return assess.rank(loaded(files), scenario="boom")


def test_a_blank_score_stays_blank_in_a_scenario(books: dict[str, Reader]) -> None:
    """No scenario makes a number of nothing: the option is not ranked, and the others are."""
    cells = books["edited-to-a-blank"].block("Workings", "Totals and ranks", 1)
    assert [cells[each]["Rank"] for each in cells] in ([1, None, 2], [1, "", 2])


@pytest.mark.parametrize("case", ["misspelt", "blank"])
def test_a_scenario_that_is_not_there_ranks_nothing_and_says_why(books: dict[str, Reader], case: str) -> None:
    """Rather no ranking than one of another future."""
    book = books[case]
    cells = book.block("Workings", "Totals and ranks", 1)
    assert all(cells[each]["Rank"] in {None, ""} for each in cells)
    assert "No scenario has this name" in str(book.cell("Summary", book.row_of("Summary", "First place"), 2))
    assert "The scenario to show is in the list" in _looks(book)


def test_a_decision_without_scenarios_has_no_selector() -> None:
    """No sheet, no input and no word of scenarios where there are none."""
    files = {path: content for path, content in with_scenarios().items() if "scenarios" not in path}
    book = Reader(render(assess.report(loaded(files))))
    assert "Futures" not in book.sheets
    assert not any(row[0] == LABEL for row in book.rows("Weights"))
