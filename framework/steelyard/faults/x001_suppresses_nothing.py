"""A comment allows a finding that is not there.

`# steelyard: allow CODE: reason` keeps a finding from counting. At the end of a line it covers the block that begins on
that line; on a line of its own, the block below. Once what it was about has been mended or moved, the comment would
hide the next such finding, which nobody has thought about.

Wrong:

    # seeds/machine-test.yaml
    reliability: B    # steelyard: allow E007: everyone here knows the magazine
    reliability_because: A consumer magazine that buys what it tests.

Right:

    # seeds/machine-test.yaml
    reliability: B
    reliability_because: A consumer magazine that buys what it tests.
"""

from steelyard.contracts import FaultKind

x001_suppresses_nothing = FaultKind(code="X001", severity="warning", title="Suppression that suppresses nothing")
