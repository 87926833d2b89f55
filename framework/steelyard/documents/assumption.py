"""`assumptions.yaml`: what is taken for granted, how well founded it is, and when it is looked at again.

Quality (how well founded) and impact (how much would change if it is wrong) are rated as HM Treasury's Aqua Book
asks of an assumptions log.
"""

from typing import Annotated, Literal

from pydantic import Field

from steelyard.documents.record import ClaimReference, Day, Id, Record, Text

Rating = Literal["low", "moderate", "high"]
RATINGS: tuple[Rating, ...] = ("low", "moderate", "high")
"""The words of both ratings, lowest first."""


class Assumption(Record):
    """Something taken for granted in the judgements, and what happens if it is wrong."""

    statement: Annotated[Text, Field(description="What is taken for granted.")]
    effect: Annotated[Text, Field(description="What changes in the results if it is wrong.")]
    quality: Annotated[Rating, Field(description="How well founded it is.")]
    impact: Annotated[Rating, Field(description="How much would change if it is wrong.")]
    owner: Annotated[Text, Field(description="The role that answers for it.")]
    on: Annotated[Day, Field(description="The day it was made.")]
    review_by: Annotated[Day, Field(description="The day by which it must be looked at again.")]
    bears_on: Annotated[
        tuple[Id, ...], Field(description="The criteria and options whose numbers lean on it.", strict=False)
    ] = ()
    evidence: Annotated[
        tuple[ClaimReference, ...], Field(description="Claims that it is founded on.", strict=False)
    ] = ()

    @property
    def risk(self) -> int:
        """How far the impact exceeds the quality, in steps of the ratings: 2 where impact is high and quality low."""
        return RATINGS.index(self.impact) - RATINGS.index(self.quality)


class AssumptionsLog(Record):
    """The log of a decision's assumptions."""

    assumptions: Annotated[dict[Id, Assumption], Field(description="The assumptions, by name.")]
