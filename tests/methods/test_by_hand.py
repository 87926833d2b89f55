"""Methods on tables small enough to be worked by hand, and what they refuse."""

from dataclasses import replace

import numpy as np
import pytest
from pydantic import ValidationError

from matrices import Better, matrix_of
from steelyard.documents.record import Record
from steelyard.methods.copeland import copeland
from steelyard.methods.copras import copras
from steelyard.methods.promethee import Preference, promethee
from steelyard.methods.promethee import Settings as Functions
from steelyard.methods.topsis import Settings as Ideals
from steelyard.methods.topsis import topsis
from steelyard.methods.vikor import vikor
from steelyard.methods.weighted_product import weighted_product

NONE = Record()
PRICE: tuple[Better, ...] = ("more", "less")


def test_weighted_product() -> None:
    """Products 4^(1/2) / 4^(1/2) = 1, 9^(1/2) / 1 = 3 and 1 / 4^(1/2) = 1/2; over the highest 1/3, 1 and 1/6."""
    found = weighted_product.aggregate(matrix_of([[4, 4], [9, 1], [1, 4]], [0.5, 0.5], PRICE), NONE)
    assert found.totals.tolist() == pytest.approx([1 / 3, 1, 1 / 6])


def test_copras_counts_low_costs() -> None:
    """By hand, each column over its sum and halved: costs count in inverse proportion."""
    # S+ = 1/8, 3/8, 0.5 of (1, 3, 4)/8 is 1/16, 3/16, 4/16; S- of (1, 2, 5)/8 is 1/16, 2/16, 5/16, together 1/2.
    # Sum of 1/S- = 16 + 8 + 3.2 = 27.2. Q = 1/16 + 0.5 * 16/27.2, 3/16 + 0.5 * 8/27.2, 4/16 + 0.5 * 3.2/27.2.
    found = copras.aggregate(matrix_of([[1, 1], [3, 2], [4, 5]], [0.5, 0.5], PRICE), NONE)
    significance = [1 / 16 + 8 / 27.2, 3 / 16 + 4 / 27.2, 4 / 16 + 1.6 / 27.2]
    assert found.workings["S+"].tolist() == pytest.approx([1 / 16, 3 / 16, 4 / 16])
    assert found.workings["S-"].tolist() == pytest.approx([1 / 16, 2 / 16, 5 / 16])
    assert found.workings["Q"].tolist() == pytest.approx(significance)
    assert found.totals.tolist() == pytest.approx([each / significance[0] for each in significance])


def test_numbers_at_the_ends_of_what_a_machine_holds() -> None:
    """Extrapolated values may be huge: TOPSIS squares none of them. COPRAS refuses a portion that is lost in a sum."""
    huge = matrix_of([[0, 1], [1, 0], [1, 1]], [0.5, 0.5])
    huge = replace(huge, values=huge.values * 1e215)
    assert topsis.aggregate(huge, topsis.settings()).totals.tolist() == pytest.approx([0.5, 0.5, 1])
    with pytest.raises(ValueError, match="its numbers lie too far apart"):
        copras.aggregate(matrix_of([[1e-200], [1e200]], [1], ("less",)), NONE)
    far = weighted_product.aggregate(matrix_of([[1e-200], [1e200]], [1], ("less",)), NONE)
    assert far.totals.tolist() == [1, 0]


def test_copras_on_costs_alone() -> None:
    """Without a benefit Q is the inverse of the cost, scaled: half the cost has twice the utility."""
    found = copras.aggregate(matrix_of([[2], [4]], [1], ("less",)), NONE)
    assert found.totals.tolist() == pytest.approx([1, 0.5])


def test_topsis_on_the_values_of_the_decision() -> None:
    """By hand: values (1, 0), (0, 1), (1/2, 1/2) at even shares; distances to (1/2, 1/2) and (0, 0)."""
    found = topsis.aggregate(matrix_of([[1, 0], [0, 1], [0.5, 0.5]], [0.5, 0.5]), topsis.settings())
    assert found.workings["To ideal"].tolist() == pytest.approx([0.5, 0.5, 8**-0.5])
    assert found.totals.tolist() == pytest.approx([0.5, 0.5, 0.5])


