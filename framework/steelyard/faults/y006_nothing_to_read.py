"""A file is empty, or holds something other than keys with values.

Every definition file is a list of keys, each with a colon and what it stands for. A file of bare sentences, or of
entries that begin with a dash, does not say what they are.

Wrong:

    # assumptions.yaml, the whole file
    - Coffee costs as much in the coming years as it does now.

Right:

    # assumptions.yaml, the whole file
    assumptions:
      prices-hold:
        statement: Coffee costs as much in the coming years as it does now.
        effect: The dearer a cup, the further the machines fall behind.
        quality: moderate
        impact: moderate
        owner: office manager
        on: 2026-03-31
        review_by: 2099-03-31
"""

from steelyard.contracts import FaultKind

y006_nothing_to_read = FaultKind(code="Y006", severity="error", title="Nothing to read")
