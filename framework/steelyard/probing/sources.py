"""From what a weight set says, and from doubts about scores, to what is drawn."""

from collections.abc import Sequence

from steelyard.model.sampling.admitted import Admitted
from steelyard.model.sampling.scores import ScoreSource, drawn
from steelyard.model.sampling.weights import Around, Composed, ListSource
from steelyard.probing.subject import Subject
from steelyard.results.weighed import Weighed


def around_agreed(subject: Subject, precision: float) -> Composed:
    """Weightings around the judgements of a weight set, or those that its judgements admit."""
    criteria, lists = subject.standing.criteria, subject.weighed.lists
    widths = tuple(subject.widths[name] or 1.0 for name in criteria)
    if ("judgements",) in lists:
        return Composed(_list(lists["judgements",], criteria, precision), widths=widths)
    groups = list(subject.groups)
    within = tuple(
        _list(lists["within", group], [criteria[column] for column in subject.groups[group]], precision, number)
        for number, group in enumerate(groups, start=1)
    )
    columns = tuple(tuple(subject.groups[group]) for group in groups)
    return Composed(_list(lists["groups",], groups, precision), within, columns, widths)


def admits_a_region(subject: Subject) -> bool:
    """Whether a weight set's judgements admit a region of weightings, instead of a point with a precision."""
    return any(each.region is not None for each in subject.weighed.lists.values())


def _list(weighed: Weighed, names: Sequence[str], precision: float, number: int = 0) -> ListSource:
    points = tuple(float(weighed.points[name]) for name in names)
    region = weighed.region
    if region is None:
        return Around(points, precision)
    place = {name: number for number, name in enumerate(names)}
    whole = sum(points)
    return Admitted(
        least=tuple(region.least.get(name, 0.0) for name in names),
        most=tuple(region.most.get(name, 1.0) for name in names),
        above=tuple((place[upper], place[lower]) for upper, lower in region.above),
        middle=tuple(each / whole for each in points),
        number=number,
    )


def scores_at_values(subject: Subject) -> ScoreSource:
    """The scores judged most likely, drawn by nobody."""
    return ScoreSource(subject.standing.values)


def scores_drawn(subject: Subject) -> ScoreSource:
    """Scores drawn within their doubt: together where a file says how, otherwise each by itself."""
    values = subject.standing.values
    doubts = {cell: doubt.quantile for cell, doubt in subject.doubts_here.items()}
    return drawn(values, doubts, subject.draws_here, subject.curves)
