"""Distributions and draws on their way from files to who leads."""

import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from projects import Files, Number, decision, lay_out, loaded, quantity, weight_set
from scenario_projects import scenario
from steelyard import assess
from steelyard.compare import compare
from steelyard.documents.definitions import Definitions
from steelyard.documents.futures import in_scenario
from steelyard.model.leading import DRAWS
from steelyard.probing.effort import Effort
from steelyard.provenance import digest_of
from steelyard.spreading import draws_of, spreads_of

CRITERIA = {"x": quantity(0, 10), "y": quantity(0, 10)}
WEIGHTS = {"even": weight_set("equal")}


def _files(scores: dict[str, tuple[Number, ...]], **changes: object) -> Files:
    return decision(CRITERIA, scores, WEIGHTS, **changes)


def _two(**said: Any) -> Files:  # noqa: ANN401 - settings are of any kind
    """A sure 5 on both criteria, and an option whose 4 on x lies between 1 and 7."""
    files = _files({"a": (5, 5), "b": ((1, 4, 7), 5)})
    files["options/b.yaml"]["scores"]["x"] |= {"distribution": said} if said else {}
    return files


def _drawn(root: Path, files: Files, text: str) -> Definitions:
    lay_out({**files, "steelyard.yaml": {**files["steelyard.yaml"], "draws": {"file": "draws/mine.csv"}}}, root)
    (root / "draws").mkdir(exist_ok=True)
    (root / "draws" / "mine.csv").write_text(text, encoding="utf-8")
    return assess.load(root)[0]


def _ahead(definitions: Definitions, option: str) -> float | None:
    leaders = assess.rank(definitions).valuation.leaders
    return {each.option: each.ahead_in for each in leaders}.get(option, 0.0)


def test_a_range_without_a_distribution_is_a_triangle() -> None:
    """Cells with a range have a spread, sure ones have none; the mean of 1, 4 and 7 is 4."""
    found = spreads_of(loaded(_two()))
    assert set(found) == {("b", "x")}
    assert found["b", "x"].mean == pytest.approx(4)


def test_percentiles_reach_from_the_file_to_the_spread() -> None:
    """With `interval: 90` a uniform from 1 to 7 is 6 / 0.9 wide, and a tenth of it lies outside."""
    found = spreads_of(loaded(_two(shape="uniform", interval=90)))["b", "x"]
    chances, _ = found.below(np.array([1, 4, 7]))
    assert chances == pytest.approx([0.05, 0.5, 0.95])
    assert found.quantile(np.array([0.0, 1.0])) == pytest.approx([4 - 3 / 0.9, 4 + 3 / 0.9])


def test_the_stated_distribution_says_who_leads() -> None:
    """Option b passes a sure 5 where x is above 5: in 2/9 of a triangle from 1 over 4 to 7, in a third of a uniform."""
    error = 4 * (1 / 3 * 2 / 3 / DRAWS) ** 0.5
    assert _ahead(loaded(_two()), "b") == pytest.approx(2 / 9, abs=error)
    assert _ahead(loaded(_two(shape="uniform")), "b") == pytest.approx(1 / 3, abs=error)
    assert _ahead(loaded(_two(shape="fixed")), "b") == 0


def test_costs_state_distributions_too() -> None:
    """A cost that a criterion reads has a spread under that criterion."""
    files = _two()
    cost = {"kind": "cost", "worst": 10, "best": 0}
    files["criteria/y.yaml"] |= {"scale": cost, "better": "less"}
    for name, distribution in (("a", {"shape": "normal", "sd": 1}), ("b", None)):
        judged = files[f"options/{name}.yaml"]["scores"].pop("y")
        del judged["confidence"]
        judged |= {"unit": "EUR", "price_year": 2026, "terms": "real"}
        files[f"options/{name}.yaml"]["cost"] = judged | ({"distribution": distribution} if distribution else {})
    found = spreads_of(loaded(files))
    assert set(found) == {("a", "y"), ("b", "x")}
    assert found["a", "y"].mean == 5


