"""A comparison: what two versions of the definitions say differently, and what that did to each ranking."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Subject = Literal[
    "decision", "criterion", "weights", "option", "score", "cost", "gate", "source", "claim", "scenario", "assumption"
]


@dataclass(frozen=True)
class Version:
    """One side of a comparison: what it is called, and its commit (None for the working tree)."""

    name: str
    commit: str | None

    @property
    def shown(self) -> str:
        """Its name, with the commit where the name is not the commit itself."""
        short = (self.commit or "")[:12]
        return self.name if not short or short.startswith(self.name[:12]) else f"{self.name} ({short})"


@dataclass(frozen=True)
class Change:
    """One thing that is said differently: what it is about (ids joined by slashes), and a sentence."""

    subject: Subject
    about: str
    sentence: str


@dataclass(frozen=True)
class Cited:
    """The claims that a number gained and lost along with an edit: those that speak for it, and those against."""

    evidence_gained: tuple[str, ...] = ()
    evidence_lost: tuple[str, ...] = ()
    against_gained: tuple[str, ...] = ()
    against_lost: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """What one group of edits accounts for in a swing; `alone` says whether it would swap the pair by itself."""

    edit: str
    about: tuple[str, ...]
    value: float
    error: float
    alone: bool
    cited: Cited


@dataclass(frozen=True)
class Swap:
    """Two options whose order changed: `up` gained on `down`.

    `before` and `after` are the total of `up` less the total of `down`. The parts sum to the swing,
    unless there are none: under weights that come from the options' numbers every edit moves every share.
    """

    up: str
    down: str
    before: float
    after: float
    order_before: Literal["behind", "level"]
    order_after: Literal["level", "ahead"]
    parts: tuple[Part, ...]

    @property
    def swing(self) -> float:
        """How far their difference of totals moved."""
        return self.after - self.before


@dataclass(frozen=True)
class Standing:
    """Where an option stands before and after; None where it is not ranked, with the reason in `because`."""

    option: str
    title: str
    rank_before: int | None
    rank_after: int | None
    total_before: float | None
    total_after: float | None
    because: str | None


@dataclass(frozen=True)
class ShareChange:
    """A criterion's share of the weight before and after; None where there is no such criterion."""

    criterion: str
    title: str
    before: float | None
    after: float | None


@dataclass(frozen=True)
class Reranking:
    """What the changes did under one weight set that both versions have.

    `swaps` holds every pair of options that changed order, those nearest to first place first. `close_before` and
    `close_after` name the options that lead where more than one does.
    """

    weights: str
    title: str
    standings: tuple[Standing, ...]
    shares: tuple[ShareChange, ...]
    swaps: tuple[Swap, ...]
    close_before: tuple[str, ...]
    close_after: tuple[str, ...]

    @property
    def moved(self) -> bool:
        """Whether any option has another rank, or came or went."""
        return any(each.rank_before != each.rank_after for each in self.standings)


@dataclass(frozen=True)
class Unpaired:
    """A weight set that only one version has: what the first option is called, and those that lead where several do."""

    weights: str
    title: str
    first: Mapping[str, str]
    close: Mapping[str, str]


@dataclass(frozen=True)
class Comparison:
    """Two versions of a decision, side by side."""

    decision: str
    before: Version
    after: Version
    changes: tuple[Change, ...]
    rerankings: tuple[Reranking, ...]
    weights_added: tuple[Unpaired, ...]
    weights_removed: tuple[Unpaired, ...]
