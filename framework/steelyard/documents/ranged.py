"""A judged number with the bounds outside which whoever judged it would be astonished."""

from steelyard.documents.record import Number, Record


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
