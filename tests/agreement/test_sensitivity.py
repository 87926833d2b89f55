"""The sweep on `Sensitivity`, recalculated after changes: totals, first places and the interval are the model's."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import pytest

from agreement.changing import Changing, shares_of
from agreement.generated import write_decision
from agreement.recalculating import Changes, Reader, changed, recalculate, spoilt
from projects import Files, decision, loaded, quantity, weight_set
from scenario_projects import with_scenarios
from steelyard import assess
from steelyard.model.additive import values_of
from steelyard.model.ranking import ranks
from steelyard.model.stability import stability
from steelyard.outputs.xlsx import render
from steelyard.results.valuation import Numbers

pytestmark = pytest.mark.libreoffice
LABEL = "Criterion or group to sweep (input)"
SEEDS = tuple(range(300, 324))
NEAR = 1e-9
ERRORS = {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"}


@dataclass(frozen=True)
class Made:
    """A made-up decision after changes: what is swept, and the numbers that the model starts from."""

    part: tuple[int, ...]
    values: Numbers
    shares: Numbers
    options: tuple[str, ...]
    titles: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share of what is swept."""
        return float(self.shares[list(self.part)].sum())

    def totals_at(self, share: float) -> Numbers:
        """Every total where the part has that share and all else keeps its ratios, weighed anew."""
        inside = np.isin(np.arange(len(self.shares)), self.part)
        own = self.shares[inside] / self.share if self.share > 0 else np.full(inside.sum(), 1 / inside.sum())
        weights = np.zeros(len(self.shares))
        weights[inside], weights[~inside] = share * own, (1 - share) * self.shares[~inside] / (1 - self.share)
        return self.values @ weights


def _selector(plain: Reader, name: str) -> Changes:
    return {("Sensitivity", plain.name(plain.row_of("Sensitivity", LABEL), 1)): name}


def _small(plain: Reader) -> dict[str, Changes]:
    """What is typed into the small decision, case by case."""
    heads = plain.rows("Weights")[plain.row_of("Weights", "Points for each criterion") + 1]
    even = next(column for column, head in enumerate(heads) if str(head).endswith("\n(even)"))
    points_y = plain.name(plain.row_of("Weights", "Points for each criterion") + 4, even)
    weights = ("Weights", plain.name(plain.row_of("Weights", "Weight set to show (input)"), 1))
    scenario = ("Weights", plain.name(plain.row_of("Weights", "Scenario to show (input)"), 1))
    c_on_x, c_on_y = (("Scores", plain.name(plain.row_of("Scores", "c", 1), column)) for column in (3, 4))
    return {
        "as-built": {},
        "other-criterion": _selector(plain, "y"),
        "score": {c_on_y: 6.0},
        "tied": {c_on_x: 8.00000001, c_on_y: 5.999999986},
        "points": {("Weights", points_y): 3 * float(str(plain.cell("Weights", *_place(plain, even))))},
        "scenario": {scenario: "flood"},
        "misspelt": _selector(plain, "z"),
        "all-the-weight": {weights: "all-y", **_selector(plain, "y")},
        "no-weight": {weights: "all-y"},
        "whole-group": _selector(plain, "group: all"),
        "no-such-set": {weights: "evn"},
        "a-score-missing": {c_on_y: None},
    }


def _weightless_group() -> Files:
    """Two options on a group of two criteria without any share, and on one criterion with all of it."""
    inside, outside = quantity(0, 10, group="g"), quantity(0, 10, group="h")
    weights = weight_set("direct", judgements={"x": 0, "y": 0, "z": 1})
    rows = {"a": (2, 6, 5), "b": (8, 8, 1)}
    return decision({"x": inside, "y": inside, "z": outside}, rows, {"only-z": weights})


def _level_together() -> Files:
    """With x at t, a has 0.75 (1 - t), b 0.5 and c 0.25 + 0.75 t: all have a half where t is a third."""
    weights = {"some": weight_set("direct", judgements={"x": 1, "y": 9})}
    return decision({"x": quantity(0, 10), "y": quantity(0, 10)}, {"a": (0, 7.5), "b": (5, 5), "c": (10, 2.5)}, weights)


def _place(plain: Reader, column: int) -> tuple[int, int]:
    return plain.row_of("Weights", "Points for each criterion") + 4, column


