"""A single cell that the rest of the workbook asks for by name."""

from dataclasses import dataclass

from steelyard.outputs.xlsx.pen import Result


@dataclass(frozen=True)
class Fact:
    """A single cell: what it says, its formula, its result as built, and how it is shown."""

    label: str
    formula: str
    result: Result
    look: str = "plain"
