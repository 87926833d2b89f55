"""How far a ranking can be trusted: what was found when weights and scores were moved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Measure = Literal["l1", "euclidean"]
"""How far shares have moved: the sum of their moves, or the root of the sum of their squares."""


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

    measure: Measure
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

    `low` and `high` are the range that is stated; `turns_at` is the number at which the tie comes about, `new_first`
    who is ahead beyond it, seen from the score as judged; `rising` says whether the score rises on the way there.
    """

    option: str
    criterion: str
    value: float
    low: float
    high: float
    turns_at: float
    rising: bool
    new_first: str


@dataclass(frozen=True)
class Information:
    """What it would be worth to know something exactly before choosing, in shares of the value scale.

    `of` is ("score", option, criterion), ("criterion", criterion), ("option", option), ("group", group) or ("all",).
    `error` is the standard error; 0 where the figure is exact.
    """

    of: tuple[str, ...]
    gain: float
    error: float = 0.0


@dataclass(frozen=True)
class Sampled:
    """What sampling says of the options, by name, as shares of samples.

    `ranks` gives for each option the share of samples in which it had each rank, first to last; `errors` their standard
    errors. `expected_rank` is the mean rank, `rank_entropy` how spread out its ranks are, in bits. `central` is the
    mean weighting of the samples in which an option is first (None for one that never is), `confidence` the share of
    score draws in which it is first at that weighting. `wins` is how often each option beats each other, a tie counting
    half, where that was counted; `entropy` that of whole rankings, in bits, where there are few enough options.
    """

    samples: int
    ranks: Mapping[str, tuple[float, ...]]
    errors: Mapping[str, tuple[float, ...]]
    expected_rank: Mapping[str, float]
    rank_entropy: Mapping[str, float]
    central: Mapping[str, Mapping[str, float] | None]
    confidence: Mapping[str, float | None] = field(default_factory=dict)
    wins: Mapping[str, Mapping[str, float]] | None = None
    entropy: float | None = None

    def first(self, option: str) -> float:
        """The share of samples in which an option is first."""
        return self.ranks[option][0]


@dataclass(frozen=True)
class Block:
    """One of the two ways in which weights are moved: `at_values` with the scores as judged, `drawn` with them drawn.

    Without any doubt about scores the two are the same.
    """

    at_values: Sampled
    drawn: Sampled


@dataclass(frozen=True)
class AllWeightings:
    """No preference at all: all weightings of criteria (`flat`), and of groups and then within them (`grouped`).

    `pairwise` gives exactly, at the values, the share of all weightings under which each option beats each other;
    `pairwise_grouped` the same over all weightings of the groups, the agreed shares within each being kept. `ties` are
    the pairs that no weighting tells apart. `grouped` is None where groups make no difference.
    """

    flat: Block
    grouped: Block | None
    pairwise: Mapping[str, Mapping[str, float]]
    pairwise_grouped: Mapping[str, Mapping[str, float]]
    ties: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class AroundAgreed:
    """Weightings around those of one weight set: each judgement moved by its `precision`.

    Where judgements admit a whole region of weightings, as bounds and orders do, it is that region.
    """

    precision: float
    region: bool
    block: Block


@dataclass(frozen=True)
class Robustness:
    """How far a ranking under one weight set can be trusted.

    `options` are those looked at, in order of rank; where there are very many, only the highest totals and the
    baseline. `left_out` is how many are not. `uncertain` is how many scores are in doubt, `together` how many of
    them are drawn together, from a file. `partial` says that sampling was cut short. Everything is by name.
    `stability` has criteria first and then groups (those whose share moves more than one criterion). `first_under` has
    everyone who is first under a weight set. `decisive_scores` come weakest evidence first. `best_expected` is who has
    the highest total on the mean of what scores may be, against which `information` is worth what it is. `clipped` is
    the share of draws of a score (option, criterion) that fell off its scale and counted as its end.
    """

    weights: str
    seed: int
    samples: int
    partial: bool
    options: tuple[str, ...]
    left_out: int
    uncertain: int
    together: int
    all_weightings: AllWeightings
    around_agreed: AroundAgreed
    stability: Mapping[str, Stability]
    smallest_change: Mapping[Measure, SmallestChange | None]
    dominance: tuple[tuple[str, str], ...]
    dominance_in_ranges: tuple[tuple[str, str], ...]
    potentially_optimal: tuple[str, ...]
    leaders: tuple[str, ...]
    first_under: Mapping[str, tuple[str, ...]]
    decisive_scores: tuple[DecisiveScore, ...]
    tornado: tuple[Swing, ...]
    best_expected: str
    information: tuple[Information, ...]
    clipped: Mapping[tuple[str, str], float]
