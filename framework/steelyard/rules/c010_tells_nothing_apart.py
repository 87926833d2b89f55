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

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each criterion with a share somewhere on which two or more ranked options all have one number."""
    if definitions.dropped:
        return
    weighed = {name for shares in bench.shares.values() for name, share in shares.items() if share > 0}
    options = definitions.ranked_options()
    for criterion in definitions.criteria_in_order():
        judged = [option.judgement_on(criterion) for option in options]
        numbers = [each.value for each in judged if each is not None]
        if criterion.id in weighed and len(options) == len(numbers) > 1 and len(set(numbers)) == 1:
            yield Found(
                definitions.place(path_of("criterion", criterion.id)),
                f"all {len(options)} ranked options have the number {numbers[0]:.15g} on '{criterion.id}'",
                "Leave the criterion out, or look whether the scores are as alike as that.",
            )


c010_tells_nothing_apart = Rule(code="C010", severity="note", title="Criterion tells nothing apart", find=find)
