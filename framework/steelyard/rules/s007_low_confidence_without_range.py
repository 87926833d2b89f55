"""A score has the lowest confidence and no range.

The lowest word of the confidence scale says that the judgement may well change. Without a range, every result
treats the number as exact.

Wrong:

    # options/beans.yaml
    scores: {noise: {value: 72, confidence: low}}

Right:

    # options/beans.yaml
    scores: {noise: {value: 72, low: 60, high: 80, confidence: low}}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, JudgedNumber
from steelyard.documents.option import Score
from steelyard.documents.references import judged_numbers, left_out, usable_confidence_scale


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each score with the first word of the confidence scale whose range is absent or has no width."""
    scale = usable_confidence_scale(definitions)
    for number in judged_numbers(definitions) if scale else ():
        score = number.judgement
        if isinstance(score, Score) and score.confidence == scale[0] and _is_bare(definitions, number):
            yield Found(
                definitions.place(number.path, *number.steps, "confidence"),
                f"{number.name} has {scale[0]} confidence, but no range",
                "Write the `low` and `high` outside which you would be astonished.",
            )


def _is_bare(definitions: Definitions, number: JudgedNumber) -> bool:
    """Whether there is no range; judgement alone without one is reported as S005."""
    unread = any(left_out(definitions, number.path, *number.steps, key) for key in ("low", "high"))
    judgement = number.judgement
    return judgement.lowest == judgement.highest and judgement.basis != "judgement" and not unread


s007_low_confidence_without_range = Rule(
    code="S007", severity="warning", title="Low confidence without a range", find=find
)
