"""Case 33: Krippendorff's alpha of four observers and twelve units, some of them not judged.

Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, Annenberg School for Communication, University of
Pennsylvania. A second set, three coders and fifteen units, is from the Wikipedia article on the coefficient. Nominal
and ratio alpha are printed there too; no scale of ours calls for them.
"""

import numpy as np
import pytest

from steelyard.model.agreement import Metric, krippendorff_alpha

NONE = np.nan
OBSERVERS = np.array(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, NONE, NONE, NONE],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NONE, 3],
        [NONE, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NONE],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NONE],
    ]
)
CODERS = np.array(
    [
        [NONE, NONE, NONE, NONE, NONE, 3, 4, 1, 2, 1, 1, 3, 3, NONE, 3],
        [1, NONE, 2, 1, 3, 3, 4, 3, NONE, NONE, NONE, NONE, NONE, NONE, NONE],
        [NONE, NONE, 2, 1, 3, 4, 4, NONE, 2, 1, 1, 3, 3, NONE, 4],
    ]
)


@pytest.mark.parametrize(
    ("judgements", "metric", "printed", "half_a_digit"),
    [
        (OBSERVERS, "ordinal", 0.815, 0.0005),
        (OBSERVERS, "interval", 0.849, 0.0005),
        (CODERS, "interval", 0.810845, 0.0000005),
    ],
)
def test_alpha_is_as_printed(judgements: np.ndarray, metric: Metric, printed: float, half_a_digit: float) -> None:
    """Ordinal and interval alpha agree with every digit that is printed; units judged once are left out."""
    alpha = krippendorff_alpha(judgements, metric)
    assert alpha is not None
    assert abs(alpha - printed) <= half_a_digit
