"""Case 39: two decision tables and what each rule makes of them, as printed in the tests of the package JMcDM.

jbytecode/JMcDM, test/testscdm.jl; rows are options, columns scenarios, payoffs to be maximised.
"""

import numpy as np
import pytest

from steelyard.model import decision_rules

FIRST = np.array([[3000.0, 2750, 2500, 2250], [1500, 4750, 8000, 7750], [2000, 5250, 8500, 11750]])
SECOND = np.array([[26.0, 26, 18, 22], [22, 34, 30, 18], [28, 24, 34, 26], [22, 30, 28, 20]])
PROBABILITIES = np.array([0.2, 0.5, 0.2, 0.1])


def test_equal_probabilities_are_laplaces_rule() -> None:
    """The printed means are 2625, 5500 and 6875, and the third option is chosen."""
    means = decision_rules.expected(FIRST, np.full(4, 0.25))
    assert means.tolist() == pytest.approx([2625, 5500, 6875], abs=0.5)
    assert decision_rules.chosen(means) == (2,)


def test_maximin() -> None:
    """The printed row minima are 18, 18, 24 and 20, and the third option is chosen."""
    assert decision_rules.worst(SECOND).tolist() == [18, 18, 24, 20]
    assert decision_rules.chosen(decision_rules.worst(SECOND)) == (2,)


def test_maximax() -> None:
    """The printed row maxima are 26, 34, 34 and 30; the second and the third option share the highest."""
    assert decision_rules.best(SECOND).tolist() == [26, 34, 34, 30]
    assert decision_rules.chosen(decision_rules.best(SECOND)) == (1, 2)


def test_minimax_regret() -> None:
    """The greatest regrets are 16, 8, 10 and 6, and the fourth option is chosen, as printed."""
    assert decision_rules.greatest_regret(SECOND).tolist() == [16, 8, 10, 6]
    assert decision_rules.chosen(-decision_rules.greatest_regret(SECOND)) == (3,)


def test_expected_value_and_expected_regret() -> None:
    """The printed expected payoffs are 24, 29.2, 27 and 27, the expected regrets 8, 2.8, 5 and 5."""
    payoffs = decision_rules.expected(SECOND, PROBABILITIES)
    assert payoffs.tolist() == pytest.approx([24.0, 29.2, 27.0, 27.0], abs=1e-9)
    regret = decision_rules.expected(decision_rules.regrets(SECOND), PROBABILITIES)
    assert regret.tolist() == pytest.approx([8, 2.8, 5, 5], abs=1e-9)


def test_hurwicz_lies_between_the_worst_and_the_best() -> None:
    """By hand: a quarter of the best and three quarters of the worst; its ends are maximin and maximax."""
    # 0.25 x 26 + 0.75 x 18 = 20; 0.25 x 34 + 0.75 x 18 = 22; 0.25 x 34 + 0.75 x 24 = 26.5; 0.25 x 30 + 0.75 x 20 = 22.5
    assert decision_rules.hurwicz(SECOND, 0.25).tolist() == [20, 22, 26.5, 22.5]
    assert decision_rules.hurwicz(SECOND, 0).tolist() == [18, 18, 24, 20]
    assert decision_rules.hurwicz(SECOND, 1).tolist() == [26, 34, 34, 30]


def test_best_somewhere_and_nowhere_worst() -> None:
    """By hand: the third option is best in the first column and worst in the second, and the second in the last."""
    assert decision_rules.best_somewhere_nowhere_worst(SECOND) == ()
    # Without the second column the third option is best everywhere and worst nowhere.
    assert decision_rules.best_somewhere_nowhere_worst(SECOND[:, [0, 2, 3]]) == (2,)
    # Where all options are equal, none of them counts as worst.
    assert decision_rules.best_somewhere_nowhere_worst(np.array([[1.0, 3], [1, 2], [1, 1]])) == (0, 1)
