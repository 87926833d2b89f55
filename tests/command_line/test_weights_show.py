"""What `weights show` says of a set beside its shares: what judgements admit, how they fit, what is stale."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from projects import decision, lay_out, quantity, weight_set
from running import Run

BOUNDS = {"noise": [0.1, 0.7], "price": [0.2, 0.3], "taste": [0.4, 0.5]}
IN_GROUPS = {
    "groups": {"burden": 100, "quality": 50},
    "within": {"burden": {"noise": 100, "price": 20}, "quality": {"taste": 100}},
}
SETS = {
    "even": weight_set("equal"),
    "bounds": weight_set("intervals", judgements=BOUNDS, ranges={"price": [0, 2000]}),
    "order": weight_set("rank-order", variant="reciprocal", judgements={"noise": 2, "price": 2, "taste": 1}),
    "open": weight_set("rank-order", judgements={"noise": 1, "price": 1, "taste": 1}),
    "data": weight_set("critic"),
    "swings": weight_set("swing", ranges={"noise": [48, 72]}, **IN_GROUPS),
}


@pytest.fixture
def machines(tmp_path: Path) -> Path:
    """Three options that run from 45 to 72 in noise and from 0 to 1800 in price, under weight sets of many methods."""
    criteria = {
        "noise": quantity(80, 40, group="burden") | {"title": "Noise"},
        "price": quantity(3000, 0, group="burden") | {"title": "Price"},
        "taste": quantity(0, 2, group="quality") | {"title": "Taste, black"},
    }
    scores = {"kettle": (55, 0, 0), "beans": (72, 1800, 2), "filter": (45, 500, 1)}
    return lay_out(decision(criteria, scores, SETS), tmp_path / "machines")


def _said(run: Run, machines: Path, name: str, form: str = "table") -> str:
    ran = run("weights", "show", name, "--format", form, "--decision", machines)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def _plain(run: Run, machines: Path, name: str) -> str:
    """What is shown, in one line, so that where it wraps makes no difference."""
    return " ".join(_said(run, machines, name).split())


def _data(run: Run, machines: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_said(run, machines, name, "json"))
    return found


def test_what_bounds_admit_and_which_are_out_of_reach(run: Run, machines: Path) -> None:
    """Bounds are shown in per cent of the swings judged; one beyond the others' reach is worth another look."""
    said = _plain(run, machines, "bounds")
    assert "Noise from 10.0% to 70.0%; Price from 20.0% to 30.0%; Taste, black from 40.0% to 50.0%." in said
    assert "Consistency: largest overreach of a bound 0.300, above 0, so worth another look: 'noise' cannot" in said
    assert "`precision`" not in said


def test_what_an_order_admits_and_by_which_variant_it_weighs(run: Run, machines: Path) -> None:
    """An order is said in words; so is that nothing is ordered; the usual variant is named where none is chosen."""
    said = _plain(run, machines, "order")
    assert "Method: rank-order (reciprocal)." in said
    assert "with Taste, black at least as important as Noise and Price. The shares shown are one choice" in said
    assert "admit any weights of the swings judged." in _plain(run, machines, "open")
    assert "Method: rank-order (centroid)." in _plain(run, machines, "open")


def test_a_stale_range_is_marked_and_explained(run: Run, machines: Path) -> None:
    """Beside the criterion, and in a sentence with both ranges; a range that still holds is not."""
    said = _plain(run, machines, "swings")
    assert "48 to 72 (stale)" in said
    assert (
        "Stale: the swing of Noise was judged on 48 to 72, but the options ranked now run from 45 to 72. "
        "Have it judged anew." in said
    )
    assert "Each judgement may be off by 25% of itself" in said
    assert "stale" not in _plain(run, machines, "order")


def test_weights_from_data_say_so(run: Run, machines: Path) -> None:
    """Every format says that nobody judged them."""
    assert "nobody judged what matters" in _plain(run, machines, "data")
    assert "nobody judged what matters" in _said(run, machines, "data", "markdown")
    assert ',"illustrative, from data",' in _said(run, machines, "data", "csv")
    assert _data(run, machines, "data")["from_data"] is True
    assert "  critic; illustrative, from the options' numbers;" in run("weights", "list", "--decision", machines).out


def test_bars_are_as_long_as_shares(run: Run, machines: Path) -> None:
    """The largest share has the longest bar; 22.7 of 54.5 per cent has 7 of 16 marks, rounded."""
    shown = _said(run, machines, "order").splitlines()
    bars = {line.split()[0]: line.count("\N{FULL BLOCK}") for line in shown if line}
    assert (bars["Taste,"], bars["Noise"], bars["Price"]) == (16, 7, 7)


