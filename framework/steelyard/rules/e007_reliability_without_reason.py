"""A source's reliability is graded without a reason.

A letter from A to F is a judgement like any other. A reader who does not share it needs to know what it rests
on: who wrote the document, how it was reviewed, what it says of itself.

Wrong:

    # seeds/machine-test.yaml, without reliability_because
    reliability: B

Right:

    # seeds/machine-test.yaml
    reliability: B
    reliability_because: A consumer magazine that buys what it tests.
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.references import left_out


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each source with a grade and no reason for it."""
    for name, source in definitions.sources.items():
        path = path_of("source", name)
        unread = any(left_out(definitions, path, key) for key in ("reliability", "reliability_because"))
        if source.reliability_because is None and not unread:
            yield Found(
                definitions.place(path, "reliability"),
                f"the source '{name}' is graded {source.reliability} without a reason",
                "Write `reliability_because:`, in a sentence.",
            )


e007_reliability_without_reason = Rule(code="E007", severity="warning", title="Reliability without a reason", find=find)
