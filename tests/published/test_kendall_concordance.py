"""Case 32: Kendall's W with and without ties, in four published examples.

(a) Legendre (2005), Species associations: the Kendall coefficient of concordance revisited, JABES 10, 226-245, with the
figures that the R package vegan prints; (b) Zar (2010), Biostatistical Analysis, example 20.5; (c) Siegel (1956), as in
the example of the NAG routine g08da; (d) four judges of ten projects, with the sum of squares 1048 printed. The printed
tail probabilities are not worked out here: weight sets are no random sample.
"""

import numpy as np
import pytest

from steelyard.model import concordance

COUNTS = np.array(
    [
        [18, 47, 17, 2],
        [20, 8, 19, 0],
        [19, 61, 20, 1],
        [18, 69, 38, 0],
        [9, 11, 20, 1],
        [22, 39, 56, 2],
        [1, 6, 6, 2],
        [0, 5, 10, 2],
        [0, 1, 1, 0],
        [3, 73, 14, 22],
    ]
)
SITES = np.array([286, 123, 269, 172, 130, 194, 158, 145, 42, 184])
MITES = np.sqrt(COUNTS / SITES[:, None]).T
BIRDS = np.array(
    [
        [10.4, 10.8, 11.1, 10.2, 10.3, 10.2, 10.7, 10.5, 10.8, 11.2, 10.6, 11.4],
        [7.4, 7.6, 7.9, 7.2, 7.4, 7.1, 7.4, 7.2, 7.8, 7.7, 7.8, 8.3],
        [17, 17, 20, 14.5, 15.5, 13, 19.5, 16, 21, 20, 18, 22],
    ]
)
SIEGEL = np.array(
    [
        [1.0, 4.5, 2.0, 4.5, 3.0, 7.5, 6.0, 9.0, 7.5, 10.0],
        [2.5, 1.0, 2.5, 4.5, 4.5, 8.0, 9.0, 6.5, 10.0, 6.5],
        [2.0, 1.0, 4.5, 4.5, 4.5, 4.5, 8.0, 8.0, 8.0, 10.0],
    ]
)
PROJECTS = np.array(
    [
        [1, 3, 4, 5, 2, 8, 6, 7, 10, 9],
        [2, 1, 4, 5, 6, 3, 8, 7, 10, 9],
        [3, 2, 1, 5, 7, 4, 6, 8, 9, 10],
        [4, 2, 3, 1, 6, 7, 5, 9, 8, 10],
    ]
)


def test_species_of_mites_agree_as_printed() -> None:
    """W, F and chi-square to the eighth decimal, and each species' part to the seventh."""
    assert concordance.kendall_w(MITES) == pytest.approx(0.44160305, abs=5.1e-9)
    assert concordance.f_statistic(MITES) == pytest.approx(2.37252221, abs=5.1e-9)
    assert concordance.friedman_chi_square(MITES) == pytest.approx(15.89770992, abs=5.1e-9)
    printed = [0.3265678, 0.3965503, 0.4570402, -0.1681251]
    assert concordance.spearman_with_others(MITES).tolist() == pytest.approx(printed, abs=5.1e-8)
    assert concordance.w_of_each(MITES).tolist() == pytest.approx(
        [0.4949258, 0.5474127, 0.5927802, 0.1239061], abs=5.1e-8
    )
    # The mean of the four printed figures: 1.0120332 / 4.
    assert concordance.mean_spearman(MITES) == pytest.approx(1.0120332 / 4, abs=5.1e-8)


def test_measurements_of_birds_with_and_without_the_correction_for_ties() -> None:
    """Rank sums as printed; W is 0.91336 without the correction and 0.92414 with it."""
    sums = [14.5, 21, 30.5, 6, 11, 3.5, 20, 11.5, 29, 28.5, 22.5, 36]
    assert concordance.rank_sums(BIRDS).tolist() == sums
    assert concordance.kendall_w(BIRDS, "uncorrected") == pytest.approx(0.91336, abs=5.1e-6)
    assert concordance.kendall_w(BIRDS, "corrected") == pytest.approx(0.92414, abs=5.1e-6)


def test_three_rankings_of_ten_things_with_many_ties() -> None:
    """W 0.828 and chi-square 22.349, as printed."""
    assert concordance.kendall_w(SIEGEL) == pytest.approx(0.828, abs=0.0005)
    assert concordance.friedman_chi_square(SIEGEL) == pytest.approx(22.349, abs=0.0005)


def test_four_judges_of_ten_projects() -> None:
    """The sum of squares is 1048, so W is 12 x 1048 / (16 x 990)."""
    assert concordance.squared_deviations(PROJECTS) == 1048
    assert concordance.kendall_w(PROJECTS) == pytest.approx(0.79394, abs=5.1e-6)