def test_draws_of_a_file_keep_correlation(tmp_path: Path) -> None:
    """Two options that move together never pass one another; the same numbers shuffled would, often."""
    files = _files({"a": ((2, 6, 8), 5), "b": ((1, 5, 7), 5)})
    rows = [2 + number / 20 for number in range(120)]
    together = "a/x,b/x\n" + "".join(f"{each},{each - 1}\n" for each in rows)
    turned = "a/x,b/x\n" + "".join(f"{each},{other - 1}\n" for each, other in zip(rows, rows[::-1], strict=True))
    found = _drawn(tmp_path, files, together)
    assert set(draws_of(found)) == {("a", "x"), ("b", "x")}
    assert draws_of(found)["b", "x"].tolist() == [each - 1 for each in rows]
    assert spreads_of(found) == {}
    assert [each.option for each in assess.rank(found).valuation.leaders] == ["a"]
    # Turned round, b is ahead where 2 + n/20 + 1 < 2 + (119 - n)/20, which is n < 49.5: in 50 of 120 rows.
    assert _ahead(_drawn(tmp_path, files, turned), "b") == pytest.approx(50 / 120, abs=0.032)


def test_a_score_that_a_file_has_is_worth_knowing_with_what_it_says_of_the_others(tmp_path: Path) -> None:
    """Where one score tells the other, it is worth as much as both; together they turn no choice.

    Turned round, b is ahead of a by (99 - 2n) / 20 in row n; the sum over n = 0 to 49 is 125, and x has half the weight
    on a scale of 10.
    """
    files = _files({"a": ((2, 6, 8), 5), "b": ((1, 5, 7), 5)})
    rows = [2 + number / 20 for number in range(120)]
    for others, gain in ((rows, 0.0), (rows[::-1], 125 / 120 / 20)):
        text = "a/x,b/x\n" + "".join(f"{each},{other - 1}\n" for each, other in zip(rows, others, strict=True))
        found = assess.robustness(_drawn(tmp_path, files, text), effort=Effort(20_000))
        known = {each.of: each.gain for each in found.information}
        assert known.pop(("criterion", "y")) == 0
        assert set(known) >= {("all",), ("score", "a", "x"), ("score", "b", "x"), ("criterion", "x")}
        assert list(known.values()) == pytest.approx([gain] * len(known), abs=gain / 20)


def test_the_stamp_pins_the_draws(tmp_path: Path) -> None:
    """One digit changed in the file of draws changes the digest of the definitions."""
    files, rows = _two(), "".join(f"{1 + number / 20}\n" for number in range(120))
    before = digest_of(_drawn(tmp_path, files, f"b/x\n{rows}"))
    assert digest_of(_drawn(tmp_path, files, f"b/x\n{rows}")) == before
    assert digest_of(_drawn(tmp_path, files, f"b/x\n{rows}4\n")) != before


def test_a_scenario_sets_aside_the_draws_of_what_it_changes(tmp_path: Path) -> None:
    """Draws of a score that a scenario changes are of another world; those of other scores stand."""
    files = _files({"a": ((2, 6, 8), 5), "b": ((1, 5, 7), 5)})
    sets = {"criterion": "x", "options": ["b"], "change": {"kind": "set", "value": 1, "low": 0, "high": 2}}
    files["criteria/scenarios/flood.yaml"] = scenario("flood", sets)
    rows = "".join(f"{2 + number / 20},{1 + number / 20}\n" for number in range(120))
    flood = in_scenario(_drawn(tmp_path, files, f"a/x,b/x\n{rows}"), "flood")
    assert set(draws_of(flood)) == {("a", "x")}
    assert spreads_of(flood)["b", "x"].mean == pytest.approx(1)


def _git(root: Path, *arguments: str) -> None:
    names = ("-c", "user.name=a test", "-c", "user.email=test@example.org")
    subprocess.run(["git", "-C", str(root), *names, *arguments], check=True, capture_output=True)


def test_draws_are_compared_across_revisions(tmp_path: Path) -> None:
    """The file of a revision is read from git; other numbers in it, and another distribution, are said."""
    rows = "".join(f"{1 + number / 20}\n" for number in range(120))
    _drawn(tmp_path, _two(), f"b/x\n{rows}")
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "add", "-A")
    _git(tmp_path, "commit", "-qm", "before")
    files = _two()
    files["options/b.yaml"]["scores"]["y"] |= {"distribution": {"shape": "normal", "sd": 1.5}}
    _drawn(tmp_path, files, f"b/x\n{rows}4\n")
    said = [each.sentence for each in compare(tmp_path, "HEAD").changes]
    assert "The numbers in draws/mine.csv are others: 121 draws, where there were 120." in said
    assert any(each.endswith("stays at 5, but a distribution (normal, sd 1.5) is added.") for each in said)
