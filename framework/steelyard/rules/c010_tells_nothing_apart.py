"""All ranked options have the same number on a criterion that has weight.

It changes no difference between totals, and a swing that no option makes is hard to judge. Leave the criterion
out, or look for an option that differs on it.

Wrong:

    # options/beans.yaml
    cost: {value: 100, low: 0}
    # options/capsules.yaml
    cost: {value: 100, low: 0}
    # options/filter.yaml
    cost: {value: 100, low: 0}
    # options/kettle.yaml
    cost: {value: 100}

Right:

    # options/kettle.yaml
    cost: {value: 0}

Source: HM Treasury (2024), Use of Multi-Criteria Decision Analysis in options appraisal of economic cases (a swing is
the difference between the best and the worst option on a criterion).
"""

from collections.abc import Iterable, Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.criterion import Criterion
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.option import Option


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each criterion with a share somewhere on which two or more ranked options all have one number."""
    if definitions.dropped:
        return
    weighed = {name for shares in bench.shares.values() for name, share in shares.items() if share > 0}
    options = definitions.ranked_options()
    for criterion in definitions.criteria_in_order():
        number = _shared(options, criterion) if criterion.id in weighed and len(options) > 1 else None
        if number is not None:
            yield Found(
                definitions.place(path_of("criterion", criterion.id)),
                f"all {len(options)} ranked options have the number {number:.15g} on '{criterion.id}'",
                "Leave the criterion out, or look whether the scores are as alike as that.",
            )


def _shared(options: Iterable[Option], criterion: Criterion) -> float | None:
    """The one number that all options have on a criterion; None as soon as one lacks it or has another."""
    shared: float | None = None
    for option in options:
        judged = option.judgement_on(criterion)
        if judged is None or shared not in (None, judged.value):
            return None
        shared = judged.value
    return shared


c010_tells_nothing_apart = Rule(code="C010", severity="note", title="Criterion tells nothing apart", find=find)
