"""Swings were judged on a range of scores that the options no longer have.

Whoever judged a swing had the worst and the best of the options before their eyes. When an option or a score
changes that range, the shares stay right for the old one, but people judged another swing: ask them again.
A criterion without `ranges` was judged on its full scale, which no option can change.

Wrong:

    # criteria/weights/balanced.yaml
    ranges: {price: [0, 1500]}

Right:

    # criteria/weights/balanced.yaml
    ranges: {price: [0, 2100]}

Source: HM Treasury (2024), Use of Multi-Criteria Decision Analysis in options appraisal of economic cases (swing
weighting).
"""

from collections.abc import Iterator
from math import isclose

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each stated range, under positive points, that is not the range of the ranked options' numbers."""
    if definitions.dropped:
        return
    for name, points in bench.points.items():
        for criterion, judged in definitions.weight_sets[name].ranges.items():
            low, high = sorted(judged)
            spanned = _spanned(definitions, criterion) if points.get(criterion, 0) > 0 and low < high else None
            if (
                spanned is None
                or not _on_scale(definitions, criterion, low, high)
                or (isclose(low, spanned[0]) and isclose(high, spanned[1]))
            ):
                continue
            yield Found(
                definitions.place(path_of("weights", name), "ranges", criterion),
                f"the swing of '{criterion}' was judged on the range {low:.15g} to {high:.15g}, "
                f"but the options ranked now run from {spanned[0]:.15g} to {spanned[1]:.15g}",
                "Have the swing judged anew on the present range, and write both.",
            )


def _spanned(definitions: Definitions, name: str) -> tuple[float, float] | None:
    """The lowest and the highest number of the ranked options; None where one is missing or off the scale."""
    criterion = definitions.criteria.get(name)
    ranked = definitions.ranked_options()
    if criterion is None or any(each not in definitions.known["option"] for each in _shortlist(definitions)):
        return None
    judged = [option.judgement_on(criterion) for option in ranked]
    numbers = [each.value for each in judged if each is not None]
    complete = numbers and len(numbers) == len(judged) and _on_scale(definitions, name, *numbers)
    return (min(numbers), max(numbers)) if complete else None


def _on_scale(definitions: Definitions, name: str, *numbers: float) -> bool:
    """Whether all numbers lie on the criterion's scale; those that do not are reported by themselves."""
    criterion = definitions.criteria[name]
    lowest, highest = sorted((criterion.worst, criterion.best))
    return all(lowest <= number <= highest for number in numbers)


def _shortlist(definitions: Definitions) -> tuple[str, ...]:
    return definitions.decision.shortlists.get(definitions.shortlist, ())


w007_stale_range = Rule(code="W007", severity="warning", title="Stale range", find=find)