def _made(folder: Path, seed: int) -> tuple[bytes, Made]:
    """A made-up decision's workbook, its inputs and its selector changed, and what the model starts from."""
    write_decision(folder, seed)
    report = assess.report(*assess.load(folder))
    book = render(report)
    changing, chance = Changing(report, book, seed), Random(seed)  # noqa: S311 - test data, not secrets
    changes, expected = changing.change()
    criteria, groups = report.ranking.valuation.criteria, report.definitions.criteria
    name = chance.choice([*criteria, *(f"group: {groups[each].group}" for each in criteria)])
    part = tuple(n for n, each in enumerate(criteria) if name in {each, f"group: {groups[each].group}"})
    values = values_of([report.curves[each] for each in criteria], changing.scores)
    shares = np.array(shares_of(report, changing.sets[changing.shown]))
    titles = tuple(report.definitions.options[each].title for each in expected.options)
    made = Made(part, values, shares, expected.options, titles)
    return changed(spoilt(book), {**changes, **_selector(Reader(book), name)}), made


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Reader], dict[int, Made]]:
    """Every case, with a wrong result stored in each formula, recalculated."""
    folder = tmp_path_factory.mktemp("sensitivity")
    book = render(assess.report(loaded(with_scenarios())))
    cases = {name: changed(spoilt(book), changes) for name, changes in _small(Reader(book)).items()}
    weightless = render(assess.report(loaded(_weightless_group())))
    cases["weightless-group"] = changed(spoilt(weightless), _selector(Reader(weightless), "group: g"))
    together = render(assess.report(loaded(_level_together())))
    cases["level-together"] = changed(spoilt(together), _selector(Reader(together), "x"))
    made = {}
    for seed in SEEDS:
        cases[str(seed)], made[seed] = _made(folder / str(seed), seed)
    return {name: Reader(path) for name, path in recalculate(cases, folder / "recalculated").items()}, made


def _said(book: Reader) -> str:
    return str(book.cell("Sensitivity", book.row_of("Sensitivity", LABEL) + 1, 0))


def _interval(book: Reader) -> list[object]:
    """Share now, and from where to where first place holds, as the sheet shows them."""
    labels = ("Share now", "First place holds from", "First place holds to")
    return [book.cell("Sensitivity", book.row_of("Sensitivity", label), 1) for label in labels]


def _table(book: Reader) -> dict[str, tuple[str, list[float]]]:
    """Each option's label and its totals at every step, by id."""
    rows = book.rows("Sensitivity")[book.row_of("Sensitivity", "Step nearest to the share now") + 1 :]
    return {str(row[1]): (str(row[0]), [float(str(each)) for each in row[4:25]]) for row in rows if row[1]}


def _firsts(book: Reader) -> list[str]:
    """The number of who is first at each step."""
    row = book.row_of("Sensitivity", "First place: its number in this table")
    return [str(each) for each in book.rows("Sensitivity")[row][4:25]]


def _small_case(found: tuple[dict[str, Reader], dict[int, Made]], name: str) -> Reader:
    return found[0][name]


def test_the_small_decision_by_hand(found: tuple[dict[str, Reader], dict[int, Made]]) -> None:
    """With x at t, a has 0.4, b 0.6 + 0.2 t and c 1 - t: b and c tie where t is a third."""
    book = _small_case(found, "as-built")
    assert _interval(book) == [pytest.approx(0.5, abs=NEAR), pytest.approx(1 / 3, abs=NEAR), 1]
    assert _said(book) == (
        "First place goes from Option b to Option c once the share of A quantity falls below 33.3%. "
        "That share is 50% now."
    )
    table = _table(book)
    assert [label for label, _ in table.values()] == ["1. Option b", "2. Option c", "3. Option a (baseline)"]
    for name, at_none, at_all in (("a", 0.4, 0.4), ("b", 0.6, 0.8), ("c", 1.0, 0.0)):
        expected = [at_none + step / 20 * (at_all - at_none) for step in range(21)]
        assert table[name][1] == pytest.approx(expected, abs=NEAR), name
    assert _firsts(book) == ["2"] * 7 + ["1"] * 14


@pytest.mark.parametrize(
    ("name", "interval", "says"),
    [
        # y is 1 - x: it may rise to two thirds.
        ("other-criterion", [0.5, 0, 2 / 3], "to Option c once the share of A quantity passes 66.7%. That"),
        # c has 0.6 - 0.6 t: level with b at 0 only, where it does not pass it.
        ("score", [0.5, 0, 1], "Option b stays first whatever the share of A quantity. That share is 50% now."),
        # c has 1e-9 more than b on x and 1.4e-9 less on y: apart at 58%, but a tie at nine places now.
        ("tied", [0.5, 0, 0.5], "from Option b (shares first place with another option) to Option c once the share"),
        # Points 1 to 3: x has a quarter, c is first with 0.75, and b draws level at a third as before.
        ("points", [0.25, 0, 1 / 3], "from Option c to Option b once the share of A quantity passes 33.3%. That"),
        # b has 0.6 - 0.5 t, so c is first at a half with 0.5, until a's 0.4 at 0.6.
        ("scenario", [0.5, 0, 0.6], "from Option c to Option a once the share of A quantity passes 60%. That"),
        # All on y: c is first with 1, and x begins at nothing.
        ("no-weight", [0, 0, 1 / 3], "from Option c to Option b once the share of A quantity passes 33.3%. That"),
        # Without c, b leads a at every share.
        ("a-score-missing", [0.5, 0, 1], "Option b stays first whatever the share of A quantity."),
    ],
)
def test_changes_by_hand(
    found: tuple[dict[str, Reader], dict[int, Made]], name: str, interval: list[float], says: str
) -> None:
    """Another selector, score, weight, weight set or scenario moves the interval and the sentence."""
    book = _small_case(found, name)
    assert _interval(book) == [pytest.approx(each, abs=NEAR) for each in interval]
    assert says in _said(book)


