"""A score is given on a criterion that does not exist.

Nothing would read it, and the criterion that was meant stays without a score.

Wrong:

    # options/filter.yaml
    scores:
      tast: {value: 1, low: 0, high: 2, confidence: low, basis: judgement,
             rationale: Meant for taste.}

Right:

    # options/filter.yaml
    scores:
      taste: {value: 1, low: 0, high: 2, confidence: low, basis: judgement,
              rationale: Meant for taste.}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.shelf import did_you_mean


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each score whose criterion has no file."""
    known = definitions.known["criterion"]
    for name, option in definitions.options.items():
        for criterion in option.scores:
            if known and criterion not in known:
                yield Found(
                    definitions.place(path_of("option", name), "scores", criterion, key=True),
                    f"'{name}' has a score on '{criterion}', which is no criterion",
                    did_you_mean(criterion, known),
                )


s002_score_on_unknown_criterion = Rule(
    code="S002", severity="error", needed_to_rank=True, title="Score on an unknown criterion", find=find
)
