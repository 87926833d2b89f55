"""A score is neither a level of its scale nor halfway between two.

Levels have anchors that readers can check; halfway says that two readers would split. A finer number claims a
precision that no anchor supports. Of a panel, each assessor's number is looked at, and never what follows from them.

Wrong:

    # options/capsules.yaml
    scores: {taste: {value: 1.7}}                # the levels of taste are 0, 1 and 2

Right:

    # options/capsules.yaml
    scores: {taste: {value: 1.5}}
"""

from collections.abc import Iterator
from itertools import pairwise

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.criterion import LevelsScale
from steelyard.documents.definitions import Definitions, path_of

_NEARLY = 1e-9


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each value on a scale of levels that lies inside it, off every level and every half level."""
    for option, criterion, judgement in definitions.judgements():
        if not isinstance(criterion.scale, LevelsScale):
            continue
        steps = _steps([level.value for level in criterion.scale.levels])
        for inside, judged in judgement.as_judged():
            value = judged.value
            if steps[0] <= value <= steps[-1] and not any(abs(value - step) <= _NEARLY for step in steps):
                below = max(step for step in steps if step < value)
                above = min(step for step in steps if step > value)
                by = f" by '{inside[-1]}'" if inside else ""
                yield Found(
                    definitions.place(path_of("option", option.id), "scores", criterion.id, *inside, "value"),
                    f"the score of '{option.id}' on '{criterion.id}'{by} is {value:.15g}, "
                    f"which lies between the steps {below:.15g} and {above:.15g} that anchors support",
                    f"Write {below:.15g} or {above:.15g}, and let `low` and `high` show the doubt.",
                )


def _steps(numbers: list[float]) -> list[float]:
    """Levels and the points halfway between neighbours, rising."""
    levels = sorted(set(numbers))
    halves = [(low + high) / 2 for low, high in pairwise(levels)]
    return sorted([*levels, *halves])


s011_between_levels = Rule(code="S011", severity="warning", title="Score between levels", find=find)
