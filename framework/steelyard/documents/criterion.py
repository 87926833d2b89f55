"""`criteria/<id>.yaml`: what is valued, on which scale, and which way is better."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import ConfigDict, Discriminator, Field, Tag

from steelyard.documents.record import ClaimReference, Comparisons, Id, Number, Record, Text


class Level(Record):
    """One step of a scale, with the sign by which two readers would tell it alike."""

    value: Annotated[Number, Field(description="The number that scores use.")]
    label: Annotated[Text, Field(description="The level in a few words.")]
    anchor: Annotated[Text, Field(description="What must be true for this level.")]


class LevelsScale(Record):
    """A scale of described levels."""

    kind: Annotated[Literal["levels"], Field(description="A scale of described levels.")]
    levels: Annotated[tuple[Level, ...], Field(description="The levels, lowest first.", min_length=2, strict=False)]

    def ends(self, better: str) -> tuple[float, float]:
        """The worst and the best number on the scale."""
        numbers = [level.value for level in self.levels]
        return (min(numbers), max(numbers)) if better == "more" else (max(numbers), min(numbers))


class QuantityScale(Record):
    """A scale in a natural unit."""

    kind: Annotated[Literal["quantity"], Field(description="A quantity in a natural unit.")]
    unit: Annotated[Text, Field(description="The unit, such as per cent or years.")]
    worst: Annotated[Number, Field(description="The quantity worth 0.")]
    best: Annotated[Number, Field(description="The quantity worth 1.")]

    def ends(self, better: str) -> tuple[float, float]:  # noqa: ARG002 - the ends name themselves
        """The worst and the best number on the scale."""
        return self.worst, self.best


class CostScale(Record):
    """A scale that reads each option's cost instead of a second judgement of it."""

    kind: Annotated[Literal["cost"], Field(description="Reads the options' cost.")]
    worst: Annotated[Number, Field(description="The cost worth 0.")]
    best: Annotated[Number, Field(description="The cost worth 1.")]

    def ends(self, better: str) -> tuple[float, float]:  # noqa: ARG002 - the ends name themselves
        """The worst and the best number on the scale."""
        return self.worst, self.best


class PairwiseScale(Record):
    """A scale on which the options are compared in pairs; their numbers are the priorities that follow."""

    kind: Annotated[Literal["pairwise"], Field(description="Options compared in pairs.")]
    comparisons: Annotated[
        Comparisons, Field(description="How many times as good the first option is as the second, each pair once.")
    ]
    variant: Annotated[
        Literal["eigenvector", "geometric-mean"], Field(description="Which way of computing the priorities.")
    ] = "eigenvector"
    rationale: Annotated[Text, Field(description="Why the comparisons are as they are.")]
    evidence: Annotated[
        tuple[ClaimReference, ...], Field(description="Claims that speak for the comparisons.", strict=False)
    ] = ()
    against: Annotated[
        tuple[ClaimReference, ...], Field(description="Claims that speak for others.", strict=False)
    ] = ()

    @property
    def unit(self) -> str:
        """What the numbers are: shares of what all compared options are worth together."""
        return "priority"

    def ends(self, better: str) -> tuple[float, float]:  # noqa: ARG002 - priorities are of what is better
        """No priority at all, and all of it."""
        return 0.0, 1.0

    def compared(self) -> tuple[str, ...]:
        """The options that stand in a comparison, in order of first mention."""
        return tuple(dict.fromkeys(name for one, others in self.comparisons.items() for name in (one, *others)))


class PrioritisedScale(PairwiseScale):
    """The same with the priorities that follow, by option; none where the comparisons give none."""

    priorities: Mapping[str, float]


def _kind(scale: object) -> str | None:
    kind = scale.get("kind") if isinstance(scale, dict) else getattr(scale, "kind", None)
    return f"kind: {kind}" if isinstance(kind, str) else None


Scale = Annotated[
    Annotated[LevelsScale, Tag("kind: levels")]
    | Annotated[QuantityScale, Tag("kind: quantity")]
    | Annotated[CostScale, Tag("kind: cost")]
    | Annotated[PairwiseScale, Tag("kind: pairwise")],
    Discriminator(_kind),
]


class ValueFunctionChoice(Record):
    """The shape that turns numbers on the scale into value; its other keys are the shape's own settings."""

    model_config = ConfigDict(extra="allow")

    shape: Annotated[str, Field(description="The shape's name: linear, piecewise, threshold, levels.")]

    @property
    def settings(self) -> dict[str, object]:
        """The keys beside `shape`."""
        return dict(self.model_extra or {})


class Criterion(Record):
    """One thing that is valued."""

    id: Annotated[Id, Field(description="The file's name without its ending.")]
    title: Annotated[Text, Field(description="What readers see.")]
    group: Annotated[Id, Field(description="The group of `steelyard.yaml` it belongs to.")]
    definition: Annotated[Text | None, Field(description="What counts and what does not.")] = None
    question: Annotated[Text, Field(description="What is asked of every option.")]
    better: Annotated[Literal["more", "less"], Field(description="Which way is better.")]
    scale: Annotated[Scale, Field(description="The numbers that scores may take.")]
    value_function: Annotated[ValueFunctionChoice, Field(description="How numbers on the scale become value.")] = (
        ValueFunctionChoice(shape="linear")
    )

    @cached_property
    def reads_cost(self) -> bool:
        """Whether its numbers are the options' costs, and not scores of their own."""
        return isinstance(self.scale, CostScale)

    @property
    def priorities(self) -> Mapping[str, float]:
        """The options' numbers where they were compared in pairs; none on other scales."""
        return self.scale.priorities if isinstance(self.scale, PrioritisedScale) else {}

    @cached_property
    def worst(self) -> float:
        """The number on the scale that is worth 0."""
        return self.scale.ends(self.better)[0]

    @cached_property
    def best(self) -> float:
        """The number on the scale that is worth 1."""
        return self.scale.ends(self.better)[1]