def test_a_table_fits_80_columns(run: Run, machines: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is cut off or wider than a terminal."""
    monkeypatch.setenv("COLUMNS", "80")
    for name in SETS:
        assert max(map(len, _said(run, machines, name).splitlines())) <= 80


def test_json_holds_shares_ranges_and_what_each_list_comes_to(run: Run, machines: Path) -> None:
    """Groups and criteria with shares by hand: points 100 * 100/120, 100 * 20/120 and 50, noise over 24/40 of value.

    250/3 / 0.6 = 1250/9, 50/3 and 50 sum to 1850/9, so the shares are 1250/1850, 150/1850 and 450/1850.
    """
    found = _data(run, machines, "swings")
    assert found["schema"] == "steelyard/weights@1"
    assert (found["weights"], found["default"], found["variant"]) == ("swings", False, None)
    assert [each["share"] for each in found["criteria"]] == pytest.approx([125 / 185, 15 / 185, 45 / 185], abs=1e-12)
    assert [each["share"] for each in found["groups"]] == pytest.approx([140 / 185, 45 / 185], abs=1e-12)
    noise, price, _ = found["criteria"]
    assert (noise["judged_on"], noise["now"], noise["stale"]) == ([48, 72], [45, 72], True)
    assert (price["judged_on"], price["now"], price["stale"]) == (None, None, False)
    assert [each["at"] for each in found["lists"]] == [["groups"], ["within", "burden"], ["within", "quality"]]
    assert [each["region"] for each in found["lists"]] == [None] * 3


def test_json_holds_the_region_and_the_consistency(run: Run, machines: Path) -> None:
    """As the method gives them, with whether each measure holds."""
    (whole,) = _data(run, machines, "bounds")["lists"]
    assert whole["region"]["most"] == {"noise": 0.7, "price": 0.3, "taste": 0.5}
    assert [(each["holds"], each["limit"]) for each in whole["consistency"]] == [(False, 0)]
    (whole,) = _data(run, machines, "order")["lists"]
    assert sorted(whole["region"]["above"]) == [["taste", "noise"], ["taste", "price"]]


def test_csv_has_a_row_a_criterion(run: Run, machines: Path) -> None:
    """With the group's share beside each, and the judged range where one is stated."""
    rows = list(csv.DictReader(io.StringIO(_said(run, machines, "swings", "csv"), newline="")))
    assert [row["criterion"] for row in rows] == ["noise", "price", "taste"]
    assert [row["stale"] for row in rows] == ["yes", "no", "no"]
    assert [(row["judged from"], row["judged to"]) for row in rows] == [("48.0", "72.0"), ("", ""), ("", "")]
    assert [float(row["group share"]) for row in rows] == pytest.approx([140 / 185, 140 / 185, 45 / 185], abs=1e-12)


def test_markdown_is_a_table_with_its_remarks(run: Run, machines: Path) -> None:
    """A heading, the shares, and the sentences as a list."""
    lines = _said(run, machines, "swings", "markdown").splitlines()
    assert lines[0] == "## By swing"
    assert "| **Group burden** | **75.7%** | |" in lines
    assert "| Noise | 67.6% | 48 to 72 |" in lines
    assert lines[-1].startswith("- Each judgement may be off")


def test_an_unknown_set_exits_with_2_and_the_nearest_name(run: Run, machines: Path) -> None:
    """As every command does of a name that names nothing."""
    ran = run("weights", "show", "swing", "--decision", machines)
    assert ran.code == 2
    assert "there is no weight set 'swing'. Did you mean 'swings'?" in ran.err


def test_a_list_that_is_cut_says_how_much_is_left(run: Run, tmp_path: Path) -> None:
    """Of five criteria compared with the first alone, three of six completed comparisons are shown, in every form."""
    names = "abcde"
    criteria = {name: quantity(0, 4) for name in names}
    pairs = weight_set("pairwise", judgements={"a": dict.fromkeys("bcde", 2)})
    root = lay_out(decision(criteria, {"stay": [1] * 5, "go": [2] * 5}, {"pairs": pairs}), tmp_path / "five")
    assert "'b' 1 times 'e' and 3 more. " in _plain(run, root, "pairs")
    assert any(each.endswith(" and 3 more.") for each in _data(run, root, "pairs")["remarks"])
