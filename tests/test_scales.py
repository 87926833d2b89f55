import pytest

from projects import decision, loaded, quantity, weight_set
from steelyard.documents.criterion import Criterion
from steelyard.results.curve import Curve
from steelyard.scales import curve_text, level_label, range_text, scale_text, unit_of


def _criterion(scale: dict[str, object], better: str = "more") -> Criterion:
    said = {"id": "x", "title": "X", "group": "all", "question": "How much?", "better": better, "scale": scale}
    return Criterion.model_validate(said)


LEVELS = _criterion(
    {
        "kind": "levels",
        "levels": [
            {"value": number, "label": label, "anchor": "A sign."} for number, label in ((0, "none"), (2, "much"))
        ],
    },
    better="less",
)


@pytest.mark.parametrize(
    ("low", "high", "text"), [(0, 2.5, "0 to 2.5"), (3, 3, "3"), (1 / 3, 1e6, "0.333333333333 to 1000000")]
)
def test_a_range_is_its_two_ends(low: float, high: float, text: str) -> None:
    """Ends are written without needless digits; a range without width is one number."""
    assert range_text(low, high) == text


def test_a_level_has_its_label() -> None:
    """A number that is a level has its label; one between levels, or on another scale, has none."""
    assert [level_label(LEVELS, number) for number in (0, 1, 2)] == ["none", "", "much"]
    assert level_label(_criterion({"kind": "quantity", "unit": "years", "worst": 0, "best": 2}), 2) == ""


def test_scales_say_unit_ends_and_direction() -> None:
    """Levels run from the lowest number up; quantities name the worst end first, whichever is larger."""
    assert scale_text(LEVELS, "") == "levels 0 to 2, less is better"
    fewer = _criterion({"kind": "quantity", "unit": "years", "worst": 9, "best": 1}, better="less")
    assert scale_text(fewer, "years") == "years; 9 (worst) to 1 (best); less is better"


def test_a_cost_is_in_the_unit_of_the_options() -> None:
    """A criterion that reads cost takes its unit from the first option that has a cost; levels have none."""
    money = {
        "value": 1,
        "unit": "EUR million",
        "price_year": 2026,
        "terms": "real",
        "rationale": "So.",
        "low": 0,
        "high": 2,
    }
    files = decision({"x": quantity(0, 4)}, {"a": (1,), "b": (3,)}, {"even": weight_set("equal")})
    files["options/b.yaml"]["cost"] = money | {"basis": "judgement"}
    options = loaded(files).options.values()
    reads = _criterion({"kind": "cost", "worst": 9, "best": 0}, better="less")
    assert unit_of(reads, options) == "EUR million, 2026 prices, real"
    assert unit_of(reads, []) == unit_of(LEVELS, options) == ""


def test_a_curve_is_told_by_its_points() -> None:
    """Shape, every breakpoint, and what becomes of numbers beyond the last."""
    criterion = _criterion({"kind": "quantity", "unit": "years", "worst": 0, "best": 10})
    assert curve_text(criterion, Curve((0, 4, 10), (0, 0.75, 1))) == (
        "linear: 0 is worth 0; 4 is worth 0.75; 10 is worth 1; straight lines between. "
        "A number beyond these counts as the nearest end."
    )
    on = curve_text(criterion, Curve((0, 10), (0, 1), "extrapolate"))
    assert on.endswith("A number beyond these goes on along its last line.")