def test_criteria_without_any_share_count_alike(found: tuple[dict[str, Reader], dict[int, Made]]) -> None:
    """By hand: a has 0.4 inside the group and 0.5 outside, b 0.8 and 0.1; they tie at a half, coming from nothing."""
    book = _small_case(found, "weightless-group")
    assert _interval(book) == [pytest.approx(each, abs=NEAR) for each in (0, 0, 0.5)]
    assert "from Option a to Option b once the share of Group g passes 50%. That share is 0% now." in _said(book)
    table = _table(book)
    assert (table["a"][1][20], table["b"][1][20]) == (pytest.approx(0.4, abs=NEAR), pytest.approx(0.8, abs=NEAR))


def test_of_those_that_draw_level_together_the_one_that_is_first_beyond_is_named(
    found: tuple[dict[str, Reader], dict[int, Made]],
) -> None:
    """Beyond a third c gains faster than b, so c is first there, though b stands before it."""
    book = _small_case(found, "level-together")
    assert _interval(book) == [pytest.approx(each, abs=NEAR) for each in (0.1, 0, 1 / 3)]
    assert "from Option a to Option c once the share of A quantity passes 33.3%." in _said(book)


def test_a_tie_at_a_step_is_marked(found: tuple[dict[str, Reader], dict[int, Made]]) -> None:
    """With c's 6 on y, b and c both have 0.6 where x has no share; b, which stands before c, is named."""
    assert _firsts(_small_case(found, "score")) == ["1="] + ["1"] * 20


def test_an_option_without_a_score_has_no_line(found: tuple[dict[str, Reader], dict[int, Made]]) -> None:
    """What is not ranked is not drawn, and the others are."""
    assert list(_table(_small_case(found, "a-score-missing"))) == ["b", "a"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("misspelt", "No criterion or group has this name"),
        ("all-the-weight", "A quantity holds all the weight"),
        ("whole-group", "Group all holds all the weight"),
        ("no-such-set", "No weight set has this name"),
    ],
)
def test_what_cannot_be_swept_shows_nothing_and_says_why(
    found: tuple[dict[str, Reader], dict[int, Made]], name: str, says: str
) -> None:
    """Rather no line than one of something else."""
    book = _small_case(found, name)
    assert says in _said(book)
    assert _table(book) == {}
    assert all(each in {None, ""} for each in _interval(book))
    assert set(_firsts(book)) <= {"None", ""}


@pytest.mark.parametrize("seed", SEEDS)
def test_made_up_decisions_say_what_the_model_says(found: tuple[dict[str, Reader], dict[int, Made]], seed: int) -> None:
    """Totals weighed anew at each step, who is first there, and the interval of `model.stability`."""
    book, made = found[0][str(seed)], found[1][seed]
    held = stability(made.values, made.shares, made.part, made.options, made.values @ made.shares)
    if held.first is None:
        assert "holds all the weight" in _said(book)
        return
    least, most = held.first.least or 0, 1 if held.first.most is None else held.first.most
    assert _interval(book) == [pytest.approx(each, abs=NEAR) for each in (held.share, least, most)]
    titles = dict(zip(made.options, made.titles, strict=True))
    for label, option in (("First place holds from", held.first.below), ("First place holds to", held.first.above)):
        beside = str(book.cell("Sensitivity", book.row_of("Sensitivity", label), 2))
        assert option is None or beside == f"{titles[option]} draws level there"
    table, firsts = _table(book), _firsts(book)
    assert set(table) == set(made.options)
    for step in range(21):
        totals = made.totals_at(step / 20)
        assert [table[each][1][step] for each in made.options] == pytest.approx(totals.tolist(), abs=NEAR)
        best = [row for row, rank in enumerate(ranks(totals.tolist())) if rank == 1]
        label = table[made.options[best[0]]][0]
        assert firsts[step] == label.split(".")[0] + ("=" if len(best) > 1 else ""), step
        assert made.titles[best[0]] in label


def test_no_error_shows_anywhere(found: tuple[dict[str, Reader], dict[int, Made]]) -> None:
    """No #VALUE! and its like, whatever is swept or missing."""
    for name, book in found[0].items():
        for sheet in ("Sensitivity", "Workings"):
            errors = [cell for row in book.rows(sheet) for cell in row if str(cell) in ERRORS]
            assert errors == [], (name, sheet)


def test_the_made_up_decisions_reach_the_corners(found: tuple[dict[str, Reader], dict[int, Made]]) -> None:
    """Groups and criteria, ends that are reached and ends that are not, no weight and all of it."""
    made = found[1].values()
    held = [stability(each.values, each.shares, each.part, each.options, each.values @ each.shares) for each in made]
    assert any(len(each.part) > 1 for each in made)
    assert any(len(each.part) == 1 for each in made)
    assert any(each.first is None for each in held)
    firsts = [each.first for each in held if each.first is not None]
    assert any(each.least not in {None, 0} for each in firsts)
    assert any(each.most not in {None, 1} for each in firsts)
