"""Weight sets as the views of those whose judgements they are, by the names that sentences use."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from steelyard.contracts import Assessment
from steelyard.figures import listed
from steelyard.model.views import Views
from steelyard.results.exhibit import Column, Unit
from steelyard.results.valuation import Numbers, Valuation

CHAPTER = "Where views differ"
FEWEST = 2
"""With fewer weight sets, or fewer options, there is nothing to compare."""


@dataclass(frozen=True)
class NamedViews(Views):
    """The weight sets that are somebody's judgements, how the options stand under each, and what they are called."""

    assessment: Assessment
    valuations: tuple[Valuation, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The weight sets by id."""
        return tuple(each.weights for each in self.valuations)

    @property
    def options(self) -> tuple[str, ...]:
        """The options by id."""
        return self.valuations[0].options

    @property
    def criteria(self) -> tuple[str, ...]:
        """The criteria by id."""
        return self.valuations[0].criteria

    @property
    def power(self) -> Numbers:
        """The voting power of each weight set."""
        sets = self.assessment.definitions.weight_sets
        return np.array([sets[name].voting_power for name in self.names])

    @property
    def order(self) -> tuple[int, ...]:
        """Options as they stand under the weight set that is shown."""
        return self.assessment.valuation.order

    def title(self, row: int) -> str:
        """An option's title."""
        return self.assessment.definitions.options[self.options[row]].title

    def titles(self, rows: Sequence[int]) -> str:
        """Titles of options, as part of a sentence."""
        return listed([self.title(row) for row in rows])

    def set_title(self, number: int) -> str:
        """A weight set's title."""
        return self.assessment.definitions.weight_sets[self.names[number]].title

    def set_titles(self, numbers: Sequence[int]) -> str:
        """Titles of weight sets in quotes, as part of a sentence."""
        return listed([f"'{self.set_title(number)}'" for number in numbers])

    def criterion(self, column: int) -> str:
        """A criterion's title."""
        return self.assessment.definitions.criteria[self.criteria[column]].title

    @property
    def all(self) -> str:
        """How many weight sets there are, as the start of a sentence."""
        return "Both weight sets" if len(self.names) == FEWEST else f"All {len(self.names)} weight sets"

    @property
    def provenance(self) -> str:
        """Whose agreement this is, and whose it is not."""
        records = [self.assessment.definitions.weight_sets[name] for name in self.names]
        illustrative = sum(each.status == "illustrative" for each in records)
        if not illustrative:
            return f"{self.all} are agreed by those whose they are."
        some = f"{illustrative} of the weight sets {'is' if illustrative == 1 else 'are'}"
        who = "The weight sets are" if illustrative == len(records) else some
        return f"{who} illustrative: where they agree or differ, no people have yet agreed or differed."

    @property
    def left_out(self) -> tuple[str, ...]:
        """The weight sets that come from the options' numbers, by id."""
        return tuple(name for name in self.assessment.valuations if name in self.assessment.data_driven)

    def columns(self, unit: Unit) -> tuple[Column, ...]:
        """A column for each weight set."""
        return tuple(Column(name, self.set_title(number), unit) for number, name in enumerate(self.names))


def views_in(assessment: Assessment) -> NamedViews | None:
    """The views that can be compared; None where there is nothing to compare.

    Weight sets that come from the options' numbers are nobody's judgement and are left out.
    """
    judged = tuple(each for name, each in assessment.valuations.items() if name not in assessment.data_driven)
    if len(judged) < FEWEST or len(judged[0].options) < FEWEST:
        return None
    baseline = judged[0].options.index(assessment.definitions.decision.baseline)
    return NamedViews(judged, baseline, assessment, judged)
