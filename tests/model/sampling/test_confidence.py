"""How sure an option is to be first at its own weighting: by hand, and by counting the same question otherwise."""

import numpy as np
import pytest

from steelyard.model.sampling.chance import chunks
from steelyard.model.sampling.confidence import confidence_factors
from steelyard.model.sampling.running import counted
from steelyard.model.sampling.scores import ScoreSource
from steelyard.model.sampling.tally import Question
from steelyard.model.sampling.weights import Fixed


def test_by_hand() -> None:
    """At (1, 0) the first is at 0 or 1, as likely, against 0.75; at (0, 1) the second always; the third is unknown."""
    values = np.array([[9.0, 0.0], [0.75, 1.0], [0.0, 0.0]])
    source = ScoreSource(values, ((0, 0),), np.repeat([[0.0, 1.0]], 2048, axis=1))
    central = np.array([[1.0, 0.0], [0.0, 1.0], [np.nan, np.nan]])
    factors = confidence_factors(source, central, chunks(1, 1, 65_536))
    assert factors[0] == pytest.approx(0.5, abs=0.01)
    assert factors[1] == 1
    assert np.isnan(factors[2])


def test_options_that_tie_share_first_place() -> None:
    """Three alike at the top have a third each, two a half, whatever the noise, and those below nothing."""
    even = np.full((4, 2), 0.5)
    three = ScoreSource(np.array([[0.2, 0.2], [0.7, 0.1], [0.4, 0.4], [0.1, 0.7]]))
    assert confidence_factors(three, even, chunks(1, 1, 64)) == pytest.approx([0, 1 / 3, 1 / 3, 1 / 3])
    two = ScoreSource(np.array([[0.4, 0.4], [0.2, 0.2], [0.1 + 0.2, 0.5], [0.3, 0.3]]))
    assert confidence_factors(two, even, chunks(1, 1, 64)).tolist() == [0.5, 0, 0.5, 0]


def test_as_counted_at_fixed_weights() -> None:
    """The same shares as those of first ranks at fixed weights, which are counted by comparing pairs."""
    chance = np.random.default_rng(5)
    cells = tuple((row, column) for row in range(4) for column in range(3) if (row, column) != (2, 1))
    source = ScoreSource(chance.random((4, 3)), cells, np.sort(chance.random((11, 4096)), axis=1))
    central = chance.dirichlet(np.ones(3), 4)
    factors = confidence_factors(source, central, chunks(1, 1, 200_000))
    for row, factor in enumerate(factors):
        found = counted(Question(2 + row, Fixed(tuple(central[row])), source), 200_000, 3)
        assert factor == pytest.approx(sum(each.ranks[row, 0] for each in found.shifts) / found.samples, abs=6e-3)
