"""How far a ranking can be trusted: what was found when weights and scores were moved."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Holds:
    """Between which shares a part of the weights can move, and what happens at the ends.

    `least` and `most` are where a tie comes about; None where the share can go all the way to 0 or to 1.
    `below` and `above` name the option that takes over beyond them.
    """

    least: float | None
    most: float | None
    below: str | None = None
    above: str | None = None


@dataclass(frozen=True)
class Stability:
    """How far the share of one criterion or group can move while all others keep their ratios.

    `first` is where first place holds, `whole_ranking` where no two options change places. Both are None for the part
    that holds all the weight: the others then have no ratios to keep.
    """

    share: float
    first: Holds | None
    whole_ranking: Holds | None


@dataclass(frozen=True)
class SmallestChange:
    """The smallest change of shares under which another option comes to share first place.

    `distance` is the sum of the shares' moves (l1) or the root of the sum of their squares (euclidean), as
    `measure` says; `shares` are the new ones, by criterion; `new_first` is the option that comes up.
    """

    measure: str
    distance: float
    shares: Mapping[str, float]
    new_first: str


@dataclass(frozen=True)
class Swing:
    """How one number, moved from its low to its high by itself, moves the lead of the first option over the second.

    `of` is ("score", option, criterion) or ("weight", criterion). `low` and `high` are the leads at either end;
    below 0 the second is ahead.
    """

    of: tuple[str, ...]
    low: float
    high: float

    @property
    def width(self) -> float:
        """How far apart the ends are."""
        return abs(self.high - self.low)


@dataclass(frozen=True)
class DecisiveScore:
    """A single score that takes first place elsewhere when it is moved within its own range.

    `turns_at` is the number at which the tie comes about, `new_first` who is ahead beyond it.
    """

    option: str
    criterion: str
    value: float
    low: float
    high: float
    turns_at: float
    new_first: str
