"""A report: everything an output may show, and nothing about how it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from steelyard.documents.definitions import Definitions
from steelyard.results.curve import Curve
from steelyard.results.exhibit import Exhibit
from steelyard.results.finding import Finding
from steelyard.results.ranking import Ranking, Unranked
from steelyard.results.stamp import Stamp

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Report:
    """One decision, worked out under every weight set.

    `rankings` and `widths` are keyed by weight set, in order of id; `shown` is the one shown first.
    `widths[set][criterion]` is the value spanned by the range that the swing was judged on.
    `tables` gives the validated frames by name: options, criteria, sources, claims, scores, weights; each is made
    when it is first asked for.
    `exhibits` are what the analyses found, in order of showing. `data_driven` names the weight sets that come from the
    options' numbers and are nobody's judgement; `by_points` those whose judgements are points themselves, while those
    of the others were worked out.
    """

    definitions: Definitions
    curves: Mapping[str, Curve]
    widths: Mapping[str, Mapping[str, float]]
    rankings: Mapping[str, Ranking]
    shown: str
    tables: "Mapping[str, pd.DataFrame]"
    exhibits: tuple[Exhibit, ...]
    findings: tuple[Finding, ...]
    stamp: Stamp
    data_driven: frozenset[str] = frozenset()
    by_points: frozenset[str] = frozenset()

    @property
    def ranking(self) -> Ranking:
        """The ranking that is shown first."""
        return self.rankings[self.shown]

    @property
    def unranked(self) -> tuple[Unranked, ...]:
        """The options that are shown and not ranked."""
        return self.ranking.unranked
