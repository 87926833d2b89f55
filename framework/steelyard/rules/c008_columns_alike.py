"""The options have nearly the same values on two criteria.

Where two columns of scores rise and fall together over all options, the criteria may well measure one thing
under two names. It then counts twice, and its true weight is the sum of the two. Options that are discarded do
not count, and with few options likeness is chance.

Likeness proves nothing by itself: criteria that go together may still stand for two things that are valued apart. Ask
whether an option that is better on one, and level on all else, would be preferred; if so, keep both and say why.

Wrong:

    # criteria/cups.yaml
    id: cups
    title: Cups a day
    group: quality
    definition: Cups poured, whoever drinks them.
    question: How many cups are drunk in a day?
    better: more
    scale: {kind: quantity, unit: cups, worst: 0, best: 50}
    # criteria/weights/balanced.yaml
    judgements: {cups: 50}
    # criteria/weights/quiet-first.yaml
    within: {quality: {cups: 50}}
    # options/beans.yaml
    scores: {cups: {value: 45, low: 40, high: 50, confidence: low,
                    rationale: Queues., basis: judgement}}
    # options/capsules.yaml
    scores: {cups: {value: 36, low: 20, high: 40, confidence: low,
                    rationale: Fewer queues., basis: judgement}}
    # options/filter.yaml
    scores: {cups: {value: 27, low: 20, high: 40, confidence: low,
                    rationale: As today., basis: judgement}}
    # options/kettle.yaml
    scores: {cups: {value: 1, low: 0, high: 40, confidence: low,
                    rationale: Few ask., basis: judgement}}
    # options/press.yaml
    id: press
    title: French press
    summary: Buy four French presses.
    cost:
      {value: 250, low: 150, high: 400, unit: EUR a year, price_year: 2026,
       terms: real, basis: judgement,
       rationale: Ground coffee and a new press a year.}
    scores:
      cups: {value: 27, low: 20, high: 40, confidence: low,
             rationale: Whoever makes it., basis: judgement}
      noise: {value: 50, low: 45, high: 55, confidence: high,
              rationale: A spoon in a glass., basis: judgement}
      taste: {value: 1, low: 0.5, high: 2, confidence: low,
              rationale: It depends., basis: judgement}

Right:

    # options/press.yaml
    id: press
    title: French press
    summary: Buy four French presses.
    cost:
      {value: 250, low: 150, high: 400, unit: EUR a year, price_year: 2026,
       terms: real, basis: judgement,
       rationale: Ground coffee and a new press a year.}
    scores:
      noise: {value: 50, low: 45, high: 55, confidence: high,
              rationale: A spoon in a glass., basis: judgement}
      taste: {value: 1, low: 0.5, high: 2, confidence: low,
              rationale: It depends on who makes it., basis: judgement}

Source: Dodgson, Spackman, Pearman & Phillips (2009), Multi-criteria analysis: a manual, section 5.4.4.5 (avoiding
double counting). The coefficient is Pearson's, over the values.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations
from math import sqrt
from operator import mul
from typing import Annotated

from pydantic import Field

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.record import AS_WHOLE, Record, Share

_NOTHING = 1e-9


class Settings(Record, defer_build=True):
    """What a project may set."""

    correlation: Annotated[
        Share, Field(description="From this correlation on, two columns of values are nearly the same.")
    ] = 0.98
    fewest_options: Annotated[
        int, Field(description="With fewer options, likeness is taken for chance.", ge=2), AS_WHOLE
    ] = 5


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each pair of criteria whose values are nearly proportional over enough options."""
    assert isinstance(bench.settings, Settings)  # noqa: S101 - each rule is handed its own
    if definitions.dropped:
        return  # an option out of sight might tell the two apart
    columns = {}
    for criterion in definitions.criteria_in_order():
        column = _standardised(bench.values.get(criterion.id, {}))
        if len(column) >= bench.settings.fewest_options:
            columns[criterion.id] = column
    for first, second in combinations(columns, 2):
        if columns[first].keys() != columns[second].keys():
            continue
        likeness = sum(map(mul, columns[first].values(), columns[second].values()))
        if likeness >= bench.settings.correlation:
            yield Found(
                definitions.place(path_of("criterion", second), "question"),
                f"the values on '{second}' and on '{first}' rise and fall together over all "
                f"{len(columns[first])} options (correlation {likeness:.3f}), so one thing may count twice",
                "Keep one of the two, or score what each of them counts that the other does not.",
            )


def _standardised(values: Mapping[str, float]) -> Mapping[str, float]:
    """Values less their mean, on a scale that makes the sum of squares 1; none where nothing varies."""
    mean = sum(values.values()) / max(len(values), 1)
    away = {name: value - mean for name, value in values.items()}
    length = sqrt(sum(each * each for each in away.values()))
    return {name: each / length for name, each in away.items()} if length > _NOTHING else {}


c008_columns_alike = Rule(
    code="C008", severity="warning", title="Two criteria tell the same", find=find, settings=Settings
)
