"""What judgements of importance come to: points, facts about their consistency, and the weights they admit."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Consistency:
    """How well judgements fit together by one measure, and what a reader should make of it.

    `value` is 0 where they fit together wholly. Above `limit`, where there is one, they are worth another look;
    `said` then names the judgements to look at first, and `at` the steps, within their list, to the first of them.
    """

    measure: str
    value: float
    said: str
    limit: float | None = None
    at: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the judgements fit together well enough to be used."""
        return self.limit is None or self.value <= self.limit


@dataclass(frozen=True)
class Region:
    """The weights that judgements admit, where they settle no single point.

    Weights are of the swings that were judged, sum to 1, and are bounded by name: at `least`, at `most`, and, for each
    pair of `above`, the first no lighter than the second.
    """

    least: Mapping[str, float] = field(default_factory=dict)
    most: Mapping[str, float] = field(default_factory=dict)
    above: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Weighed:
    """What one list of judgements comes to.

    `points` are of equal meaning, by name. With a `region` they stand for the middle of what is admitted.
    """

    points: Mapping[str, float]
    consistency: tuple[Consistency, ...] = ()
    region: Region | None = None


@dataclass(frozen=True)
class WeighedSet:
    """What a weight set comes to: judgements of criteria, or of groups and `within` each of them.

    `points` are by criterion, those of groups dealt out. `lists` holds what each list of judgements comes to, by
    the steps to it in the file: ("judgements",), or ("groups",) and ("within", group).
    """

    points: Mapping[str, float]
    lists: Mapping[tuple[str, ...], Weighed]
