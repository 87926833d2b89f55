"""`criteria/weights/<id>.yaml`: whose judgements of importance, by which method, and why."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from steelyard.documents.record import Day, Id, Number, Record, Text, contradiction

Points = dict[Id, Number]


class WeightSet(Record):
    """One set of weights: leaf judgements, or judgements of groups and within them, never both."""

    id: Annotated[Id, Field(description="The file's name without its ending.")]
    title: Annotated[Text, Field(description="What readers see.")]
    whose: Annotated[Text, Field(description="Whose judgements are being used.")]
    status: Annotated[Literal["illustrative", "agreed"], Field(description="Whether anyone has agreed to them.")]
    on: Annotated[Day | None, Field(description="The day they were agreed.")] = None
    at: Annotated[Text | None, Field(description="Where they were agreed.")] = None
    recorded_by: Annotated[Text | None, Field(description="The role that wrote them down.")] = None
    why: Annotated[Text, Field(description="The reason for these weights.")]
    method: Annotated[str, Field(description="How they were judged: swing, direct, equal.")]
    order: Annotated[
        tuple[Id, ...],
        Field(
            description="The swings as they were ranked before they got points, most important first: `check` holds "
            "the points to it.",
            strict=False,
        ),
    ] = ()
    judgements: Annotated[Points | None, Field(description="Points for each criterion.")] = None
    groups: Annotated[Points | None, Field(description="Points for each group.")] = None
    within: Annotated[
        dict[Id, Points] | None, Field(description="For each group, points for each of its criteria.")
    ] = None
    ranges: Annotated[
        dict[Id, Annotated[tuple[Number, Number], Field(strict=False)]],
        Field(description="The range of scores each swing was judged on; absent: the full scale."),
    ] = {}
    precision: Annotated[
        float, Field(description="How far each judgement may be off, as a share of it.", ge=0, lt=1)
    ] = 0.25

    @model_validator(mode="after")
    def _one_way_of_judging(self) -> Self:
        if (self.groups is None) != (self.within is None):
            raise contradiction(
                "groups" if self.within is None else "within",
                "`groups` and `within` go together, and only one of them is here",
                "Add the other, or give `judgements` of the criteria instead of both.",
            )
        if self.groups is not None and self.judgements is not None:
            raise contradiction(
                "judgements",
                "the set states `judgements` of criteria and also `groups` with `within`",
                "Keep one of the two ways of judging.",
            )
        return self

    @model_validator(mode="after")
    def _agreement_is_documented(self) -> Self:
        missing = [name for name in ("on", "at", "recorded_by") if getattr(self, name) is None]
        if self.status == "agreed" and missing:
            raise contradiction(
                "status",
                "agreed weights say when, where and who wrote them down; missing: " + ", ".join(missing),
                "Add what is missing, or write `status: illustrative`.",
            )
        return self
