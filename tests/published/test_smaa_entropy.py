"""Case 08: entropy of 120 rankings of five antidepressants in 10,000 samples, as a test of the R package smaa has it.

G. van Valkenhoef, smaa 0.3-2, test rankEntropy.
"""

import pytest

from steelyard.model.sampling.estimate import entropy

# fmt: off
COUNTS = [
    743, 329, 804, 143, 117, 63, 615, 607, 524, 192, 74, 59, 187, 595, 153, 515, 16, 38, 36, 96, 18, 96, 14, 32, 18,
    13, 41, 5, 11, 6, 72, 77, 143, 47, 15, 17, 46, 166, 44, 214, 5, 21, 22, 34, 3, 58, 7, 19, 14, 3, 28, 3, 5, 1, 30,
    27, 98, 9, 16, 4, 29, 156, 35, 243, 5, 15, 11, 52, 3, 80, 3, 13, 5, 4, 16, 3, 2, 2, 30, 27, 69, 18, 6, 1, 47, 65,
    69, 83, 2, 9, 20, 32, 2, 60, 10, 24, 8, 2, 4, 3, 1, 6, 27, 25, 31, 15, 18, 12, 70, 121, 56, 143, 18, 22, 77, 205,
    58, 254, 62, 103,
]
# fmt: on


def test_entropy_of_rankings_is_as_stored() -> None:
    """Entropy in bits, to fourteen decimals."""
    assert (len(COUNTS), sum(COUNTS)) == (120, 10_000)
    assert entropy(COUNTS) == pytest.approx(5.54351378138579, abs=5.1e-15)
