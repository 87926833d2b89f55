"""A number is said to hold by definition, but not for the baseline.

Only for the baseline is anything true by definition: it costs nothing in addition to itself, and changes
nothing. Any other option's number rests on documents or on judgement.

Wrong:

    # options/filter.yaml
    cost: {value: 0, low: 0, high: 0, basis: definition}

Right:

    # options/filter.yaml
    cost: {value: 500, low: 300, high: 700, basis: judgement}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions
from steelyard.documents.references import judged_numbers, left_out


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each number by definition of an option that is not the baseline."""
    for number in judged_numbers(definitions):
        option = number.option
        is_baseline = option.role == "baseline" or option.id == definitions.decision.baseline
        if number.judgement.basis != "definition" or is_baseline:
            continue
        if not left_out(definitions, number.path, "role"):
            yield Found(
                definitions.place(number.path, *number.steps, "basis"),
                f"{number.name} is said to hold by definition, which only the baseline's numbers can",
                "Write `basis: documents` with evidence, or `basis: judgement` with a range.",
            )


s010_definition_outside_baseline = Rule(
    code="S010", severity="error", title="By definition, but not the baseline", find=find
)
