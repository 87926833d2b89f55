"""The confidence scale has fewer than two words, or a word twice.

The scale lists words for confidence from lowest to highest. With one word every score looks equally sure, and
a word that stands in two places has no place.

Wrong:

    # steelyard.yaml
    confidence_scale: [low, moderate, high, low]

Right:

    # steelyard.yaml
    confidence_scale: [low, moderate, high]
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import DECISION_FILE, Definitions


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Words that stand twice, and a scale that is too short."""
    words = definitions.decision.confidence_scale
    first = {word: index for index, word in reversed(list(enumerate(words)))}
    for index, word in enumerate(words):
        if first[word] < index:
            yield Found(
                definitions.place(DECISION_FILE, "confidence_scale", index),
                f"the confidence scale holds '{word}' twice, so its place on the scale is unclear",
                "Keep one of the two; the words run from lowest to highest.",
            )
    if len(words) < 2:  # noqa: PLR2004 - a scale tells two things apart
        yield Found(
            definitions.place(DECISION_FILE, "confidence_scale"),
            "the confidence scale has fewer than two words, so it tells nothing apart",
            "List the words from lowest to highest, such as [low, moderate, high].",
        )


d007_confidence_scale_unusable = Rule(code="D007", severity="error", title="Unusable confidence scale", find=find)
