"""How a scale, the numbers on it and what they are worth are put into words, the same in every output."""

from collections.abc import Iterable

from steelyard.documents.criterion import CostScale, Criterion, LevelsScale
from steelyard.documents.option import Option
from steelyard.results.curve import Curve


def number_text(number: float) -> str:
    """A number in words for people: as short as it can be, with no loss that they would notice."""
    return f"{number:.12g}"


def range_text(low: float, high: float) -> str:
    """The bounds of a number; a single number where they are the same."""
    return number_text(low) if low == high else f"{number_text(low)} to {number_text(high)}"


def level_label(criterion: Criterion, number: float) -> str:
    """What the level of that number is called; empty between levels, and on scales without any."""
    levels = criterion.scale.levels if isinstance(criterion.scale, LevelsScale) else ()
    return next((level.label for level in levels if level.value == number), "")


def unit_of(criterion: Criterion, options: Iterable[Option]) -> str:
    """The unit of a criterion's numbers, that of the options' costs where it reads them; empty for levels."""
    if isinstance(criterion.scale, LevelsScale):
        return ""
    if isinstance(criterion.scale, CostScale):
        costs = (option.cost for option in options if option.cost is not None)
        return next((f"{cost.unit}, {cost.price_year} prices, {cost.terms}" for cost in costs), "")
    return criterion.scale.unit


def scale_text(criterion: Criterion, unit: str) -> str:
    """A criterion's scale in a few words: its unit or levels, its ends, and which way is better."""
    way = "more is better" if criterion.best > criterion.worst else "less is better"
    if isinstance(criterion.scale, LevelsScale):
        low, high = sorted((criterion.worst, criterion.best))
        return f"levels {number_text(low)} to {number_text(high)}, {way}"
    ends = f"{number_text(criterion.worst)} (worst) to {number_text(criterion.best)} (best)"
    return f"{unit}; {ends}; {way}"


def curve_text(criterion: Criterion, curve: Curve) -> str:
    """The curve in words: its shape, what it passes through, and what holds beyond."""
    points = "; ".join(
        f"{number_text(x)} is worth {number_text(round(v, 4))}" for x, v in zip(curve.x, curve.v, strict=True)
    )
    beyond = "goes on along its last line" if curve.outside == "extrapolate" else "counts as the nearest end"
    return f"{criterion.value_function.shape}: {points}; straight lines between. A number beyond these {beyond}."
