"""What a weight set comes to: the share of each criterion and group, and what its judgements leave open."""

from collections.abc import Mapping
from dataclasses import dataclass

from steelyard.documents.weight_set import WeightSet
from steelyard.results.weighed import Weighed


@dataclass(frozen=True)
class CriterionShare:
    """A criterion's share of the whole on its full scale, and the swing that was judged.

    `points` are of the swing that was judged. `judged_on` is the range of that swing, None for the full scale; `now`
    is the range of the options ranked now, where that is another one, so that the judgement is stale.
    """

    id: str
    title: str
    points: float
    share: float
    judged_on: tuple[float, float] | None = None
    now: tuple[float, float] | None = None


@dataclass(frozen=True)
class GroupShare:
    """A group's share of the whole: the sum of those of its criteria."""

    id: str
    title: str
    share: float
    criteria: tuple[CriterionShare, ...]


@dataclass(frozen=True)
class Importance:
    """What a weight set comes to, and the set itself.

    `variant` is the way of computing that was used, empty where the method has only one. `lists` holds what each list
    of judgements comes to, by the steps to it in the file; `titles` what the names in each are called.
    """

    decision: str
    weight_set: WeightSet
    default: bool
    variant: str
    groups: tuple[GroupShare, ...]
    lists: Mapping[tuple[str, ...], Weighed]
    titles: Mapping[tuple[str, ...], Mapping[str, str]]

    @property
    def stale(self) -> tuple[CriterionShare, ...]:
        """The criteria whose swing was judged on another range than the options have now."""
        return tuple(each for group in self.groups for each in group.criteria if each.now is not None)
