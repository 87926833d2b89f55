"""An aggregation: what one method makes of options by criteria, and how it came about."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from steelyard.results.valuation import Numbers


@dataclass(frozen=True)
class Aggregation:
    """One total an option, the more the better, and the figures on the way to it.

    `workings` hold figures by heading, one an option. `facts` say, by heading, what the method tests of its own
    result; `proposed` are the rows that it proposes together, where it does so.
    """

    totals: Numbers
    workings: Mapping[str, Numbers] = field(default_factory=dict)
    facts: Mapping[str, bool] = field(default_factory=dict)
    proposed: tuple[int, ...] = ()
