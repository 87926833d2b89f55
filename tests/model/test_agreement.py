import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steelyard.model.agreement import Metric, krippendorff_alpha

NONE = np.nan
METRICS: tuple[Metric, ...] = ("ordinal", "interval")


@pytest.mark.parametrize("metric", METRICS)
def test_whole_agreement_is_1(metric: Metric) -> None:
    """Assessors who always say the same agree wholly, whatever they leave out."""
    assert krippendorff_alpha(np.array([[1, 5, 2, NONE], [1, 5, NONE, 9], [1, 5, 2, NONE]]), metric) == 1


@pytest.mark.parametrize("metric", METRICS)
def test_opposition_is_below_0(metric: Metric) -> None:
    """Two who say 0 and 1 crosswise: each pair differs by 1, of six pairs of judgements four do, so 1 - 1 / (4 / 6)."""
    assert krippendorff_alpha(np.array([[0.0, 1.0], [1.0, 0.0]]), metric) == pytest.approx(-0.5, abs=1e-12)


def test_metrics_differ_where_levels_are_uneven() -> None:
    """Worked by hand on the pairs (0, 1) and (10, 10), whose mid-ranks are 0.5, 1.5, 3 and 3.

    Interval: the squares of all pairs are 1 + 100 + 100 + 81 + 81 + 0 = 363, so
    1 - (2 x 1 / 4) / (2 x 363 / 12) = 1 - 0.5 / 60.5. Ordinal: 1 + 6.25 + 6.25 + 2.25 + 2.25 + 0 = 18, so
    1 - 0.5 / (2 x 18 / 12) = 1 - 0.5 / 3.
    """
    judgements = np.array([[0.0, 10.0], [1.0, 10.0]])
    assert krippendorff_alpha(judgements, "interval") == pytest.approx(1 - 0.5 / 60.5, abs=1e-12)
    assert krippendorff_alpha(judgements, "ordinal") == pytest.approx(1 - 0.5 / 3, abs=1e-12)


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize(
    "judgements",
    [
        [[2, 2], [2, 2]],
        [[1, NONE], [NONE, 2]],
        [[1, 2, 3]],
        [[2, 3, NONE], [2, NONE, 4]],
        np.empty((0, 0)).tolist(),
        [[]],
    ],
)
def test_where_nothing_varies_there_is_none(judgements: list[list[float]], metric: Metric) -> None:
    """One number throughout, or nothing that two have judged, says nothing about agreement."""
    table = np.array(judgements, dtype=float).reshape(len(judgements), -1 if judgements and judgements[0] else 0)
    assert krippendorff_alpha(table, metric) is None


_NUMBERS = st.one_of(st.integers(0, 4).map(float), st.floats(-1e200, 1e200), st.just(NONE))


@given(
    st.integers(1, 5).flatmap(lambda units: st.lists(st.lists(_NUMBERS, min_size=units, max_size=units), min_size=1))
)
def test_alpha_is_never_above_1(rows: list[list[float]]) -> None:
    """Whatever is judged, alpha is a finite number of at most 1, or there is none."""
    for metric in METRICS:
        alpha = krippendorff_alpha(np.array(rows), metric)
        assert alpha is None or -1e6 < alpha <= 1
