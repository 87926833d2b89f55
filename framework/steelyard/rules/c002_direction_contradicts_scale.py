"""The direction of a criterion contradicts the ends of its scale.

`better` says which way is better, and `worst` and `best` say it again in numbers. Where the two differ,
one is a slip, and a ranking made from the wrong one would be upside down. Where worst and best are one
number, the criterion tells nothing apart.

Wrong:

    # criteria/noise.yaml
    better: more                 # quieter was meant to be better
    scale: {kind: quantity, unit: decibels, worst: 80, best: 40}

Right:

    # criteria/noise.yaml
    better: less
    scale: {kind: quantity, unit: decibels, worst: 80, best: 40}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.criterion import Criterion, LevelsScale, PairwiseScale
from steelyard.documents.definitions import Definitions, path_of


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each quantity or cost whose ends are one number, or run against its direction."""
    for criterion in definitions.criteria.values():
        if isinstance(criterion.scale, LevelsScale):
            continue
        if criterion.worst == criterion.best:
            yield _no_width(definitions, criterion)
        elif not definitions.was_dropped(path_of("criterion", criterion.id), "better"):
            yield from _against_direction(definitions, criterion)


def _no_width(definitions: Definitions, criterion: Criterion) -> Found:
    return Found(
        definitions.place(path_of("criterion", criterion.id), "scale", "best"),
        f"the scale of '{criterion.id}' has the same worst and best number, {criterion.best:.15g}, "
        "so it tells no options apart",
        "Give the scale two different ends.",
    )


def _against_direction(definitions: Definitions, criterion: Criterion) -> Iterator[Found]:
    runs = "more" if criterion.best > criterion.worst else "less"
    swap = "" if isinstance(criterion.scale, PairwiseScale) else ", or swap `worst` and `best`"
    if runs != criterion.better:
        yield Found(
            definitions.place(path_of("criterion", criterion.id), "better"),
            f"'{criterion.id}' says that {criterion.better} is better, but its scale runs "
            f"from worst {criterion.worst:.15g} to best {criterion.best:.15g}",
            f"Write `better: {runs}`{swap}.",
        )


c002_direction_contradicts_scale = Rule(
    code="C002", severity="error", needed_to_rank=True, title="Direction contradicts the scale", find=find
)
