"""A number has a distribution of its own and a column in the file of draws.

Both say how likely each score is, and only one can be drawn from.

Wrong:

    # steelyard.yaml
    draws: {file: draws/hundred.csv}             # with a column filter/noise
    # options/filter.yaml
    scores: {noise: {distribution: {shape: uniform}}}

Right:

    # steelyard.yaml
    draws: {file: draws/hundred.csv}
    # options/filter.yaml, without scores.noise.distribution
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each number with a distribution that the file of draws has a column for."""
    draws = definitions.draws
    for option, criterion, judgement in definitions.judgements() if draws is not None else ():
        if draws is not None and judgement.distribution is not None and (option.id, criterion.id) in draws.columns:
            yield Found(
                definitions.place(path_of("option", option.id), *option.steps_to(criterion), "distribution"),
                f"'{option.id}' on '{criterion.id}' has a distribution, and a column in {draws.path} "
                f"(line {draws.places[option.id, criterion.id].line})",
                "Delete the distribution, or take the column out of the file.",
            )


s021_drawn_and_distributed = Rule(
    code="S021", severity="error", needed_to_rank=True, title="Both drawn and distributed", find=find
)
