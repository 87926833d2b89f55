"""A comment is meant to allow a finding, and does not say which, or why, or may not.

`# steelyard: allow CODE: reason` names one rule or several, and gives a reason, since the next reader sees only that.
What keeps a file from being read, or options from being ranked, has to be mended and cannot be allowed. A comment that
was passed over would leave its writer believing that it holds.

Wrong:

    # seeds/machine-test.yaml, without reliability_because
    reliability: B    # steelyard: allow E007

Right:

    # seeds/machine-test.yaml, without reliability_because
    reliability: B    # steelyard: allow E007: everyone here knows the magazine
"""

from steelyard.contracts import FaultKind

x002_cannot_be_followed = FaultKind(code="X002", severity="error", title="Suppression that cannot be followed")
