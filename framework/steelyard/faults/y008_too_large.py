"""A file holds more than anybody writes by hand.

The limits are 10,000 lines, 10,000 keys and values, and a million bytes. A file beyond them is mostly one that a
program wrote or that is in the wrong folder, and it would hold up every check. Documents that sources are about lie
elsewhere; many claims can stand in several sources.

Wrong:

    # seeds/machine-test.yaml, with 10,001 lines

Right:

    # seeds/machine-test.yaml, with 300 lines
"""

from steelyard.contracts import FaultKind

y008_too_large = FaultKind(code="Y008", severity="error", title="Too large")
