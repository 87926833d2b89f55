"""A score is neither a level of its scale nor halfway between two.

Levels have anchors that readers can check; halfway says that two readers would split. A finer number claims a
precision that no anchor supports. Of a panel, each assessor's number is looked at, and never what follows from them.

Wrong:

    # options/capsules.yaml
    scores: {taste: {value: 1.7}}      # the levels of taste are 0, 1 and 2

Right:

    # options/capsules.yaml
    scores: {taste: {value: 1.5}}
"""

from collections.abc import Iterator
from itertools import pairwise

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.criterion import LevelsScale
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.place import Place

_NEARLY = 1e-9


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each value on a scale of levels that lies inside it, off every level and every half level."""
    steps_of = {
        name: _steps([level.value for level in criterion.scale.levels])
        for name, criterion in definitions.criteria.items()
        if isinstance(criterion.scale, LevelsScale)
    }
    for option, criterion, judgement in definitions.judgements():
        steps = steps_of.get(criterion.id, ())
        for inside, judged in judgement.as_judged() if steps else ():
            if judged.value not in steps and _is_between(judged.value, steps):
                path = path_of("option", option.id)
                place = definitions.place(path, "scores", criterion.id, *inside, "value")
                by = f" by '{inside[-1]}'" if inside else ""
                yield _found(place, f"the score of '{option.id}' on '{criterion.id}'{by}", judged.value, steps)


def _is_between(value: float, steps: tuple[float, ...]) -> bool:
    """Whether a value lies inside the scale, and off every step by more than rounding explains."""
    return steps[0] <= value <= steps[-1] and not any(abs(value - step) <= _NEARLY for step in steps)


def _found(place: Place, name: str, value: float, steps: tuple[float, ...]) -> Found:
    below = max(step for step in steps if step < value)
    above = min(step for step in steps if step > value)
    return Found(
        place,
        f"{name} is {value:.15g}, which lies between the steps {below:.15g} and {above:.15g} that anchors support",
        f"Write {below:.15g} or {above:.15g}, and let `low` and `high` show the doubt.",
    )


def _steps(numbers: list[float]) -> tuple[float, ...]:
    """Levels and the points halfway between neighbours, rising."""
    levels = sorted(set(numbers))
    halves = [(low + high) / 2 for low, high in pairwise(levels)]
    return tuple(sorted([*levels, *halves]))


s011_between_levels = Rule(code="S011", severity="warning", title="Score between levels", find=find)
