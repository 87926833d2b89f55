"""`criteria/weights/<id>.yaml`: whose judgements of importance, by which method, and why."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from steelyard.documents.record import Day, Id, Number, Record, Text

Points = dict[Id, Number]


class WeightSet(Record):
    """One set of weights: leaf judgements, or judgements of groups and within them, never both."""

    id: Annotated[Id, Field(description="The file's name without its ending.")]
    title: Annotated[Text, Field(description="What readers see.")]
    whose: Annotated[Text, Field(description="Whose judgements are being used.")]
    status: Annotated[
        Literal["illustrative", "agreed"], Field(description="Whether anyone has agreed to them.")
    ]
    on: Annotated[Day | None, Field(description="The day they were agreed.")] = None
    at: Annotated[Text | None, Field(description="Where they were agreed.")] = None
    recorded_by: Annotated[Text | None, Field(description="The role that wrote them down.")] = None
    why: Annotated[Text, Field(description="The reason for these weights.")]
    method: Annotated[Text, Field(description="How they were judged: swing, direct, equal.")]
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
            raise ValueError("`groups` and `within` go together")
        if self.groups is not None and self.judgements is not None:
            raise ValueError("state either `judgements` of criteria, or `groups` with `within`, not both")
        return self

    @model_validator(mode="after")
    def _agreement_is_documented(self) -> Self:
        if self.status == "agreed" and not (self.on and self.at and self.recorded_by):
            raise ValueError("agreed weights say when (`on`), where (`at`) and who wrote them down (`recorded_by`)")
        return self
