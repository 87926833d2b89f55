"""What stands beside a question: the real worst and best of each criterion, for a swing is judged on it."""

from collections.abc import Mapping
from dataclasses import dataclass

from steelyard.documents.criterion import Criterion, LevelsScale
from steelyard.documents.definitions import Definitions
from steelyard.figures import listed
from steelyard.interviewing.draft import Over
from steelyard.results.curve import Curve
from steelyard.tables.criteria import unit_of

_NOTHING = 1e-9
"""A range that spans less value than this spans none (rule W003)."""


@dataclass(frozen=True)
class End:
    """One end of a swing: the number, what it says, and the titles of the ranked options that stand there.

    `bare` is what it says without its unit.
    """

    number: float
    words: str
    options: tuple[str, ...] = ()
    bare: str = ""

    def named(self, at_most: int) -> str:
        """The options that stand there, so many by name; one more is named rather than counted."""
        if len(self.options) <= at_most + 1:
            return listed(self.options)
        return f"{'; '.join(self.options[:at_most])} and {len(self.options) - at_most} others"


@dataclass(frozen=True)
class Swing:
    """The move on one criterion from its worst to its best.

    `scale` are the ends of the declared scale, `options` those of the ranked options. `over_scale` says that the whole
    scale is judged, also where options were asked for: where they do not differ in value there is no swing between
    them. `span` is the value of the move between the options' ends, as a share of the whole scale's.
    """

    criterion: Criterion
    scale: tuple[End, End]
    options: tuple[End, End]
    span: float
    over_scale: bool

    @property
    def judged(self) -> tuple[End, End]:
        """The worst and the best that the swing is judged on."""
        return self.scale if self.over_scale else self.options

    @property
    def shown(self) -> tuple[float, float]:
        """The numbers of the worst and the best that the swing is judged on."""
        return self.judged[0].number, self.judged[1].number


def swings_of(definitions: Definitions, curves: Mapping[str, Curve], over: Over) -> Mapping[str, Swing]:
    """The swing of each criterion, in the order of showing."""
    return {each.id: _swing(definitions, each, curves[each.id], over) for each in definitions.criteria_in_order()}


def _swing(definitions: Definitions, criterion: Criterion, curve: Curve, over: Over) -> Swing:
    unit = unit_of(criterion, definitions) or ""
    judged = ((each.title, each.judgement_on(criterion)) for each in definitions.ranked_options())
    numbers = [(title, judgement.value) for title, judgement in judged if judgement is not None]
    rising = sorted({number for _, number in numbers}, reverse=criterion.best < criterion.worst)
    worst, best = (
        _end(criterion, number, unit, tuple(title for title, each in numbers if each == number))
        for number in (rising[0], rising[-1])
    )
    scale = (_end(criterion, criterion.worst, unit), _end(criterion, criterion.best, unit))
    span = curve.value(best.number) - curve.value(worst.number)
    return Swing(criterion, scale, (worst, best), span, over_scale=over == "scale" or span < _NOTHING)


def _end(criterion: Criterion, number: float, unit: str, options: tuple[str, ...] = ()) -> End:
    return End(number, _words(criterion, number, unit), options, _words(criterion, number, ""))


def _words(criterion: Criterion, number: float, unit: str) -> str:
    """A number as its scale says it: with the level's label, or with its unit."""
    if not isinstance(criterion.scale, LevelsScale):
        return f"{number:g} {unit}".rstrip()
    levels = criterion.scale.levels
    said = next((each.label for each in levels if each.value == number), None)
    if said is None:
        below = [each.label for each in levels if each.value < number]
        above = [each.label for each in levels if each.value > number]
        said = f"between {below[-1]} and {above[0]}" if below and above else ""
    return f"{number:g} ({said})" if said else f"{number:g}"
