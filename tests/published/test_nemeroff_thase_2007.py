"""Case 06: three antidepressants on four criteria, by the additive model.

Nemeroff & Thase (2007), trial data as used in Tervonen et al. (2011), Statistics in Medicine 30, 1419-1428.
Point effects are events over sample size; every criterion has a quarter of the weight; value is linear on
the stated range of each criterion.
"""

import pytest

from projects import Files, decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.results.valuation import Valuation

CRITERIA = {
    "anxiety": quantity(0.17, 0),
    "insomnia": quantity(0.31, 0.08),
    "nausea": quantity(0.5, 0.04),
    "responders": quantity(0.28, 0.63),
}
"""In order of id, as results have them."""
EFFECTS = {
    "placebo": (1 / 102, 14 / 102, 8 / 102, 37 / 101),
    "fluoxetine": (7 / 102, 15 / 102, 22 / 102, 45 / 100),
    "venlafaxine": (10 / 100, 22 / 100, 40 / 100, 51 / 96),
}


def _files() -> Files:
    return decision(CRITERIA, EFFECTS, {"quarters": weight_set("equal")})


def _valuation(files: Files) -> Valuation:
    return assess.rank(loaded(files)).valuation


def _total(valuation: Valuation, option: str) -> float:
    return float(valuation.totals[valuation.options.index(option)])


def _contribution(valuation: Valuation, option: str, criterion: str) -> float:
    row, column = valuation.options.index(option), valuation.criteria.index(criterion)
    return float(valuation.contributions[row, column])


def test_totals_and_differences_have_the_printed_digits() -> None:
    """Placebo totals 0.714, 0.112 above fluoxetine and 0.28 above venlafaxine, as printed."""
    valuation = _valuation(_files())
    placebo = _total(valuation, "placebo")
    assert placebo == pytest.approx(0.714, abs=0.0005)
    assert placebo - _total(valuation, "fluoxetine") == pytest.approx(0.112, abs=0.0005)
    assert placebo - _total(valuation, "venlafaxine") == pytest.approx(0.28, abs=0.005)


def test_a_contribution_has_the_printed_digits() -> None:
    """The responders add 0.0617 to placebo's total, as printed."""
    valuation = _valuation(_files())
    assert _contribution(valuation, "placebo", "responders") == pytest.approx(0.0617, abs=0.00005)


def test_totals_hold_to_the_last_digits() -> None:
    """Totals equal those derived from the paper's counts to twelve places, and so does their order."""
    valuation = _valuation(_files())
    assert _total(valuation, "placebo") == pytest.approx(0.7141312877231113, abs=1e-12)
    assert _total(valuation, "fluoxetine") == pytest.approx(0.6021341528938942, abs=1e-12)
    assert _total(valuation, "venlafaxine") == pytest.approx(0.4345793752283521, abs=1e-12)
    ranks = dict(zip(valuation.options, valuation.ranks, strict=True))
    assert ranks == {"placebo": 1, "fluoxetine": 2, "venlafaxine": 3}


@pytest.mark.parametrize(
    ("option", "responders", "nausea", "insomnia", "anxiety"),
    [
        ("placebo", 0.06166902404526165, 0.22911338448422847, 0.18776641091219096, 0.23558246828143023),
        ("fluoxetine", 0.12142857142857143, 0.15451832907075874, 0.17710997442455242, 0.14907727797001152),
        ("venlafaxine", 0.17946428571428572, 0.05434782608695651, 0.0978260869565217, 0.10294117647058823),
    ],
)
def test_contributions_hold_to_the_last_digits(
    option: str, responders: float, nausea: float, insomnia: float, anxiety: float
) -> None:
    """Every criterion adds to every option what the paper's counts give, to twelve places."""
    valuation = _valuation(_files())
    assert _contribution(valuation, option, "responders") == pytest.approx(responders, abs=1e-12)
    assert _contribution(valuation, option, "nausea") == pytest.approx(nausea, abs=1e-12)
    assert _contribution(valuation, option, "insomnia") == pytest.approx(insomnia, abs=1e-12)
    assert _contribution(valuation, option, "anxiety") == pytest.approx(anxiety, abs=1e-12)


def test_a_changed_cell_changes_the_total_as_printed() -> None:
    """With 0.63 responders placebo's responders add 0.25 and its total is 0.902, as printed (0.90247)."""
    files = _files()
    files["options/placebo.yaml"]["scores"]["responders"]["value"] = 0.63
    valuation = _valuation(files)
    assert _contribution(valuation, "placebo", "responders") == pytest.approx(0.25, abs=0.005)
    assert _total(valuation, "placebo") == pytest.approx(0.902, abs=0.00051)
