"""A number lies beyond all of its draws.

The value is what is thought most likely, and none of the draws in the file comes as low, or as high. One of the two
is a slip: another unit, another option's column, or draws of an earlier judgement.

Wrong:

    # steelyard.yaml
    draws: {file: draws/loud.csv}    # filter/noise from 45 to 95
    # options/filter.yaml
    scores: {noise: {value: 44, low: 42, high: 46}}

Right:

    # steelyard.yaml
    draws: {file: draws/loud.csv}
    # options/filter.yaml
    scores: {noise: {value: 48, low: 45, high: 55}}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each number below the lowest or above the highest of its draws."""
    draws = definitions.draws
    for option, criterion, judgement in definitions.judgements() if draws is not None else ():
        drawn = draws.columns.get((option.id, criterion.id)) if draws is not None else None
        if draws is None or drawn is None:
            continue
        least, most = min(drawn), max(drawn)
        if not least <= judgement.value <= most:
            yield Found(
                definitions.place(path_of("option", option.id), *option.steps_to(criterion), "value"),
                f"'{option.id}' on '{criterion.id}' is {judgement.value:.15g}, "
                f"and its draws in {draws.path} run from {least:.15g} to {most:.15g}",
                "Mend the value, or the draws.",
            )


s023_value_beyond_draws = Rule(code="S023", severity="warning", title="Value beyond its draws", find=find)
