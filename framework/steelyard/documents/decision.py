"""`steelyard.yaml`: the question, its frame, and the defaults of every command."""

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from steelyard.documents.draws import DrawsFile
from steelyard.documents.panel import Aggregate
from steelyard.documents.record import AS_WHOLE, Day, Id, Record, Share, Text, contradiction, no_flag


class Group(Record):
    """A branch of the criteria tree: criteria that belong together."""

    title: Annotated[Text, Field(description="What readers see.")]
    question: Annotated[Text | None, Field(description="What the group asks.")] = None


class Condition(Record):
    """A gate: what every option must pass to be ranked, whatever its scores."""

    title: Annotated[Text, Field(description="What readers see.")]
    question: Annotated[Text, Field(description="What is asked of every option, to be answered with yes or no.")]


class Expectation(Record):
    """A golden ranking: what must hold under one weight set, until somebody changes it on purpose."""

    weights: Annotated[Id, Field(description="The weight set under which it must hold.")]
    first: Annotated[Id | None, Field(description="The option that must be first, alone.")] = None
    above: Annotated[
        tuple[Annotated[tuple[Id, Id], Field(strict=False)], ...],
        Field(description="Pairs of options: the one named first must rank above the other.", strict=False),
    ] = ()
    because: Annotated[Text, Field(description="Why it must hold.")]

    @model_validator(mode="after")
    def _expects_something(self) -> Self:
        if self.first is None and not self.above:
            raise contradiction("weights", "the expectation says nothing that could hold", "Add `first:` or `above:`.")
        return self


_NOISE = 1e-9


class ScenarioSet(Record):
    """Scenarios that are looked at together, and how far they cover what can come."""

    title: Annotated[Text, Field(description="What readers see.")]
    scenarios: Annotated[tuple[Id, ...], Field(description="The scenarios.", min_length=1, strict=False)]
    exclusive_and_exhaustive: Annotated[
        bool, Field(description="Whether exactly one of them will come true; only then can they have probabilities.")
    ] = False
    because: Annotated[Text, Field(description="Why they do, or do not, exclude one another and leave nothing out.")]
    probabilities: Annotated[
        dict[Id, Annotated[float, Field(ge=0, le=1)]],
        Field(description="How probable each is; refused unless they are exclusive and exhaustive."),
    ] = {}

    @property
    def sums_to_one(self) -> bool:
        """Whether the probabilities make 1, but for the noise of the arithmetic."""
        return abs(sum(self.probabilities.values()) - 1) <= _NOISE

    @property
    def has_an_expectation(self) -> bool:
        """Whether a mean over the scenarios means something: exactly one comes true, and each has its probability."""
        fits = set(self.probabilities) == set(self.scenarios) and self.sums_to_one
        return self.exclusive_and_exhaustive and fits


class Taken(Record):
    """What was decided, by which role, when and why; it stands apart from the ranking and moves no number of it."""

    chosen: Annotated[
        tuple[Id, ...], Field(description="The options chosen, one or several.", min_length=1, strict=False)
    ]
    by: Annotated[Text | None, Field(description="The role that decided.")] = None
    on: Annotated[Day | None, Field(description="The day of the decision.")] = None
    because: Annotated[Text, Field(description="Why these were chosen.")]
    instead_of_leader: Annotated[
        Text | None, Field(description="Why none of the leaders was chosen instead, where one of these is no leader.")
    ] = None
    status: Annotated[
        Literal["illustrative", "agreed"],
        Field(description="Whether it was taken (agreed) or only shows what a record looks like (illustrative)."),
    ]
    weights: Annotated[
        Id | None, Field(description="The weight set it was taken under; otherwise the default one.")
    ] = None
    was_first: Annotated[
        Id | None, Field(description="The option that was first then: `check` says when it no longer is.")
    ] = None

    @model_validator(mode="after")
    def _agreement_is_documented(self) -> Self:
        missing = [name for name in ("by", "on") if getattr(self, name) is None]
        if self.status == "agreed" and missing:
            raise contradiction(
                "status",
                "an agreed decision says which role took it and when; missing: " + ", ".join(missing),
                "Add what is missing, or write `status: illustrative`.",
            )
        return self


class Decision(Record):
    """The decision that a folder of definitions is about."""

    schema_version: Annotated[
        Literal[1], BeforeValidator(no_flag), Field(description="The version of these file shapes.")
    ]
    title: Annotated[Text, Field(description="The decision's name.")]
    question: Annotated[Text, Field(description="What is to be decided, as one question.")]
    owner: Annotated[Text, Field(description="The role that answers for these files.")]
    as_of: Annotated[Day, Field(description="The day up to which the evidence was read.")]
    standpoint: Annotated[Text, Field(description="On whose behalf the options are judged.")]
    horizon: Annotated[int, Field(description="The year whose world the scores describe.", ge=1900, le=2200), AS_WHOLE]
    baseline: Annotated[Id, Field(description="The option that stands for doing nothing new.")]
    default_weights: Annotated[Id, Field(description="The weight set used when none is named.")]
    confidence_scale: Annotated[
        tuple[Text, ...], Field(description="Words for confidence, lowest first.", strict=False)
    ] = ("low", "moderate", "high")
    close_call: Annotated[Share, Field(description="Margins of totals up to this are too close to call.")] = 0.02
    seed: Annotated[int, Field(description="Where chance starts, so that runs can be repeated.", ge=0), AS_WHOLE] = 1
    panel_aggregate: Annotated[
        Aggregate, Field(description="How a panel's judgements become one number: median or mean.")
    ] = "median"
    groups: Annotated[dict[Id, Group], Field(description="The upper level of the criteria tree, in order of showing.")]
    gates: Annotated[
        dict[Id, Condition],
        Field(description="What an option must pass to be ranked; every option answers each, in its own `gates`."),
    ] = {}
    shortlists: Annotated[
        dict[Id, Annotated[tuple[Id, ...], Field(strict=False)]],
        Field(description="Named subsets of options; `default` is what commands use."),
    ] = {}
    scenario_sets: Annotated[
        dict[Id, ScenarioSet], Field(description="Named sets of scenarios to which rules of decision are applied.")
    ] = {}
    hurwicz: Annotated[
        float, Field(description="Optimism: the weight of an option's best scenario against its worst.", ge=0, le=1)
    ] = 0.5
    expectations: Annotated[
        tuple[Expectation, ...], Field(description="Golden rankings that every check proves.", strict=False)
    ] = ()
    severity: Annotated[
        dict[str, Literal["off", "note", "warning", "error"]],
        Field(description="Rule codes with another severity in this project; those needed to rank stay errors."),
    ] = {}
    rules: Annotated[
        dict[str, dict[str, Any]],
        Field(
            description="Rule codes with settings of their own in this project: `steelyard explain CODE` lists them."
        ),
    ] = {}
    taken: Annotated[
        Taken | None,
        Field(alias="decision", description="What was decided, by whom, when and why; absent until somebody has."),
    ] = None
    draws: Annotated[
        DrawsFile | None, Field(description="Scores drawn elsewhere, in a file: what varies together stays together.")
    ] = None

    @property
    def deciding_weights(self) -> str:
        """The weight set that the decision was taken under; the default one where it names none, or is yet to come."""
        return (self.taken and self.taken.weights) or self.default_weights
