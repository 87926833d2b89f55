"""Rules for choosing when it is not known which future comes: from payoffs of options (rows) in scenarios (columns).

Payoffs are the better the higher. None of the rules but the expected payoff needs probabilities, and the expected
payoff means nothing without them. The worked tables are in Luce & Raiffa (1957), Games and Decisions, chapter 13.
"""

import numpy as np

from steelyard.model.ranking import ranks, rounded
from steelyard.results.valuation import Numbers


def expected(payoffs: Numbers, probabilities: Numbers) -> Numbers:
    """The mean of each option's payoffs, weighted by the probabilities of the scenarios.

    Source: Savage (1954), The Foundations of Statistics. With equal probabilities it is Laplace's rule.
    """
    found: Numbers = payoffs @ probabilities
    return found


def worst(payoffs: Numbers) -> Numbers:
    """Each option's lowest payoff; maximin chooses the option whose lowest is highest.

    Source: Wald (1950), Statistical Decision Functions.
    """
    found: Numbers = payoffs.min(axis=1)
    return found


def best(payoffs: Numbers) -> Numbers:
    """Each option's highest payoff; maximax, the hopeful rule, chooses the option whose highest is highest."""
    found: Numbers = payoffs.max(axis=1)
    return found


def regrets(payoffs: Numbers) -> Numbers:
    """How far each payoff is below the best that any option has in the same scenario.

    Source: Savage (1951), The theory of statistical decision, JASA 46, 55-67.
    """
    found: Numbers = payoffs.max(axis=0) - payoffs
    return found


def greatest_regret(payoffs: Numbers) -> Numbers:
    """Each option's highest regret; minimax regret chooses the option whose highest is lowest (Savage 1951)."""
    found: Numbers = regrets(payoffs).max(axis=1)
    return found


def hurwicz(payoffs: Numbers, optimism: float) -> Numbers:
    """Optimism times each option's best payoff, plus the rest times its worst: 0 is maximin, 1 is maximax.

    Source: Hurwicz (1951), Optimality criteria for decision making under ignorance, Cowles Commission paper 370.
    """
    return optimism * best(payoffs) + (1 - optimism) * worst(payoffs)


def chosen(figures: Numbers) -> tuple[int, ...]:
    """The rows of the highest figure; several where they are equal after rounding to nine places."""
    return tuple(row for row, rank in enumerate(ranks(figures)) if rank == 1)


def best_somewhere_nowhere_worst(payoffs: Numbers) -> tuple[int, ...]:
    """The rows that have the highest payoff in some scenario and the lowest in none.

    Payoffs are compared after rounding to nine places, as totals are; a scenario in which all are equal has no worst.
    """
    compared = np.array([[rounded(payoff) for payoff in row] for row in payoffs.tolist()])
    top, bottom = compared == compared.max(axis=0), compared == compared.min(axis=0)
    bottom &= ~top.all(axis=0)
    return tuple(int(row) for row in np.flatnonzero(top.any(axis=1) & ~bottom.any(axis=1)))
