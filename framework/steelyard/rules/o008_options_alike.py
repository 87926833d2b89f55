"""Two options have the same number on every criterion.

To the ranking they are one option under two names, and every total ties. Either they are one, or the criteria
do not ask what tells them apart.

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

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each option whose numbers on all criteria are those of an earlier option; discarded ones aside."""
    numbers: dict[str, list[float]] = {}
    for option, criterion, judgement in definitions.judgements():
        if option.role != "discarded" and criterion.id in bench.curves:
            numbers.setdefault(option.id, []).append(judgement.value)
    first: dict[tuple[float, ...], str] = {}
    for name, row in numbers.items():
        if len(row) < len(bench.curves):
            continue
        earlier = first.setdefault(tuple(row), name)
        if earlier != name:
            yield Found(
                definitions.place(path_of("option", name), "scores"),
                f"'{name}' has the same number as '{earlier}' on every criterion",
                "Merge the two, or look whether a criterion is missing on which they differ.",
            )


o008_options_alike = Rule(code="O008", severity="note", title="Options with the same numbers", find=find)
