"""A score's confidence is no word of the decision's scale.

`confidence_scale` in `steelyard.yaml` lists the words, lowest first. Another word cannot be compared with
them.

Wrong:

    # steelyard.yaml
    confidence_scale: [low, moderate, high]
    # options/filter.yaml
    scores: {taste: {confidence: medium}}

Right:

    # steelyard.yaml
    confidence_scale: [low, moderate, high]
    # options/filter.yaml
    scores: {taste: {confidence: moderate}}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions
from steelyard.documents.option import Score
from steelyard.documents.references import judged_numbers, usable_confidence_scale


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each score whose confidence is not on the scale."""
    scale = usable_confidence_scale(definitions)
    for number in judged_numbers(definitions) if scale else ():
        score = number.judgement
        if isinstance(score, Score) and score.confidence not in scale:
            yield Found(
                definitions.place(number.path, *number.steps, "confidence"),
                f"the confidence of {number.name} is '{score.confidence}', "
                "which is not on the decision's confidence scale",
                f"Use one of: {', '.join(scale)}.",
            )


s008_unknown_confidence = Rule(code="S008", severity="error", title="Unknown confidence", find=find)
