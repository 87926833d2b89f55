"""Ranges on which swings were judged, held against those of the options at hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isclose

from steelyard.documents.definitions import Definitions

Range = tuple[float, float]
"""The lowest and the highest number."""


@dataclass(frozen=True)
class StaleRange:
    """A criterion whose swing was judged on one range, while the options ranked now have another."""

    criterion: str
    judged: Range
    now: Range


def stale_ranges(definitions: Definitions, weight_set: str, points: Mapping[str, float]) -> Iterator[StaleRange]:
    """Each stated range of a weight set, under positive points, that is not that of the ranked options' numbers.

    Ranges that span nothing or leave the scale are left out, and so are criteria on which a number is missing: other
    findings are about these. None where files were not read whole.
    """
    if definitions.dropped:
        return
    for criterion, stated in definitions.weight_sets[weight_set].ranges.items():
        low, high = sorted(stated)
        now = _spanned(definitions, criterion) if points.get(criterion, 0) > 0 and low < high else None
        if now is None or not _on_scale(definitions, criterion, low, high):
            continue
        if not (isclose(low, now[0]) and isclose(high, now[1])):
            yield StaleRange(criterion, (low, high), now)


def _spanned(definitions: Definitions, name: str) -> Range | None:
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
    """Whether all numbers lie on the criterion's scale."""
    criterion = definitions.criteria[name]
    lowest, highest = sorted((criterion.worst, criterion.best))
    return all(lowest <= number <= highest for number in numbers)


def _shortlist(definitions: Definitions) -> tuple[str, ...]:
    return definitions.decision.shortlists.get(definitions.shortlist, ())
