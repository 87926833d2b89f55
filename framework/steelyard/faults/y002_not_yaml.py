"""A file breaks off where YAML, the form that definition files have, cannot go on.

YAML is lines of `key: value`. A colon with a space after it parts the two, lines that belong to a key stand further
right than it, and each quote and bracket that opens closes again. Nothing below the place can be read, so this is the
first thing to mend. Text that holds a colon and a space goes in quotes.

Wrong:

    # options/filter.yaml
    summary: Buy a filter machine: one with a hot plate.

Right:

    # options/filter.yaml
    summary: "Buy a filter machine: one with a hot plate."
"""

from steelyard.contracts import FaultKind

y002_not_yaml = FaultKind(code="Y002", severity="error", title="Not readable as YAML")
