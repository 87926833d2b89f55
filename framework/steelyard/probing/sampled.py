"""The blocks of figures that sampling gives, by name."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from steelyard.model.sampling.chance import chunks
from steelyard.model.sampling.confidence import confidence_factors
from steelyard.model.sampling.estimate import Acceptability, acceptability
from steelyard.model.sampling.running import Counts, counted
from steelyard.model.sampling.scores import ScoreSource
from steelyard.model.sampling.tally import Question
from steelyard.model.sampling.weights import WeightSource
from steelyard.probing.effort import Effort
from steelyard.probing.sources import scores_at_values, scores_drawn
from steelyard.probing.subject import Subject
from steelyard.results.robustness import Block, Sampled
from steelyard.results.valuation import Numbers

_AFTER_AN_INTERRUPT = 4096
"""Whoever interrupts does not want to wait for the questions that are left either."""
_CONFIDENCE_SAMPLES = 16_384


@dataclass
class Sampler:
    """Asks one question after the other, each with a chance of its own; after an interrupt only briefly."""

    subject: Subject
    effort: Effort
    seed: int
    asked: int = 0
    interrupted: bool = field(default=False)

    def block(self, weights: WeightSource, *, pairs: bool = False, central: bool = False) -> Block:
        """What weightings of one kind give, with scores at their values and drawn."""
        fixed, drawn = scores_at_values(self.subject), scores_drawn(self.subject)
        at_values = self._sampled(weights, fixed, pairs=pairs)
        if not drawn.drawn:
            sure = {name: None if each is None else 1.0 for name, each in at_values.central.items()}
            at_values = replace(at_values, confidence=sure) if central else at_values
            return Block(at_values, at_values)
        found = self._sampled(weights, drawn, pairs=pairs)
        if central:
            found = replace(found, confidence=self._confidence(found, drawn))
        return Block(at_values, found)

    def _sampled(self, weights: WeightSource, scores: ScoreSource, *, pairs: bool) -> Sampled:
        return self._named(self._asked(Question(self._number(), weights, scores, pairs)))

    def _asked(self, question: Question) -> Acceptability:
        """A question's figures; whoever interrupts before any of its samples are counted gets a few of them."""
        try:
            counts = self._counted(question)
        except KeyboardInterrupt:
            if self.interrupted:
                raise
            self.interrupted = True
            counts = self._counted(question)
        self.interrupted |= counts.partial
        return acceptability(counts)

    def _counted(self, question: Question) -> Counts:
        samples = self.at_most(self.effort.samples)
        return counted(question, samples, self.seed, self.effort.executor, self.effort.progress)

    def at_most(self, samples: int) -> int:
        """So many samples, or as many as are asked for, or few after an interrupt: whichever is least."""
        return min(samples, self.effort.samples, _AFTER_AN_INTERRUPT if self.interrupted else samples)

    def _number(self) -> int:
        self.asked += 1
        return self.asked

    def _confidence(self, found: Sampled, scores: ScoreSource) -> Mapping[str, float | None]:
        """The share of score draws in which each option is first at its central weights; None where it has none."""
        none = [np.nan] * scores.values.shape[1]
        central = np.array([none if each is None else list(each.values()) for each in found.central.values()])
        draws = chunks(self.seed, self._number(), self.at_most(_CONFIDENCE_SAMPLES))
        factors = confidence_factors(scores, central, draws)
        return {
            option: None if np.isnan(factor) else float(factor)
            for option, factor in zip(found.central, factors, strict=True)
        }

    def _named(self, found: Acceptability) -> Sampled:
        options, criteria = self.subject.standing.options, self.subject.standing.criteria
        central = [
            None if np.isnan(each).any() else dict(zip(criteria, each.tolist(), strict=True)) for each in found.central
        ]
        return Sampled(
            samples=found.samples,
            ranks=_rows(options, found.ranks),
            errors=_rows(options, found.errors),
            expected_rank=dict(zip(options, found.expected_rank.tolist(), strict=True)),
            rank_entropy=dict(zip(options, found.rank_entropy.tolist(), strict=True)),
            central=dict(zip(options, central, strict=True)),
            wins=None if found.wins is None else by_pair(options, found.wins),
            entropy=found.entropy,
        )


def _rows(options: tuple[str, ...], numbers: Numbers) -> dict[str, tuple[float, ...]]:
    return {option: tuple(row.tolist()) for option, row in zip(options, numbers, strict=True)}


def by_pair(options: tuple[str, ...], shares: Numbers) -> dict[str, dict[str, float]]:
    """Shares of pairs by the names of both, without an option's against itself."""
    return {
        one: {other: float(shares[row, column]) for column, other in enumerate(options) if column != row}
        for row, one in enumerate(options)
    }
