"""`options/<id>.yaml`: one course of action, with its cost and its scores."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from steelyard.documents.criterion import Criterion, PairwiseScale
from steelyard.documents.panel import FOLLOW, Aggregate, Assessor, Panel, followed
from steelyard.documents.ranged import DistributionChoice, Ranged
from steelyard.documents.record import AS_WHOLE, ClaimReference, Day, Id, Number, Record, Sha256, Text, contradiction

Basis = Literal["documents", "judgement", "definition"]
Claims = Annotated[tuple[ClaimReference, ...], Field(strict=False)]
Ids = Annotated[tuple[Id, ...], Field(strict=False)]


class Review(Record):
    """What someone other than the analyst found: whether a number follows from its claims.

    Without a `status` it is illustrative: a verdict that nobody stands by is never counted as a review.
    """

    by: Annotated[Text, Field(description="The role that reviewed it; never the one that judged it.")]
    on: Annotated[Day, Field(description="The day of the review.")]
    verdict: Annotated[
        Literal["supports", "partly", "does-not"],
        Field(description="Whether the claims support the number: supports, partly or does-not."),
    ]
    status: Annotated[
        Literal["illustrative", "agreed"],
        Field(description="Whether the role that reviewed it stands by it; an illustrative review counts as none."),
    ] = "illustrative"
    digest: Annotated[
        Sha256, Field(description="Of the number and its claims as reviewed; computed by `steelyard evidence review`.")
    ]


class Judgement(Ranged):
    """A number someone judged, the bounds outside which they would be astonished, and what it rests on."""

    value: Annotated[Number, Field(description="The level or quantity judged most likely.")]
    low: Annotated[Number | None, Field(description="Below this the team would be astonished.")] = None
    high: Annotated[Number | None, Field(description="Above this the team would be astonished.")] = None
    distribution: Annotated[
        DistributionChoice | None,
        Field(description="How likely each number within the range is; a triangle where it is left out."),
    ] = None
    panel: Annotated[
        Panel | None, Field(description="What each assessor judged; `value`, `low` and `high` then follow.")
    ] = None
    rationale: Annotated[Text, Field(description="Why this number and not its neighbour.")]
    basis: Annotated[
        Basis,
        Field(description="What it rests on: documents, judgement alone, or (baseline only) a definition."),
    ] = "documents"
    evidence: Annotated[Claims, Field(description="Claims that speak for this number.")] = ()
    against: Annotated[Claims, Field(description="Claims that speak for another number.")] = ()
    implies: Annotated[
        dict[ClaimReference, Number],
        Field(
            description="What the number would be if that claim alone were right, for any claim on either side.",
            default_factory=dict,
        ),
    ]
    review: Annotated[Review | None, Field(description="Whether someone else found that it follows.")] = None

    @model_validator(mode="before")
    @classmethod
    def _follows_from_its_panel(cls, written: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
        panel = written.get("panel") if isinstance(written, dict) else None
        if panel is None:
            return written
        for key in FOLLOW:
            if key in written:
                raise contradiction(
                    key, f"`{key}` is written beside the panel that it follows from", f"Delete `{key}`, or the panel."
                )
        return {**written, **followed(panel if isinstance(panel, Mapping) else {})}

    def aggregated(self, aggregate: Aggregate) -> Self:
        """The same, its number made of the panel's in another way."""
        return self if self.panel is None else self.model_copy(update=followed(self.panel, aggregate))

    def as_judged(self) -> "Iterator[tuple[tuple[str, ...], Judgement | Assessor]]":
        """The numbers as people judged them, each with the steps to it: this one, or those of its panel."""
        if self.panel is None:
            yield (), self
        else:
            yield from ((("panel", name), assessor) for name, assessor in self.panel.items())


class Score(Judgement):
    """What an option achieves on one criterion."""

    confidence: Annotated[Text, Field(description="How open the judgement is to change.")]


class Cost(Judgement):
    """What an option costs in addition to current policy."""

    unit: Annotated[Text, Field(description="Money and period, such as USD billion a year.")]
    price_year: Annotated[int, Field(description="The year whose prices are used.", ge=1900, le=2200), AS_WHOLE]
    terms: Annotated[Literal["real", "nominal"], Field(description="Real or nominal prices.")]


