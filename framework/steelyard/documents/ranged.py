"""A judged number with the bounds outside which whoever judged it would be astonished."""

from typing import Annotated

from pydantic import ConfigDict, Field

from steelyard.documents.record import Number, Record


class DistributionSettings(Record):
    """The settings that every distribution takes."""

    interval: Annotated[
        float | None,
        Field(
            description="How much of the chance lies between low and high, in per cent: with 90 they are the 5th and "
            "the 95th percentiles. Left out, they are the ends.",
            ge=50,
            le=99.9,
        ),
    ] = None

    @property
    def outside(self) -> float:
        """The chance below `low`, and above `high`."""
        return 0.0 if self.interval is None else (100 - self.interval) / 200


class DistributionChoice(Record):
    """How likely each number within a range is; its other keys are the shape's own settings."""

    model_config = ConfigDict(extra="allow")

    shape: Annotated[str, Field(description="The shape's name, such as triangular, pert, normal or beta.")]

    @property
    def settings(self) -> dict[str, object]:
        """The keys beside `shape`."""
        return dict(self.model_extra or {})

    @property
    def words(self) -> str:
        """The shape and its settings, as a reader sees them."""
        said = (f"{key} {_figure(value)}" for key, value in self.settings.items())
        return ", ".join((self.shape, *said))


def _figure(value: object) -> str:
    return f"{value:.15g}" if isinstance(value, int | float) else str(value)


class Ranged(Record):
    """A number and its range; what the keys mean is said by each kind of judgement."""

    value: Number
    low: Number | None = None
    high: Number | None = None

    @property
    def lowest(self) -> float:
        """The lower bound; the value itself where no range is given."""
        return self.value if self.low is None else self.low

    @property
    def highest(self) -> float:
        """The upper bound; the value itself where no range is given."""
        return self.value if self.high is None else self.high
