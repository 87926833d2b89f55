"""Options have the same number on every criterion.

To the ranking they are one option under several names, and every total ties. Either they are one, or the criteria
do not ask what tells them apart. However many are alike, they are one finding, at the second of them.

Wrong:

    # options/press.yaml
    id: press
    title: French press
    summary: Buy four French presses.
    cost:
      {value: 500, low: 150, high: 600, unit: EUR a year, price_year: 2026,
       terms: real, basis: judgement,
       rationale: Ground coffee and a new press a year.}
    scores:
      noise: {value: 48, low: 45, high: 55, confidence: high,
              rationale: A spoon in a glass., basis: judgement}
      taste: {value: 1, low: 0.5, high: 2, confidence: low,
              rationale: It depends on who makes it., basis: judgement}

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
"""

from collections.abc import Iterator, Sequence

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of

_MOST_NAMED = 3
"""As many others as a sentence names; the rest are counted."""


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each group of options whose numbers on all criteria are the same, at the second; discarded ones aside."""
    for first, *others in _alike(definitions, bench):
        if others:
            yield Found(
                definitions.place(path_of("option", others[0]), "scores"),
                f"{_named(others)} the same number as '{first}' on every criterion",
                "Merge them, or look whether a criterion is missing on which they differ.",
            )


def _alike(definitions: Definitions, bench: Bench) -> Iterator[list[str]]:
    """The options with numbers on all criteria, those with the same numbers together."""
    numbers: dict[str, list[float]] = {}
    for option, criterion, judgement in definitions.judgements():
        if option.role != "discarded" and criterion.id in bench.curves:
            numbers.setdefault(option.id, []).append(judgement.value)
    groups: dict[tuple[float, ...], list[str]] = {}
    for name, row in numbers.items():
        if len(row) == len(bench.curves):
            groups.setdefault(tuple(row), []).append(name)
    yield from groups.values()


def _named(names: Sequence[str]) -> str:
    """Names as the start of a sentence about what they have, the last of many only counted."""
    quoted = [f"'{name}'" for name in names[:_MOST_NAMED]]
    if len(names) > _MOST_NAMED:
        quoted.append(f"{len(names) - _MOST_NAMED} more")
    if len(quoted) == 1:
        return f"{quoted[0]} has"
    return f"{', '.join(quoted[:-1])} and {quoted[-1]} have"


o008_options_alike = Rule(code="O008", severity="warning", title="Options with the same numbers", find=find)
