"""Points of a weight set changed in place by name."""

from pathlib import Path

import pytest

from projects import decision, lay_out, quantity, weight_set
from returning.books import contents, laid_out, lines_changed
from steelyard.check import read
from steelyard.errors import UnknownNameError
from steelyard.pointing import pointed
from steelyard.rewriting import UnsoundAfterwardsError

BALANCED, QUIET = "criteria/weights/balanced.yaml", "criteria/weights/quiet-first.yaml"


@pytest.fixture
def coffee(tmp_path: Path) -> Path:
    """A decision with comments in its files."""
    return laid_out(tmp_path / "coffee")


def _set(folder: Path, name: str, *settings: str) -> list[str]:
    changes, plan = pointed(read(folder).definitions, name, settings)
    if plan is not None:
        plan.write()
    return [str(change) for change in changes]


def test_points_change_their_digits_alone(coffee: Path) -> None:
    """Of criteria, with the comments beside them; what is set to what it is stays untouched."""
    before = contents(coffee)
    said = _set(coffee, "balanced", "price=45", "taste=100", "noise=0.30000000000000004")
    assert said == [f"{BALANCED}:9: judgements.price from 40 to 45", f"{BALANCED}:12: judgements.noise from 50 to 0.3"]
    assert list(lines_changed(before[BALANCED], contents(coffee)[BALANCED])) == [
        ("  price: 40  # money\n", "  price: 45  # money\n"),
        ("  noise: 5.0e1\n", "  noise: 0.3\n"),
    ]
    assert _set(coffee, "balanced", "price=45") == []


def test_groups_and_criteria_within_them(coffee: Path) -> None:
    """A group by its name, a criterion by its own, alone or behind its group's."""
    said = _set(coffee, "quiet-first", "quality=60", "burden/price=30", "noise=90")
    assert said == [
        f"{QUIET}:9: groups.quality from 50 to 60",
        f"{QUIET}:11: within.burden.price from 20 to 30",
        f"{QUIET}:11: within.burden.noise from 100 to 90",
    ]
    assert "burden: {noise: 90, price: 30}  # in brackets" in (coffee / QUIET).read_text(encoding="utf-8")


def test_points_that_were_left_out_are_put_in(coffee: Path) -> None:
    """A group of no points may state none within it; setting them makes the block, inside the brackets or below."""
    file = coffee / QUIET
    text = (
        file.read_text(encoding="utf-8").replace("quality: 50", "quality: 0").replace("  quality: {taste: 100}\n", "")
    )
    file.write_text(text, encoding="utf-8")
    assert _set(coffee, "quiet-first", "taste=100", "quality=20") == [
        f"{QUIET}:10: within.quality.taste from nothing to 100",
        f"{QUIET}:9: groups.quality from 0 to 20",
    ]
    assert read(coffee).definitions.weight_sets["quiet-first"].within == {
        "burden": {"noise": 100, "price": 20},
        "quality": {"taste": 100},
    }


@pytest.mark.parametrize(
    ("name", "setting", "says"),
    [
        ("balansed", "price=1", "there is no weight set 'balansed'. Did you mean 'balanced'?"),
        ("balanced", "prise=1", "there is no criterion 'prise'. Did you mean 'price'?"),
        ("balanced", "burden=1", "there is no criterion 'burden'"),
        ("quiet-first", "burdens=1", "there is no group or criterion 'burdens'. Did you mean 'burden'?"),
        ("quiet-first", "quality/noise=1", "there is no group or criterion 'quality/noise'"),
        ("balanced", "price", "'price' sets nothing; write a name and its points"),
        ("balanced", "price=", "sets nothing"),
        ("balanced", "price=much", "sets nothing"),
        ("balanced", "price=inf", "sets nothing"),
        ("alike", "price=1", "'alike' is judged by the method equal, which takes no points"),
    ],
)
def test_what_names_nothing_is_refused(coffee: Path, name: str, setting: str, says: str) -> None:
    """Each with the nearest name, or the reason; nothing is written."""
    before = contents(coffee)
    with pytest.raises(UnknownNameError) as refusal:
        _set(coffee, name, setting)
    assert says in str(refusal.value)
    assert contents(coffee) == before


def test_one_number_is_set_once(coffee: Path) -> None:
    """Two values for one criterion, by either of its names, are refused."""
    with pytest.raises(UnknownNameError, match="'price' is set twice"):
        _set(coffee, "quiet-first", "price=1", "burden/price=2")


def test_what_check_would_refuse_is_not_written(coffee: Path) -> None:
    """Points below zero; the finding is handed on with the line as it would be."""
    before = contents(coffee)
    with pytest.raises(UnsoundAfterwardsError, match="nothing was written") as refusal:
        _set(coffee, "balanced", "price=-1")
    assert [finding.code for finding in refusal.value.checked.findings] == ["W001"]
    assert contents(coffee) == before


def test_a_name_that_is_both_means_the_group(tmp_path: Path) -> None:
    """The criterion is then named behind its group's name."""
    criteria = {"speed": quantity(0, 4, group="speed"), "ease": quantity(0, 4, group="comfort")}
    judged = {"groups": {"speed": 2, "comfort": 1}, "within": {"speed": {"speed": 3}, "comfort": {"ease": 4}}}
    scores = {"stay": (1, 0), "walk": (2, 4), "run": (4, 1)}
    folder = lay_out(decision(criteria, scores, {"both": weight_set("direct", **judged)}), tmp_path / "project")
    _set(folder, "both", "speed=5", "speed/speed=6", "ease=7")
    made = read(folder).definitions.weight_sets["both"]
    assert made.groups == {"speed": 5, "comfort": 1}
    assert made.within == {"speed": {"speed": 6}, "comfort": {"ease": 7}}
