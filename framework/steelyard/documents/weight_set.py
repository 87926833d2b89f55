"""`criteria/weights/<id>.yaml`: whose judgements of importance, by which method, and why."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, create_model, model_validator

from steelyard.documents.record import Day, Id, Number, Record, Text, contradiction

Points = dict[Id, Number]
Judgements = dict[Id, Any]
"""By name, of the kind that the method asks for; `judged_as` makes the record that holds a file to it."""
_JUDGED = ("judgements", "groups", "within")


class WeightSet(Record):
    """One set of weights: leaf judgements, or judgements of groups and within them, never both.

    `from_data` says that the method weighs by the options' numbers, so that nobody judged what matters.
    """

    from_data: ClassVar[bool] = False

    id: Annotated[Id, Field(description="The file's name without its ending.")]
    title: Annotated[Text, Field(description="What readers see.")]
    whose: Annotated[Text, Field(description="Whose judgements are being used.")]
    status: Annotated[Literal["illustrative", "agreed"], Field(description="Whether anyone has agreed to them.")]
    on: Annotated[Day | None, Field(description="The day they were agreed.")] = None
    at: Annotated[Text | None, Field(description="Where they were agreed.")] = None
    recorded_by: Annotated[Text | None, Field(description="The role that wrote them down.")] = None
    why: Annotated[Text, Field(description="The reason for these weights.")]
    method: Annotated[str, Field(description="How they were judged: the name of a method.")]
    variant: Annotated[
        Text | None, Field(description="Which way of computing, for methods with several; absent: the usual one.")
    ] = None
    order: Annotated[
        tuple[Id, ...],
        Field(
            description="The swings as they were ranked before they got points, most important first: `check` holds "
            "the points to it.",
            strict=False,
        ),
    ] = ()
    judgements: Annotated[Judgements | None, Field(description="What the method asks for, by criterion.")] = None
    groups: Annotated[Judgements | None, Field(description="What the method asks for, by group.")] = None
    within: Annotated[
        dict[Id, Judgements] | None, Field(description="For each group, what the method asks for by criterion.")
    ] = None
    ranges: Annotated[
        dict[Id, Annotated[tuple[Number, Number], Field(strict=False)]],
        Field(description="The range of scores each swing was judged on; absent: the full scale."),
    ] = {}
    precision: Annotated[
        float, Field(description="How far each judgement may be off, as a share of it.", ge=0, lt=1)
    ] = 0.25
    voting_power: Annotated[
        Number,
        Field(description="What the set counts for where several are made into one; absent: as much as others.", gt=0),
    ] = 1.0

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

    def lists(self) -> Iterator[tuple[tuple[str, ...], Mapping[str, Any]]]:
        """Each list of judgements, with the steps to it."""
        if self.judgements is not None:
            yield ("judgements",), self.judgements
        if self.groups is not None:
            yield ("groups",), self.groups
        for group, leaves in (self.within or {}).items():
            yield ("within", group), leaves


class _FromData(WeightSet):
    """A weight set whose method weighs by the options' numbers."""

    from_data: ClassVar[bool] = True


@cache
def judged_as(judgements: Any, *, from_data: bool = False) -> type[WeightSet]:  # noqa: ANN401 - a type as annotations write it
    """The record of a weight set whose lists of judgements are of one type, as its method asks for; None takes none."""
    held = Judgements if judgements is None else judgements
    lists: dict[str, Any] = {"judgements": held, "groups": held, "within": dict[Id, held]}  # type: ignore[valid-type]  # a type that is only known here
    fields = {
        name: (Annotated[lists[name] | None, Field(description=WeightSet.model_fields[name].description)], None)
        for name in _JUDGED
    }
    base: type[WeightSet] = _FromData if from_data else WeightSet
    made: type[WeightSet] = create_model("WeightSet", __base__=base, **fields)  # type: ignore[call-overload]
    return made


def judged_names(judgements: Mapping[str, Any]) -> Iterator[tuple[str | int, ...]]:
    """The steps to each name of a list of judgements, ending in the name itself.

    Of comparisons they lead also to each name that another is compared with; of names in a list, past the place there.
    """
    for name, judged in judgements.items():
        yield (name,)
        if isinstance(judged, Mapping):
            yield from ((name, other) for other in judged)
        elif isinstance(judged, list | tuple):
            yield from ((name, index, other) for index, other in enumerate(judged) if isinstance(other, str))