def test_topsis_ideals_are_given_whole_or_not_at_all() -> None:
    """An ideal that lacks a criterion, or stands without an anti-ideal, is refused by name."""
    matrix = matrix_of([[1, 2], [3, 4]], [0.5, 0.5])
    with pytest.raises(ValueError, match="must both be given on every criterion, and lack b"):
        topsis.aggregate(matrix, Ideals(ideal={"a": 1, "b": 1}, anti_ideal={"a": 0}))
    with pytest.raises(ValueError, match="lack a"):
        topsis.aggregate(matrix, Ideals(ideal={"a": 1, "b": 1}))


def test_vikor_proposes_several_without_advantage() -> None:
    """By hand: three options, so an advantage of 1/2 is needed; two of them lie closer together."""
    # Losses: (0, 0.4), (0.4, 0), (1, 1), halved. S = 0.2, 0.2, 1; R = 0.2, 0.2, 0.5; Q = 0, 0, 1.
    found = vikor.aggregate(matrix_of([[1, 0.6], [0.6, 1], [0, 0]], [0.5, 0.5]), vikor.settings())
    assert found.workings["Q"].tolist() == pytest.approx([0, 0, 1])
    assert found.facts == {"Acceptable advantage": False, "Acceptable stability": True}
    assert found.proposed == (0, 1)


def test_vikor_adds_the_second_where_the_first_is_not_stable() -> None:
    """By hand: the option with the least Q is far ahead, and the best neither by S nor by R."""
    # Shares 0.4, 0.4, 0.2; losses, in rows.
    losses = [[0.775, 0, 0.5], [1, 0, 0], [0.75, 0.75, 1], [1, 1, 1], [0, 1, 1]]
    values = [[1 - each for each in row] for row in losses]
    found = vikor.aggregate(matrix_of(values, [0.4, 0.4, 0.2]), vikor.settings())
    assert found.workings["S"].tolist() == pytest.approx([0.41, 0.4, 0.8, 1, 0.6])
    assert found.workings["R"].tolist() == pytest.approx([0.31, 0.4, 0.3, 0.4, 0.4])
    # Q: (0.01 / 0.6 + 0.1) / 2 = 7 / 120; (0 + 1) / 2; (0.4 / 0.6 + 0) / 2 = 1 / 3; 1; (0.2 / 0.6 + 1) / 2 = 2 / 3.
    assert found.workings["Q"].tolist() == pytest.approx([7 / 120, 0.5, 1 / 3, 1, 2 / 3])
    # The third is 0.275 behind, and 1 / 4 is enough; but the second is best by S and the third by R.
    assert found.facts == {"Acceptable advantage": True, "Acceptable stability": False}
    assert found.proposed == (0, 2)


def test_copeland_can_crown_what_the_sum_would_not() -> None:
    """By hand: a wins on two criteria of three by little and loses the third by much; it beats both others."""
    # a beats b with 0.6 of the weight and c with 0.7; b beats c with 0.6.
    values = [[0.6, 0.5, 0], [0.5, 0.6, 1], [0.4, 0, 0.9]]
    matrix = matrix_of([[row[0], row[0], row[2]] for row in values], [0.3, 0.3, 0.4])
    found = copeland.aggregate(matrix, NONE)
    assert found.totals.tolist() == [2, 0, -2]
    assert found.workings["Beats"].tolist() == [2, 1, 0]


def test_copeland_counts_an_even_split_as_nothing() -> None:
    """Half the weight either way, and a difference that is only noise, beat nobody."""
    even = matrix_of([[1, 0], [0, 1]], [0.5, 0.5])
    assert copeland.aggregate(even, NONE).totals.tolist() == [0, 0]
    noisy = matrix_of([[0.1 + 0.2, 1], [0.3, 1], [0, 0]], [0.5, 0.5])
    assert copeland.aggregate(noisy, NONE).totals.tolist() == [1, 1, -2]
    split = matrix_of([[1, 1, 0, 1], [0, 0, 1, 1]], [0.1, 0.2, 0.3, 0.4])
    assert copeland.aggregate(split, NONE).totals.tolist() == [0, 0]


