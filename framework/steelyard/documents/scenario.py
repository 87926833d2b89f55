"""`criteria/scenarios/<id>.yaml`: one future, what it changes in scores, and how one would see it coming."""

from typing import Annotated, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator

from steelyard.documents.option import Claims, Ids
from steelyard.documents.record import Id, Number, Record, Text, contradiction


class Signpost(Record):
    """Something that can be observed, and would say that this future is coming."""

    sign: Annotated[Text, Field(description="What one would see.")]
    look_at: Annotated[Text, Field(description="Where one would see it.")]
    evidence: Annotated[Claims, Field(description="Claims that make it a sign of this future.")] = ()


class Shift(Record):
    """A number moved from where it is scored, its range with it, and kept on the scale."""

    kind: Annotated[Literal["shift"], Field(description="Adds to what is scored.")]
    by: Annotated[Number, Field(description="What is added to value, low and high; they stay on the scale.")]


class SetTo(Record):
    """A number put in the place of the one that is scored."""

    kind: Annotated[Literal["set"], Field(description="Takes the place of what is scored.")]
    value: Annotated[Number, Field(description="The level or quantity judged most likely in this future.")]
    low: Annotated[Number | None, Field(description="Below this the team would be astonished.")] = None
    high: Annotated[Number | None, Field(description="Above this the team would be astonished.")] = None


def _kind(change: object) -> str | None:
    kind = change.get("kind") if isinstance(change, dict) else getattr(change, "kind", None)
    return f"kind: {kind}" if isinstance(kind, str) else None


Change = Annotated[
    Annotated[Shift, Tag("kind: shift")] | Annotated[SetTo, Tag("kind: set")],
    Discriminator(_kind),
]


class ScoreChange(Record):
    """What a future changes in the scores on one criterion, and why."""

    criterion: Annotated[Id, Field(description="The criterion; one that reads cost has the cost changed.")]
    options: Annotated[
        Ids | None, Field(description="The options whose score changes; absent: every option.", min_length=1)
    ] = None
    exempt: Annotated[
        Ids, Field(alias="except", description="Options whose score stays, where `options` is absent.", min_length=1)
    ] = ()
    change: Annotated[Change, Field(description="How the scores change.")]
    because: Annotated[Text, Field(description="Why this future changes them, and by so much.")]
    basis: Annotated[
        Literal["documents", "judgement"], Field(description="What it rests on: documents, or judgement alone.")
    ] = "documents"
    evidence: Annotated[Claims, Field(description="Claims that speak for the change.")] = ()

    @model_validator(mode="after")
    def _names_options_one_way(self) -> Self:
        if self.options is not None and self.exempt:
            raise contradiction(
                "except",
                "the change names the `options` that it is about, and also some that it is not about",
                "Keep one of the two.",
            )
        return self

    def is_about(self, option: str) -> bool:
        """Whether it changes the score of an option."""
        return option not in self.exempt if self.options is None else option in self.options


class Scenario(Record):
    """One future."""

    id: Annotated[Id, Field(description="The file's name without its ending.")]
    title: Annotated[Text, Field(description="What readers see.")]
    summary: Annotated[Text, Field(description="What this future is, in a few sentences.")]
    drawn_from: Annotated[Claims, Field(description="Claims from which this future was drawn.")] = ()
    signposts: Annotated[dict[Id, Signpost], Field(description="How one would see it coming, by name.", min_length=1)]
    changes: Annotated[
        tuple[ScoreChange, ...], Field(description="What it changes in scores.", min_length=1, strict=False)
    ]