class Gate(Record):
    """Whether an option passes one of the decision's gates, apart from every score."""

    passed: Annotated[bool, Field(alias="pass", description="Whether the option meets the condition.")]
    because: Annotated[Text, Field(description="Why it passes or fails.")]


class Option(Record):
    """One course of action."""

    id: Annotated[Id, Field(description="The file's name without its ending.")]
    title: Annotated[Text, Field(description="What readers see.")]
    role: Annotated[
        Literal["option", "baseline", "discarded"], Field(description="Option, baseline, or discarded.")
    ] = "option"
    discarded_because: Annotated[Text | None, Field(description="Why it was set aside.")] = None
    summary: Annotated[Text, Field(description="What would be done, in a few sentences.")]
    instrument: Annotated[Text | None, Field(description="The kind of policy instrument.")] = None
    layer: Annotated[
        Literal["market-applications", "models", "compute", "infrastructure", "talent", "financing"] | None,
        Field(description="The layer of the technology stack it acts on."),
    ] = None
    scored_by: Annotated[
        Text | None, Field(description="The role that judged its numbers; otherwise the decision's owner.")
    ] = None
    lead_agency: Annotated[Text | None, Field(description="The body that would lead.")] = None
    recommended_by: Annotated[Claims, Field(description="Claims in which a source recommends it.")] = ()
    cost: Annotated[Cost | None, Field(description="What it costs in addition to current policy.")] = None
    gates: Annotated[dict[Id, Gate], Field(description="Conditions it passes or fails.")] = {}
    requires: Annotated[Ids, Field(description="Options that it cannot do without.")] = ()
    excludes: Annotated[Ids, Field(description="Options that it rules out.")] = ()
    scores: Annotated[dict[Id, Score], Field(description="A score for each criterion.")] = {}

    @model_validator(mode="after")
    def _reason_goes_with_role(self) -> Self:
        if self.role == "discarded" and self.discarded_because is None:
            raise contradiction(
                "role", "the option is discarded without a reason", "Add `discarded_because:` with the reason."
            )
        if self.role != "discarded" and self.discarded_because is not None:
            raise contradiction(
                "discarded_because",
                f"a reason for discarding is given, but the role is '{self.role}'",
                "Write `role: discarded`, or take the reason out.",
            )
        return self

    @property
    def failed_gates(self) -> tuple[str, ...]:
        """The conditions that it fails."""
        return tuple(name for name, gate in self.gates.items() if not gate.passed)

    def aggregated(self, aggregate: Aggregate) -> Self:
        """The same, the numbers of its panels made in another way."""
        cost = self.cost and self.cost.aggregated(aggregate)
        scores = {name: score.aggregated(aggregate) for name, score in self.scores.items()}
        return self.model_copy(update={"cost": cost, "scores": scores})

    def judgement_on(self, criterion: Criterion) -> Judgement | None:
        """The number judged for a criterion: the cost where the criterion reads it, or else the score.

        Where options were compared in pairs it is the priority that follows, unless a scenario sets another.
        """
        if criterion.reads_cost:
            return self.cost
        scored = self.scores.get(criterion.id)
        return self._compared_on(criterion) if scored is None and criterion.priorities else scored

    def _compared_on(self, criterion: Criterion) -> Judgement | None:
        """What comparisons in pairs come to for this option; their reasons are those of the scale."""
        scale, priority = criterion.scale, criterion.priorities.get(self.id)
        if priority is None or not isinstance(scale, PairwiseScale):
            return None
        return Judgement(
            value=priority,
            rationale=scale.rationale,
            basis="documents" if scale.evidence else "judgement",
            evidence=scale.evidence,
            against=scale.against,
            implies={},
        )

    def steps_to(self, criterion: Criterion) -> tuple[str, ...]:
        """Where in the file the number judged for a criterion stands."""
        return ("cost",) if criterion.reads_cost else ("scores", criterion.id)