def test_promethee_needs_no_threshold() -> None:
    """By hand: the usual function counts who is ahead, so flows are shares of the weight, averaged."""
    # a is ahead of b and c on x (0.7), behind both on y (0.3): plus 0.7, minus 0.3.
    found = promethee.aggregate(matrix_of([[9, 1], [5, 2], [5, 3]], [0.7, 0.3]), promethee.settings())
    assert found.workings["Plus flow"].tolist() == pytest.approx([0.7, 0.15, 0.3])
    assert found.workings["Minus flow"].tolist() == pytest.approx([0.3, 0.5, 0.35])
    assert found.totals.tolist() == pytest.approx([0.4, -0.35, -0.05])


@pytest.mark.parametrize(
    ("said", "because"),
    [
        ({"function": "ushape"}, "takes q"),
        ({"function": "usual", "q": 1.0}, "takes no threshold"),
        ({"function": "linear", "q": 2.0, "p": 2.0}, "p must be above q"),
        ({"function": "vshape", "p": 0.0}, "p must be above q and above 0"),
        ({"function": "gauss", "s": 0.0}, "s must be above 0"),
    ],
)
def test_thresholds_that_do_not_fit(said: dict[str, object], because: str) -> None:
    """A preference function takes its own thresholds, in order, and no others."""
    with pytest.raises(ValidationError, match=because):
        Preference.model_validate(said)


def test_a_preference_of_no_criterion() -> None:
    """A function for a name that is no criterion is refused by name."""
    matrix = matrix_of([[1], [2]], [1])
    with pytest.raises(ValueError, match="these are none: z"):
        promethee.aggregate(matrix, Functions(preferences={"z": Preference()}))


@pytest.mark.parametrize("method", [weighted_product, copras], ids=["weighted product", "COPRAS"])
def test_ratio_scales_and_numbers_above_zero(method: type) -> None:
    """Levels are refused, and so are zeros: they are not nudged. A criterion without weight does not matter."""
    with pytest.raises(ValueError, match=r"it needs ratio scales.*: it cannot take a and b"):
        method.aggregate(matrix_of([[1, 2], [3, 4]], [0.5, 0.5], ratio=False), NONE)
    with pytest.raises(ValueError, match="it needs numbers above 0, and there are others on b"):
        method.aggregate(matrix_of([[1, 0], [3, 4]], [0.5, 0.5]), NONE)
    unweighed = method.aggregate(matrix_of([[1, 0], [3, 4]], [1, 0]), NONE)
    assert unweighed.totals.tolist() == pytest.approx([1 / 3, 1])


def test_vector_normalisation_needs_ratio_scales() -> None:
    """Levels have no zero of their own, so the textbook's TOPSIS is refused on them; zeros are welcome."""
    with pytest.raises(ValueError, match="it needs ratio scales"):
        topsis.aggregate(matrix_of([[1], [2]], [1], ratio=False), Ideals(normalisation="vector"))
    nothing = topsis.aggregate(matrix_of([[0, 3], [0, 4]], [0.5, 0.5]), Ideals(normalisation="vector"))
    assert nothing.totals.tolist() == [0, 1]


def test_where_nothing_differs_all_are_equal() -> None:
    """Options that are alike on everything tie in every method, and nothing is divided by zero."""
    alike = matrix_of([[2, 3]] * 3, [0.5, 0.5])
    for method in (weighted_product, copras, topsis, vikor, promethee, copeland):
        assert np.ptp(method.aggregate(alike, method.settings()).totals) == 0
    assert vikor.aggregate(alike, vikor.settings()).proposed == (0, 1, 2)


def test_a_single_option() -> None:
    """Alone, an option is ranked by every method, and VIKOR proposes it."""
    alone = matrix_of([[2, 3]], [0.5, 0.5])
    for method in (weighted_product, copras, topsis, vikor, promethee, copeland):
        assert np.isfinite(method.aggregate(alone, method.settings()).totals).all()
    assert vikor.aggregate(alone, vikor.settings()).proposed == (0,)
